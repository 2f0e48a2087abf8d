package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.realtime.EventContent;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.time.ManualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An inbox that is told what happens. */
class FollowerHearingTest {

    private static final Duration REFRESH = Duration.ofSeconds(15);
    private static final Duration AUDIT = Duration.ofMinutes(10);

    private final FakeWorkspace workspace = new FakeWorkspace(new ManualTime());
    private final Deque<RealtimeEvent> underway = new ArrayDeque<>();
    private String session;
    private FollowedInbox inbox;

    @BeforeEach
    void live() throws InterruptedException {
        session = workspace.open();
        workspace.write(session);
        workspace.onEvent = underway::add;
        inbox = FollowedInbox.hearing(workspace);
        inbox.catchUp();
        inbox.reader().hearing();
        workspace.time.advance(Duration.ofSeconds(3));
        inbox.catchUp();
        forgetCalls();
    }

    @Test
    void aMessageIsEmittedWhenItIsToldAndCostsNothing() throws InterruptedException {
        workspace.write(session);
        tell();
        inbox.step();

        assertThat(headers(inbox.topic("messages"))).containsExactly("backfill create", "realtime create");
        assertThat(calls()).isZero();
        assertThat(inbox.repaired).isZero();
        assertThat(inbox.delays).containsExactly("messages 0");
    }

