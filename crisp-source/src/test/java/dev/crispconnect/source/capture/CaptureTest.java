package dev.crispconnect.source.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.client.Tier;
import dev.crispconnect.client.realtime.Ending;
import dev.crispconnect.client.realtime.EventContent;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.realtime.Subscription;
import dev.crispconnect.source.capture.FakeRealtime.FakeConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The life of a task's connection, as the ear hears of it. */
@Timeout(60)
class CaptureTest {

    private static final Ending CUT = new Ending.Lost(0, new IOException("reset"));
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final HearingTask task = new HearingTask();

    @Test
    void doesNothingBeforeTheFirstTurn() throws InterruptedException {
        assertThat(task.crisp.sent()).isEmpty();

        task.settle();

        assertThat(task.crisp.last().line()).isEqualTo("GET /plugin/connect/endpoints");
    }

    @Test
    void connectsToWhereCrispSaysWithWhatIsWanted() throws InterruptedException {
        task.settle();

        assertThat(task.realtime.last().endpoint()).isEqualTo("wss://app.example.org/p/1/");
        assertThat(task.realtime.last().subscription())
                .isEqualTo(new Subscription(List.of("message:send"), List.of("w1", "w2"), List.of()));
        assertThat(task.ear.told()).isEmpty();
    }

    @Test
    void tellsThatItHearsAndThenWhatItHears() throws InterruptedException {
        FakeConnection connection = task.connected();
        connection.tell(HearingTask.event("a"));
        connection.tell(HearingTask.event("b"));

        task.settle();

        assertThat(task.ear.told()).containsExactly("hearing", "a", "b");
    }

    @Test
    void tellsNothingOfWhatCameBeforeTheTokenWasAccepted() throws InterruptedException {
        task.settle();
        task.realtime.last().tell(HearingTask.event("too early"));
        task.realtime.last().accept();

        task.settle();

        assertThat(task.ear.told()).containsExactly("hearing");
    }

    @Test
    void aCutIsAGapAndTheNextAttemptIsSoonAndAsksAfreshWhere() throws InterruptedException {
        FakeConnection first = task.connected();
        task.pass(MINUTE);
        first.tell(HearingTask.event("a"));
        first.end(CUT);
        Duration wait = task.settle();

        assertThat(task.ear.told()).containsExactly("hearing", "a", "deaf");
        assertThat(wait).isBetween(Duration.ofMillis(1), SECOND);
        task.connected().tell(HearingTask.event("b"));
        task.settle();
        assertThat(task.ear.told()).containsExactly("hearing", "a", "deaf", "hearing", "b");
        assertThat(task.crisp.sent()).hasSize(2);
    }

    @Test
    void nothingOfAConnectionThatEndedCountsAnyMore() throws InterruptedException {
        FakeConnection first = task.connected();
        first.end(CUT);
        task.connected();

        first.tell(HearingTask.event("late"));
        first.accept();
        task.settle();

        assertThat(task.ear.told()).containsExactly("hearing", "deaf", "hearing");
    }

    @Test
    void aConnectionIsCheckedEachSecond() throws InterruptedException {
        FakeConnection connection = task.connected();

        task.pass(Duration.ofSeconds(10));

        assertThat(connection.checks()).isEqualTo(10);
    }

    @Test
    void aSilentConnectionIsReplaced() throws InterruptedException {
        task.connected().fallSilent(Ending.Silence.HEARTBEAT);

        task.pass(SECOND);
        task.connected();

        assertThat(task.ear.told()).containsExactly("hearing", "deaf", "hearing");
    }

    @Test
    void silenceBeforeTheTokenWasAcceptedIsFoundToo() throws InterruptedException {
        task.settle();
        task.realtime.last().fallSilent(Ending.Silence.AUTHENTICATION);

        task.pass(SECOND);
        task.connected();

        assertThat(task.ear.told()).containsExactly("hearing");
    }

    @Test
    void attemptsGrowRarerUpToTwoMinutes() throws InterruptedException {
        task.time.setFraction(0.99);
        task.crisp.script(call -> call.unavailable(503));

        task.pass(Duration.ofSeconds(64));
        assertThat(task.crisp.sent()).as("at 0, 1, 3, 7, 15, 31 and 63 seconds").hasSize(7);
        task.pass(Duration.ofHours(1));

        assertThat(task.crisp.sent()).as("then each two minutes").hasSizeBetween(7 + 29, 7 + 32);
    }

