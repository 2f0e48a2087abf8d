package dev.crispconnect.quickstart.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RecordLinesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final Conversations conversations = new Conversations();
    private final Answers answers = new Answers();
    private final RecordLines lines = new RecordLines(conversations, answers);

    @Test
    void aConversationShowsWhatItsStateBecame() {
        // given
        lines.of(record("crisp.conversations", "crisp.op", "create", """
                {"session_id": "session_a", "state": "unresolved", "meta": {"nickname": "Ilse Brandt"}}
                """));

        // when
        var line = lines.of(record("crisp.conversations", "crisp.op", "update", """
                {"session_id": "session_a", "state": "resolved",
                 "meta": {"nickname": "Ilse Brandt", "segments": ["archived"]}}
                """));

        // then
        assertThat(line)
                .isEqualTo(new Line(
                        NOW,
                        "crisp.conversations",
                        "update",
                        "#1 Ilse Brandt",
                        "unresolved -> resolved [\"archived\"]"));
    }

    @Test
    void aMessageShowsItsBeginningOnOneLineUnderTheNumberOfItsConversation() {
        conversations.of("session_a");

        var line = lines.of(record("crisp.messages", "crisp.op", "create", """
                {"session_id": "session_b", "from": "user", "type": "text", "text": "Hello,\\nworld \\u001b[31m"}
                """));

        assertThat(line.who()).isEqualTo("#2");
        assertThat(line.what()).isEqualTo("user: \"Hello, world [31m\"");
    }

    @Test
    void aMessageWithoutTextShowsItsType() {
        var line = lines.of(record("crisp.messages", "crisp.op", "create", """
                {"session_id": "session_a", "from": "operator", "type": "file", "text": null}
                """));

        assertThat(line.what()).isEqualTo("operator: (file)");
    }

    @Test
    void aRemovedMessageShowsThatItIsRemoved() {
        var line = lines.of(record("crisp.messages", "crisp.op", "delete", """
                {"session_id": "session_a", "fingerprint": 7, "from": null, "type": null, "text": null, "removed": true}
                """));

        assertThat(line.who()).isEqualTo("#1");
        assertThat(line.what()).isEqualTo("removed");
    }

    @Test
    void aConversationWithATombstoneIsRemovedUnderItsName() {
        lines.of(record("crisp.conversations", "crisp.op", "create", """
                {"session_id": "session_a", "state": "unresolved", "meta": {"nickname": "Ilse Brandt"}}
                """));

        var line = lines.of(tombstone("crisp.conversations", """
                {"website_id": "website_a", "session_id": "session_a"}
                """));

        assertThat(line).isEqualTo(new Line(NOW, "crisp.conversations", "delete", "#1 Ilse Brandt", "removed"));
        assertThat(conversations.of("session_a").state()).isEqualTo("removed");
    }

    @Test
    void aResultShowsTheOutcomeAndTakesItsCommandOffTheListOfThoseAwaited() {
        // given
        answers.await(7);

        // when
        var line = lines.of(record("crisp.results", "", "", """
                {"command": "resolve_conversation", "outcome": "refused", "reason": "404 not_found", "latency_ms": 12,
                 "session_id": "session_a", "topic": "crisp.commands", "partition": 0, "offset": 7}
                """));

        // then
        assertThat(line.op()).isEqualTo("refused");
        assertThat(line.what()).isEqualTo("resolve_conversation, 12 ms: 404 not_found");
        assertThat(answers.complete()).isTrue();
    }

    @Test
    void aDeadLetterShowsWhyItIsOne() {
        var line =
                lines.of(record("crisp.dead-letters", "__connect.errors.exception.message", "no command", "not json"));

        assertThat(line.what()).isEqualTo("no command");
    }

    @Test
    void aContactWithATombstoneIsNamedByItsId() {
        var line = lines.of(tombstone("crisp.people", """
                {"website_id": "website_a", "people_id": "people_a"}
                """));

        assertThat(line.op()).isEqualTo("delete");
        assertThat(line.who()).isEqualTo("people_a");
    }

    private static ConsumerRecord<String, String> tombstone(String topic, String key) {
        return record(topic, "crisp.op", "delete", key, null);
    }

    private static ConsumerRecord<String, String> record(String topic, String header, String text, String value) {
        return record(topic, header, text, null, value);
    }

    private static ConsumerRecord<String, String> record(
            String topic, String header, String text, String key, String value) {
        var headers = new RecordHeaders();
        headers.add(header, text.getBytes(StandardCharsets.UTF_8));
        return new ConsumerRecord<>(
                topic,
                0,
                0,
                NOW.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                headers,
                Optional.empty());
    }
}
