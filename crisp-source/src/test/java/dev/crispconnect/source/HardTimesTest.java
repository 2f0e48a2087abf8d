package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.realtime.EventFault;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks that are wrong, caches that are stale, and much at once. */
class HardTimesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int MANY = 10_000;

    @ParameterizedTest
    @ValueSource(strings = {"realtime", "polling"})
    void tenThousandConversationsThatChangeInTheSameMillisecondAllArrive(String mode) throws InterruptedException {
        try (PollingWorker worker = new PollingWorker(NOON)) {
            worker.props.put("capture.mode", mode);
            worker.props.put("feeds", "conversations");
            worker.crisp.workspace().seed(MANY, 1, 0);
            worker.start();
            worker.pass(Duration.ofMinutes(5));
            assertThat(worker.topic("conversations")).hasSize(MANY);

            worker.crisp.workspace().conversations().all().forEach(conversation -> worker.crisp
                    .workspace()
                    .conversations()
                    .setState(conversation.sessionId(), other(conversation.state())));
            worker.pass(Duration.ofMinutes(30));

            Map<String, String> newest = states(worker);
            for (Conversation conversation :
                    worker.crisp.workspace().conversations().all()) {
                assertThat(newest.get(conversation.sessionId()))
                        .isEqualTo(conversation.state().name().toLowerCase(Locale.ROOT));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"realtime,7", "realtime,-7", "polling,7", "polling,-7"})
    void aWorkersClockThatIsHoursWrongLosesAndRepeatsNothing(String mode, int hours) throws InterruptedException {
        try (PollingWorker worker = new PollingWorker(NOON, Duration.ofHours(hours))) {
            worker.props.put("capture.mode", mode);
            worker.crisp.workspace().seed(30, 2, 0);
            worker.start();
            worker.pass(Duration.ofMinutes(1));
            live(worker, 20, Duration.ofSeconds(50));

            assertEverythingOnceAndInOrder(worker);
        }
    }

    @ParameterizedTest
    @CsvSource({"realtime,1", "realtime,400", "polling,1", "polling,400"})
    void aCacheThatIsStaleDelaysAndLosesNothing(String mode, int seconds) throws InterruptedException {
        try (PollingWorker worker = new PollingWorker(NOON)) {
            worker.props.put("capture.mode", mode);
            worker.crisp.switches().set(AccessSwitch.CACHE, AccessSwitch.Cache.STALE);
            worker.crisp.switches().set(AccessSwitch.STALE_FOR, Duration.ofSeconds(seconds));
            worker.crisp.workspace().seed(30, 2, 0);
            worker.start();
            worker.pass(Duration.ofMinutes(1));
            live(worker, 20, Duration.ofSeconds(50));
            worker.pass(Duration.ofMinutes(30));

            assertEverythingOnceAndInOrder(worker);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"realtime", "polling"})
    void burstsBetweenLooksAreFoundWhole(String mode) throws InterruptedException {
        try (PollingWorker worker = new PollingWorker(NOON)) {
            worker.props.put("capture.mode", mode);
            worker.crisp.workspace().seed(540, 1, 0);
            worker.start();
            worker.pass(Duration.ofMinutes(5));
            int before = worker.topic("conversations").size();
            List<Conversation> all = worker.crisp.workspace().conversations().all();

            all.subList(0, 270).forEach(conversation -> write(worker, conversation.sessionId()));
            worker.pass(Duration.ofSeconds(7));
            all.subList(270, 540).forEach(conversation -> write(worker, conversation.sessionId()));
            worker.pass(Duration.ofMinutes(5));

            assertEverythingOnceAndInOrder(worker);
            assertThat(worker.topic("conversations").size() - before).isGreaterThanOrEqualTo(540);
        }
    }

    @Test
    void aMessageThatWasNeverToldIsFoundByWhatIsUnread() throws InterruptedException {
        try (PollingWorker worker = new PollingWorker(NOON)) {
            String session = worker.crisp.workspace().visitorArrives("Ilse", "").sessionId();
            worker.start();
            write(worker, session);
            worker.pass(Duration.ofMinutes(1));

            worker.crisp.realtime().faults().once("message:send", new EventFault.Drop());
            write(worker, session);
            worker.settle();
            write(worker, session);
            worker.pass(Duration.ofMinutes(25));

            assertThat(worker.crisp.realtime().counts().dropped()).isEqualTo(1);
            assertThat(worker.messagesOf(session)).hasSize(3);
        }
    }

    private static void live(PollingWorker worker, int times, Duration apart) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            List<Conversation> all = worker.crisp.workspace().conversations().all();
            write(worker, all.get(i % all.size()).sessionId());
            write(worker, all.get(i * 7 % all.size()).sessionId());
            worker.time.tick();
            worker.crisp.workspace().operatorAnswers(all.get(i * 3 % all.size()).sessionId(), "answer");
            worker.pass(apart);
        }
        worker.pass(Duration.ofMinutes(15));
    }

    private static void write(PollingWorker worker, String session) {
        worker.time.tick();
        worker.crisp.workspace().visitorWrites(session, "hello");
    }

    private static State other(State state) {
        return state == State.RESOLVED ? State.PENDING : State.RESOLVED;
    }

    private static Map<String, String> states(PollingWorker worker) {
        Map<String, String> newest = new HashMap<>();
        for (SourceRecord entry : worker.topic("conversations")) {
            newest.put(((Struct) entry.key()).getString("session_id"), ((Struct) entry.value()).getString("state"));
        }
        return newest;
    }

    private static void assertEverythingOnceAndInOrder(PollingWorker worker) {
        Map<String, List<Long>> arrived = new HashMap<>();
        for (SourceRecord entry : worker.topic("messages")) {
            Struct value = (Struct) entry.value();
            arrived.computeIfAbsent(value.getString("session_id"), session -> new ArrayList<>())
                    .add(value.getInt64("fingerprint"));
        }
        for (Conversation conversation :
                worker.crisp.workspace().conversations().all()) {
            assertThat(arrived.getOrDefault(conversation.sessionId(), List.of()))
                    .as(conversation.sessionId())
                    .containsExactlyElementsOf(worker.crisp.workspace().messages().of(conversation.sessionId()).stream()
                            .map(Message::fingerprint)
                            .toList());
        }
    }
}
