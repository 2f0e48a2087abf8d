package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The worker ends in the middle of the work, and another one of its group goes on. */
class RestartEndToEndTest {
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
    void aBackfillGoesOnWhereItStopped() throws Exception {
        try (var crisp = SimulatedWebsite.withPast(60);
                var topics = cluster.topics(1, "half.conversations", "half.messages", "half.people")) {
            crisp.simulator().thinkTime(Duration.ofMillis(150));
            cluster.install("half", crisp.source("half"));
            topics.await("half.conversations", 10);

            // when
            cluster.restartWorker();
            long readBefore = crisp.calls("GET", "messages");
            crisp.simulator().thinkTime(Duration.ZERO);
            topics.await("half.messages", 240);
            topics.await("half.conversations", 60);
            topics.await("half.people", 60);
            crisp.workspace().visitorWrites(crisp.sessionIds().get(0), "nothing comes after this");
            topics.await("half.messages", received -> received.text("text").equals("nothing comes after this"));

            // then
            assertThat(readBefore).as("conversations read before the restart").isLessThan(60);
            assertThat(topics.of("half.messages"))
                    .extracting(message -> message.text("session_id") + " " + message.text("fingerprint"))
                    .doesNotHaveDuplicates()
                    .hasSize(241);
            assertThat(topics.of("half.people"))
                    .extracting(profile -> profile.text("people_id"))
                    .containsExactlyInAnyOrderElementsOf(crisp.peopleIds());
        }
    }

    @Test
    void aBacklogOfCommandsIsWorkedOffWithEveryMessageSentOnce() throws Exception {
        try (var crisp = SimulatedWebsite.withPast(5);
                var topics = cluster.topics(1, "backlog.commands", "backlog.results", "backlog.dead-letters")) {
            crisp.simulator().thinkTime(Duration.ofMillis(50));
            var numbers = IntStream.range(0, 30).mapToObj(Integer::toString).toList();
            for (var number : numbers) {
                for (var sessionId : crisp.sessionIds()) {
                    cluster.command("backlog.commands", sessionId, sending(number));
                }
            }
            cluster.install("backlog", crisp.sink(cluster.bootstrap(), "backlog", "backlog.commands"));
            topics.await("backlog.results", 10);

            // when
            cluster.restartWorker();
            long sentBefore = crisp.calls("POST", "message");
            crisp.simulator().thinkTime(Duration.ZERO);
            // a command that was answered but not committed is answered again, so answers are more than commands
            topics.until(Duration.ofSeconds(45), () -> assertThat(topics.of("backlog.results").stream()
                            .map(result -> result.text("offset"))
                            .distinct())
                    .hasSize(150));

            // then
            assertThat(sentBefore).as("messages sent before the restart").isLessThan(150);
            assertThat(crisp.sessionIds()).allSatisfy(sessionId -> assertThat(
                            crisp.texts(sessionId).stream().filter(numbers::contains))
                    .containsExactlyElementsOf(numbers));
            assertThat(topics.of("backlog.dead-letters")).isEmpty();
        }
    }

    private static String sending(String text) {
        return String.format(Locale.ROOT, """
                {"command": "send", "text": "%s"}
                """, text);
    }
}
