package dev.crispconnect.client.metrics;

import dev.crispconnect.client.Call;
import java.time.Duration;

/** Hears of every call that ended. Called on the client's threads: must not block or throw. */
@FunctionalInterface
public interface CallObserver {

    /**
     * A call ended.
     *
     * @param took from when the call was handed to the client to its end, waiting in the client's queue included
     */
    void ended(Call<?> call, CallOutcome outcome, Duration took);
}
