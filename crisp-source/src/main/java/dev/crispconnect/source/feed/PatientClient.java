package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Backoff;
import dev.crispconnect.client.Call;
import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.time.Time;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats reads until Crisp answers them: the task does its own waiting, as Connect would poll again at once. What an
 * operator must act on is not repeated.
 *
 * <p>For the one thread that reads.
 */
final class PatientClient {

    private static final Logger LOG = LoggerFactory.getLogger(PatientClient.class);

    private final CrispClient client;
    private final Backoff backoff;
    private final Time time;

    PatientClient(CrispClient client, Backoff backoff, Time time) {
        this.client = client;
        this.backoff = backoff;
        this.time = time;
    }

    /** @throws CrispException when repeating the call would not help */
    <T> Answer<T> execute(String websiteId, Call<T> call) throws InterruptedException {
        for (int failures = 0; ; ) {
            try {
                Answer<T> answer = client.execute(call);
                if (failures > 0) {
                    LOG.info("Crisp answers again: website={} call={}", websiteId, call.template());
                }
                return answer;
            } catch (CrispException failure) {
                if (!passes(failure)) {
                    throw failure;
                }
                failures++;
                await(websiteId, failure, failures);
            }
        }
    }

    private void await(String websiteId, CrispException failure, int failures) throws InterruptedException {
        Duration wait = backoff.delay(failures, time.fraction(), failure.retryAfter());
        if (failures == 1) {
            LOG.warn(
                    "Crisp cannot answer now; reading stops and the call is repeated until it does: website={}"
                            + " failure={} nextAttemptInMs={}",
                    websiteId,
                    failure.getMessage(),
                    wait.toMillis());
        } else {
            LOG.debug(
                    "Crisp still cannot answer: website={} failures={} failure={} nextAttemptInMs={}",
                    websiteId,
                    failures,
                    failure.getMessage(),
                    wait.toMillis());
        }
        time.sleep(wait);
    }

    private static boolean passes(CrispException failure) {
        return failure instanceof CrispException.Unreachable
                || failure instanceof CrispException.Throttled
                || failure instanceof CrispException.Unavailable
                || failure instanceof CrispException.Unreadable;
    }
}
