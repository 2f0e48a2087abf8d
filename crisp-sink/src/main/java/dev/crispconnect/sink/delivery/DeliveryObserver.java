package dev.crispconnect.sink.delivery;

import dev.crispconnect.sink.command.Command;
import java.time.Duration;

/** Told of what executing commands takes besides the calls themselves. Called by many threads; must not block. */
public interface DeliveryObserver {

    /** Why it was not known whether something had been done. */
    enum Doubt {
        /** The partition came from somebody who may have done it. */
        ASSIGNMENT,
        /** The answer was lost. */
        ANSWER
    }

    /**
     * A call must wait for the token's throttle or the day's budget.
     *
     * @param first whether it did not wait before
     */
    default void waits(boolean first, Duration wait) {}

    /** A call of a command is to be sent again: it was throttled or not served. */
    default void repeats(Command command) {}

    /** A look-up is sent. It may take several. */
    default void looksUp(Doubt doubt) {}

    /** A look-up found that it had been done; it is not done again. */
    default void found(Doubt doubt) {}

    /** A look-up did not find it; it is done. */
    default void notFound(Doubt doubt) {}

    /** A command came under an id that was executed before; it is not done again. */
    default void knownId() {}

    /** Nobody is told. */
    static DeliveryObserver none() {
        return new DeliveryObserver() {};
    }
}
