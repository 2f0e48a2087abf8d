package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.fault.Fault;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Both connectors while every tenth call to Crisp is throttled, or fails, at the API itself or at a gateway. */
class FaultsEndToEndTest {
    private static final List<Fault> FAULTS =
            List.of(Fault.status(429, "rate_limited"), Fault.status(500, "server_error"), Fault.html(502));

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
    void theSourceLosesAndRepeatsNothing() throws Exception {
        try (var crisp = SimulatedWebsite.withPast(40);
                var topics = cluster.topics(1, "storm.conversations", "storm.messages", "storm.people")) {
            crisp.simulator().faults().rate(0.1, 42, FAULTS);

            // when
            cluster.install("storm", crisp.source("storm"));
            topics.await("storm.conversations", 40);
            topics.await("storm.messages", 160);
            topics.await("storm.people", 40);
            var last = crisp.sessionIds().get(0);
            crisp.workspace().visitorWrites(last, "nothing comes after this");
            topics.await("storm.messages", received -> received.text("text").equals("nothing comes after this"));

            // then
            assertThat(topics.of("storm.messages"))
                    .extracting(message -> message.text("session_id") + " " + message.text("fingerprint"))
                    .doesNotHaveDuplicates()
                    .hasSize(161);
            assertThat(topics.of("storm.people"))
                    .extracting(profile -> profile.text("people_id"))
                    .containsExactlyInAnyOrderElementsOf(crisp.peopleIds());
            assertThat(faultsMet(crisp)).isPositive();
        }
    }

    @Test
    void theSinkSendsEveryMessageOnceAndInOrder() throws Exception {
        try (var crisp = SimulatedWebsite.withPast(5);
                var topics = cluster.topics(1, "gale.commands", "gale.results", "gale.dead-letters")) {
            crisp.simulator().faults().rate(0.1, 42, FAULTS);
            cluster.install("gale", crisp.sink(cluster.bootstrap(), "gale", "gale.commands"));
            var before = crisp.texts(crisp.sessionIds().get(0)).size();

            // when
            var numbers = IntStream.range(0, 20).mapToObj(Integer::toString).toList();
            for (var number : numbers) {
                for (var sessionId : crisp.sessionIds()) {
                    cluster.command("gale.commands", sessionId, sending(number));
                }
            }
            var results = topics.await("gale.results", 100);

            // then
            assertThat(results).extracting(result -> result.text("outcome")).containsOnly("delivered");
            assertThat(crisp.sessionIds()).allSatisfy(sessionId -> assertThat(crisp.texts(sessionId))
                    .endsWith(numbers.toArray(String[]::new)));
            assertThat(crisp.texts(crisp.sessionIds().get(0))).hasSize(before + 20);
            assertThat(faultsMet(crisp)).isPositive();
        }
    }

    private static long faultsMet(SimulatedWebsite crisp) {
        return crisp.simulator().journal().entries().stream()
                .filter(entry -> entry.fault() != null)
                .count();
    }

    private static String sending(String text) {
        return String.format(Locale.ROOT, """
                {"command": "send", "text": "%s"}
                """, text);
    }
}
