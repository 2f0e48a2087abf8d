package dev.crispconnect.sink.delivery;

import dev.crispconnect.sink.command.Coordinates;
import dev.crispconnect.sink.command.Parsed;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A command that is to be executed, with what must be known when it has been.
 *
 * @param command what to do
 * @param record the very object that the worker gave us: the dead-letter queue finds the original bytes by it
 * @param at the record's original coordinates
 * @param progress the assignment it belongs to
 */
public record Order(Parsed.Accepted command, SinkRecord record, Coordinates at, Progress progress) {}
