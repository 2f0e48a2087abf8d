package dev.crispconnect.sink.delivery;

import dev.crispconnect.sink.command.Coordinates;
import dev.crispconnect.sink.command.Parsed;
import dev.crispconnect.sink.command.Step;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A command that is to be executed, with what must be known when it has been.
 *
 * @param command what to do
 * @param record the very object that the worker gave us: the dead-letter queue finds the original bytes by it
 * @param at the record's original coordinates
 * @param progress the assignment it belongs to
 * @param nth how many records of the assignment came before it
 * @param takenNanos when it came to us, by the monotonic clock
 */
public record Order(
        Parsed.Accepted command, SinkRecord record, Coordinates at, Progress progress, long nth, long takenNanos) {

    /** Whether it may have been executed before the assignment. May change until it is executed. */
    boolean isInDoubt() {
        return progress.doubt().covers(nth);
    }

    /** Whether its record's coordinates are its id, so that no other record can be the same command. */
    boolean isNamedByItsPlace() {
        return command.commandId().equals(at.toString());
    }

    /** How to prove that this very record was executed; null when its first step leaves nothing that proves it. */
    Step.Lookup<?> proof() {
        return isNamedByItsPlace()
                        && command.first() instanceof Step.Ask<?> ask
                        && ask.lookup() != null
                        && ask.lookup().isProof()
                ? ask.lookup()
                : null;
    }
}
