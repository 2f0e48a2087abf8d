package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.workspace.State;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sink inside a real worker, on a real broker, from its packaged plugin directory. */
class SinkEndToEndTest {
    private static ConnectCluster cluster;

    @BeforeAll
    static void start() {
        cluster = new ConnectCluster();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void theFourCommandsTakeEffectOnceAndAreAnswered() throws Exception {
        try (var crisp = SimulatedWebsite.withPast(4);
                var topics = cluster.topics(1, "four.commands", "four.results", "four.dead-letters")) {
            cluster.install("four", crisp.sink(cluster.bootstrap(), "four", "four.commands"));
            var sessions = crisp.sessionIds();
            var person = crisp.workspace().people().all().get(0);

            // when
            cluster.command("four.commands", sessions.get(0), """
                    {"command": "resolve_conversation", "note": "parcel arrived"}
                    """);
            cluster.command("four.commands", sessions.get(1), """
                    {"command": "archive_conversation"}
                    """);
            cluster.command("four.commands", sessions.get(2), """
                    {"command": "send_message", "text": "Your parcel is on its way"}
                    """);
            cluster.command("four.commands", person.email(), """
                    {"command": "update_people_profile", "person": {"nickname": "Lena"}}
                    """);
            var results = topics.await("four.results", 4);

            // then
            assertThat(results).extracting(result -> result.text("outcome")).containsOnly("delivered");
            assertThat(results)
                    .extracting(result -> result.key().asText())
                    .containsExactlyInAnyOrder(sessions.get(0), sessions.get(1), sessions.get(2), person.email());
            var conversations = crisp.workspace().conversations();
            assertThat(conversations.get(sessions.get(0)).state()).isEqualTo(State.RESOLVED);
            assertThat(crisp.texts(sessions.get(0))).containsOnlyOnce("parcel arrived");
            assertThat(conversations.get(sessions.get(1)).segments()).contains("archived");
            assertThat(conversations.get(sessions.get(1)).state()).isEqualTo(State.RESOLVED);
            assertThat(crisp.texts(sessions.get(2))).containsOnlyOnce("Your parcel is on its way");
            assertThat(crisp.workspace().people().get(person.peopleId()).nickname())
                    .isEqualTo("Lena");
            assertThat(topics.of("four.dead-letters")).isEmpty();
        }
    }

    @Test
    void aMalformedRecordLandsInTheDeadLetterQueueWithTheReasonAndTheNextIsServed() throws Exception {
        try (var crisp = SimulatedWebsite.withPast(1);
                var topics = cluster.topics(1, "bad.commands", "bad.results", "bad.dead-letters")) {
            cluster.install("bad", crisp.sink(cluster.bootstrap(), "bad", "bad.commands"));
            var sessionId = crisp.sessionIds().get(0);

            // when
            cluster.command("bad.commands", sessionId, """
                    {"command": "send_message", "txt": "never sent"}
                    """);
            cluster.command("bad.commands", sessionId, """
                    {"command": "send_message", "text": "sent"}
                    """);

            // then
            topics.await("bad.results", result -> result.text("outcome").equals("delivered"));
            var letter = topics.await("bad.dead-letters", 1).get(0);
            assertThat(letter.headers().get("__connect.errors.exception.message"))
                    .contains("txt")
                    .contains("bad.commands")
                    .doesNotContain("never sent");
            assertThat(letter.text("txt")).isEqualTo("never sent");
            assertThat(crisp.texts(sessionId)).containsOnlyOnce("sent").doesNotContain("never sent");
        }
    }

    @Test
    void aCommandIsChosenByHeaderOrFieldOrTheTopicsLastSegment() throws Exception {
        try (var crisp = SimulatedWebsite.withPast(3);
                var topics = cluster.topics(1, "chosen.any", "chosen.resolve", "chosen.results")) {
            cluster.install("chosen", crisp.sink(cluster.bootstrap(), "chosen", "chosen.any", "chosen.resolve"));
            var sessions = crisp.sessionIds();
            sessions.forEach(session -> crisp.workspace().conversations().setState(session, State.UNRESOLVED));

            // when
            var byHeader = new ProducerRecord<>("chosen.any", sessions.get(0), "{}");
            byHeader.headers().add("crisp.command", "resolve".getBytes(StandardCharsets.UTF_8));
            cluster.write(byHeader);
            cluster.command("chosen.any", sessions.get(1), """
                    {"command": "resolve"}
                    """);
            cluster.command("chosen.resolve", sessions.get(2), "{}");
            var results = topics.await("chosen.results", 3);

            // then
            assertThat(results).extracting(result -> result.text("command")).containsOnly("resolve_conversation");
            assertThat(sessions)
                    .extracting(session ->
                            crisp.workspace().conversations().get(session).state())
                    .containsOnly(State.RESOLVED);
        }
    }

    @Test
    void itsOffsetsCanBeReadThroughTheWorker() throws Exception {
        try (var crisp = SimulatedWebsite.withPast(1);
                var topics = cluster.topics(1, "read.commands", "read.results")) {
            cluster.install("read", crisp.sink(cluster.bootstrap(), "read", "read.commands"));

            // when
            cluster.command("read.commands", crisp.sessionIds().get(0), """
                    {"command": "resolve"}
                    """);
            topics.await("read.results", 1);

            // then
            assertThat(cluster.awaitOffsets("read", 1).get(0).path("offset").path("kafka_offset"))
                    .isNotNull();
        }
    }
}
