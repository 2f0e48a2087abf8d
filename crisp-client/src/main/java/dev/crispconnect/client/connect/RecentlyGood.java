package dev.crispconnect.client.connect;

import dev.crispconnect.client.Credentials;
import dev.crispconnect.client.time.Time;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which probes went well a short time ago, and thus need not be sent again. Failures are not remembered: whoever corrects
 * something in Crisp wants to see it at once. Safe for use by many threads.
 */
final class RecentlyGood {

    private static final Duration GOOD_FOR = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final Time time;
    private final Map<Tried, Long> until = new LinkedHashMap<>();

    RecentlyGood(Time time) {
        this.time = time;
    }

    /** A probe with everything its answer depends on; other settings may change without it being sent again. */
    record Tried(URI url, Credentials credentials, String call, String websiteId) {

        static Tried of(URI url, Credentials credentials, Probe probe) {
            return new Tried(
                    url,
                    credentials,
                    probe.call().route(),
                    probe.website().map(Probe.Named::id).orElse(""));
        }
    }

    synchronized boolean holds(Tried tried) {
        forget();
        return until.containsKey(tried);
    }

    synchronized void add(Tried tried) {
        forget();
        if (until.size() < MOST) {
            until.put(tried, time.nanoTime() + GOOD_FOR.toNanos());
        }
    }

    private void forget() {
        long now = time.nanoTime();
        until.values().removeIf(end -> now - end >= 0);
    }
}
