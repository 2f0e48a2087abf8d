package dev.crispconnect.sink.result;

import dev.crispconnect.sink.command.Coordinates;
import dev.crispconnect.sink.command.Parsed;
import dev.crispconnect.sink.command.Step;
import dev.crispconnect.sink.command.Target;
import dev.crispconnect.sink.delivery.Finished;
import dev.crispconnect.sink.delivery.Outcome;
import java.time.Instant;
import java.util.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;

/** What became of a command, as a record says it. Every field but the command's id and coordinates may be null. */
public final class CommandResult {

    /** Version raised by hand with each change; changes only add optional fields. */
    public static final Schema SCHEMA = SchemaBuilder.struct()
            .name("dev.crispconnect.CommandResult")
            .version(2)
            .doc("What became of a command that was read from a topic.")
            .field("command_id", Schema.STRING_SCHEMA)
            .field("command", Schema.OPTIONAL_STRING_SCHEMA)
            .field("outcome", Schema.STRING_SCHEMA)
            .field("state", Schema.OPTIONAL_STRING_SCHEMA)
            .field("http_status", Schema.OPTIONAL_INT32_SCHEMA)
            .field("reason", Schema.OPTIONAL_STRING_SCHEMA)
            .field("advice", Schema.OPTIONAL_STRING_SCHEMA)
            .field("attempts", Schema.OPTIONAL_INT32_SCHEMA)
            .field("latency_ms", Schema.OPTIONAL_INT64_SCHEMA)
            .field("website_id", Schema.OPTIONAL_STRING_SCHEMA)
            .field("session_id", Schema.OPTIONAL_STRING_SCHEMA)
            .field("people_id", Schema.OPTIONAL_STRING_SCHEMA)
            .field("topic", Schema.STRING_SCHEMA)
            .field("partition", Schema.INT32_SCHEMA)
            .field("offset", Schema.INT64_SCHEMA)
            .field("finished_at", Timestamp.builder().optional().build())
            .field("response", Schema.OPTIONAL_STRING_SCHEMA)
            .build();

    private CommandResult() {}

    /** Of a command that was executed or refused by Crisp. */
    public static Struct of(Finished finished) {
        Parsed.Accepted accepted = finished.order().command();
        Target target = accepted.command().target();
        Struct result = start(
                        accepted.commandId(),
                        accepted.command().name(),
                        finished.order().at())
                .put("outcome", finished.outcome().word())
                .put("attempts", finished.attempts())
                .put("latency_ms", finished.latency().toMillis())
                .put("website_id", target.websiteId())
                .put("session_id", target.sessionId())
                .put("people_id", target.peopleId())
                .put("finished_at", Date.from(finished.at()));
        if (finished.outcome().status() != 0) {
            result.put("http_status", finished.outcome().status());
        }
        describe(finished.outcome(), result);
        return result;
    }

    /** Of a record that was no command. */
    public static Struct of(Parsed.Rejected rejected, Coordinates at, Instant now) {
        return start(rejected.commandId(), rejected.command(), at)
                .put("outcome", "refused")
                .put("reason", rejected.reason())
                .put("attempts", 0)
                .put("finished_at", Date.from(now));
    }

    private static Struct start(String commandId, String command, Coordinates at) {
        return new Struct(SCHEMA)
                .put("command_id", commandId)
                .put("command", command)
                .put("topic", at.topic())
                .put("partition", at.partition())
                .put("offset", at.offset());
    }

    private static void describe(Outcome outcome, Struct result) {
        if (outcome instanceof Outcome.Delivered delivered) {
            describe(delivered.done(), result);
        } else if (outcome instanceof Outcome.Skipped skipped) {
            describe(skipped.done(), result);
            result.put("reason", skipped.reason());
        } else if (outcome instanceof Outcome.Refused refused) {
            result.put("reason", refused.reason()).put("advice", refused.advice());
        } else if (outcome instanceof Outcome.Fatal fatal) {
            result.put("reason", fatal.reason());
        }
    }

    private static void describe(Step.Done done, Struct result) {
        result.put("state", done.state());
        if (done.peopleId() != null) {
            result.put("people_id", done.peopleId());
        }
        if (done.sessionId() != null) {
            result.put("session_id", done.sessionId());
        }
        if (done.response() != null) {
            result.put("response", done.response().json());
        }
    }
}
