package dev.crispconnect.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.client.metrics.Exposure;
import dev.crispconnect.client.time.SystemTime;
import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.Moment;
import dev.crispconnect.simulator.fault.Target;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.RepeatedFingerprint;
import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.State;
import dev.crispconnect.sink.command.Records;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sink against the simulated Crisp, over real HTTP. */
class SinkOverHttpTest {

    private static final TopicPartition PARTITION = new TopicPartition("commands", 0);
    private static final String SEND = "/website/{website_id}/conversation/{session_id}/message";

    private final FakeContext context = new FakeContext();
    private CrispSimulator crisp;
    private RunningSink sink;
    private long offset;

    @BeforeEach
    void start() {
        crisp = CrispSimulator.start(SimulatorSettings.defaults());
        Map<String, String> properties = new HashMap<>(Settings.minimal());
        properties.put("crisp.api.url", crisp.url().toString());
        properties.put("crisp.token.identifier", crisp.websiteToken().identifier());
        properties.put("crisp.token.key", crisp.websiteToken().key());
        properties.put("crisp.website.id", SimulatorSettings.defaults().websiteId());
        properties.put("retry.backoff.base.ms", "20");
        properties.put("retry.backoff.max.ms", "200");
        properties.put("lookup.delay.ms", "50");
        sink = RunningSink.open(SinkSettings.parse(properties), context, Exposure.none(), new SystemTime());
        context.assignment.add(PARTITION);
        sink.assigned(List.of(PARTITION));
    }

    @AfterEach
    void stop() {
        if (sink != null) {
            sink.revoked(List.of(PARTITION));
            sink.close();
            crisp.close();
        }
    }

    private SinkRecord record(String command, Map<String, Object> fields) {
        Map<String, Object> value = new HashMap<>(fields);
        value.put("command", command);
        return Records.of(null, value, offset++);
    }

