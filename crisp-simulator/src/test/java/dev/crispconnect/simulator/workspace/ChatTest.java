package dev.crispconnect.simulator.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.switches.Switches;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00.125Z");

    private final Workspace workspace = new Workspace("w", 1, new Switches(), InstantSource.fixed(NOW));
    private final String sessionId =
            workspace.visitorArrives("Ilse Brandt", "ilse@example.org").sessionId();
    private final VisitorChat visitor = workspace.visitor(sessionId).chat();
    private final OperatorChat operator = workspace.operatorChat(sessionId);

    @Test
    void aPickerThatIsAnsweredIsUpdatedAndNoNewMessage() {
        Message picker = operator.sends("picker", picker());
        List<Event> events = new ArrayList<>();
        workspace.events().listen(events::add);

        Message answered = visitor.picks(picker.fingerprint(), "b");

        Map<String, Object> content = Map.of(
                "id", "pick-colour",
                "text", "Which colour?",
                "choices",
                        List.of(
                                Map.of("value", "r", "label", "Red", "selected", false),
                                Map.of("value", "b", "label", "Blue", "selected", true)));
        assertThat(answered.content()).isEqualTo(content);
        assertThat(answered.edited()).isFalse();
        assertThat(workspace.messages().of(sessionId)).containsExactly(answered);
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("message:updated");
            assertThat(event.data()).containsEntry("content", content);
        });
    }

    @Test
    void aFieldThatIsAnsweredHasTheValue() {
        Message field = operator.sends(
                "field", Map.of("id", "ask-order", "text", "Your order?", "explain", "Eight digits", "value", ""));

        Message answered = visitor.fills(field.fingerprint(), "4711");

        assertThat(answered.content())
                .isEqualTo(
                        Map.of("id", "ask-order", "text", "Your order?", "explain", "Eight digits", "value", "4711"));
    }

    @Test
    void onlyWhatIsAskedCanBeAnswered() {
        Message text = operator.answers("Good morning");
        Message picker = operator.sends("picker", picker());

        assertThatIllegalArgumentException().isThrownBy(() -> visitor.picks(text.fingerprint(), "b"));
        assertThatIllegalArgumentException().isThrownBy(() -> visitor.fills(picker.fingerprint(), "4711"));
        assertThatIllegalArgumentException().isThrownBy(() -> visitor.picks(picker.fingerprint(), "b", "green"));
        assertThat(workspace.messages().get(sessionId, picker.fingerprint())).isEqualTo(picker);
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "event"})
    void aVisitorWritesNoNotesAndNoEvents(String type) {
        assertThatIllegalArgumentException().isThrownBy(() -> visitor.sends(type, "secret"));
    }

    @Test
    void anOperatorIsShownAsTheWriter() {
        Website.Operator second = workspace.website().operators().get(1);

        Message message = workspace.operatorChat(sessionId, second).notes("Called the carrier");

        assertThat(message.user().userId()).isEqualTo(second.userId());
        assertThat(message.user().nickname()).isEqualTo(second.nickname());
    }

    @Test
    void whatIsImportedIsWrittenByTheSideItComesFrom() {
        Instant written = NOW.minusSeconds(3_600);

        Message question = operator.imports(Side.USER, "Hello", written);
        Message answer = operator.imports(Side.OPERATOR, "Good morning", written);

        assertThat(question.timestamp()).isEqualTo(written);
        assertThat(question.user().userId()).isEqualTo(sessionId);
        assertThat(answer.user().userId())
                .isEqualTo(workspace.website().operators().get(0).userId());
    }

    @Test
    void aRefusalStandsOnTheMessageForEachChannel() {
        Message message = operator.sends("text", "Good morning");

        visitor.refuses("email", List.of(), "bounce", "mailbox full");
        visitor.refuses("urn:example.org:sms:0", List.of(message.fingerprint()), "blocked", "number unknown");

        assertThat(workspace.messages().get(sessionId, message.fingerprint()).extra())
                .containsEntry(
                        "ignored",
                        Map.of(
                                "email", Map.of("type", "bounce", "reason", "mailbox full"),
                                "urn:example.org:sms:0", Map.of("type", "blocked", "reason", "number unknown")));
    }

    @Test
    void previewsComeLater() {
        Message message = visitor.writes("See https://shop.example.org");
        List<Map<String, Object>> previews = List.of(Map.of("url", "https://shop.example.org", "stamped", true));

        workspace.messages().preview(sessionId, message.fingerprint(), previews);

        assertThat(workspace.messages().get(sessionId, message.fingerprint()).extra())
                .containsEntry("preview", previews);
    }

    @Test
    void anOriginalGoesWithItsMessage() {
        Message message = workspace
                .messages()
                .send(
                        sessionId,
                        new MessageDraft(
                                "text",
                                Side.USER,
                                "email",
                                "Hello",
                                null,
                                null,
                                null,
                                List.of(),
                                Map.of("original", Map.of("type", "text/html", "content", "<p>Hello</p>"))));
        String originalId = (String) ((Map<?, ?>) message.extra().get("original")).get("original_id");
        Original original = workspace.messages().original(sessionId, originalId);

        operator.removes(message.fingerprint());

        assertThat(original.content()).isEqualTo("<p>Hello</p>");
        assertThatThrownBy(() -> workspace.messages().original(sessionId, originalId))
                .isInstanceOfSatisfying(AbsentException.class, absent -> assertThat(absent.kind())
                        .isEqualTo(AbsentException.Kind.ORIGINAL));
    }

    private static Map<String, Object> picker() {
        return Map.of(
                "id", "pick-colour",
                "text", "Which colour?",
                "choices",
                        List.of(
                                Map.of("value", "r", "label", "Red", "selected", true),
                                Map.of("value", "b", "label", "Blue", "selected", false)));
    }
}
