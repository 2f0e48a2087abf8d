package dev.crispconnect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.metrics.Exposure;
import dev.crispconnect.client.time.SystemTime;
import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.Moment;
import dev.crispconnect.simulator.fault.Target;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.DataChange;
import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.Inbox;
import dev.crispconnect.simulator.workspace.Membership;
import dev.crispconnect.simulator.workspace.Membership.Role;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.PersonEvent;
import dev.crispconnect.simulator.workspace.Profile;
import dev.crispconnect.simulator.workspace.State;
import dev.crispconnect.sink.command.Records;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each command that writes leaves behind in the simulated Crisp, over real HTTP. */
class WriteCommandsOverHttpTest {

    private static final TopicPartition PARTITION = new TopicPartition("commands", 0);
    private static final String CONVERSATION = "/website/{website_id}/conversation/{session_id}";
    private static final String LENA = "lena@example.org";

    private final FakeContext context = new FakeContext();
    private CrispSimulator crisp;
    private RunningSink sink;
    private long offset;

    @BeforeEach
    void start() {
        crisp = CrispSimulator.start(SimulatorSettings.defaults());
        context.storesReportsAtOnce = true;
        open(Map.of());
    }

    @AfterEach
    void stop() {
        sink.revoked(List.of(PARTITION));
        sink.close();
        crisp.close();
    }

