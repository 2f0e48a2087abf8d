package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Backoff;
import dev.crispconnect.client.Call;
import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.time.Time;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats reads until Crisp answers them, as fast as the budget and the token allow: the task does its own waiting, as
 * Connect would poll again at once. What an operator must act on is not repeated.
 *
 * <p>For the one thread that reads.
 */
final class PatientClient {

    private static final Logger LOG = LoggerFactory.getLogger(PatientClient.class);

    private final CrispClient client;
    private final Backoff backoff;
    private final Waiting waiting;
    private final Time time;

    PatientClient(CrispClient client, Backoff backoff, Waiting waiting, Time time) {
        this.client = client;
        this.backoff = backoff;
        this.waiting = waiting;
        this.time = time;
    }

    /**
     * Calls until there is an answer.
     *
     * @throws CrispException when repeating the call would not help
     * @throws PastPostponed when the call is for the past, which has no calls left today
     */
    <T> Answer<T> execute(Purse purse, Call<T> call) throws InterruptedException {
        for (int failures = 0; ; ) {
            awaitTurn(purse);
            try {
                Answer<T> answer = answer(client.submit(call));
                purse.allowance().answered(purse.unit(), answer.cached());
                if (failures > 0) {
                    LOG.info(
                            "Crisp answers again: unit={} call={}", purse.unit().asText(), call.template());
                }
                return answer;
            } catch (CrispException failure) {
                purse.allowance().failed(purse.unit(), failure);
                if (!passes(failure)) {
                    throw failure;
                }
                if (!(failure instanceof CrispException.Throttled)) {
                    failures++;
                    await(purse, failure, failures);
                }
            }
        }
    }

    /**
     * Calls once, for what can be done without: empty when Crisp does not answer, or will not.
     *
     * @throws PastPostponed when the call is for the past, which has no calls left today
     */
    <T> Optional<Answer<T>> tryOnce(Purse purse, Call<T> call) throws InterruptedException {
        awaitTurn(purse);
        try {
            Answer<T> answer = answer(client.submit(call));
            purse.allowance().answered(purse.unit(), answer.cached());
            return Optional.of(answer);
        } catch (CrispException failure) {
            purse.allowance().failed(purse.unit(), failure);
            LOG.debug("Crisp did not tell: unit={} failure={}", purse.unit().asText(), failure.getMessage());
            return Optional.empty();
        }
    }

    private void awaitTurn(Purse purse) throws InterruptedException {
        for (Duration wait = purse.untilCall(); !wait.isZero(); wait = purse.untilCall()) {
            if (purse.isForPast() && !purse.allowance().allowsPast()) {
                throw new PastPostponed();
            }
            waiting.pause(wait);
        }
    }

    private <T> Answer<T> answer(CompletableFuture<Answer<T>> asked) throws InterruptedException {
        try {
            waiting.until(asked);
            return asked.join();
        } catch (InterruptedException interrupted) {
            asked.cancel(true);
            throw interrupted;
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof CrispException failure) {
                throw failure;
            }
            throw failed;
        }
    }

    private void await(Purse purse, CrispException failure, int failures) throws InterruptedException {
        Duration wait = backoff.delay(failures, time.fraction(), failure.retryAfter());
        if (failures == 1) {
            LOG.warn(
                    "Crisp cannot answer now; reading stops and the call is repeated until it does: unit={}"
                            + " failure={} nextAttemptInMs={}",
                    purse.unit().asText(),
                    failure.getMessage(),
                    wait.toMillis());
        } else {
            LOG.debug(
                    "Crisp still cannot answer: unit={} failures={} failure={} nextAttemptInMs={}",
                    purse.unit().asText(),
                    failures,
                    failure.getMessage(),
                    wait.toMillis());
        }
        waiting.pause(wait);
    }

    private static boolean passes(CrispException failure) {
        return failure instanceof CrispException.Unreachable
                || failure instanceof CrispException.Throttled
                || failure instanceof CrispException.Unavailable
                || failure instanceof CrispException.Unreadable;
    }
}
