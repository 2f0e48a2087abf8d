package dev.crispconnect.quickstart.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crispconnect.quickstart.broker.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Says in one line what a record means. On the way it learns the conversations, and which commands were answered. */
final class RecordLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EXCERPT = 70;

    private final Conversations conversations;
    private final Answers answers;

    RecordLines(Conversations conversations, Answers answers) {
        this.conversations = conversations;
        this.answers = answers;
    }

    Line of(ConsumerRecord<String, String> record) {
        var time = Instant.ofEpochMilli(record.timestamp());
        var value = json(record.value());
        var op = header(record, "crisp.op");
        return switch (record.topic()) {
            case Topics.CONVERSATIONS ->
                value.isMissingNode() ? removed(time, op, json(record.key())) : conversation(time, op, value);
            case Topics.MESSAGES -> new Line(time, record.topic(), op, who(value), message(value));
            case Topics.PEOPLE ->
                new Line(
                        time,
                        record.topic(),
                        op,
                        contact(value.isMissingNode() ? json(record.key()) : value),
                        value.path("email").asText());
            case Topics.COMMANDS -> command(time, value);
            case Topics.RESULTS -> result(time, value);
            default ->
                new Line(time, record.topic(), "refused", "", header(record, "__connect.errors.exception.message"));
        };
    }

    private Line conversation(Instant time, String op, JsonNode value) {
        var before = conversations.see(value);
        var now = conversations.of(before.sessionId());
        var state = before.state().isEmpty() || before.state().equals(now.state())
                ? now.state()
                : before.state() + " -> " + now.state();
        var segments = value.path("meta").path("segments");
        var tags = segments.isEmpty() ? "" : " " + segments;
        return new Line(time, Topics.CONVERSATIONS, op, now.label(), state + tags);
    }

    private Line removed(Instant time, String op, JsonNode key) {
        var before = conversations.removed(key.path("session_id").asText());
        return new Line(time, Topics.CONVERSATIONS, op, before.label(), Conversations.REMOVED);
    }

    private static String message(JsonNode value) {
        if (value.path("removed").asBoolean()) {
            return Conversations.REMOVED;
        }
        var type = value.path("type").asText();
        var text = value.path("text");
        var content = text.isTextual() ? "\"" + Excerpt.of(text.asText(), EXCERPT) + "\"" : "(" + type + ")";
        return value.path("from").asText() + (type.equals("note") ? " (note): " : ": ") + content;
    }

    private Line command(Instant time, JsonNode value) {
        var name = value.path("command").asText("?");
        var what = value.path("note").asText(value.path("text").asText(""));
        if (value.has("person")) {
            what = value.path("person").toString();
        }
        return new Line(
                time,
                Topics.COMMANDS,
                "command",
                who(value),
                name + (what.isEmpty() ? "" : ": " + Excerpt.of(what, EXCERPT)));
    }

    private Line result(Instant time, JsonNode value) {
        answers.answered(value.path("offset").asLong());
        var reason = value.path("reason").asText("");
        var what =
                value.path("command").asText() + ", " + value.path("latency_ms").asText() + " ms"
                        + (reason.isEmpty() || reason.equals("null") ? "" : ": " + Excerpt.of(reason, EXCERPT));
        return new Line(time, Topics.RESULTS, value.path("outcome").asText(), who(value), what);
    }

    /** The conversation or the contact that a record is about. */
    private String who(JsonNode value) {
        var sessionId = value.path("session_id");
        return sessionId.isTextual()
                ? conversations.of(sessionId.asText()).label()
                : value.path("people_id").asText("");
    }

    private static String contact(JsonNode value) {
        var name = value.path("email").asText(value.path("people_id").asText());
        return value.path("person").path("nickname").asText(name);
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        try {
            return text == null ? JSON.missingNode() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
