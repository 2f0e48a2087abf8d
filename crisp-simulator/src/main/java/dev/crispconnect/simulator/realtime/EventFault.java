package dev.crispconnect.simulator.realtime;

import java.time.Duration;
import java.util.Objects;

/** Something that goes wrong with one event, for all sockets that hear it alike (Crisp API reference, section 10.2). */
public sealed interface EventFault {

    /** Nobody is told. */
    record Drop() implements EventFault {}

    /** Everybody is told twice in a row. */
    record Duplicate() implements EventFault {}

    /** Everybody is told after the next event that is told, which overtakes it; who connects meanwhile is not told. */
    record HoldBack() implements EventFault {}

    /**
     * Everybody is told this much later, in real time. What happens meanwhile waits behind it, so that the order stays.
     *
     * @param by 0 or more
     */
    record Delay(Duration by) implements EventFault {
        public Delay {
            Objects.requireNonNull(by, "by");
        }
    }

    /** Everybody is told; then their sockets are cut before they hear anything else. */
    record CutAfter() implements EventFault {}

    /** The sockets of those who would hear it are cut, and nobody is told. */
    record CutBefore() implements EventFault {}
}