    @Test
    void aMessageThatWasToldAfterALongLookIsRememberedForAsLongAsLooksComeByIt() throws InterruptedException {
        workspace.betweenCalls = () -> workspace.time.advance(Duration.ofSeconds(6));
        pass(AUDIT);
        workspace.betweenCalls = () -> {};
        workspace.write(workspace.open());
        tell();
        pass(REFRESH.minusSeconds(11));
        workspace.write(session);
        tell();
        pass(Duration.ofSeconds(11));

        workspace.write(session, workspace.time.now().minus(Duration.ofDays(1)));
        underway.clear();
        workspace.changeState(session);
        tell();
        pass(REFRESH);

        assertThat(inbox.messagesOf(session)).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void whatIsToldOnceThePastIsReadWaitsForWhatWasToldBefore() throws InterruptedException {
        workspace.write(workspace.open());
        inbox = FollowedInbox.hearing(workspace);
        inbox.step();
        inbox.crashBeforeCommit();
        inbox.reader().hearing();
        workspace.time.advance(Duration.ofSeconds(3));
        underway.clear();
        workspace.betweenCalls = () -> {
            workspace.betweenCalls = () -> {};
            session = workspace.open();
            workspace.write(session);
            tell();
        };
        inbox.step();
        assertThat(inbox.messagesOf(session)).isEmpty();

        workspace.write(session);
        tell();
        pass(REFRESH);

        assertThat(inbox.messagesOf(session))
                .containsExactlyElementsOf(workspace.messages.get(session).stream()
                        .map(message -> message.fingerprint())
                        .toList())
                .hasSize(2);
    }

    @Test
    void aMessageThatIsToldTwiceIsEmittedOnceAndCounted() throws InterruptedException {
        workspace.write(session);
        underway.add(underway.peek());
        tell();
        inbox.step();

        assertThat(inbox.messagesOf(session)).hasSize(2);
        assertThat(inbox.toldAgain).isEqualTo(1);
    }

    @Test
    void whatCallsForReadingIsQueuedUntilTheNextLook() throws InterruptedException {
        workspace.changeState(session);
        tell();
        assertThat(inbox.reader().state().queued()).isPositive();

        pass(REFRESH);
        assertThat(inbox.reader().state().queued()).isZero();
        assertThat(inbox.reader().state().live()).isTrue();
    }

    @Test
    void theConversationFollowsAtTheNextRefreshForOneCall() throws InterruptedException {
        workspace.write(session);
        tell();
        pass(REFRESH);

        assertThat(headers(inbox.topic("conversations"))).containsExactly("backfill create", "reconcile update");
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void whileNothingIsToldALookIsMadeToBeSureNowAndThen() throws InterruptedException {
        pass(AUDIT.minusSeconds(10));
        assertThat(calls()).isZero();

        pass(Duration.ofSeconds(10));
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void aMessageThatWasNeverToldIsFoundByItsFingerprint() throws InterruptedException {
        workspace.write(session);
        underway.clear();
        pass(AUDIT);

        assertThat(inbox.messagesOf(session)).hasSize(2);
        assertThat(headers(inbox.topic("messages"))).contains("reconcile create");
        assertThat(inbox.repaired).isEqualTo(1);
        assertThat(inbox.delays).containsExactly("conversations 600", "messages 600");
    }

    @Test
    void aMessageThatWasNeverToldIsMissedByTheCounterAlthoughANewerOneWasTold() throws InterruptedException {
        pass(AUDIT);
        workspace.write(session);
        underway.clear();
        workspace.time.advance(Duration.ofMillis(5));
        workspace.write(session);
        tell();
        pass(AUDIT);

        assertThat(inbox.messagesOf(session)).hasSize(3);
    }

    @Test
    void aMessageThatWasNeverToldIsGivenAwayByWhoeverReadItAlthoughTheAnswerWasTold() throws InterruptedException {
        workspace.time.advance(AUDIT.minusMinutes(1));
        workspace.write(session);
        underway.clear();
        workspace.answer(session);
        tell();
        forgetCalls();
        pass(REFRESH);

        assertThat(inbox.messagesOf(session)).hasSize(3).doesNotHaveDuplicates();
        assertThat(headers(inbox.topic("messages")))
                .containsExactly("backfill create", "realtime create", "reconcile create");
        assertThat(workspace.messageCalls).isEqualTo(1);
    }

    @Test
    void aMessageThatWasNeverToldIsMissedByTheCounterAlthoughOthersWereReadMeanwhile() throws InterruptedException {
        workspace.answer(session);
        workspace.write(session);
        RealtimeEvent neverTold = underway.removeLast();
        workspace.write(session);
        tell();
        pass(REFRESH);

        assertThat(neverTold.content()).isInstanceOf(EventContent.MessageSent.class);
        assertThat(inbox.messagesOf(session)).hasSize(4).doesNotHaveDuplicates();
        assertThat(workspace.messageCalls).isEqualTo(1);
    }

    @Test
    void aMessageThatWasNeverToldIsMissedByTheCounterAlthoughAnotherWasRemovedMeanwhile() throws InterruptedException {
        workspace.removeMessage(session);
        workspace.write(session);
        long neverTold = workspace.newestMessage(session);
        RealtimeEvent lost = underway.removeLast();
        workspace.write(session);
        tell();
        pass(REFRESH);

        assertThat(lost.content()).isInstanceOf(EventContent.MessageSent.class);
        assertThat(inbox.messagesOf(session)).contains(neverTold);
        assertThat(workspace.messageCalls).isEqualTo(1);
    }

    @Test
    void whoReadsAndAnswersCostsNoCallPerMessage() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            workspace.write(session);
            workspace.write(session);
            workspace.answer(session);
            tellTwice();
            workspace.time.advance(Duration.ofSeconds(1));
        }
        pass(REFRESH);

        assertThat(inbox.messagesOf(session)).hasSize(16);
        assertThat(workspace.messageCalls).isZero();
        assertThat(workspace.listCalls).isEqualTo(1);
    }

    @Test
    void whatWasToldOrIsOldMayBeReadForNothing() throws InterruptedException {
        workspace.time.advance(Duration.ofSeconds(10));
        workspace.write(session);
        workspace.answer(session);
        tellTwice();
        pass(REFRESH);

        assertThat(inbox.messagesOf(session)).hasSize(3);
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void whatIsToldLateIsReadForNothing() throws InterruptedException {
        workspace.time.advance(Duration.ofSeconds(10));
        workspace.write(session);
        RealtimeEvent late = underway.poll();
        workspace.answer(session);
        tell();
        hear(late);
        pass(REFRESH);

        assertThat(inbox.messagesOf(session)).hasSize(3).doesNotHaveDuplicates();
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void anEditOfAMessageThatWasToldCostsNothing() throws InterruptedException {
        workspace.write(session);
        tell();
        workspace.edit(session);
        tell();
        inbox.step();

        assertThat(headers(inbox.topic("messages")))
                .containsExactly("backfill create", "realtime create", "realtime update");
        assertThat(last(inbox.topic("messages")).getString("text")).startsWith("edit");
        assertThat(calls()).isZero();
    }

    @Test
    void anEditOfAnOlderMessageIsReadAtTheNextLook() throws InterruptedException {
        workspace.edit(session);
        tell();
        pass(REFRESH);

        assertThat(headers(inbox.topic("messages"))).containsExactly("backfill create", "reconcile update");
        assertThat(last(inbox.topic("messages")).getString("text")).startsWith("edit");
        assertThat(workspace.singleCalls).isEqualTo(1);
    }

    @Test
    void anEditThatWasMissedIsFoundAfterTheGap() throws InterruptedException {
        workspace.write(session);
        tell();
        inbox.reader().deaf();
        workspace.edit(session);
        underway.clear();
        inbox.reader().hearing();
        pass(Duration.ofSeconds(3));

        assertThat(headers(inbox.topic("messages")))
                .containsExactly("backfill create", "realtime create", "reconcile update");
    }

    @Test
    void anEditThatWasReadWithItsMessageIsNotToldAgain() throws InterruptedException {
        inbox.reader().deaf();
        inbox.reader().hearing();
        workspace.write(session);
        workspace.edit(session);
        tell();
        pass(Duration.ofSeconds(3));
        pass(REFRESH);

        assertThat(headers(inbox.topic("messages"))).containsExactly("backfill create", "reconcile create");
        assertThat(last(inbox.topic("messages")).getString("text")).startsWith("edit");
    }

    @Test
    void twoEditsOfAnOlderMessageThatAreReadAsOneAreToldOnce() throws InterruptedException {
        workspace.edit(session);
        workspace.edit(session);
        tell();
        pass(REFRESH);

        assertThat(headers(inbox.topic("messages"))).containsExactly("backfill create", "reconcile update");
    }

    @Test
    void anEditOfAYoungMessageThatWasReadByItselfIsNotReadAgainAfterARestart() throws InterruptedException {
        workspace.time.advance(REFRESH.minusSeconds(2));
        workspace.write(session);
        underway.clear();
        workspace.changeState(session);
        tell();
        workspace.betweenCalls = () -> {
            if (workspace.messageCalls > 0) {
                workspace.betweenCalls = () -> {};
                workspace.edit(session);
                tell();
            }
        };
        pass(Duration.ofSeconds(2));
        inbox.restart();
        inbox.reader().hearing();
        pass(Duration.ofSeconds(3));

        assertThat(opsOf(session)).containsExactly("create", "create", "update");
    }

    @Test
    void editsAndRemovalsAreToldAlthoughATaskBeforeEmittedTheHistoryAndThePastIsStillRead()
            throws InterruptedException {
        List<String> sessions = resumedAmidThePast();
        String edited = sessions.get(sessions.size() - 1);
        String shortened = sessions.get(sessions.size() - 2);
        workspace.edit(edited);
        workspace.removeMessage(shortened);
        tellTwice();
        pass(REFRESH);

        assertThat(opsOf(edited)).containsExactly("create", "update");
        assertThat(opsOf(shortened)).containsExactly("create", "delete");
    }

    @Test
    void aRemovedMessageIsSaidToBeRemoved() throws InterruptedException {
        workspace.removeMessage(session);
        tellTwice();
        inbox.step();

        assertThat(headers(inbox.topic("messages"))).containsExactly("backfill create", "realtime delete");
        assertThat(last(inbox.topic("messages")).getBoolean("removed")).isTrue();
    }

    @Test
    void aRemovedConversationHasOneTombstone() throws InterruptedException {
        workspace.remove(session);
        tellTwice();
        inbox.step();

        assertThat(headers(inbox.topic("conversations"))).containsExactly("backfill create", "realtime delete");
        assertThat(inbox.topic("conversations").get(1).value()).isNull();
    }

    @Test
    void aConversationThatTheListDoesNotBringIsReadByItself() throws InterruptedException {
        pass(AUDIT);
        forgetCalls();
        workspace.changeStateInPlace(session);
        tell();
        pass(REFRESH);

        assertThat(headers(inbox.topic("conversations"))).contains("reconcile update");
        assertThat(workspace.singleCalls).isEqualTo(1);
    }

    @Test
    void whatChangesOnceMoreWhileTheListIsReadIsLookedForAgain() throws InterruptedException {
        workspace.changeStateInPlace(session);
        tell();
        workspace.betweenCalls = () -> {
            workspace.betweenCalls = () -> {};
            workspace.changeStateInPlace(session);
            hear(underway.poll());
        };
        pass(REFRESH);
        int before = calls();
        pass(REFRESH);

        assertThat(calls()).isGreaterThan(before);
    }

    @Test
    void afterACutOnlyWhatChangedSinceIsReadThoroughly() throws InterruptedException {
        String other = workspace.open();
        workspace.write(other);
        tell();
        pass(Duration.ofMinutes(5));
        workspace.write(session);
        tell();
        forgetCalls();
        inbox.reader().deaf();
        inbox.reader().hearing();
        pass(Duration.ofSeconds(3));

        assertThat(workspace.listCalls).isEqualTo(1);
        assertThat(workspace.messageCalls).isEqualTo(1);
    }

    @Test
    void aFloodIsLookedAtBeforeThePositionHasToForgetWhatItNeeds() throws InterruptedException {
        List<String> sessions = Stream.generate(workspace::open).limit(100).toList();
        for (int i = 0; i < 10_500; i++) {
            workspace.write(sessions.get(i % 100));
            tell();
            inbox.step();
        }
        pass(Duration.ofSeconds(1));

        assertThat(workspace.listCalls).isPositive();
    }

    /** Live again, while most of the past is not read yet; what was read is not known any more, but by the position. */
    private List<String> resumedAmidThePast() throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            workspace.write(workspace.open());
            workspace.time.advance(Duration.ofSeconds(1));
        }
        workspace.time.advance(Duration.ofMinutes(1));
        underway.clear();
        inbox = FollowedInbox.hearing(workspace);
        inbox.step();
        inbox.restart();
        inbox.reader().hearing();
        workspace.time.advance(Duration.ofSeconds(3));
        inbox.step();
        return workspace.sessions();
    }

    private List<String> opsOf(String sessionId) {
        return inbox.topic("messages").stream()
                .filter(entry ->
                        ((Struct) entry.value()).getString("session_id").equals(sessionId))
                .map(entry -> (String) entry.headers().lastWithName("crisp.op").value())
                .toList();
    }

    private void pass(Duration duration) throws InterruptedException {
        workspace.time.advance(duration);
        inbox.catchUp();
    }

    private void tell() {
        for (RealtimeEvent event = underway.poll(); event != null; event = underway.poll()) {
            hear(event);
        }
    }

    private void tellTwice() {
        for (RealtimeEvent event = underway.poll(); event != null; event = underway.poll()) {
            hear(event);
            hear(event);
        }
    }

    private void hear(RealtimeEvent event) {
        try {
            inbox.reader().heard(event);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void forgetCalls() {
        workspace.listCalls = 0;
        workspace.messageCalls = 0;
        workspace.singleCalls = 0;
    }

    private int calls() {
        return workspace.listCalls + workspace.messageCalls + workspace.singleCalls;
    }

    private static List<String> headers(List<SourceRecord> records) {
        return records.stream()
                .map(entry -> entry.headers().lastWithName("crisp.via").value() + " "
                        + entry.headers().lastWithName("crisp.op").value())
                .toList();
    }

    private static Struct last(List<SourceRecord> records) {
        return (Struct) records.get(records.size() - 1).value();
    }
}
