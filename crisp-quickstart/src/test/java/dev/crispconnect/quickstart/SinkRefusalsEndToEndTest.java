package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crispconnect.quickstart.worker.ConnectorStatus;
import dev.crispconnect.quickstart.worker.WorkerRestException;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a real worker does with the sink's failures, and with offsets that an operator writes. */
class SinkRefusalsEndToEndTest {
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
    void aTokenThatIsDeniedStopsTheTaskOnceAndSendsNothingToTheDeadLetterQueue() throws Exception {
        try (var crisp = SimulatedWebsite.withPast(1);
                var topics = cluster.topics(1, "denied.commands", "denied.results", "denied.dead-letters")) {
            cluster.install("denied", crisp.sink(cluster.bootstrap(), "denied", "denied.commands"));
            crisp.simulator().faults().always(Target.any(), Fault.status(403, "not_allowed"));

            // when
            for (int i = 0; i < 50; i++) {
                cluster.command("denied.commands", "session_" + i, "{\"command\": \"resolve\"}");
            }
            cluster.awaitStatus("denied", SinkRefusalsEndToEndTest::taskFailed);

            // then
            assertThat(trace("denied")).contains("HTTP 403");
            cluster.command("denied.dead-letters", "the end", "{}");
            cluster.command("denied.results", "the end", "{}");
            assertThat(topics.await("denied.dead-letters", 1))
                    .extracting(letter -> letter.key().asText())
                    .containsExactly("the end");
            assertThat(topics.await("denied.results", 1))
                    .extracting(result -> result.key().asText())
                    .containsExactly("the end");
        }
    }

    @Test
    void aRecordThatIsNoCommandStopsTheTaskOfAWorkerThatToleratesNone() throws Exception {
        try (var crisp = SimulatedWebsite.withPast(1);
                var topics = cluster.topics(1, "strict.commands", "strict.results")) {
            var config = crisp.sink(cluster.bootstrap(), "strict", "strict.commands");
            config.keySet().removeIf(key -> key.startsWith("errors."));
            cluster.install("strict", config);

            // when
            cluster.command("strict.commands", "k", "{\"command\": \"dance\"}");
            topics.await("strict.commands", 1);
            cluster.awaitStatus("strict", SinkRefusalsEndToEndTest::taskFailed);

            // then
            assertThat(trace("strict")).contains("topic strict.commands, partition 0, offset 0: field 'command'");
        }
    }

    @Test
    void aRecordWithoutAValueIsADeadLetterWhereItIsToFail() throws Exception {
        try (var crisp = SimulatedWebsite.withPast(1);
                var topics = cluster.topics(1, "null.commands", "null.results", "null.dead-letters")) {
            var config = crisp.sink(cluster.bootstrap(), "null", "null.commands");
            config.put("behavior.on.null.values", "fail");
            cluster.install("null", config);

            // when
            cluster.command("null.commands", "k", null);

            // then
            var letter = topics.await("null.dead-letters", 1).get(0);
            assertThat(letter.headers().get("__connect.errors.exception.message"))
                    .contains("topic null.commands, partition 0, offset 0: the value is missing");
        }
    }

    @Test
    void offsetsMovedBackFindWhatWasSentAndOnesOfAnotherTopicAreRefused() throws Exception {
        try (var crisp = SimulatedWebsite.withPast(1);
                var topics = cluster.topics(1, "moved.commands", "moved.results")) {
            var sessionId = crisp.sessionIds().get(0);
            cluster.install("moved", crisp.sink(cluster.bootstrap(), "moved", "moved.commands"));
            cluster.command("moved.commands", sessionId, "{\"command\": \"send\", \"text\": \"once\"}");
            topics.await("moved.results", 1);
            cluster.awaitOffsets("moved", 1);
            cluster.stop("moved");

            // when
            assertThatThrownBy(() -> cluster.rest().alterOffsets("moved", offset("elsewhere", 0)))
                    .isInstanceOf(WorkerRestException.class)
                    .hasMessageContaining("The topic elsewhere is not read by this connector");
            cluster.rest().alterOffsets("moved", offset("moved.commands", 0));
            cluster.resume("moved");

            // then
            topics.await("moved.results", result -> result.text("outcome").equals("skipped"));
            assertThat(crisp.texts(sessionId)).containsOnlyOnce("once");
        }
    }

    private static JsonNode offset(String topic, long offset) throws Exception {
        return new ObjectMapper()
                .readTree("{\"offsets\": [{\"partition\": {\"kafka_topic\": \"" + topic
                        + "\", \"kafka_partition\": 0}, \"offset\": {\"kafka_offset\": " + offset + "}}]}");
    }

    private static boolean taskFailed(ConnectorStatus status) {
        return status.tasks().stream().anyMatch(task -> task.state().equals("FAILED"));
    }

    private static String trace(String connector) {
        return cluster.rest().status(connector).tasks().get(0).trace();
    }
}
