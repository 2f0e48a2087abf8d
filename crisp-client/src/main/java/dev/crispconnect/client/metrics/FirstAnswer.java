package dev.crispconnect.client.metrics;

import dev.crispconnect.client.Call;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an operator once that Crisp and the token are good. Safe for use by many threads. */
public final class FirstAnswer implements CallObserver {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAnswer.class);

    private final String task;
    private final AtomicBoolean told = new AtomicBoolean();

    /** @param task a name for the log */
    public FirstAnswer(String task) {
        this.task = task;
    }

    @Override
    public void ended(Call<?> call, CallOutcome outcome, Duration took) {
        if (outcome.isGood() && told.compareAndSet(false, true)) {
            LOG.info("Crisp answers: task={} call={} millis={}", task, call, took.toMillis());
        }
    }
}
