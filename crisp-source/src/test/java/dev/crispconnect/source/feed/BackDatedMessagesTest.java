package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.time.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that bear a time of long ago, written into a conversation that was there before, and not told. */
class BackDatedMessagesTest {

    private static final Duration LONG_AGO = Duration.ofDays(700);

    private final FakeWorkspace workspace = new FakeWorkspace(new ManualTime());
    private String session;

    @BeforeEach
    void seed() {
        session = workspace.open();
        workspace.write(session);
        workspace.time.advance(Duration.ofMinutes(1));
    }

    @Test
    void pollingFindsOneByTheUnreadCounterForOneCall() throws InterruptedException {
        FollowedInbox inbox = polling();
        writeLongAgo();

        inbox.look();
        inbox.look();

        assertThat(inbox.messagesOf(session)).hasSize(2).doesNotHaveDuplicates();
        assertThat(workspace.messageCalls).isEqualTo(1);
    }

    @Test
    void oneThatWasReadAtOnceIsFoundWithTheNextMessageForNoCallMore() throws InterruptedException {
        FollowedInbox inbox = polling();
        writeLongAgo();
        workspace.answer(session);

        inbox.look();

        assertThat(inbox.messagesOf(session)).hasSize(3).doesNotHaveDuplicates();
        assertThat(workspace.messageCalls).isEqualTo(1);
    }

    @Test
    void oneThatStandsFarBackIsReadForAsFarAsItIsKnownWhatWasEmitted() throws InterruptedException {
        for (int i = 0; i < 99; i++) {
            workspace.time.advance(Duration.ofSeconds(1));
            workspace.write(session);
        }
        FollowedInbox inbox = polling();
        writeLongAgo();

        inbox.look();

        assertThat(inbox.messagesOf(session)).hasSize(101).doesNotHaveDuplicates();
        assertThat(workspace.messageCalls).isEqualTo(3);
    }

    @Test
    void oneThatStandsFarBackIsFoundAlthoughTheCacheShowsTheMessagesAroundItAsTheyWere() throws InterruptedException {
        for (int i = 0; i < 59; i++) {
            workspace.time.advance(Duration.ofSeconds(1));
            workspace.write(session);
        }
        FollowedInbox inbox = polling();
        workspace.stale = true;
        workspace.forgetLists();
        writeLongAgo();

        inbox.look();

        assertThat(inbox.messagesOf(session)).hasSize(61).doesNotHaveDuplicates();
        assertThat(workspace.messageCalls - workspace.cachedCalls).isEqualTo(2);
    }

    @Test
    void aChangeOfStateOfALongConversationCostsNoCallForMessages() throws InterruptedException {
        FollowedInbox inbox = polling();
        workspace.changeState(session);

        inbox.look();

        assertThat(workspace.messageCalls).isZero();
    }

    @Test
    void afterACutTheConversationThatIsReadAnywayBringsItForNoCallMore() throws InterruptedException {
        FollowedInbox inbox = FollowedInbox.hearing(workspace);
        inbox.catchUp();
        hear(inbox);
        inbox.reader().deaf();
        workspace.messageCalls = 0;
        writeLongAgo();
        hear(inbox);

        assertThat(inbox.messagesOf(session)).hasSize(2);
        assertThat(workspace.messageCalls).isEqualTo(1);
    }

    @Test
    void oneThatIsToldWhenItWasReadIsNotEmittedTwice() throws InterruptedException {
        FollowedInbox inbox = FollowedInbox.hearing(workspace);
        inbox.catchUp();
        inbox.reader().hearing();
        workspace.onEvent = event -> hear(inbox, event);
        writeLongAgo();
        workspace.time.advance(Duration.ofSeconds(3));
        inbox.catchUp();

        assertThat(inbox.messagesOf(session)).hasSize(2);
    }

    @Test
    void whatAnEarlierTaskEmittedIsNotEmittedTwiceAlthoughNobodyKnows() throws InterruptedException {
        FollowedInbox inbox = polling();
        writeLongAgo();
        inbox.look();
        workspace.time.advance(Duration.ofMinutes(1));
        inbox.look();
        inbox.restart();

        workspace.write(session);
        inbox.look();
        writeLongAgo();
        inbox.look();

        assertThat(inbox.messagesOf(session)).hasSize(4).doesNotHaveDuplicates();
    }

    private FollowedInbox polling() throws InterruptedException {
        FollowedInbox inbox = new FollowedInbox(workspace);
        inbox.catchUp();
        inbox.look();
        workspace.messageCalls = 0;
        return inbox;
    }

    private void writeLongAgo() {
        workspace.write(session, workspace.time.now().minus(LONG_AGO));
    }

    private void hear(FollowedInbox inbox) throws InterruptedException {
        inbox.reader().hearing();
        workspace.time.advance(Duration.ofSeconds(3));
        inbox.catchUp();
        assertThat(inbox.reader().state().live()).isTrue();
    }

    private static void hear(FollowedInbox inbox, RealtimeEvent event) {
        try {
            inbox.reader().heard(event);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
