package dev.crispconnect.source.capture;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator reads about hearing: each trouble once as a warning, its repetitions at DEBUG, its end as INFO. */
final class Announcer {

    private static final Logger LOG = LoggerFactory.getLogger(Capture.class);

    private final List<String> websites;

    /** What was warned of since a connection held. Few: kinds of trouble, not instances. */
    private final Set<String> warnedOf = new HashSet<>();

    private boolean connectedBefore;
    private boolean warnedOfLoss;

    Announcer(List<String> websites) {
        this.websites = websites;
    }

    void connected(Duration gone, boolean polled) {
        if (connectedBefore || polled) {
            LOG.info(
                    "Crisp tells of changes again{}: websites={} goneForMs={}",
                    polled ? ", so looking on a timer ends" : "",
                    websites,
                    gone.toMillis());
        } else {
            LOG.info("Crisp tells of changes: websites={} connectedAfterMs={}", websites, gone.toMillis());
        }
        connectedBefore = true;
    }

    /** @param held how long there was a connection; zero when there was none */
    void setback(Setback setback, Duration held, Duration wait) {
        if (Retries.isGood(held)) {
            // all was well meanwhile, so that this is news
            warnedOf.clear();
            warnedOfLoss = false;
        }
        if (warnedOf.add(setback.reason())) {
            LOG.warn(
                    "Crisp does not tell of changes now; what happens meanwhile is read once it does: websites={}"
                            + " nextAttemptInMs={} reason={}",
                    websites,
                    wait.toMillis(),
                    setback.reason());
        } else {
            LOG.debug(
                    "Crisp still does not tell of changes: websites={} nextAttemptInMs={} reason={}",
                    websites,
                    wait.toMillis(),
                    setback.reason());
        }
    }

    void polling(Duration gone) {
        LOG.warn(
                "Changes are looked for on a timer until Crisp tells of them again, which costs calls: websites={}"
                        + " goneForMs={}",
                websites,
                gone.toMillis());
    }

    void lost() {
        String line = "Events came faster than they were emitted, and some found no room (realtime.buffer.events); what"
                + " they told of is read instead: websites={}";
        if (warnedOfLoss) {
            LOG.debug(line, websites);
        } else {
            LOG.warn(line, websites);
        }
        warnedOfLoss = true;
    }
}
