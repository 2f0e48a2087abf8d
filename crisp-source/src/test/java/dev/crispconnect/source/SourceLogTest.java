package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.crispconnect.client.CapturedLog;
import dev.crispconnect.client.time.SystemTime;
import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator reads, and what nobody may read there. */
class SourceLogTest {

    private final CrispSimulator crisp = CrispSimulator.start(SimulatorSettings.defaults());
    private final Map<String, String> props = RunningConnector.props(crisp);

    @AfterEach
    void close() {
        crisp.close();
    }

    @Test
    void aTaskTellsOfItsStartItsFirstAnswerTroubleAndWhatItCameTo() {
        props.put("feeds", "people");
        props.put("retry.backoff.base.ms", "1");
        crisp.workspace().seed(0, 0, 3);
        crisp.inject(Fault.status(429, "rate_limited"));

        List<String> lines = run(3);

        assertThat(lines)
                .anyMatch(line -> line.startsWith("INFO Crisp source started: task=crisp-source-test-0 api=http://127")
                        && line.contains("feeds=[people]")
                        && line.contains(crisp.workspace().website().websiteId()))
                .anyMatch(line -> line.startsWith("WARN Crisp limits the token") && line.contains("429"))
                .anyMatch(line -> line.startsWith("INFO Crisp answers: task=crisp-source-test-0 call=GET "))
                .anyMatch(line ->
                        line.startsWith("INFO Crisp source stopped: task=crisp-source-test-0 records={people=3}")
                                && line.contains("throttled=1"));
    }

    @Test
    void noLineTellsASecretOrWhatSomebodySaid() {
        String session =
                crisp.workspace().visitorArrives("Ilse", "ilse@example.org").sessionId();
        crisp.workspace().visitorWrites(session, "a private text");

        List<String> lines = run(2);

        assertSilence(lines);
        assertThat(lines).anyMatch(line -> line.startsWith("DEBUG Crisp call ended"));
    }

    @Test
    void aFailureTellsNoneEither() {
        crisp.workspace().visitorArrives("Ilse", "ilse@example.org");
        crisp.faults().always(Target.any(), Fault.status(401, "invalid_session"));
        try (CapturedLog log = new CapturedLog();
                RunningConnector connector = new RunningConnector(props, new SystemTime(), new HashMap<>())) {
            Throwable failure = catchThrowable(() -> {
                for (int i = 0; i < 20; i++) {
                    connector.poll();
                }
            });

            assertThat(failure).hasMessageContaining("Check the token");
            assertSilence(List.of(failure.toString(), failure.getCause().toString()));
            assertSilence(log.lines());
        }
    }

    private List<String> run(int records) {
        try (CapturedLog log = new CapturedLog()) {
            try (RunningConnector connector = new RunningConnector(props, new SystemTime(), new HashMap<>())) {
                await().until(() -> {
                    connector.poll();
                    return connector.records.size() >= records;
                });
            }
            return log.lines();
        }
    }

    private void assertSilence(List<String> lines) {
        assertThat(String.join("\n", lines))
                .doesNotContain(
                        props.get("crisp.token.key"),
                        props.get("crisp.token.identifier"),
                        crisp.websiteToken().authorization(),
                        "Ilse",
                        "ilse@example.org",
                        "a private text");
    }
}