    private void execute(List<SinkRecord> records) {
        sink.put(records);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    sink.put(List.of());
                    return committable() == offset;
                });
    }

    private void execute(String command, Map<String, Object> fields) {
        execute(List.of(record(command, fields)));
    }

    private long committable() {
        return sink.committable(Map.of(PARTITION, new OffsetAndMetadata(offset)))
                .get(PARTITION)
                .offset();
    }

    private String visitor() {
        String sessionId =
                crisp.workspace().visitorArrives("Lena", "lena@example.org").sessionId();
        crisp.workspace().visitorWrites(sessionId, "Where is my parcel?");
        return sessionId;
    }

    private Conversation conversation(String sessionId) {
        return crisp.workspace().conversations().get(sessionId);
    }

    private List<Message> messages(String sessionId) {
        return crisp.workspace().messages().of(sessionId);
    }

    @Test
    void resolvesAConversationWithANote() {
        String sessionId = visitor();

        execute(
                "resolve_conversation",
                Map.of("session_id", sessionId, "note", "parcel arrived", "resolved_by", "Judge"));

        assertThat(conversation(sessionId).state()).isEqualTo(State.RESOLVED);
        Message note = messages(sessionId).get(1);
        assertThat(note.type()).isEqualTo("note");
        assertThat(note.content()).isEqualTo("parcel arrived");
        assertThat(note.user().nickname()).isEqualTo("Judge");
        assertThat(note.origin()).isEqualTo("urn:crispconnect.dev:kafka:0");
    }

    @Test
    void archivesAConversationKeepingItsSegments() {
        String sessionId = visitor();
        crisp.workspace().conversations().changeMeta(sessionId, Map.of("segments", List.of("vip")));

        execute("archive_conversation", Map.of("session_id", sessionId));

        assertThat(conversation(sessionId).state()).isEqualTo(State.RESOLVED);
        assertThat(conversation(sessionId).segments()).containsExactly("vip", "archived");
    }

    @Test
    void sendsAMessage() {
        String sessionId = visitor();

        execute("send_message", Map.of("session_id", sessionId, "text", "On its way"));

        assertThat(messages(sessionId))
                .extracting(Message::content)
                .containsExactly("Where is my parcel?", "On its way");
    }

    @Test
    void updatesAProfileAndMakesItWhenAskedTo() {
        context.storesReportsAtOnce = true;
        execute("update_people_profile", Map.of("email", "ilse@example.org", "person", Map.of("nickname", "Ilse")));
        assertThat(context.reported).hasSize(1);
        assertThat(crisp.workspace().people().find("ilse@example.org")).isEmpty();

        execute(
                "update_people_profile",
                Map.of("email", "ilse@example.org", "person", Map.of("nickname", "Ilse"), "create_if_missing", true));
        assertThat(crisp.workspace().people().find("ilse@example.org")).isPresent();
        assertThat(crisp.workspace().people().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(RepeatedFingerprint.class)
    void aMessageWhoseAnswersWereLostIsThereOnceWhateverCrispDoesWithRepeats(RepeatedFingerprint behaviour) {
        crisp.switches().set(WorkspaceSwitch.REPEATED_FINGERPRINT, behaviour);
        String sessionId = visitor();
        crisp.faults().times(3, Target.route("POST", SEND), new Fault.Drop(Moment.AFTER_WRITE));
        crisp.faults().once(Target.method("GET"), new Fault.Drop(Moment.BEFORE_WRITE));

        execute(List.of(
                record("send", Map.of("session_id", sessionId, "text", "one")),
                record("send", Map.of("session_id", sessionId, "text", "two")),
                record("resolve", Map.of("session_id", sessionId, "note", "three"))));

        assertThat(messages(sessionId))
                .extracting(Message::content)
                .containsExactly("Where is my parcel?", "one", "two", "three");
    }

    @Test
    void aTenthOfFailuresLosesNothingAndKeepsTheOrderOfEachConversation() {
        crisp.switches().set(WorkspaceSwitch.REPEATED_FINGERPRINT, RepeatedFingerprint.TWIN);
        List<String> sessions = IntStream.range(0, 20).mapToObj(i -> visitor()).toList();
        crisp.thinkTime(Duration.ofMillis(10));
        crisp.faults()
                .rate(
                        0.1,
                        42,
                        List.of(
                                Fault.status(429, "rate_limited"),
                                Fault.status(500, "internal_error"),
                                Fault.html(502),
                                new Fault.Drop(Moment.AFTER_WRITE),
                                new Fault.Drop(Moment.BEFORE_WRITE)));

        List<SinkRecord> records = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            records.add(record("send", Map.of("session_id", sessions.get(i % 20), "text", "message " + i)));
        }
        execute(records);

        assertThat(context.reported).isEmpty();
        for (int i = 0; i < 20; i++) {
            int first = i;
            assertThat(messages(sessions.get(i)).stream().skip(1).map(Message::content))
                    .containsExactlyElementsOf(IntStream.range(0, 10)
                            .mapToObj(nth -> (Object) ("message " + (first + 20 * nth)))
                            .toList());
        }
        assertThat(crisp.journal().peakInFlight()).isBetween(2, 20);
    }

    @Test
    void aTokenThatWasRevokedFailsTheTaskWithAdvice() {
        String sessionId = visitor();
        crisp.faults().always(Target.any(), Fault.status(401, "invalid_session"));
        sink.put(List.of(record("resolve", Map.of("session_id", sessionId))));

        assertThatThrownBy(() -> Awaitility.await().pollInSameThread().until(() -> {
                    sink.put(List.of());
                    return false;
                }))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("HTTP 401")
                .hasMessageContaining("token");
        assertThat(committable()).isEqualTo(0);
    }

    @Test
    void whatCrispRefusesIsReportedAndTheNextIsServed() {
        String sessionId = visitor();
        crisp.faults().once(Target.route("POST", SEND), Fault.status(400, "invalid_data"));

        sink.put(List.of(
                record("send", Map.of("session_id", sessionId, "text", "refused")),
                record("send", Map.of("session_id", sessionId, "text", "served"))));
        Awaitility.await().until(() -> {
            sink.put(List.of());
            return messages(sessionId).size() == 2 && !context.reported.isEmpty();
        });
        assertThat(committable()).isEqualTo(0);
        context.reported.get(0).stored().complete(null);
        execute(List.of());

        assertThat(context.reported.get(0).error()).hasMessageContaining("HTTP 400 invalid_data");
        assertThat(messages(sessionId)).extracting(Message::content).containsExactly("Where is my parcel?", "served");
    }

    @Test
    void stoppingDoesNotWaitForAnswersThatDoNotCome() {
        String sessionId = visitor();
        crisp.thinkTime(Duration.ofSeconds(30));
        sink.put(List.of(record("resolve", Map.of("session_id", sessionId))));
        SystemTime time = new SystemTime();
        long start = time.nanoTime();

        stop();

        assertThat(Duration.ofNanos(time.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        sink = null;
    }
}
