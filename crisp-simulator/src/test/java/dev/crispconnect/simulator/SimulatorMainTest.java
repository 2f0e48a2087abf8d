package dev.crispconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.clock.SettableClock;
import dev.crispconnect.simulator.switches.Switch;
import dev.crispconnect.simulator.switches.Switches;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                .containsPattern("CRISP_WEBSITE_ID=[0-9a-f-]{36}")
                .containsPattern("CRISP_PLUGIN_IDENTIFIER=[0-9a-f-]{36}")
                .containsPattern("CRISP_PLUGIN_KEY=[0-9a-f]{64}")
                .containsPattern("CRISP_USER_IDENTIFIER=[0-9a-f-]{36}")
                .containsPattern("CRISP_USER_KEY=[0-9a-f]{64}")
                .containsPattern("CRISP_USER_SECRET=\\S+(\\n|\\r)")
                .containsPattern("CRISP_ADMIN_URL=http://127\\.0\\.0\\.1:[0-9]+/admin/");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void helpNamesEveryArgument() {
        int status = run("--help");

        assertThat(status).isZero();
        assertThat(text(out))
                .contains("--port", "--seed-conversations", "--messages", "--profiles", "--traffic", "--think-time-ms")
                .contains("--seed ", "--clock", "--switch", "--journal-limit", "--event-loops")
                .contains(Switches.known().stream().map(Switch::name).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--colour blue",
                "--port",
                "--port x",
                "--port 70000",
                "--messages 1.5",
                "--traffic -1",
                "--traffic Infinity",
                "--clock frozen:+10000-01-01T00:00:00Z",
                "--event-loops 0",
                "--journal-limit many",
                "--clock noon",
                "--clock",
                "--switch partial",
                "--switch colour=blue",
                "--switch partial=sometimes"
            })
    void aWrongArgumentEndsWithStatusTwoAndOneLineThatNamesIt(String line) {
        int status = run(line.split(" ", -1));

        assertThat(status).isEqualTo(2);
        assertThat(text(err)).contains(line.split(" ", -1)[0]).hasLineCount(1);
        assertThat(text(out)).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsToldInOneLine() {
        try (CrispSimulator first = CrispSimulator.start(SimulatorSettings.defaults())) {
            int status = run("--port", Integer.toString(first.url().getPort()));

            assertThat(status).isEqualTo(1);
            assertThat(text(err)).contains("could not listen").hasLineCount(1);
        }
    }

    @Test
    void argumentsAreUnderstood() {
        Options options =
                Options.parse(List.of(("--port 8080 --seed-conversations 7 --messages 6 --profiles 5 --traffic 2.5"
                                + " --think-time-ms 20 --seed 9 --journal-limit 10 --event-loops 2")
                        .split(" ", -1)));

        assertThat(List.of(options.conversations(), options.messages(), options.profiles()))
                .containsExactly(7, 6, 5);
        assertThat(options.trafficPerSecond()).isEqualTo(2.5);
        assertThat(options.settings().port()).isEqualTo(8080);
        assertThat(options.settings().thinkTime()).isEqualTo(Duration.ofMillis(20));
        assertThat(options.settings().seed()).isEqualTo(9);
        assertThat(options.settings().journalLimit()).isEqualTo(10);
        assertThat(options.settings().eventLoops()).isEqualTo(2);
    }

    @Test
    void switchesMayBeGivenSeveralTimes() {
        Options options =
                Options.parse(List.of("--switch", "partial=always", "--switch", "moves-updated-at=message,state"));
        Switches switches = new Switches();
        options.settings().choose(switches);

        assertThat(switches.inForce())
                .containsEntry("partial", "always")
                .containsEntry("moves-updated-at", "message,state");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02T09:30:00Z,false", "frozen:2026-03-02T09:30:00Z,true"})
    void theClockBeginsWhereItIsToldTo(String value, boolean frozen) {
        SettableClock clock = new SettableClock(new ManualClock(Site.START)::now);

        Options.parse(List.of("--clock", value)).set(clock);

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-02T09:30:00Z"));
        assertThat(clock.frozen()).isEqualTo(frozen);
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
