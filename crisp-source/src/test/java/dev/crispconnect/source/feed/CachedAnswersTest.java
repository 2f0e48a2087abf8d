package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.ListOrder;
import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.source.position.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cache in front of Crisp that answers with what was, for as long as it keeps answers. */
class CachedAnswersTest {

    private static final Duration CATCH_UP = Duration.ofSeconds(3);

    private final FakeWorkspace workspace = new FakeWorkspace(new ManualTime());
    private String session;

    @BeforeEach
    void seed() {
        session = workspace.open();
        workspace.write(session);
        workspace.write(workspace.open());
        workspace.time.advance(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aChangeThatAStaleListDoesNotShowIsFoundWhenTheCacheForgets(boolean datedAsMade) throws InterruptedException {
        workspace.datedAsMade = datedAsMade;
        FollowedInbox inbox = polling();
        workspace.stale = true;
        workspace.write(session);

        for (int i = 0; i < 9; i++) {
            inbox.look();
            assertThat(inbox.messagesOf(session)).hasSize(1);
        }
        inbox.look();

        assertThat(inbox.messagesOf(session)).hasSize(2);
        assertThat(inbox.topic("conversations")).hasSize(3);
    }

    @Test
    void whatTheCacheDoesNotShowOfThePastIsFoundByTheFirstLook() throws InterruptedException {
        String empty = workspace.open();
        workspace.conversations(PageQuery.of(new PageChoice(1, PageChoice.MOST), ListOrder.CREATED));
        workspace.time.advance(Duration.ofMinutes(5));
        workspace.write(empty);
        workspace.time.advance(Duration.ofMinutes(1));
        workspace.write(workspace.open());
        workspace.stale = true;

        FollowedInbox inbox = new FollowedInbox(workspace);
        inbox.catchUp();
        workspace.stale = false;
        inbox.look();

        for (String each : workspace.sessions()) {
            assertThat(inbox.messagesOf(each)).as(each).hasSize(1);
        }
    }

    @Test
    void aVersionWithAnEarlierDateThatNoCacheShowsIsANewOne() throws InterruptedException {
        FollowedInbox inbox = polling();
        workspace.time.advance(Duration.ofMinutes(10));
        workspace.changeState(session);
        inbox.catchUp();
        Instant now = workspace.time.now();

        workspace.time.jumpTo(workspace.conversations.get(session).updatedAt().minusMillis(50));
        workspace.changeState(session);
        workspace.time.jumpTo(now);
        inbox.look();

        List<SourceRecord> states = inbox.topic("conversations");
        assertThat(((Struct) states.get(states.size() - 1).value()).getString("state"))
                .isEqualTo(workspace.conversations.get(session).state());
        assertThat(states).hasSize(4);
    }

    @Test
    void aLookThatTheCacheAnswersCostsNoFurtherCall() throws InterruptedException {
        FollowedInbox inbox = polling();
        workspace.stale = true;
        workspace.listCalls = 0;

        inbox.look();
        inbox.look();

        assertThat(workspace.listCalls).isZero();
        assertThat(workspace.cachedCalls).isEqualTo(2);
    }

    @Test
    void theWatermarkStaysAtTheNewestChangeShownAndIsNeverFurtherBehindThanTheCacheKeeps() throws InterruptedException {
        FollowedInbox inbox = polling();
        workspace.write(session);
        inbox.look();
        Instant shown = workspace.conversations.get(session).updatedAt();
        workspace.stale = true;
        inbox.look();
        assertThat(watermark(inbox)).isBefore(workspace.time.now().minusSeconds(60));

        workspace.keeps = Duration.ofDays(1);
        for (int i = 0; i < 100; i++) {
            inbox.look();
        }

        assertThat(watermark(inbox)).isAfter(shown).isAfter(workspace.time.now().minusSeconds(610));
    }

    @Test
    void messagesThatLackTheNewestOneAreAskedForInOtherWords() throws InterruptedException {
        FollowedInbox inbox = polling();
        workspace.stale = true;
        workspace.forgetLists();
        workspace.write(session);
        workspace.messageCalls = 0;
        workspace.cachedCalls = 0;

        inbox.look();

        assertThat(inbox.messagesOf(session)).hasSize(2);
        assertThat(workspace.cachedCalls).isEqualTo(1);
        assertThat(workspace.messageCalls).isEqualTo(2);
    }

    @Test
    void itIsLiveOnceAListWasReadThatTheCacheDoesNotKnowForOneCallMore() throws InterruptedException {
        FollowedInbox inbox = hearing();
        workspace.stale = true;
        workspace.write(session);
        workspace.listCalls = 0;
        inbox.reader().hearing();
        pass(inbox, CATCH_UP);

        assertThat(inbox.reader().state().live()).isTrue();
        assertThat(inbox.messagesOf(session)).hasSize(2);
        assertThat(workspace.listCalls).isEqualTo(1);
    }

    @Test
    void itIsLiveAfterOneCallWhereAnswersAreFresh() throws InterruptedException {
        FollowedInbox inbox = hearing();
        workspace.listCalls = 0;
        inbox.reader().hearing();
        pass(inbox, CATCH_UP);

        assertThat(inbox.reader().state().live()).isTrue();
        assertThat(workspace.listCalls).isEqualTo(1);
    }

    @Test
    void whereTheCacheAnswersWhateverIsAskedItIsLiveWhenTheCacheHasForgotten() throws InterruptedException {
        FollowedInbox inbox = hearing();
        workspace.alwaysCached = true;
        workspace.cachedCalls = 0;
        inbox.reader().hearing();
        pass(inbox, CATCH_UP);
        for (int minutes = 0; minutes < 9; minutes++) {
            pass(inbox, Duration.ofMinutes(1));
            assertThat(inbox.reader().state().live()).isFalse();
        }
        pass(inbox, Duration.ofMinutes(1));

        assertThat(inbox.reader().state().live()).isTrue();
        assertThat(workspace.cachedCalls).isLessThan(30);
    }

    private FollowedInbox polling() throws InterruptedException {
        FollowedInbox inbox = new FollowedInbox(workspace);
        inbox.catchUp();
        inbox.look();
        return inbox;
    }

    private FollowedInbox hearing() throws InterruptedException {
        FollowedInbox inbox = FollowedInbox.hearing(workspace);
        inbox.catchUp();
        inbox.reader().hearing();
        pass(inbox, CATCH_UP);
        assertThat(inbox.reader().state().live()).isTrue();
        inbox.reader().deaf();
        pass(inbox, Duration.ofMinutes(2));
        return inbox;
    }

    private void pass(FollowedInbox inbox, Duration duration) throws InterruptedException {
        workspace.time.advance(duration);
        inbox.catchUp();
    }

    private static Instant watermark(FollowedInbox inbox) {
        return Instant.ofEpochMilli(
                ((Position) inbox.reader().state().position().orElseThrow()).watermark());
    }
}
