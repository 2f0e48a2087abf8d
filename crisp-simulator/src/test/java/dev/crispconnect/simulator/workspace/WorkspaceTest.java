package dev.crispconnect.simulator.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.simulator.ManualClock;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.Change;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.DataChange;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.StateAfterMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkspaceTest {

    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");

    private final ManualClock clock = new ManualClock(START);
    private final Workspace workspace = with(new Switches());
    private final String sessionId =
            workspace.visitorArrives("Ilse Brandt", "ilse@example.org").sessionId();

    @Test
    void aVisitorWhoWritesWaitsAndIsUnread() {
        Instant written = clock.advance(Duration.ofMinutes(1));
        workspace.visitorWrites(sessionId, "Hello");
        clock.advance(Duration.ofMinutes(1));
        workspace.visitorWrites(sessionId, "Anybody there?");

        Conversation conversation = conversation();

        assertThat(conversation.unreadOperator()).isEqualTo(2);
        assertThat(conversation.waitingSince()).isEqualTo(written);
        assertThat(conversation.lastMessage()).isEqualTo("Anybody there?");
        assertThat(conversation.presence().last()).isEqualTo(clock.now());
        assertThat(conversation.updatedAt()).isEqualTo(clock.now());
    }

    @Test
    void anAnswerEndsTheWaitAndIsUnreadByTheVisitor() {
        workspace.visitorWrites(sessionId, "Hello");
        workspace.operatorAnswers(sessionId, "Good morning");

        Conversation conversation = conversation();

        assertThat(conversation.waitingSince()).isNull();
        assertThat(conversation.unreadOperator()).isZero();
        assertThat(conversation.unreadVisitor()).isEqualTo(1);
        assertThat(workspace.messages().of(sessionId)).extracting(Message::read).containsExactly("chat", "");
    }

    @Test
    void aNoteIsNoAnswer() {
        workspace.visitorWrites(sessionId, "Hello");
        workspace.messages().send(sessionId, MessageDraft.of("note", Side.OPERATOR, "Called the carrier"));

        assertThat(conversation().waitingSince()).isNotNull();
        assertThat(conversation().unreadVisitor()).isZero();
        assertThat(conversation().previewMessage().type()).isEqualTo("note");
    }

    @Test
    void byDefaultMessagesMoveTheState() {
        workspace.visitorWrites(sessionId, "Hello");
        State unanswered = conversation().state();
        workspace.operatorAnswers(sessionId, "Good morning");
        State answered = conversation().state();
        workspace.conversations().setState(sessionId, State.RESOLVED);
        workspace.visitorWrites(sessionId, "One more thing");
        State reopened = conversation().state();

        assertThat(List.of(unanswered, answered, reopened))
                .containsExactly(State.PENDING, State.UNRESOLVED, State.UNRESOLVED);
    }

    @Test
    void messagesCanLeaveTheStateAlone() {
        Workspace still = with(new Switches().set(WorkspaceSwitch.STATE_AFTER_MESSAGE, StateAfterMessage.STAYS));
        String other = still.conversations().start().sessionId();
        still.operatorAnswers(other, "Good morning");

        assertThat(still.conversations().get(other).state()).isEqualTo(State.PENDING);
    }

    @Test
    void nobodyWaitsInAResolvedConversation() {
        workspace.visitorWrites(sessionId, "Hello");

        assertThat(workspace.conversations().setState(sessionId, State.RESOLVED).waitingSince())
                .isNull();
    }

    @Test
    void settingTheSameStateAgainChangesNothing() {
        workspace.conversations().setState(sessionId, State.RESOLVED);
        Conversation before = conversation();
        clock.advance(Duration.ofMinutes(1));

        assertThat(workspace.conversations().setState(sessionId, State.RESOLVED))
                .isEqualTo(before);
    }

    @Test
    void byDefaultEditsAndRemovalsOfMessagesLeaveTheUpdateTimeAlone() {
        Message message = workspace.visitorWrites(sessionId, "Hello");
        clock.advance(Duration.ofMinutes(1));
        workspace.messages().edit(sessionId, message.fingerprint(), "Hello there");
        String lastMessage = conversation().lastMessage();
        workspace.messages().remove(sessionId, message.fingerprint());

        assertThat(lastMessage).isEqualTo("Hello there");
        assertThat(conversation().updatedAt()).isEqualTo(START);
        assertThat(conversation().empty()).isTrue();
    }

    @Test
    void whatMovesTheUpdateTimeCanBeChosen() {
        Workspace strict = with(new Switches().set(WorkspaceSwitch.MOVES_UPDATED_AT, Set.of(Change.STATE)));
        String other = strict.conversations().start().sessionId();
        Instant later = clock.advance(Duration.ofMinutes(1));

        strict.visitorWrites(other, "Hello");
        strict.conversations().changeMeta(other, Map.of("subject", "Parcel"));
        Instant untouched = strict.conversations().get(other).updatedAt();
        strict.conversations().setState(other, State.RESOLVED);

        assertThat(untouched).isEqualTo(START);
        assertThat(strict.conversations().get(other).updatedAt()).isEqualTo(later);
    }

    @Test
    void customDataIsMergedOrReplacedAsTheRulesSay() {
        Workspace replacing = with(new Switches().set(WorkspaceSwitch.DATA_CHANGE, DataChange.REPLACE));
        String other = replacing.conversations().start().sessionId();
        for (Map<String, Object> data : List.<Map<String, Object>>of(Map.of("a", 1), Map.of("b", 2))) {
            workspace.conversations().changeMeta(sessionId, Map.of("data", data));
            replacing.conversations().changeMeta(other, Map.of("data", data));
        }

        assertThat(conversation().data("a")).isEqualTo(1);
        assertThat(replacing.conversations().get(other).data("a")).isNull();
        assertThat(replacing.conversations().get(other).data("b")).isEqualTo(2);
    }

    @Test
    void timesHaveMillisecondsAndNoMore() {
        clock.set(START.plusNanos(123_456_789));

        assertThat(workspace.conversations().start().createdAt()).isEqualTo(START.plusMillis(123));
    }

    @Test
    void whatIsNotThereIsAbsent() {
        assertThatThrownBy(() -> workspace.visitorWrites("session_gone", "Hello"))
                .isInstanceOfSatisfying(AbsentException.class, absent -> assertThat(absent.kind())
                        .isEqualTo(AbsentException.Kind.CONVERSATION));
        assertThatThrownBy(() -> workspace.messages().edit(sessionId, 1, "Hello"))
                .isInstanceOfSatisfying(AbsentException.class, absent -> assertThat(absent.kind())
                        .isEqualTo(AbsentException.Kind.MESSAGE));
        assertThatThrownBy(() -> workspace.people().get("nobody@example.org")).isInstanceOf(AbsentException.class);
    }

    @Test
    void whatIsHandedOutCannotBeChanged() {
        assertThatThrownBy(() -> conversation().meta().put("nickname", "Eve"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private Conversation conversation() {
        return workspace.conversations().get(sessionId);
    }

    private Workspace with(Switches switches) {
        return new Workspace("0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11", 7, switches, clock::now);
    }
}
