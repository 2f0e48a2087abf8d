package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.source.budget.BudgetSettings;
import dev.crispconnect.source.budget.Patience;
import dev.crispconnect.source.budget.Spent;
import dev.crispconnect.source.position.Backfill;
import dev.crispconnect.source.position.EventsPosition;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.position.Unit;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.position.UnitPosition;
import dev.crispconnect.source.record.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** What is told beside the feeds, and when. */
class TaskWatchTest {

    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final UnitKey INBOX = new UnitKey("w", Unit.INBOX);
    private static final UnitKey EVENTS = new UnitKey("w", Unit.EVENTS);
    private static final Position BEGUN = Position.first(1_000_000, 0);

    private final ManualTime time = new ManualTime();
    private final Outbox outbox = new Outbox(1, 1_000, Duration.ZERO);
    private final Notices notices = new Notices(true, time);
    private final Allowance allowance = new Allowance(
            new BudgetSettings(2, 0),
            new Patience(INTERVAL, INTERVAL),
            Map.of(INBOX, Spent.NOTHING, EVENTS, Spent.NOTHING),
            notices,
            time);
    private final TaskWatch watch =
            new TaskWatch(new Aside(Optional.of("notices"), INTERVAL, "beats"), notices, outbox, allowance, time);
    private final Settable inbox = new Settable(INBOX);
    private final GapWatch gap = new GapWatch(INBOX, new UnitMetrics(time, new UnitMetrics.Counts() {}), notices, time);

    @Test
    void aUnitThatEmitsNothingGivesASignOfLifeEachInterval() throws InterruptedException {
        follow(inbox, Optional.of(BEGUN.with(Backfill.DONE)));
        inbox.is(BEGUN.with(Backfill.DONE), true);

        assertThat(watch.turn()).isEqualTo(INTERVAL);
        assertThat(told()).isEmpty();
        time.advance(INTERVAL);
        watch.turn();
        time.advance(INTERVAL.minusSeconds(1));
        watch.turn();

        assertThat(told()).singleElement().satisfies(beat -> {
            assertThat(beat.topic()).isEqualTo("beats");
            assertThat(FollowedInbox.position(beat)).isEqualTo(BEGUN.with(Backfill.DONE));
            assertThat(((Struct) beat.value()).get("watermark")).isEqualTo(Date.from(Instant.ofEpochMilli(1_000_000)));
        });
        time.advance(Duration.ofSeconds(1));
        watch.turn();
        assertThat(told()).hasSize(1);
    }

    @Test
    void aUnitThatEmitsSomethingNeedsNone() throws InterruptedException {
        follow(inbox, Optional.of(BEGUN.with(Backfill.DONE)));
        inbox.is(BEGUN.with(Backfill.DONE), true);
        watch.turn();
        time.advance(INTERVAL.dividedBy(2));
        outbox.add(List.of(new SourceRecord(INBOX.toMap(), Map.of(), "messages", null, null)));
        watch.turn();
        time.advance(INTERVAL.dividedBy(2));

        assertThat(watch.turn()).isEqualTo(INTERVAL.dividedBy(2));
        assertThat(told()).extracting(SourceRecord::topic).containsExactly("messages");
    }

    @Test
    void aUnitWithoutAPositionHasNothingToStore() throws InterruptedException {
        follow(inbox, Optional.empty());

        watch.turn();
        time.advance(INTERVAL.multipliedBy(2));
        watch.turn();

        assertThat(told()).isEmpty();
    }

    @Test
    void theHeartbeatStoresTheCallsThatWereSpent() throws InterruptedException {
        follow(inbox, Optional.of(BEGUN.with(Backfill.DONE)));
        inbox.is(BEGUN.with(Backfill.DONE), true);
        watch.turn();
        allowance.sent(INBOX);
        time.advance(INTERVAL);
        watch.turn();

        assertThat(told()).singleElement().satisfies(beat -> assertThat(
                        beat.sourceOffset().get("spent_calls"))
                .isEqualTo(1L));
    }

    @Test
    void noticesWaitUntilThereIsAPositionToTravelWith() throws InterruptedException {
        follow(inbox, Optional.empty());
        notices.tell(Notice.Kind.WEBSITE_SET_ASIDE, INBOX, Map.of("failure", "HTTP 404"));
        watch.turn();
        assertThat(told()).isEmpty();

        Settable events = new Settable(EVENTS);
        follow(events, Optional.empty());
        events.is(EventsPosition.NONE, true);
        watch.turn();

        assertThat(told()).singleElement().satisfies(notice -> {
            assertThat(notice.sourcePartition()).isEqualTo(EVENTS.toMap());
            assertThat(((Struct) notice.value()).getString("unit")).isEqualTo("inbox");
            assertThat(((Struct) notice.value()).getMap("detail")).isEqualTo(Map.of("failure", "HTTP 404"));
        });
    }

