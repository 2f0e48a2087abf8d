package dev.crispconnect.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.crispconnect.client.CapturedLog;
import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.Target;
import dev.crispconnect.sink.command.Records;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator reads, and what nobody may read there. */
class SinkLogTest {

    private static final TopicPartition PARTITION = new TopicPartition("commands", 0);
    private static final String TEXT = "a private text";

    private final CrispSimulator crisp = CrispSimulator.start(SimulatorSettings.defaults());
    private final CrispSinkTask task = new CrispSinkTask();
    private final FakeContext context = new FakeContext();
    private final Map<String, String> props = new HashMap<>(Settings.minimal());

    @BeforeEach
    void settings() {
        props.put("crisp.api.url", crisp.url().toString());
        props.put("crisp.website.id", SimulatorSettings.defaults().websiteId());
        props.put("crisp.token.identifier", crisp.websiteToken().identifier());
        props.put("crisp.token.key", crisp.websiteToken().key());
        props.put("retry.backoff.base.ms", "1");
        context.assignment.add(PARTITION);
        context.storesReportsAtOnce = true;
        task.initialize(context);
    }

    @AfterEach
    void close() {
        crisp.close();
    }

    @Test
    void aTaskTellsOfItsStartItsFirstAnswerTroubleAndWhatItCameToAndNothingPrivate() {
        String session =
                crisp.workspace().visitorArrives("Ilse", "ilse@example.org").sessionId();
        crisp.inject(Fault.status(429, "rate_limited"));
        try (CapturedLog log = new CapturedLog()) {
            task.start(props);
            task.open(List.of(PARTITION));
            task.put(List.of(send(session, 0), send("session_unknown", 1)));
            await().until(() -> {
                task.put(List.of());
                return committed() == 2;
            });
            task.stop();

            assertThat(log.lines())
                    .anyMatch(line ->
                            line.startsWith("INFO Crisp sink started: task=crisp-sink-crisp-sink-0 api=http://127"))
                    .anyMatch(line -> line.startsWith("WARN Crisp throttles this token"))
                    .anyMatch(line -> line.startsWith("INFO Crisp answers: task=crisp-sink-crisp-sink-0 call=POST "))
                    .anyMatch(line -> line.startsWith("INFO Crisp sink stopped: task=crisp-sink-crisp-sink-0"
                            + " outcomes={delivered=1, refused=1} calls={"));
            assertSilence(log.lines());
            assertSilence(context.reported.stream()
                    .map(reported -> reported.error().toString())
                    .toList());
        }
    }

    @Test
    void aFailureSaysWhatToDoAndNothingPrivate() {
        crisp.faults().always(Target.any(), Fault.status(401, "invalid_session"));
        try (CapturedLog log = new CapturedLog()) {
            task.start(props);
            task.open(List.of(PARTITION));
            task.put(List.of(send("session_1", 0)));
            Throwable failure =
                    await().until(() -> catchThrowable(() -> task.put(List.of())), thrown -> thrown != null);
            task.stop();

            assertThat(failure).hasMessageContaining("Check the token");
            assertSilence(List.of(failure.toString(), failure.getCause().toString()));
            assertSilence(log.lines());
        }
    }

    private static SinkRecord send(String session, long offset) {
        return Records.of(session, Map.of("command", "send", "text", TEXT, "user", Map.of("nickname", "Ilse")), offset);
    }

    private long committed() {
        return task.preCommit(Map.of(PARTITION, new OffsetAndMetadata(2)))
                .get(PARTITION)
                .offset();
    }

    private void assertSilence(List<String> lines) {
        assertThat(String.join("\n", lines))
                .doesNotContain(
                        props.get("crisp.token.key"),
                        props.get("crisp.token.identifier"),
                        crisp.websiteToken().authorization(),
                        "Ilse",
                        "ilse@example.org",
                        TEXT);
    }
}
