package dev.crispconnect.quickstart;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.workspace.ProfileCard;
import dev.crispconnect.simulator.workspace.State;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The source inside a real worker, on a real broker, from its packaged plugin directory. */
class SourceEndToEndTest {
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
    void everythingThereWasArrivesOnceAndInOrder() throws Exception {
        try (var crisp = SimulatedWebsite.withPast(30);
                var topics = cluster.topics(3, "past.conversations", "past.messages", "past.people")) {
            // when
            cluster.install("past", crisp.source("past"));
            topics.await("past.conversations", 30);
            topics.await("past.messages", 120);
            topics.await("past.people", 30);
            var last = crisp.sessionIds().get(0);
            crisp.workspace().visitorWrites(last, "nothing comes after this");
            topics.await("past.messages", received -> received.text("text").equals("nothing comes after this"));

            // then
            assertThat(texts(topics.of("past.conversations"), "session_id"))
                    .filteredOn(sessionId -> !sessionId.equals(last))
                    .doesNotHaveDuplicates()
                    .hasSize(29);
            assertThat(texts(topics.of("past.people"), "people_id"))
                    .containsExactlyInAnyOrderElementsOf(crisp.peopleIds());
            assertThat(fingerprintsBySession(topics.of("past.messages")))
                    .isEqualTo(crisp.sessionIds().stream().collect(toMap(identity(), crisp::fingerprints)));
        }
    }

    @Test
    void whatChangesLaterArrivesWithHeadersThatSayHow() throws Exception {
        try (var crisp = SimulatedWebsite.withPast(3);
                var topics = cluster.topics(1, "later.conversations", "later.messages", "later.people")) {
            cluster.install("later", crisp.source("later"));
            var past = topics.await("later.conversations", 3);
            topics.await("later.people", 3);
            var sessionId = crisp.sessionIds().get(0);
            var peopleId = crisp.peopleIds().get(0);
            // read or told: what happens in this conversation after it has come is told
            crisp.workspace().visitorWrites(sessionId, "Hello?");
            topics.await("later.messages", received -> received.text("text").equals("Hello?"));

            // when
            crisp.workspace().visitorWrites(sessionId, "Is anybody there?");
            crisp.workspace().conversations().setState(sessionId, State.RESOLVED);
            crisp.workspace()
                    .people()
                    .patch(peopleId, new ProfileCard(null, Map.of("nickname", "Lena"), Map.of(), null, null, null));
            var visitor = crisp.workspace().visitorArrives("Ilse", "ilse@example.org");
            crisp.workspace().visitorWrites(visitor.sessionId(), "Hello");

            // then
            var message = topics.await(
                    "later.messages", received -> received.text("text").equals("Is anybody there?"));
            assertThat(message.key().path("session_id").asText()).isEqualTo(sessionId);
            assertThat(message.headers()).containsEntry("crisp.via", "realtime").containsEntry("crisp.op", "create");
            var resolved = topics.await(
                    "later.conversations",
                    received -> received.text("session_id").equals(sessionId)
                            && received.text("state").equals("resolved")
                            && received.headers().get("crisp.via").equals("reconcile"));
            assertThat(resolved.headers()).containsEntry("crisp.op", "update");
            var profile = topics.await("later.people", received -> received.value()
                    .path("person")
                    .path("nickname")
                    .asText()
                    .equals("Lena"));
            assertThat(profile.text("people_id")).isEqualTo(peopleId);
            var arrived = topics.await("later.conversations", received -> received.text("session_id")
                    .equals(visitor.sessionId()));
            assertThat(arrived.headers()).containsEntry("crisp.op", "create");
            assertThat(past.get(0).headers())
                    .containsEntry("crisp.via", "backfill")
                    .containsEntry("crisp.op", "create");
        }
    }

    @Test
    void whatHappensWhileItIsStoppedArrivesOnceWhenItResumes() throws Exception {
        try (var crisp = SimulatedWebsite.withPast(3);
                var topics = cluster.topics(1, "stopped.conversations", "stopped.messages", "stopped.people")) {
            cluster.install("stopped", crisp.source("stopped"));
            topics.await("stopped.messages", 12);
            topics.await("stopped.people", 3);
            cluster.stop("stopped");

            // when
            for (var sessionId : crisp.sessionIds()) {
                crisp.workspace().visitorWrites(sessionId, "written meanwhile");
            }
            cluster.resume("stopped");

            // then
            topics.await("stopped.messages", 15);
            crisp.workspace().visitorWrites(crisp.sessionIds().get(2), "afterwards");
            topics.await("stopped.messages", received -> received.text("text").equals("afterwards"));
            assertThat(texts(topics.of("stopped.messages"), "fingerprint"))
                    .doesNotHaveDuplicates()
                    .hasSize(16);
            assertThat(topics.of("stopped.people")).hasSize(3);
        }
    }