    @Test
    void aConnectionThatIsCutAtOnceCountsAsOneThatFailed() throws InterruptedException {
        task.time.setFraction(0.99);
        for (int i = 0; i < 7; i++) {
            task.connected().end(CUT);
        }

        assertThat(task.settle()).isGreaterThan(Duration.ofSeconds(55));
    }

    @Test
    void aConnectionThatHeldLetsTheAttemptsBeginAnew() throws InterruptedException {
        for (int i = 0; i < 7; i++) {
            task.connected().end(CUT);
        }
        FakeConnection good = task.connected();
        task.pass(MINUTE);
        good.end(CUT);

        assertThat(task.settle()).isLessThanOrEqualTo(SECOND);
    }

    @Test
    void crispsWishToWaitIsRespected() throws InterruptedException {
        task.crisp.script(call -> call.throttled(Duration.ofSeconds(40)));

        assertThat(task.settle()).isGreaterThanOrEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void withoutAConnectionForTheSetTimeItPolls() throws InterruptedException {
        task.crisp.script(call -> call.lost());

        task.pass(HearingTask.FALLBACK.minusMillis(1));
        assertThat(task.ear.told()).isEmpty();
        task.pass(Duration.ofMillis(1));
        assertThat(task.ear.told()).containsExactly("poll");
        task.pass(Duration.ofHours(1));
        assertThat(task.ear.told()).as("once").containsExactly("poll");
    }

    @Test
    void itHearsAgainWhenThereIsAConnectionAgain() throws InterruptedException {
        FakeConnection first = task.connected();
        task.crisp.script(call -> call.lost());
        first.end(CUT);
        task.pass(HearingTask.FALLBACK);
        task.crisp.script(call -> call.answer(200, HearingTask.ENDPOINTS));
        FakeConnection second = task.connected();

        assertThat(task.ear.told()).containsExactly("hearing", "deaf", "poll", "hearing");
        task.crisp.script(call -> call.lost());
        second.end(CUT);
        task.pass(HearingTask.FALLBACK);
        assertThat(task.ear.told()).endsWith("hearing", "deaf", "poll");
    }

    @Test
    void aConnectionThatHangsDoesNotKeepItFromPolling() throws InterruptedException {
        task.pass(HearingTask.FALLBACK);

        assertThat(task.realtime.connections()).hasSize(1);
        assertThat(task.ear.told()).containsExactly("poll");
    }

    @Test
    void aRefusedTokenPollsAtOnceAndIsTriedRarely() throws InterruptedException {
        task.settle();
        task.realtime.last().end(new Ending.Refused(""));
        Duration wait = task.settle();

        assertThat(task.ear.told()).containsExactly("poll");
        assertThat(wait).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
        task.connected();
        assertThat(task.ear.told()).containsExactly("poll", "hearing");
    }

    @Test
    void aTokenThatIsRefusedLaterIsDeafAndPolls() throws InterruptedException {
        task.connected().end(new Ending.Refused("revoked"));
        task.settle();

        assertThat(task.ear.told()).containsExactly("hearing", "deaf", "poll");
    }

    @Test
    void whoIsDeniedTheEndpointPollsAtOnceAndAsksRarely() throws InterruptedException {
        task.crisp.script(call -> call.denied());

        assertThat(task.settle()).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(task.ear.told()).containsExactly("poll");
    }

    @Test
    void anEndpointThatCannotBeUsedIsAskedForAgain() throws InterruptedException {
        task.crisp.script(call -> call.answer(200, "{\"socket\":{\"app\":\"ftp://x/\"}}"));
        task.settle();
        task.crisp.script(call -> call.answer(200, HearingTask.ENDPOINTS));

        task.connected();

        assertThat(task.ear.told()).containsExactly("hearing");
    }

    @Test
    void anUnexpectedFailureOfDiscoveryIsTriedAgain() throws InterruptedException {
        task.crisp.script(call -> call.broken());
        task.settle();
        task.crisp.script(call -> call.answer(200, HearingTask.ENDPOINTS));

        task.connected();

        assertThat(task.ear.told()).containsExactly("hearing");
    }

    @Test
    void eventsWithoutRoomAreAGapAfterWhatIsQueued() throws InterruptedException {
        FakeConnection connection = task.connected();
        for (String session : List.of("1", "2", "3", "4", "5", "lost", "lost too")) {
            connection.tell(HearingTask.event(session));
        }
        task.settle();
        connection.tell(HearingTask.event("6"));
        task.settle();

        assertThat(task.ear.told()).containsExactly("hearing", "1", "2", "3", "4", "5", "deaf", "hearing", "6");
    }

    @Test
    void eventsLostBehindThoseOfAnEarlierConnectionAreAGapToo() throws InterruptedException {
        FakeConnection first = task.connected();
        first.end(CUT);
        for (String session : List.of("1", "2", "3", "4", "5", "lost")) {
            first.tell(HearingTask.event(session));
        }
        task.capture.turn();
        task.connected();

        assertThat(task.ear.told()).containsExactly("hearing", "deaf", "hearing");
    }

    @Test
    void manyEventsDoNotMakeATurnLong() throws InterruptedException {
        FakeConnection connection = task.connected();
        task.ear.whenHeard(() -> {
            if (task.ear.told().size() < 1_000) {
                connection.tell(HearingTask.event("next"));
            }
        });
        connection.tell(HearingTask.event("first"));

        assertThat(task.capture.turn()).isZero();

        assertThat(task.ear.told()).hasSize(1 + 100);
    }

    @Test
    void pluginsBindOnAnInterval() throws InterruptedException {
        FakeConnection connection = task.connected();

        task.pass(HearingTask.BIND.minus(SECOND));
        assertThat(connection.binds()).isZero();
        task.pass(Duration.ofSeconds(2));
        assertThat(connection.binds()).isEqualTo(1);
        task.pass(HearingTask.BIND);
        assertThat(connection.binds()).isEqualTo(2);
    }

    @Test
    void pluginsBindSoonAfterAWebsiteCame() throws InterruptedException {
        FakeConnection connection = task.connected();
        connection.bindable(false);
        connection.tell(new RealtimeEvent(
                "plugin:subscription:updated", "w1", null, new EventContent.SubscriptionUpdated(true), "{}"));

        task.pass(Duration.ofSeconds(2));
        assertThat(connection.binds()).isZero();
        connection.bindable(true);
        task.pass(Duration.ofSeconds(3));

        assertThat(connection.binds()).isEqualTo(1);
        assertThat(task.ear.told()).as("it hears of it too").containsExactly("hearing", "null");
    }

    @Test
    void otherTokensDoNotBind() throws InterruptedException {
        HearingTask website = new HearingTask(Tier.WEBSITE);
        FakeConnection connection = website.connected();

        website.pass(Duration.ofHours(1));

        assertThat(connection.binds()).isZero();
    }

    @Test
    void aTurnWithinATurnDoesNothing() throws InterruptedException {
        FakeConnection connection = task.connected();
        task.ear.whenHeard(() -> assertThat(task.capture.turn()).isGreaterThan(MINUTE));
        connection.tell(HearingTask.event("a"));
        connection.tell(HearingTask.event("b"));

        task.settle();

        assertThat(task.ear.told()).containsExactly("hearing", "a", "b");
    }

    @Test
    void anEarThatFailsEndsTheTurnAndTheNextGoesOn() throws InterruptedException {
        FakeConnection connection = task.connected();
        connection.tell(HearingTask.event("a"));
        connection.tell(HearingTask.event("b"));
        task.ear.whenHeard(() -> {
            throw new InterruptedException("stopped");
        });
        assertThatThrownBy(task.capture::turn).isInstanceOf(InterruptedException.class);
        task.ear.whenHeard(() -> {});

        task.settle();

        assertThat(task.ear.told()).containsExactly("hearing", "a", "b");
    }

    @Test
    void closingCutsTheConnectionAndTellsNothingMore() throws InterruptedException {
        FakeConnection connection = task.connected();
        connection.tell(HearingTask.event("a"));

        task.capture.close();
        task.capture.close();
        task.settle();

        assertThat(connection.isEnded()).isTrue();
        assertThat(task.ear.told()).containsExactly("hearing");
    }

    @Test
    void closingInTheMiddleOfATurnTellsNothingMore() throws InterruptedException {
        FakeConnection connection = task.connected();
        task.ear.whenHeard(task.capture::close);
        connection.tell(HearingTask.event("a"));
        connection.tell(HearingTask.event("b"));

        task.settle();

        assertThat(task.ear.told()).containsExactly("hearing", "a");
    }

    @Test
    void pollingHearsNothingAndSaysSoOnce() throws InterruptedException {
        RecordingEar ear = new RecordingEar();
        try (Capture none = Capture.none(ear)) {
            assertThat(ear.told()).isEmpty();

            assertThat(none.turn()).isGreaterThan(MINUTE);
            none.turn();
            none.wake();
            none.await(Duration.ofDays(1));
        }
        assertThat(ear.told()).containsExactly("poll");
    }
}
