package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crispconnect.client.time.SystemTime;
import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.realtime.SocketFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Raw events, notices and heartbeats of tasks as Connect runs them, over real HTTP and a real socket. */
class BesideTheFeedsTest {

    private final Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
    private final CrispSimulator crisp = CrispSimulator.start(SimulatorSettings.defaults());
    private final String website = crisp.workspace().website().websiteId();
    private final Map<String, String> props = RunningConnector.props(crisp);

    @AfterEach
    void close() {
        crisp.close();
    }

    @Test
    void whateverHappensArrivesAsItWasTold() {
        props.put("feeds", "events");
        props.put("capture.mode", "realtime");
        String session =
                crisp.workspace().visitorArrives("Ilse", "ilse@example.org").sessionId();

        try (RunningConnector connector = run()) {
            until(connector, () -> !crisp.realtime().sockets().isEmpty());
            until(connector, () -> {
                crisp.workspace().visitorWrites(session, "hello");
                return connector.count("crisp.events") > 0;
            });
            SourceRecord told = connector.records.stream()
                    .filter(event -> ((Struct) event.value()).getString("name").equals("message:send"))
                    .findFirst()
                    .orElseThrow();

            assertThat(((Struct) told.key()).getString("session_id")).isEqualTo(session);
            assertThat(((Struct) told.value()).getString("payload")).contains("\"hello\"");
            assertThat(told.headers()).singleElement().satisfies(header -> assertThat(header.value())
                    .isEqualTo("realtime"));
        }
        assertThat(offset("events")).containsKeys("version", "received_at", "shaped_by");
        run().close();
    }

    @Test
    void anIdleUnitGivesSignsOfLifeFromWhichARestartGoesOn() {
        crisp.workspace().seed(0, 0, 3);
        props.put("feeds", "people,operators");
        props.put("heartbeat.interval.ms", "200");

        try (RunningConnector connector = run()) {
            until(connector, () -> connector.count("__crisp-heartbeat.test") >= 6);

            assertThat(connector.count("crisp.people")).isEqualTo(3);
            assertThat(beats(connector)).contains(website + "/people", website + "/directory");
        }
        try (RunningConnector connector = run()) {
            until(connector, () -> connector.count("__crisp-heartbeat.test") >= 4);

            assertThat(connector.count("crisp.people")).isZero();
            assertThat(connector.count("crisp.operators")).isZero();
        }
    }

    @Test
    void aBrokenConnectionIsAGapThatOpensAndCloses() {
        crisp.workspace().seed(0, 0, 3);
        props.put("feeds", "people");
        props.put("capture.mode", "realtime");
        props.put("safety.lag.ms", "0");
        props.put("notifications.topic", "notices");

        try (RunningConnector connector = run()) {
            until(connector, () -> kinds(connector).contains("gap_closed"));
            assertThat(kinds(connector))
                    .containsExactlyInAnyOrder("backfill_started", "backfill_done", "gap_opened", "gap_closed");

            crisp.realtime().faults().strike(SocketFault.CUT);

            until(connector, () -> kinds(connector).size() == 6);
            assertThat(kinds(connector).subList(4, 6)).containsExactly("gap_opened", "gap_closed");
        }
    }

    @Test
    void thatTheDaysCallsAreSpentIsToldWhileReadingWaits() {
        crisp.workspace().seed(0, 0, 60);
        props.put("feeds", "people");
        props.put("quota.requests.per.day", "2");
        props.put("quota.reserve.percent", "0");
        props.put("poll.interval.ms", "1000");
        props.put("people.poll.interval.ms", "1000");
        props.put("notifications.topic", "notices");

        try (RunningConnector connector = run()) {
            until(connector, () -> kinds(connector).contains("budget_spent"));

            assertThat(crisp.journal().total()).isEqualTo(2);
        }
    }

    private RunningConnector run() {
        return new RunningConnector(props, new SystemTime(), offsets);
    }

    private Map<String, ?> offset(String unit) {
        return offsets.get(Map.of("website_id", website, "unit", unit));
    }

    private static List<String> kinds(RunningConnector connector) {
        return values(connector, "notices")
                .map(notice -> notice.getString("kind"))
                .toList();
    }

    private static List<String> beats(RunningConnector connector) {
        return values(connector, "__crisp-heartbeat.test")
                .map(beat -> beat.getString("website_id") + "/" + beat.getString("unit"))
                .toList();
    }

    private static Stream<Struct> values(RunningConnector connector, String topic) {
        return connector.records.stream()
                .filter(told -> told.topic().equals(topic))
                .map(told -> (Struct) told.value());
    }

    private static void until(RunningConnector connector, Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            connector.poll();
            return condition.call();
        });
    }
}
