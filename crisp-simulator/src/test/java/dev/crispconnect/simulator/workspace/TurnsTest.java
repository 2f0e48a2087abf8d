package dev.crispconnect.simulator.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.ManualClock;
import dev.crispconnect.simulator.switches.Switches;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Messages stand at minutes: {@code ask(7)} is a visitor's text that carries the seventh minute. */
class TurnsTest {

    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");

    private final ManualClock clock = new ManualClock(START);
    private final Workspace workspace =
            new Workspace("0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11", 7, new Switches(), clock::now);
    private final String sessionId =
            workspace.visitorArrives("Ilse Brandt", "ilse@example.org").sessionId();

    @Test
    void aQuestionOlderThanTheAnswerStartsNoWait() {
        answer(10);
        ask(5);

        assertThat(conversation().waitingSince()).isNull();
        assertThat(conversation().unreadOperator()).isEqualTo(1);
    }

    @Test
    void anAnswerOlderThanTheQuestionEndsNoWait() {
        ask(10);
        answer(5);

        assertThat(conversation().waitingSince()).isEqualTo(minute(10));
        assertThat(conversation().state()).isEqualTo(State.PENDING);
    }

    @Test
    void anAnswerBetweenTwoQuestionsLeavesTheVisitorWaitingSinceTheSecond() {
        ask(5);
        ask(15);
        answer(10);

        assertThat(conversation().waitingSince()).isEqualTo(minute(15));
    }

    @Test
    void theVisitorWaitsSinceTheOldestQuestionWhateverCameInFirst() {
        answer(1);
        ask(10);
        ask(5);

        assertThat(conversation().waitingSince()).isEqualTo(minute(5));
    }

    @Test
    void aBackDatedMessageIsNotTheNewestOne() {
        ask(10);
        Message old = ask(5);

        assertThat(conversation().previewMessage().fingerprint()).isNotEqualTo(old.fingerprint());
        assertThat(conversation().lastMessage()).isEqualTo("Question of minute 10");
        assertThat(conversation().presence().last()).isEqualTo(minute(10));
    }

    @Test
    void aBackDatedMessageIsAChangeOfNow() {
        clock.advance(Duration.ofHours(3));
        ask(5);

        assertThat(conversation().updatedAt()).isEqualTo(clock.now());
    }

    @Test
    void aQuestionThatWasAnsweredLongAgoReopensNothing() {
        answer(10);
        workspace.conversations().setState(sessionId, State.RESOLVED);
        ask(5);

        assertThat(conversation().state()).isEqualTo(State.RESOLVED);
    }

    @Test
    void aHistoryThatIsImportedInItsOrderEndsAsIfItHadBeenLived() {
        ask(1);
        answer(2);
        ask(3);

        assertThat(conversation().state()).isEqualTo(State.UNRESOLVED);
        assertThat(conversation().waitingSince()).isEqualTo(minute(3));
        assertThat(unread()).containsExactly(2, 1);
    }

    @Test
    void notesAndEventsAreNeitherQuestionNorAnswerNorUnread() {
        ask(1);
        workspace.operatorChat(sessionId).notes("Called the carrier");
        workspace.operatorChat(sessionId).sends("event", Map.of("namespace", "state:resolved"));

        assertThat(conversation().waitingSince()).isEqualTo(minute(1));
        assertThat(conversation().state()).isEqualTo(State.PENDING);
        assertThat(unread()).containsExactly(1, 0);
    }

    @Test
    void whenTheQuestionIsRemovedTheVisitorWaitsSinceTheNextOne() {
        Message first = ask(1);
        Message second = ask(2);

        workspace.messages().remove(sessionId, first.fingerprint());
        Instant since = conversation().waitingSince();
        workspace.messages().remove(sessionId, second.fingerprint());

        assertThat(since).isEqualTo(minute(2));
        assertThat(conversation().waitingSince()).isNull();
        assertThat(unread()).containsExactly(0, 0);
    }

    @Test
    void whenTheNewestMessageIsRemovedTheOneBeforeItIsShown() {
        ask(1);
        Message answer = answer(2);

        workspace.messages().remove(sessionId, answer.fingerprint());

        assertThat(conversation().lastMessage()).isEqualTo("Question of minute 1");
        assertThat(conversation().previewMessage().from()).isEqualTo(Side.USER);
        assertThat(unread()).containsExactly(1, 0);
    }

    @Test
    void anAnswerThatIsRemovedWasGivenAllTheSame() {
        ask(1);
        Message answer = answer(2);

        workspace.messages().remove(sessionId, answer.fingerprint());

        assertThat(conversation().waitingSince()).isNull();
    }

    @Test
    void aReadMessageThatIsRemovedWasNotUnread() {
        Message read = ask(1);
        workspace.operatorChat(sessionId).reads();
        ask(2);

        workspace.messages().remove(sessionId, read.fingerprint());

        assertThat(unread()).containsExactly(1, 0);
    }

    @Test
    void anEditOfTheNewestMessageChangesWhatIsShown() {
        ask(1);
        Message newest = ask(2);

        workspace.operatorChat(sessionId).edits(newest.fingerprint(), "Question, corrected");

        assertThat(conversation().lastMessage()).isEqualTo("Question, corrected");
        assertThat(conversation().previewMessage().excerpt()).isEqualTo("Question, corrected");
        assertThat(unread()).containsExactly(2, 0);
    }

    @Test
    void inASeededPastUnreadIsWhatIsNotMarkedAsRead() {
        workspace.seed(20, 7, 0);

        assertThat(workspace.conversations().all()).allSatisfy(conversation -> {
            assertThat(conversation.unreadOperator()).isEqualTo(notRead(conversation, Side.USER));
            assertThat(conversation.unreadVisitor()).isEqualTo(notRead(conversation, Side.OPERATOR));
        });
    }

    private int notRead(Conversation conversation, Side from) {
        return (int) workspace.messages().of(conversation.sessionId()).stream()
                .filter(message -> message.isTalk()
                        && message.from() == from
                        && message.read().isEmpty())
                .count();
    }

    private List<Integer> unread() {
        return List.of(conversation().unreadOperator(), conversation().unreadVisitor());
    }

    private Message ask(int minute) {
        return workspace.operatorChat(sessionId).imports(Side.USER, "Question of minute " + minute, minute(minute));
    }

    private Message answer(int minute) {
        return workspace.operatorChat(sessionId).imports(Side.OPERATOR, "Answer of minute " + minute, minute(minute));
    }

    private static Instant minute(int minute) {
        return START.minus(Duration.ofDays(1)).plus(Duration.ofMinutes(minute));
    }

    private Conversation conversation() {
        return workspace.conversations().get(sessionId);
    }
}