    @Test
    void itsOffsetsCanBeReadAndResetSoThatEverythingComesAgain() throws Exception {
        try (var crisp = SimulatedWebsite.withPast(3);
                var topics = cluster.topics(1, "reset.conversations", "reset.messages", "reset.people")) {
            cluster.install("reset", crisp.source("reset"));
            topics.await("reset.messages", 12);
            topics.await("reset.people", 3);

            // when
            var offsets = cluster.awaitOffsets("reset", 2);
            cluster.stop("reset");
            cluster.rest().resetOffsets("reset");
            cluster.resume("reset");

            // then
            assertThat(StreamSupport.stream(offsets.spliterator(), false)
                            .map(offset -> offset.path("partition").path("unit").asText()))
                    .containsExactlyInAnyOrder("inbox", "people");
            assertThat(offsets)
                    .allSatisfy(offset -> assertThat(
                                    offset.path("partition").path("website_id").asText())
                            .isEqualTo(crisp.workspace().website().websiteId()))
                    .allSatisfy(offset ->
                            assertThat(offset.path("offset").isObject()).isTrue());
            topics.await("reset.conversations", 6);
            topics.await("reset.people", 6);
            assertThat(texts(topics.await("reset.messages", 24), "fingerprint").stream()
                            .distinct())
                    .hasSize(12);
        }
    }

    @Test
    void twoConnectorsSideBySideEachReadTheirOwnWebsite() throws Exception {
        try (var one = SimulatedWebsite.withPast(3);
                var other = new SimulatedWebsite(SimulatorSettings.defaults().withSeed(7));
                var topics = cluster.topics(
                        1,
                        "one.conversations",
                        "one.messages",
                        "one.people",
                        "other.conversations",
                        "other.messages",
                        "other.people")) {
            other.workspace().seed(2, 3, 2);

            // when
            cluster.install("one", one.source("one"));
            cluster.install("other", other.source("other"));

            // then
            topics.await("one.messages", 12);
            topics.await("other.messages", 6);
            assertThat(texts(topics.await("one.conversations", 3), "session_id"))
                    .containsExactlyInAnyOrderElementsOf(one.sessionIds());
            assertThat(texts(topics.await("other.conversations", 2), "session_id"))
                    .containsExactlyInAnyOrderElementsOf(other.sessionIds());
            assertThat(cluster.rest().status("one").tasks()).hasSize(2);
        }
    }

    @Test
    void aTaskThatEndsItsTransactionsItselfHasThemCommitted() throws Exception {
        try (var crisp = SimulatedWebsite.withPast(30);
                var topics = cluster.topics(1, "ended.conversations", "ended.messages", "ended.people")) {
            var config = crisp.source("ended");
            config.put("transaction.boundary", "connector");

            // when
            cluster.install("ended", config);
            topics.await("ended.messages", 120);
            topics.await("ended.people", 30);
            cluster.stop("ended");
            cluster.resume("ended");
            crisp.workspace().visitorWrites(crisp.sessionIds().get(0), "nothing comes after this");

            // then
            topics.await("ended.messages", received -> received.text("text").equals("nothing comes after this"));
            assertThat(topics.of("ended.messages"))
                    .extracting(message -> message.text("session_id") + " " + message.text("fingerprint"))
                    .doesNotHaveDuplicates()
                    .hasSize(121);
        }
    }

    @Test
    void aPluginReadsEveryWebsiteThatInstalledIt() throws Exception {
        var other = "3d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11";
        try (var crisp = SimulatedWebsite.withPast(2);
                var topics = cluster.topics(1, "found.conversations", "found.messages", "found.people")) {
            crisp.simulator().addWebsite(other, true).seed(3, 1, 0);

            // when
            cluster.install("found", crisp.pluginSource("found"));

            // then
            assertThat(texts(topics.await("found.conversations", 5), "website_id"))
                    .containsOnly(crisp.workspace().website().websiteId(), other);
        }
    }

    private static List<String> texts(List<Received> received, String field) {
        return received.stream().map(one -> one.text(field)).toList();
    }

    private static Map<String, List<Long>> fingerprintsBySession(List<Received> messages) {
        return messages.stream()
                .map(Received::value)
                .collect(groupingBy(
                        value -> value.path("session_id").asText(),
                        mapping((JsonNode value) -> value.path("fingerprint").asLong(), toList())));
    }
}