    @Test
    void thePastIsToldFromItsBeginningToItsEndAndOnceMoreWhenItIsReadAgain() throws InterruptedException {
        follow(inbox, Optional.empty());
        inbox.is(BEGUN, false);
        watch.turn();
        inbox.is(BEGUN.with(BEGUN.backfill().reached(500_000, 1, 0)), false);
        time.advance(Duration.ofMinutes(5));
        watch.turn();
        inbox.is(BEGUN.with(Backfill.DONE), false);
        watch.turn();
        inbox.is(BEGUN, false);
        watch.turn();

        assertThat(kinds())
                .containsExactly("backfill_started", "backfill_progress", "backfill_done", "backfill_started");
    }

    @Test
    void aPastThatWasReadBeforeTheRestartIsNotToldAgain() throws InterruptedException {
        follow(inbox, Optional.of(BEGUN.with(Backfill.DONE)));
        inbox.is(BEGUN.with(Backfill.DONE), true);
        watch.turn();

        assertThat(kinds()).isEmpty();
    }

    @Test
    void aShortPastBeginsAndEndsAtOnce() throws InterruptedException {
        follow(inbox, Optional.empty());
        inbox.is(BEGUN.with(Backfill.DONE), false);
        watch.turn();

        assertThat(kinds()).containsExactly("backfill_started", "backfill_done");
    }

    @Test
    void aGapIsToldOnceAndHowLongItWasOpen() throws InterruptedException {
        follow(inbox, Optional.of(BEGUN.with(Backfill.DONE)));
        inbox.is(BEGUN.with(Backfill.DONE), false);
        gap.opens("events_missed");
        gap.opens("events_missed");
        gap.polls();
        watch.turn();
        time.advance(Duration.ofMillis(1_200));
        inbox.is(BEGUN.with(Backfill.DONE), true);
        watch.turn();
        watch.turn();

        List<SourceRecord> told = told();
        assertThat(kinds(told)).containsExactly("gap_opened", "fell_back_to_polling", "gap_closed");
        assertThat(((Struct) told.get(2).value()).getMap("detail")).isEqualTo(Map.of("open_for_ms", "1200"));
    }

    @Test
    void theEndOfTheDaysCallsIsToldAndThatThereAreSomeAgain() throws InterruptedException {
        follow(inbox, Optional.of(BEGUN.with(Backfill.DONE)));
        inbox.is(BEGUN.with(Backfill.DONE), true);
        allowance.sent(INBOX);
        allowance.sent(INBOX);
        askForACall();
        watch.turn();
        time.jumpTo(time.now().plus(Duration.ofDays(1)));
        askForACall();
        watch.turn();

        assertThat(kinds()).containsExactly("budget_spent", "budget_resumed");
    }

    @Test
    void noticesThatNobodyTakesAreBounded() {
        for (int i = 0; i <= Notices.MOST; i++) {
            notices.tell(Notice.Kind.GAP_OPENED, INBOX, Map.of("number", Integer.toString(i)));
        }

        assertThat(notices.take().detail()).isEqualTo(Map.of("number", "1"));
    }

    private void askForACall() {
        Duration unused = new Purse(INBOX, allowance).untilCall();
    }

    private void follow(UnitReader reader, Optional<UnitPosition> stored) {
        watch.add(new TaskWatch.UnitWatch(
                reader,
                new UnitMetrics(time, new UnitMetrics.Counts() {}),
                Optional.of(gap),
                new PastWatch(reader.unit(), stored, notices, time)));
    }

    private List<SourceRecord> told() throws InterruptedException {
        List<SourceRecord> told = new ArrayList<>();
        for (List<SourceRecord> batch = outbox.poll(Duration.ZERO); batch != null; ) {
            told.addAll(batch);
            batch = outbox.poll(Duration.ZERO);
        }
        return told;
    }

    private List<String> kinds() throws InterruptedException {
        return kinds(told());
    }

    private static List<String> kinds(List<SourceRecord> told) {
        return told.stream()
                .filter(notice -> notice.topic().equals("notices"))
                .map(notice -> ((Struct) notice.value()).getString("kind"))
                .toList();
    }

    /** A unit that is as it is told to be. */
    private static final class Settable implements UnitReader {

        private final UnitKey unit;
        private UnitState state = new UnitState(Optional.empty(), false, 0);

        private Settable(UnitKey unit) {
            this.unit = unit;
        }

        private void is(UnitPosition position, boolean live) {
            state = new UnitState(Optional.of(position), live, 0);
        }

        @Override
        public UnitKey unit() {
            return unit;
        }

        @Override
        public String describe() {
            return unit.asText();
        }

        @Override
        public UnitState state() {
            return state;
        }

        @Override
        public Duration step() {
            return INTERVAL;
        }
    }
}
