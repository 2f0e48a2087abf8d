package dev.crispconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorMainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void itServesUntilStandardInputClosesAndTellsWhere() {
        int status = run("--seed-conversations", "3", "--messages", "2", "--profiles", "1", "--traffic", "50");

        assertThat(status).isZero();
        assertThat(text(out))
                .containsPattern("CRISP_API_URL=http://127\\.0\\.0\\.1:[0-9]+/v1/")
                .containsPattern("CRISP_IDENTIFIER=[0-9a-f-]{36}")
                .containsPattern("CRISP_KEY=[0-9a-f]{64}")
                .contains("CRISP_TIER=website")
                .containsPattern("CRISP_WEBSITE_ID=[0-9a-f-]{36}");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void helpNamesEveryArgument() {
        int status = run("--help");

        assertThat(status).isZero();
        assertThat(text(out))
                .contains("--port", "--seed-conversations", "--messages", "--profiles", "--traffic", "--think-time-ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--colour blue", "--port", "--port x", "--port 70000", "--messages 1.5", "--traffic -1"})
    void aWrongArgumentEndsWithStatusTwoAndNamesIt(String line) {
        int status = run(line.split(" ", -1));

        assertThat(status).isEqualTo(2);
        assertThat(text(err)).contains(line.split(" ", -1)[0]);
        assertThat(text(out)).isEmpty();
    }

    @Test
    void argumentsAreUnderstood() {
        Options options = Options.parse(List.of(
                "--port",
                "8080",
                "--seed-conversations",
                "7",
                "--messages",
                "6",
                "--profiles",
                "5",
                "--traffic",
                "2.5",
                "--think-time-ms",
                "20"));

        assertThat(options).isEqualTo(new Options(8080, 7, 6, 5, 2.5, Duration.ofMillis(20), false));
    }

    private int run(String... arguments) {
        InputStream closed = new ByteArrayInputStream(new byte[0]);
        return SimulatorMain.run(
                List.of(arguments),
                closed,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
