package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.time.ManualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FollowerTest {

    private final FakeWorkspace workspace = new FakeWorkspace(new ManualTime());

    @Test
    void aConversationThatJumpsToAPageAlreadyReadLosesNoMessage() throws InterruptedException {
        FollowedInbox inbox = emittedWith(70);
        List<String> sessions = workspace.sessions();
        for (String session : sessions) {
            workspace.write(session);
            workspace.time.advance(Duration.ofMillis(100));
        }
        workspace.time.advance(Duration.ofSeconds(20));
        String unread = sessions.get(0);
        workspace.betweenCalls = once(() -> workspace.write(unread));

        inbox.look();
        inbox.look();

        assertEverythingArrivedOnce(inbox);
    }

    @Test
    void aRestartAmidALookLosesNoMessageOfAConversationThatChangesOnceMore() throws InterruptedException {
        FollowedInbox inbox = emittedWith(3);
        String first = workspace.sessions().get(0);
        String last = workspace.sessions().get(2);
        workspace.write(last);
        workspace.time.advance(Duration.ofSeconds(30));
        workspace.write(first);
        workspace.write(last);

        inbox.look();
        inbox.crashBeforeCommit();
        assertThat(inbox.messagesOf(last)).hasSize(1);
        workspace.time.advance(Duration.ofSeconds(30));
        workspace.write(last);
        inbox.catchUp();
        inbox.look();

        assertEverythingArrivedOnce(inbox);
    }

    @Test
    void thePastAsksForTheNextConversationsAndEmitsThemInTheOrderOfTheList() throws InterruptedException {
        seed(120);
        Deque<Integer> delays = new ArrayDeque<>(List.of(9, 0, 4, 2, 7));
        workspace.early = () -> {
            delays.add(delays.remove());
            return delays.peek();
        };
        FollowedInbox inbox = new FollowedInbox(workspace);

        inbox.catchUp();

        assertThat(workspace.mostAsked).isEqualTo(Elements.MOST_ASKED);
        assertThat(workspace.messageCalls).isEqualTo(120);
        assertThat(inbox.topic("conversations"))
                .extracting(entry -> ((Struct) entry.value()).get("created_at"))
                .isSortedAccordingTo(
                        Comparator.comparing(created -> (Date) created).reversed());
        assertEverythingArrivedOnce(inbox);
    }

    @Test
    void aPageOfThePastIsAskedForOnceUnlessALookComesBetween() throws InterruptedException {
        seed(120);
        FollowedInbox inbox = new FollowedInbox(workspace);
        inbox.step();
        assertThat(workspace.listCalls).as("the first and the second").isEqualTo(2);

        inbox.step();
        assertThat(workspace.listCalls).as("and the third").isEqualTo(3);

        workspace.time.advance(FollowedInbox.POLL_INTERVAL);
        inbox.step();
        assertThat(workspace.listCalls)
                .as("a look, and the third once more, which is the last")
                .isEqualTo(5);
        inbox.catchUp();
        assertEverythingArrivedOnce(inbox);
    }

    @Test
    void changesDoNotWaitForThePast() throws InterruptedException {
        seed(300);
        FollowedInbox inbox = new FollowedInbox(workspace);
        inbox.step();
        String oldest = workspace.sessions().get(0);
        workspace.write(oldest);
        workspace.time.advance(FollowedInbox.POLL_INTERVAL);

        inbox.step();

        assertThat(inbox.messagesOf(oldest)).hasSize(2);
        assertThat(inbox.topic("conversations")).hasSizeLessThan(100);
        inbox.catchUp();
        assertEverythingArrivedOnce(inbox);
    }

    @Test
    void aStaleAnswerIsReadAgainWithTheNextLook() throws InterruptedException {
        FollowedInbox inbox = emittedWith(3);
        workspace.time.advance(Duration.ofSeconds(55));
        String session = workspace.sessions().get(1);
        workspace.write(session);
        workspace.hidden.add(workspace.newestMessage(session));
        workspace.time.advance(Duration.ofSeconds(5));
        inbox.catchUp();
        assertThat(inbox.messagesOf(session)).hasSize(1);

        workspace.hidden.clear();
        inbox.look();

        assertEverythingArrivedOnce(inbox);
    }

    @Test
    void aMessageThatBearsATimeALittleInThePastArrives() throws InterruptedException {
        FollowedInbox inbox = emittedWith(3);
        inbox.look();
        String session = workspace.sessions().get(1);
        workspace.write(session, workspace.time.now().minusSeconds(8));

        inbox.look();

        assertEverythingArrivedOnce(inbox);
    }

    @Test
    void aNewConversationArrivesWithItsImportedPast() throws InterruptedException {
        FollowedInbox inbox = emittedWith(3);
        inbox.look();
        String session = workspace.open();
        workspace.write(session, workspace.time.now().minus(Duration.ofDays(700)));
        workspace.write(session, workspace.time.now().minus(Duration.ofDays(600)));

        inbox.look();
        inbox.look();

        assertThat(inbox.messagesOf(session)).hasSize(2);
    }

    @Test
    void aConversationWithoutMessagesCostsNoMessageCall() throws InterruptedException {
        workspace.open();
        FollowedInbox inbox = new FollowedInbox(workspace);

        inbox.catchUp();

        assertThat(inbox.topic("conversations")).hasSize(1);
        assertThat(workspace.messageCalls).isZero();
    }

    @Test
    void listsThatAreTheOtherWayRoundAreReadToTheirEnd() throws InterruptedException {
        workspace.oldestFirst = true;
        FollowedInbox inbox = emittedWith(120);
        workspace.write(workspace.sessions().get(0));
        workspace.write(workspace.sessions().get(60));
        workspace.write(workspace.sessions().get(119));

        inbox.look();

        assertEverythingArrivedOnce(inbox);
    }

    @Test
    void conversationsWithoutTimesAreEmittedOnce() throws InterruptedException {
        workspace.timeless = true;
        FollowedInbox inbox = emittedWith(70);

        inbox.look();

        assertThat(inbox.topic("conversations")).hasSize(70);
        assertEverythingArrivedOnce(inbox);
    }

    @Test
    void anIdleLookAfterARestartEmitsNothing() throws InterruptedException {
        FollowedInbox inbox = emittedWith(70);
        int before = inbox.batches.size();

        inbox.restart();
        inbox.catchUp();
        inbox.look();

        assertThat(inbox.batches).hasSize(before);
    }

    @Test
    void aBurstInsideTheOverlapIsEmittedOnceWithOffsetsOfBoundedSize() throws InterruptedException {
        FollowedInbox inbox = emittedWith(5);
        for (int i = 0; i < 17_000; i++) {
            workspace.write(workspace.sessions().get(i % 5));
            workspace.time.advance(Duration.ofMillis(1));
        }
        inbox.restart();
        inbox.catchUp();
        workspace.sessions().forEach(workspace::write);

        inbox.restart();
        inbox.catchUp();

        assertEverythingArrivedOnce(inbox);
        assertThat(inbox.stored().map(stored -> stored.toMap().toString().length()))
                .hasValueSatisfying(length -> assertThat(length).isLessThan(130_000));
    }

    @Test
    void thePositionOfTheLastRecordLeadsToTheEnd() throws InterruptedException {
        FollowedInbox inbox = emittedWith(4);

        assertThat(inbox.stored().map(stored -> stored.backfill().done())).contains(true);
    }

    @Test
    void anUnknownWorkspaceIsEmptyUntilSomethingHappens() throws InterruptedException {
        FollowedInbox inbox = new FollowedInbox(workspace);
        inbox.catchUp();
        assertThat(inbox.stored()).isEqualTo(Optional.empty());
        workspace.write(workspace.open());

        inbox.look();

        assertThat(((Struct) inbox.topic("messages").get(0).value()).getString("text"))
                .isEqualTo("hello");
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aLookEndsAlthoughEveryAnswerPromisesMore() throws InterruptedException {
        workspace.alwaysMore = true;
        FollowedInbox inbox = emittedWith(1);
        workspace.write(workspace.sessions().get(0));

        inbox.look();

        assertEverythingArrivedOnce(inbox);
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void thePastEndsAlthoughEveryAnswerPromisesMoreAndOneConversationHasNoTimes() throws InterruptedException {
        workspace.alwaysMore = true;
        seed(3);
        workspace.timelessSessions.add(workspace.sessions().get(1));
        FollowedInbox inbox = new FollowedInbox(workspace);

        inbox.catchUp();

        assertEverythingArrivedOnce(inbox);
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void thePastEndsAlthoughManyOfItsOldestHaveNoTimes() throws InterruptedException {
        seed(200);
        workspace.timelessSessions.addAll(workspace.sessions().subList(0, 120));
        FollowedInbox inbox = new FollowedInbox(workspace);

        inbox.catchUp();

        assertEverythingArrivedOnce(inbox);
    }

    @Test
    void messagesArriveAlthoughNothingIsFoundBehindTheirEnd() throws InterruptedException {
        workspace.alwaysMore = true;
        workspace.notFoundBehindTheEnd = true;
        FollowedInbox inbox = emittedWith(2);

        assertEverythingArrivedOnce(inbox);
    }

    @Test
    void aWorkersClockThatIsAheadLosesNothingWhereCrispTellsNoTime() throws InterruptedException {
        workspace.dateless = true;
        seed(3);
        ManualTime ahead = new ManualTime(workspace.time.now().plus(Duration.ofHours(1)));
        FollowedInbox inbox = new FollowedInbox(workspace, ahead);
        inbox.catchUp();
        workspace.time.advance(Duration.ofSeconds(60));
        workspace.write(workspace.sessions().get(0));

        inbox.look();
        inbox.look();

        assertEverythingArrivedOnce(inbox);
    }

    @Test
    void aMessageWithoutATimeArrives() throws InterruptedException {
        FollowedInbox inbox = emittedWith(3);
        inbox.look();
        workspace.time.advance(Duration.ofSeconds(60));
        workspace.write(workspace.sessions().get(1), null);

        inbox.look();
        inbox.look();

        assertEverythingArrivedOnce(inbox);
    }

    @Test
    void lookingAtAChangeAgainInsideALongOverlapTakesNoRoom() throws InterruptedException {
        FollowedInbox inbox = emittedWith(1);
        inbox.resume(inbox.stored(), Duration.ofHours(1));
        int first = rememberedMoreAfterAChange(inbox);
        int second = rememberedMoreAfterAChange(inbox);

        assertThat(second).isEqualTo(first);
    }

    /** Looked at fifty times before the next one. */
    private int rememberedMoreAfterAChange(FollowedInbox inbox) throws InterruptedException {
        int before = remembered(inbox);
        workspace.write(workspace.sessions().get(0));
        for (int i = 0; i < 20; i++) {
            inbox.look();
        }
        return remembered(inbox) - before;
    }

    private static int remembered(FollowedInbox inbox) {
        return inbox.stored().orElseThrow().recent().size();
    }

    private FollowedInbox emittedWith(int conversations) throws InterruptedException {
        seed(conversations);
        FollowedInbox inbox = new FollowedInbox(workspace);
        inbox.catchUp();
        return inbox;
    }

    private void seed(int conversations) {
        for (int i = 0; i < conversations; i++) {
            workspace.write(workspace.open());
            workspace.time.advance(Duration.ofSeconds(30));
        }
    }

    private static Runnable once(Runnable action) {
        List<Runnable> left = new ArrayList<>(List.of(action));
        return () -> {
            if (!left.isEmpty()) {
                left.remove(0).run();
            }
        };
    }

    private void assertEverythingArrivedOnce(FollowedInbox inbox) {
        for (String session : workspace.sessions()) {
            assertThat(inbox.messagesOf(session))
                    .as(session)
                    .containsExactlyElementsOf(workspace.messages.get(session).stream()
                            .map(Message::fingerprint)
                            .toList());
        }
    }
}
