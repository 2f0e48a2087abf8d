package dev.crispconnect.simulator.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.RepeatedFingerprint;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepeatedFingerprintTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00.125Z");
    private static final long FINGERPRINT = 4_503_599_627_370_497L;

    private final Switches switches = new Switches();
    private final Workspace workspace =
            new Workspace("0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11", 1, switches, InstantSource.fixed(NOW));
    private final Messages messages = workspace.messages();
    private final String sessionId = workspace.conversations().start().sessionId();
    private final List<Event> events = new ArrayList<>();

    @BeforeEach
    void sendOnce() {
        messages.send(sessionId, text("first"));
        workspace.events().listen(events::add);
    }

    @Test
    void theFirstStaysAndNothingIsTold() {
        switches.set(WorkspaceSwitch.REPEATED_FINGERPRINT, RepeatedFingerprint.KEEP_FIRST);

        Message second = messages.send(sessionId, text("second"));

        assertThat(second.content()).isEqualTo("first");
        assertThat(contents()).containsExactly("first");
        assertThat(events).isEmpty();
        assertThat(unread()).isEqualTo(1);
    }

    @Test
    void theFirstIsOverwrittenWhichIsAnUpdate() {
        switches.set(WorkspaceSwitch.REPEATED_FINGERPRINT, RepeatedFingerprint.OVERWRITE);

        Message second = messages.send(sessionId, text("second"));

        assertThat(second.edited()).isTrue();
        assertThat(contents()).containsExactly("second");
        assertThat(events).extracting(Event::name).containsExactly("message:updated");
        assertThat(unread()).isEqualTo(1);
    }

    @Test
    void theTypeIsOverwrittenWithTheContent() {
        switches.set(WorkspaceSwitch.REPEATED_FINGERPRINT, RepeatedFingerprint.OVERWRITE);

        messages.send(
                sessionId, MessageDraft.of("note", Side.OPERATOR, "internal").withFingerprint(FINGERPRINT));

        assertThat(messages.get(sessionId, FINGERPRINT).type()).isEqualTo("note");
        assertThat(unread()).isZero();
    }

    @Test
    void twinsStandBesideEachOtherAndTheNewestIsFound() {
        switches.set(WorkspaceSwitch.REPEATED_FINGERPRINT, RepeatedFingerprint.TWIN);

        messages.send(sessionId, text("second").withTimestamp(NOW.minusSeconds(60)));

        assertThat(contents()).containsExactly("second", "first");
        assertThat(messages.get(sessionId, FINGERPRINT).content()).isEqualTo("second");
        assertThat(events).extracting(Event::name).containsExactly("message:received");
        assertThat(unread()).isEqualTo(2);
    }

    @Test
    void aMarkMeetsBothTwinsAndTheSameOneIsFoundAfterwards() {
        switches.set(WorkspaceSwitch.REPEATED_FINGERPRINT, RepeatedFingerprint.TWIN);
        messages.send(sessionId, text("second").withTimestamp(NOW.minusSeconds(60)));

        workspace.marks().read(sessionId, Side.OPERATOR, "chat", List.of(FINGERPRINT));

        assertThat(messages.of(sessionId)).extracting(Message::read).containsExactly("chat", "chat");
        assertThat(messages.get(sessionId, FINGERPRINT).content()).isEqualTo("second");
    }

    @Test
    void whenTheNewestTwinIsRemovedTheOtherIsFound() {
        switches.set(WorkspaceSwitch.REPEATED_FINGERPRINT, RepeatedFingerprint.TWIN);
        messages.send(sessionId, text("second"));

        messages.remove(sessionId, FINGERPRINT);

        assertThat(contents()).containsExactly("first");
        assertThat(messages.get(sessionId, FINGERPRINT).content()).isEqualTo("first");
    }

    @Test
    void theSecondIsRefusedAndNothingIsTold() {
        switches.set(WorkspaceSwitch.REPEATED_FINGERPRINT, RepeatedFingerprint.REFUSE);

        assertThatThrownBy(() -> messages.send(sessionId, text("second")))
                .isInstanceOfSatisfying(TakenException.class, taken -> assertThat(taken.conflict())
                        .isTrue());
        assertThat(contents()).containsExactly("first");
        assertThat(events).isEmpty();
    }

    @Test
    void theOriginalOfAMessageThatIsNotStoredIsNotKept() {
        MessageDraft second = new MessageDraft(
                "text",
                Side.OPERATOR,
                "chat",
                "second",
                FINGERPRINT,
                null,
                null,
                List.of(),
                Map.of("original", Map.of("type", "text/html", "content", "<p>second</p>")));

        assertThat(messages.send(sessionId, second).extra()).doesNotContainKey("original");
    }

    private List<Object> contents() {
        return messages.of(sessionId).stream().map(Message::content).toList();
    }

    private int unread() {
        return workspace.conversations().get(sessionId).unreadVisitor();
    }

    private static MessageDraft text(String text) {
        return MessageDraft.text(Side.OPERATOR, text).withFingerprint(FINGERPRINT);
    }
}
