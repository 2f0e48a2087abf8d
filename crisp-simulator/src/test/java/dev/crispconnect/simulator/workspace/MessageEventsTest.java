package dev.crispconnect.simulator.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.switches.Switches;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageEventsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00.125Z");
    private static final String WEBSITE_ID = "0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11";
    private static final String INBOX_ID = "5a0e6f1c-6f2f-4a7a-8a55-0d1f2b3c4d5e";

    private final Workspace workspace = new Workspace(WEBSITE_ID, 1, new Switches(), InstantSource.fixed(NOW));
    private final String sessionId =
            workspace.visitorArrives("Ilse Brandt", "ilse@example.org").sessionId();
    private final VisitorChat visitor = workspace.visitor(sessionId).chat();
    private final OperatorChat operator = workspace.operatorChat(sessionId);
    private final Map<String, Object> operatorsName = Map.of(
            "user_id", workspace.website().operators().get(0).userId(),
            "nickname", workspace.website().operators().get(0).nickname());
    private final List<Event> events = new ArrayList<>();

    @Test
    void whatTheVisitorSendsIsSend() {
        listen();

        Message message = visitor.writes("The parcel has not arrived yet");

        assertThat(only("message:send").data())
                .isEqualTo(common(Map.of(
                        "type",
                        "text",
                        "from",
                        "user",
                        "origin",
                        "chat",
                        "content",
                        "The parcel has not arrived yet",
                        "fingerprint",
                        message.fingerprint(),
                        "timestamp",
                        NOW.toEpochMilli(),
                        "mentions",
                        List.of(),
                        "stamped",
                        true,
                        "user",
                        Map.of("user_id", sessionId, "nickname", "Ilse Brandt"))));
        assertThat(events.get(0).time()).isEqualTo(NOW);
        assertThat(events.get(0).websiteId()).isEqualTo(WEBSITE_ID);
    }

    @Test
    void whatTheTeamSendsIsReceivedWithAllThatItsWriterGave() {
        Map<String, Object> extra = Map.of(
                "automated", true,
                "translated", true,
                "references", List.of(Map.of("type", "link", "name", "Tracking", "target", "u")),
                "properties", Map.of("order", 4711),
                "original", Map.of("type", "text/html", "content", "<p>On its way</p>"));
        visitor.writes("Hello");
        operator.answers("Hello");
        listen();

        Message message = workspace
                .messages()
                .send(
                        sessionId,
                        new MessageDraft(
                                "text",
                                Side.OPERATOR,
                                "urn:example.org:kafka-sink:0",
                                "On its way",
                                7L,
                                NOW.minusSeconds(5),
                                new Author("participant", null, "Order service", "https://files.example.org/bot.png"),
                                List.of("c2a4b6d8-1357-4bdf-9ace-02468ace1357"),
                                extra));

        Map<String, Object> own = new LinkedHashMap<>(extra);
        own.put("original", message.extra().get("original"));
        own.putAll(Map.of(
                "type",
                "text",
                "from",
                "operator",
                "origin",
                "urn:example.org:kafka-sink:0",
                "content",
                "On its way",
                "fingerprint",
                7L,
                "timestamp",
                NOW.minusSeconds(5).toEpochMilli(),
                "mentions",
                List.of("c2a4b6d8-1357-4bdf-9ace-02468ace1357"),
                "stamped",
                true,
                "user",
                Map.of("nickname", "Order service", "avatar", "https://files.example.org/bot.png")));
        assertThat(names()).containsExactly("message:received", "session:set_mentions");
        assertThat(events.get(0).data()).isEqualTo(common(own));
    }

    @Test
    void notesAndEventsAreReceived() {
        listen();

        operator.notes("Called the carrier");
        operator.sends("event", Map.of("namespace", "state:resolved"));

        assertThat(events)
                .extracting(event -> event.name() + " " + event.data().get("type"))
                .containsExactly("message:received note", "message:received event");
    }

    @Test
    void theInboxIsNamed() {
        workspace.conversations().moveToInbox(sessionId, INBOX_ID);
        listen();

        visitor.writes("Hello");

        assertThat(events.get(0).inboxId()).isEqualTo(INBOX_ID);
    }

    @Test
    void aStateThatAMessageMovesIsToldAfterTheMessage() {
        workspace.conversations().setState(sessionId, State.RESOLVED);
        listen();

        visitor.writes("One more thing");
        visitor.writes("And another");

        assertThat(names()).containsExactly("message:send", "session:set_state", "message:send");
        assertThat(events.get(1).data()).containsEntry("state", "unresolved");
    }

    @Test
    void anAnswerIsToldAfterTheReadingOfWhatItAnswers() {
        Message question = visitor.writes("Hello");
        listen();

        operator.answers("Good morning");

        assertThat(names()).containsExactly("message:acknowledge:read:send", "message:received", "session:set_state");
        assertThat(events.get(0).data())
                .isEqualTo(common(Map.of("origin", "chat", "fingerprints", List.of(question.fingerprint()))));
    }

    @Test
    void anEditIsAnUpdateWithNothingButTheContent() {
        Message message = visitor.writes("The parcel has not arrived yet");
        listen();

        operator.edits(message.fingerprint(), "The parcel (order 4711) has not arrived yet");

        assertThat(only("message:updated").data())
                .isEqualTo(common(Map.of(
                        "fingerprint",
                        message.fingerprint(),
                        "content",
                        "The parcel (order 4711) has not arrived yet")));
    }

    @Test
    void aRemovalNamesTheMessage() {
        Message message = visitor.writes("Hello");
        listen();

        operator.removes(message.fingerprint());

        assertThat(only("message:removed").data()).isEqualTo(common(Map.of("fingerprint", message.fingerprint())));
    }

    @Test
    void aVisitorWhoTypesSends() {
        listen();

        visitor.types("The par");

        assertThat(only("message:compose:send").data())
                .isEqualTo(common(Map.of(
                        "type", "start", "excerpt", "The par", "timestamp", NOW.toEpochMilli(), "automated", false)));
    }

    @Test
    void anOperatorWhoTypesIsNamed() {
        listen();

        operator.stopsTyping();

        assertThat(only("message:compose:receive").data())
                .isEqualTo(common(Map.of(
                        "type", "stop", "timestamp", NOW.toEpochMilli(), "automated", false, "user", operatorsName)));
    }

    @Test
    void whatTheVisitorReadsWasReceived() {
        Message first = operator.sends("text", "Good morning");
        Message second = operator.sends("text", "How can I help?");
        operator.notes("not for the visitor");
        listen();

        visitor.reads();
        visitor.reads();

        assertThat(only("message:acknowledge:read:received").data())
                .isEqualTo(common(
                        Map.of("origin", "chat", "fingerprints", List.of(first.fingerprint(), second.fingerprint()))));
    }

    @Test
    void unreadHasOneDirectionOnly() {
        Message message = visitor.writes("Hello");
        operator.reads();
        listen();

        operator.unreads();

        assertThat(only("message:acknowledge:unread:send").data())
                .isEqualTo(common(Map.of("origin", "chat", "fingerprints", List.of(message.fingerprint()))));
    }

    @Test
    void deliveryAndRefusalAreAcknowledged() {
        Message message = operator.sends("text", "Good morning");
        listen();

        visitor.receives();
        visitor.refuses("email", List.of(message.fingerprint()), "bounce", "mailbox full");

        List<Long> fingerprints = List.of(message.fingerprint());
        assertThat(names()).containsExactly("message:acknowledge:delivered", "message:acknowledge:ignored");
        assertThat(events.get(0).data()).isEqualTo(common(Map.of("origin", "chat", "fingerprints", fingerprints)));
        assertThat(events.get(1).data())
                .isEqualTo(common(Map.of(
                        "origin",
                        "email",
                        "fingerprints",
                        fingerprints,
                        "details",
                        Map.of("type", "bounce", "reason", "mailbox full"))));
    }

    @Test
    void aSideIsNotifiedOnlyOfWhatIsUnread() {
        visitor.writes("Hello");
        listen();

        workspace.marks().notifyUnread(sessionId, Side.USER);
        workspace.marks().notifyUnread(sessionId, Side.OPERATOR);
        operator.sends("text", "Good morning");
        workspace.marks().notifyUnread(sessionId, Side.OPERATOR);

        assertThat(names())
                .containsExactly(
                        "message:notify:unread:send",
                        "message:received",
                        "session:set_state",
                        "message:notify:unread:received");
        assertThat(events.get(0).data()).isEqualTo(common(Map.of()));
    }

    @Test
    void aPreviewIsNotTold() {
        Message message = visitor.writes("See https://shop.example.org");
        listen();

        workspace
                .messages()
                .preview(sessionId, message.fingerprint(), List.of(Map.of("url", "https://shop.example.org")));

        assertThat(events).isEmpty();
    }

    private void listen() {
        workspace.events().listen(events::add);
    }

    private Event only(String name) {
        assertThat(names()).containsExactly(name);
        return events.get(0);
    }

    private List<String> names() {
        return events.stream().map(Event::name).toList();
    }

    private Map<String, Object> common(Map<String, Object> own) {
        Map<String, Object> data = new LinkedHashMap<>(own);
        data.put("website_id", WEBSITE_ID);
        data.put("session_id", sessionId);
        data.putAll(Collections.singletonMap("inbox_id", null));
        return data;
    }
}
