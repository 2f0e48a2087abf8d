package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Backoff;
import dev.crispconnect.client.Call;
import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Calls whose answers are not needed yet, and that were not counted. */
    private final List<SentCall<?>> early = new ArrayList<>();

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
        return execute(purse, call, Optional.empty());
    }

    /**
     * The same.
     *
     * @param early this very call, if it was sent already
     */
    <T> Answer<T> execute(Purse purse, Call<T> call, Optional<SentCall<T>> early) throws InterruptedException {
        Optional<SentCall<T>> first = early;
        for (int failures = 0; ; ) {
            SentCall<T> sent = first.isPresent() ? first.get() : sendInTurn(purse, call);
            first = Optional.empty();
            try {
                Answer<T> answer = answer(sent);
                if (failures > 0) {
                    LOG.info(
                            "Crisp answers again: unit={} call={}", purse.unit().asText(), call.template());
                }
                return answer;
            } catch (CrispException failure) {
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
        try {
            return Optional.of(answer(sendInTurn(purse, call)));
        } catch (CrispException failure) {
            LOG.debug("Crisp did not tell: unit={} failure={}", purse.unit().asText(), failure.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Sends a call whose answer is not needed yet, and does not wait; empty when that must not be done now. To be given to
     * {@link #execute} or to {@link #abandon}.
     */
    <T> Optional<SentCall<T>> sendEarly(Purse purse, Call<T> call) {
        countEnded();
        if (!purse.allowsEarly()) {
            return Optional.empty();
        }
        SentCall<T> sent = SentCall.of(client.submit(call), purse);
        early.add(sent);
        return Optional.of(sent);
    }

    /** Nobody needs the answer any more. */
    void abandon(SentCall<?> sent) {
        sent.abandon();
        early.remove(sent);
    }

    private <T> SentCall<T> sendInTurn(Purse purse, Call<T> call) throws InterruptedException {
        countEnded();
        for (Duration wait = purse.untilCall(); !wait.isZero(); wait = purse.untilCall()) {
            if (purse.isForPast() && !purse.allowance().allowsPast()) {
                throw new PastPostponed();
            }
            waiting.pause(wait);
        }
        return SentCall.of(client.submit(call), purse);
    }

    /** A refusal counts from when it is there, not from when the answer is needed. */
    private void countEnded() {
        early.removeIf(SentCall::countIfEnded);
    }

    private <T> Answer<T> answer(SentCall<T> sent) throws InterruptedException {
        try {
            waiting.until(sent.answer());
        } catch (InterruptedException interrupted) {
            sent.abandon();
            throw interrupted;
        } finally {
            early.remove(sent);
        }
        return sent.take();
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