    private void open(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Settings.minimal());
        properties.put("crisp.api.url", crisp.url().toString());
        put(crisp.websiteToken(), properties);
        properties.put("crisp.website.id", SimulatorSettings.defaults().websiteId());
        properties.put("retry.backoff.base.ms", "20");
        properties.put("retry.backoff.max.ms", "200");
        properties.putAll(more);
        sink = RunningSink.open(SinkSettings.parse(properties), context, Exposure.none(), new SystemTime());
        context.assignment.add(PARTITION);
        sink.assigned(List.of(PARTITION));
    }

    private void reopen(Map<String, String> more) {
        sink.revoked(List.of(PARTITION));
        sink.close();
        open(more);
    }

    private void reopenAsUser() {
        Map<String, String> properties = new HashMap<>(Map.of("crisp.token.tier", "user"));
        put(crisp.userToken(), properties);
        reopen(properties);
    }

    private static void put(Token token, Map<String, String> properties) {
        properties.put("crisp.token.identifier", token.identifier());
        properties.put("crisp.token.key", token.key());
    }

    private void execute(String command, Map<String, Object> fields) {
        Map<String, Object> value = new HashMap<>(fields);
        value.put("command", command);
        SinkRecord record = Records.of(null, value, offset++);
        sink.put(List.of(record));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    sink.put(List.of());
                    return sink.committable(Map.of(PARTITION, new OffsetAndMetadata(offset)))
                                    .get(PARTITION)
                                    .offset()
                            == offset;
                });
    }

    private void assertRefused(String reason) {
        assertThat(context.reported).hasSize(1);
        assertThat(context.reported.get(0).error()).hasMessageContaining(reason);
    }

    private void assertNothingRefused() {
        assertThat(context.reported).isEmpty();
    }

    private String visitor() {
        String sessionId = crisp.workspace().visitorArrives("Lena", LENA).sessionId();
        crisp.workspace().visitorWrites(sessionId, "Where is my parcel?");
        return sessionId;
    }

    private Conversation conversation(String sessionId) {
        return crisp.workspace().conversations().get(sessionId);
    }

    private List<Message> messages(String sessionId) {
        return crisp.workspace().messages().of(sessionId);
    }

    private void loseAnswersOf(String method, String route) {
        crisp.faults().times(2, Target.route(method, route), new Fault.Drop(Moment.AFTER_WRITE));
    }

    @Nested
    class OfAConversation {

        @Test
        void setToUnresolved() {
            String sessionId = visitor();
            crisp.workspace().conversations().setState(sessionId, State.RESOLVED);

            execute("reopen_conversation", Map.of("session_id", sessionId));
            assertThat(conversation(sessionId).state()).isEqualTo(State.UNRESOLVED);
        }

        @ParameterizedTest
        @EnumSource(DataChange.class)
        void closeRecordsTheOutcomeAndTheNextCloseOverwritesItKeepingOtherData(DataChange change) {
            crisp.switches().set(WorkspaceSwitch.DATA_CHANGE, change);
            String sessionId = visitor();
            crisp.workspace().conversations().changeMeta(sessionId, Map.of("data", Map.of("order", 4711)));

            execute(
                    "close_conversation",
                    Map.of("session_id", sessionId, "outcome", "unresolved", "note", "no answer", "closed_by", "Job"));
            assertThat(conversation(sessionId).state()).isEqualTo(State.RESOLVED);
            assertThat(conversation(sessionId).data("close_outcome")).isEqualTo("unresolved");
            assertThat(conversation(sessionId).data("close_note")).isEqualTo("no answer");
            assertThat(conversation(sessionId).data("closed_by")).isEqualTo("Job");

            execute("close", Map.of("session_id", sessionId, "outcome", "resolved"));
            assertThat(conversation(sessionId).data("close_outcome")).isEqualTo("resolved");
            assertThat(conversation(sessionId).data("close_note")).isEqualTo("");
            assertThat(conversation(sessionId).data("closed_by")).isEqualTo("");
            assertThat(((Number) conversation(sessionId).data("order")).intValue())
                    .isEqualTo(4711);
            assertThat(messages(sessionId)).extracting(Message::content).contains("no answer");
        }

        @Test
        void closeLeavesItsNoteOnceWhenAnswersAreLostAndAnotherOneWhenSentAgain() {
            String sessionId = visitor();
            Map<String, Object> close = Map.of("session_id", sessionId, "outcome", "resolved", "note", "done");
            loseAnswersOf("POST", CONVERSATION + "/message");
            loseAnswersOf("PATCH", CONVERSATION + "/meta");
            loseAnswersOf("PATCH", CONVERSATION + "/state");

            execute("close", close);
            assertThat(messages(sessionId)).extracting(Message::content).containsExactly("Where is my parcel?", "done");

            execute("close", close);
            assertThat(messages(sessionId))
                    .extracting(Message::content)
                    .containsExactly("Where is my parcel?", "done", "done");
        }

        @Test
        void assignUnassignAndHandBack() {
            String sessionId = visitor();
            String userId = crisp.workspace()
                    .operators()
                    .join("Mo", "Adler", "mo@example.org", Role.MEMBER)
                    .userId();

            execute("assign_conversation", Map.of("session_id", sessionId, "user_id", userId));
            assertThat(conversation(sessionId).assignedTo()).isEqualTo(userId);
            execute("unassign_conversation", Map.of("session_id", sessionId));
            assertThat(conversation(sessionId).assignedTo()).isNull();

            execute("assign", Map.of("session_id", sessionId, "user_id", userId, "silent", true));
            execute("hand_back_conversation", Map.of("session_id", sessionId));
            assertThat(conversation(sessionId).assignedTo()).isNull();
            assertThat(conversation(sessionId).state()).isEqualTo(State.RESOLVED);
        }

        @Test
        void moveToAnInboxAndBack() {
            String sessionId = visitor();
            String inboxId = inbox();

            execute("move_conversation", Map.of("session_id", sessionId, "inbox_id", inboxId));
            assertThat(conversation(sessionId).inboxId()).isEqualTo(inboxId);
            execute("move_conversation", Map.of("session_id", sessionId, "main_inbox", true));
            assertThat(conversation(sessionId).inboxId()).isNull();
        }

        @ParameterizedTest
        @EnumSource(DataChange.class)
        void updateKeepsTheDataThatItDoesNotNameAndTheirTypes(DataChange change) {
            crisp.switches().set(WorkspaceSwitch.DATA_CHANGE, change);
            String sessionId = visitor();
            crisp.workspace().conversations().changeMeta(sessionId, Map.of("data", Map.of("vip", true, "id", "42")));

            execute(
                    "update_conversation",
                    Map.of(
                            "session_id",
                            sessionId,
                            "subject",
                            "Parcel",
                            "segments",
                            List.of("parcel"),
                            "data",
                            Map.of("order", "4711")));

            Conversation after = conversation(sessionId);
            assertThat(after.meta()).containsEntry("subject", "Parcel");
            assertThat(after.segments()).containsExactly("parcel");
            assertThat(after.data("order")).isEqualTo("4711");
            assertThat(after.data("vip")).isEqualTo(true);
            assertThat(after.data("id")).isEqualTo("42");
        }

        @Test
        void blockAndUnblock() {
            String sessionId = visitor();

            execute("block_conversation", Map.of("session_id", sessionId));
            assertThat(conversation(sessionId).blocked()).isTrue();
            execute("block_conversation", Map.of("session_id", sessionId, "blocked", false));
            assertThat(conversation(sessionId).blocked()).isFalse();
        }

        @Test
        void markRead() {
            String sessionId = visitor();
            assertThat(conversation(sessionId).unreadOperator()).isEqualTo(1);

            execute("mark_read", Map.of("session_id", sessionId));
            assertThat(conversation(sessionId).unreadOperator()).isZero();
        }

        @Test
        void removeAndOneThatIsGoneAlreadyIsDone() {
            String sessionId = visitor();
            loseAnswersOf("DELETE", CONVERSATION);

            execute("remove_conversation", Map.of("session_id", sessionId));
            execute("remove_conversation", Map.of("session_id", sessionId));

            assertThat(crisp.workspace().conversations().find(sessionId)).isEmpty();
            assertNothingRefused();
        }

        @Test
        void removeIsNotDoneBecauseTheWebsiteIsMissing() {
            crisp.faults().once(Target.route("DELETE", CONVERSATION), Fault.status(404, "website_not_found"));

            execute("remove_conversation", Map.of("session_id", visitor()));

            assertRefused("HTTP 404 website_not_found");
        }

        @Test
        void archiveByMovingToAnInbox() {
            String inboxId = inbox();
            reopen(Map.of("archive.mode", "move_to_inbox", "archive.inbox.id", inboxId));
            String sessionId = visitor();

            execute("archive", Map.of("session_id", sessionId));

            assertThat(conversation(sessionId).inboxId()).isEqualTo(inboxId);
            assertThat(conversation(sessionId).state()).isEqualTo(State.RESOLVED);
            assertThat(conversation(sessionId).segments()).isEmpty();
        }

        @Test
        void archiveByRemoving() {
            reopen(Map.of("archive.mode", "remove"));
            String sessionId = visitor();

            execute("archive", Map.of("session_id", sessionId));

            assertThat(crisp.workspace().conversations().find(sessionId)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"reopen_conversation", "hand_back_conversation", "unassign_conversation", "mark_read"})
        void oneThatDoesNotExistIsRefused(String command) {
            execute(command, Map.of("session_id", "session_00000000-0000-4000-8000-000000000000"));

            assertRefused("HTTP 404");
        }

        private String inbox() {
            return crisp.workspace()
                    .inboxes()
                    .create(new Inbox.Card("Archive", "", 0, List.of(), List.of(), List.of(), "and"))
                    .inboxId();
        }
    }

    @Nested
    class Initiating {

        private final Map<String, Object> command = Map.of(
                "command_id", "welcome", "email", LENA, "data", Map.of("order", "4711"), "text", "Did it arrive?");

        private List<Conversation> talks() {
            return crisp.workspace().conversations().all().stream()
                    .filter(each -> !each.empty())
                    .toList();
        }

        @Test
        void makesDescribesAndWrites() {
            execute("initiate_conversation", command);

            assertThat(talks()).hasSize(1);
            assertThat(talks().get(0).meta()).containsEntry("email", LENA);
            assertThat(talks().get(0).data("order")).isEqualTo("4711");
            assertThat(messages(talks().get(0).sessionId()))
                    .extracting(Message::content)
                    .containsExactly("Did it arrive?");
        }

        @Test
        void isThereOnceWhenAnswersAreLost() {
            loseAnswersOf("POST", "/website/{website_id}/conversation");
            loseAnswersOf("PATCH", CONVERSATION + "/meta");
            loseAnswersOf("POST", CONVERSATION + "/message");

            execute("initiate_conversation", command);

            assertThat(talks()).hasSize(1);
            assertThat(messages(talks().get(0).sessionId())).hasSize(1);
        }

        @Test
        void findsAfterARestartWhatItMadeBeforeAndSendsWhatIsMissing() {
            execute("initiate_conversation", command);
            Conversation made = talks().get(0);
            crisp.workspace()
                    .messages()
                    .remove(made.sessionId(), messages(made.sessionId()).get(0).fingerprint());
            reopen(Map.of());

            execute("initiate_conversation", command);

            assertThat(messages(made.sessionId())).extracting(Message::content).containsExactly("Did it arrive?");
            assertThat(talks()).hasSize(1);
        }
    }

    @Nested
    class OfAMessage {

        @Test
        void sendANote() {
            String sessionId = visitor();

            execute("send_note", Map.of("session_id", sessionId, "text", "called the carrier"));

            Message note = messages(sessionId).get(1);
            assertThat(note.type()).isEqualTo("note");
            assertThat(note.content()).isEqualTo("called the carrier");
        }

        @Test
        void editAndRemoveOneThatACommandSent() {
            String sessionId = visitor();
            execute("send", Map.of("session_id", sessionId, "text", "on Sunday", "command_id", "c1"));

            execute("edit_message", Map.of("session_id", sessionId, "sent_by_command", "c1", "text", "on Monday"));
            assertThat(messages(sessionId).get(1).content()).isEqualTo("on Monday");

            loseAnswersOf("DELETE", CONVERSATION + "/message/{fingerprint}");
            execute("remove_message", Map.of("session_id", sessionId, "sent_by_command", "c1"));
            assertThat(messages(sessionId)).hasSize(1);
            assertNothingRefused();
        }

        @Test
        void editOneThatDoesNotExistIsRefused() {
            execute("edit_message", Map.of("session_id", visitor(), "fingerprint", 1, "text", "x"));

            assertRefused("HTTP 404");
        }
    }

    @Nested
    class OfAProfile {

        private Profile lena() {
            return crisp.workspace().people().get(LENA);
        }

        private void makeLena() {
            execute(
                    "create_people_profile",
                    Map.of("email", LENA, "person", Map.of("nickname", "Lena"), "notepad", "polite"));
        }

        @Test
        void createOnceWhenAnswersAreLost() {
            loseAnswersOf("POST", "/website/{website_id}/people/profile");

            makeLena();

            assertThat(lena().nickname()).isEqualTo("Lena");
            assertThat(crisp.workspace().people().count()).isEqualTo(1);
            assertNothingRefused();
        }

        @Test
        void createOneThatIsThereIsRefusedAsCrispRefusesIt() {
            reopen(Map.of("max.uncommitted.records", "1"));
            makeLena();
            makeLena();

            assertRefused("HTTP 409");
        }

        @Test
        void createOneThatIsThereIsTakenForDoneWhileItMayHaveBeen() {
            makeLena();
            reopen(Map.of());
            makeLena();

            assertThat(crisp.workspace().people().count()).isEqualTo(1);
            assertNothingRefused();
        }

        @Test
        void replace() {
            makeLena();

            execute(
                    "update_people_profile",
                    Map.of("people_id", LENA, "mode", "replace", "person", Map.of("nickname", "Helena")));

            assertThat(lena().nickname()).isEqualTo("Helena");
            assertThat(lena().toString()).doesNotContain("polite");
        }

        @Test
        void mergeAndReplaceData() {
            makeLena();

            execute("update_people_data", Map.of("people_id", LENA, "data", Map.of("plan", "gold")));
            execute("update_people_data", Map.of("people_id", LENA, "data", Map.of("vip", true)));
            assertThat(lena().data()).isEqualTo(Map.of("plan", "gold", "vip", true));

            execute("update_people_data", Map.of("people_id", LENA, "data", Map.of("plan", "tin"), "mode", "replace"));
            assertThat(lena().data()).isEqualTo(Map.of("plan", "tin"));
        }

        @Test
        void addAnEventOnceWhenAnswersAreLostAndAnotherOneForAnotherCommand() {
            makeLena();
            Map<String, Object> event = Map.of("people_id", LENA, "text", "paid", "data", Map.of("order", "1"));
            loseAnswersOf("POST", "/website/{website_id}/people/events/{people_id}");
            execute("add_people_event", event);
            assertThat(events()).hasSize(1);
            assertThat(events().get(0).data()).containsEntry("order", "1");

            crisp.faults()
                    .once(
                            Target.route("POST", "/website/{website_id}/people/events/{people_id}"),
                            Fault.status(500, "internal_error"));
            execute("add_people_event", event);
            assertThat(events()).hasSize(2);
        }

        private List<PersonEvent> events() {
            return crisp.workspace().people().log().events(LENA, 1, 20).items();
        }

        @Test
        void subscribe() {
            makeLena();

            execute("set_subscription", Map.of("people_id", LENA, "subscribed", false));
            assertThat(crisp.workspace().people().log().isSubscribed(LENA)).isFalse();
            execute("set_subscription", Map.of("people_id", LENA, "subscribed", true));
            assertThat(crisp.workspace().people().log().isSubscribed(LENA)).isTrue();
        }

        @Test
        void removeAndOneThatIsGoneAlreadyIsDone() {
            makeLena();
            loseAnswersOf("DELETE", "/website/{website_id}/people/profile/{people_id}");

            execute("remove_people_profile", Map.of("people_id", LENA));

            assertThat(crisp.workspace().people().find(LENA)).isEmpty();
            assertNothingRefused();
        }

        @Test
        void oneThatDoesNotExistIsRefusedSayingHowToMakeIt() {
            execute("set_subscription", Map.of("people_id", LENA, "subscribed", false));

            assertRefused("there is no such profile");
        }
    }

    @Nested
    class OfTheWorkspace {

        @Test
        void updateSettings() {
            execute("update_website_settings", Map.of("contact", Map.of("email", "help@example.org")));

            assertThat(crisp.workspace().settings().all().get("contact").toString())
                    .contains("help@example.org");
        }

        @ParameterizedTest
        @ValueSource(strings = {"update_operator", "remove_operator"})
        void changingOperatorsWithAnotherTokenIsRefusedWithoutACall(String command) {
            Map<String, Object> fields = new HashMap<>(Map.of("user_id", "u1"));
            if (command.equals("update_operator")) {
                fields.put("title", "Support");
            }
            execute(command, fields);

            assertRefused("only an operator's session may change operators");
            assertThat(crisp.journal().entries()).isEmpty();
        }

        @Test
        void inviteOnceUpdateAndRemoveAnOperatorAsAUser() {
            reopenAsUser();
            loseAnswersOf("POST", "/website/{website_id}/operator");
            execute(
                    "invite_operator",
                    Map.of(
                            "email",
                            "noor@example.org",
                            "role",
                            "member",
                            "verify",
                            Map.of(
                                    "method",
                                    "password",
                                    "secret",
                                    SimulatorSettings.defaults().userSecret())));
            List<Membership> invited = crisp.workspace().operators().list().stream()
                    .filter(each -> "noor@example.org".equals(each.email()))
                    .toList();
            assertThat(invited).hasSize(1);
            String userId = invited.get(0).userId();

            execute("update_operator", Map.of("user_id", userId, "role", "admin", "title", "Lead"));
            assertThat(crisp.workspace().operators().get(userId).title()).isEqualTo("Lead");

            loseAnswersOf("DELETE", "/website/{website_id}/operator/{user_id}");
            execute("remove_operator", Map.of("user_id", userId));
            assertThat(crisp.workspace().operators().list()).noneMatch(each -> userId.equals(each.userId()));
            assertNothingRefused();
        }
    }
}
