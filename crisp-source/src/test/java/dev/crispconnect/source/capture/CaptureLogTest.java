package dev.crispconnect.source.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.CapturedLog;
import dev.crispconnect.client.realtime.Ending;
import dev.crispconnect.client.realtime.EventContent;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.source.capture.FakeRealtime.FakeConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator reads about hearing, and what an outage does to the log. */
class CaptureLogTest {

    private static final Ending CUT = new Ending.Lost(0, new IOException("a secret of the host"));

    private final HearingTask task = new HearingTask();
    private final CapturedLog log = new CapturedLog();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void connectingIsOneLine() throws InterruptedException {
        task.connected();

        assertThat(log.lines()).containsExactly("INFO Crisp tells of changes: websites=[w1, w2] connectedAfterMs=0");
    }

    @Test
    void anOutageIsOneWarningOneOfPollingAndTheRecovery() throws InterruptedException {
        task.connected().end(CUT);
        task.crisp.script(call -> call.unavailable(503));
        task.pass(Duration.ofMinutes(10));
        task.crisp.script(call -> call.answer(200, HearingTask.ENDPOINTS));
        task.connected();

        List<String> lines = loud();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(1))
                .startsWith("WARN Crisp does not tell of changes now")
                .contains("websites=[w1, w2]", "nextAttemptInMs=500", "IOException");
        assertThat(lines.get(2))
                .startsWith("WARN Crisp does not tell of changes now")
                .contains("GET /plugin/connect/endpoints was not served: HTTP 503");
        assertThat(lines.get(3))
                .startsWith("WARN Changes are looked for on a timer")
                .contains("goneForMs=120000");
        assertThat(lines.get(4))
                .startsWith("INFO Crisp tells of changes again, so looking on a timer ends")
                .contains("goneForMs=6");
        assertThat(log.lines()).filteredOn(line -> line.startsWith("DEBUG")).hasSizeGreaterThan(4);
    }

    @Test
    void aShortCutIsAWarningAndTheRecovery() throws InterruptedException {
        task.connected().end(CUT);
        task.connected();

        assertThat(loud())
                .last()
                .asString()
                .isEqualTo("INFO Crisp tells of changes again: websites=[w1, w2] goneForMs=500");
    }

    @Test
    void aFlappingConnectionWarnsOnce() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            task.connected().end(CUT);
        }
        task.settle();

        assertThat(log.lines()).filteredOn(line -> line.startsWith("WARN")).hasSize(1);
    }

    @Test
    void afterAGoodConnectionATroubleIsNewsAgain() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            FakeConnection connection = task.connected();
            task.pass(Duration.ofMinutes(1));
            connection.end(CUT);
        }
        task.settle();

        assertThat(log.lines()).filteredOn(line -> line.startsWith("WARN")).hasSize(2);
    }

    @Test
    void aRefusedTokenSaysWhatToDo() throws InterruptedException {
        task.settle();
        task.realtime.last().end(new Ending.Refused("invalid session"));
        task.settle();

        assertThat(loud()).hasSize(2);
        assertThat(loud().get(0)).startsWith("WARN").contains("invalid session", "Check that the token");
        assertThat(loud().get(1)).startsWith("WARN Changes are looked for on a timer");
    }

    @Test
    void whoIsDeniedTheEndpointReadsTheAdvice() throws InterruptedException {
        task.crisp.script(call -> call.denied());
        task.settle();

        assertThat(loud().get(0)).startsWith("WARN").contains("401", "Check the token");
    }

    @Test
    void lostEventsAreOneWarning() throws InterruptedException {
        FakeConnection connection = task.connected();
        for (int overload = 0; overload < 3; overload++) {
            for (int i = 0; i <= HearingTask.ROOM; i++) {
                connection.tell(HearingTask.event("s"));
            }
            task.settle();
        }

        assertThat(log.lines())
                .filteredOn(line -> line.contains("realtime.buffer.events"))
                .hasSize(3)
                .filteredOn(line -> line.startsWith("WARN"))
                .hasSize(1);
    }

    @Test
    void noLineTellsWhatSomebodySaidNorWhere() throws InterruptedException {
        FakeConnection connection = task.connected();
        connection.tell(new RealtimeEvent(
                "made:up", "w1", "session_of_ilse", new EventContent.Other(), "{\"text\":\"a private text\"}"));
        connection.end(CUT);
        task.connected().end(new Ending.Unintelligible("a binary frame"));
        task.settle();

        assertThat(String.join("\n", log.lines()))
                .doesNotContain("session_of_ilse", "a private text", "a secret of the host", "app.example.org");
    }

    private List<String> loud() {
        return log.lines().stream().filter(line -> !line.startsWith("DEBUG")).toList();
    }
}
