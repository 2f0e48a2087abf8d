package dev.crispconnect.source.feed;

import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.position.Backfill;
import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.position.Scope;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.position.WalkOrder;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Emits a unit: its past once, newest first, and what changes from the first look on. Of changes it hears as they happen, or
 * it looks for them. Looking goes first; the past gets the time between. All meet in the {@link Position}, which tells of
 * every element whether its history has been emitted, so an element's records leave in order whoever emits them.
 *
 * <p>For one thread.
 */
final class Follower<T> implements UnitReader {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final UnitKey unit;
    private final Snapshot snapshot;
    private final Rhythm rhythm;
    private final WalkOrder order;
    private final PastPages<T> pages;
    private final Progress progress;
    private final KnownElements known;
    private final Todo todo = new Todo();
    private final Hearing hearing;
    private final PastReader<T> past;
    private final Schedule schedule;
    private final Looks<T> looks;

    /** @param stored where to go on; empty when the unit has no offset */
    Follower(Followed<T> followed, Rhythm rhythm, Optional<Position> stored, Time time, Outbox outbox) {
        this.unit = followed.purse().unit();
        this.snapshot = followed.snapshot();
        this.rhythm = rhythm;
        this.order = followed.listing().orderOfPast(snapshot.messages());
        CrispClock clock = new CrispClock(time);
        UnusualSizes sizes = new UnusualSizes();
        ListReader<T> reader = new ListReader<>(unit, followed.listing(), clock, sizes);
        this.pages = new PastPages<>(unit, followed.listing(), clock, sizes);
        this.progress = new Progress(
                followed.purse(),
                stored.map(position -> snapshot.goOn(position, order)).orElse(null),
                followed.metrics(),
                clock,
                time,
                outbox);
        this.known = new KnownElements(stored.map(Position::recent).orElse(Identities.NONE));
        this.hearing = new Hearing(followed.listing(), progress, known, todo);
        Elements<T> elements = new Elements<>(followed.listing(), progress, hearing, known, rhythm.overlap());
        PastReport report = new PastReport(followed.purse(), followed.metrics(), time);
        this.past = new PastReader<>(followed, pages, elements, progress, report);
        this.schedule = new Schedule(rhythm, time);
        this.looks = new Looks<>(followed, rhythm, reader, progress, hearing, elements, todo, schedule);
        stored.filter(snapshot::asksFor)
                .ifPresent(position -> LOG.info(
                        "The past is read once more, as asked for: unit={} request={}",
                        unit.asText(),
                        snapshot.request()));
    }

    /** A unit, the list behind it, what is wanted of its past, and where its progress is told. */
    record Followed<T>(Purse purse, Listing<T> listing, Snapshot snapshot, UnitMetrics metrics) {}

    @Override
    public String describe() {
        return "unit=" + unit.asText() + " stored=" + progress.begun();
    }

    @Override
    public UnitKey unit() {
        return unit;
    }

    @Override
    public UnitState state() {
        boolean live = hearing.state() == Hearing.State.LIVE;
        return new UnitState(Optional.ofNullable(progress.position()), live, todo.size());
    }

    @Override
    public void hearing() {
        hearing.begins();
        schedule.catchUp();
    }

    @Override
    public void heard(RealtimeEvent event) throws InterruptedException {
        hearing.heard(event);
    }

    @Override
    public void deaf() {
        hearing.stops(Hearing.State.DEAF);
    }

    @Override
    public void pollInstead() {
        hearing.stops(Hearing.State.POLLING);
    }

    /** Looks at changes if that is due, then reads one page of the past if there is more of it: neither starves the other. */
    @Override
    public Duration step() throws InterruptedException {
        if (!progress.begun()) {
            begin();
        } else {
            if (hearing.hasLost()) {
                hearing();
            }
            if (untilLook().isZero()) {
                past.forgetAsked();
                looks.look();
            }
            past.step();
        }
        return untilNext();
    }

    private Duration untilNext() {
        Duration untilPast = past.untilNext();
        return untilPast.compareTo(untilLook()) < 0 ? untilPast : untilLook();
    }

    private Duration untilLook() {
        return schedule.untilLook(hearing.state(), urgency());
    }

    private Schedule.Urgency urgency() {
        Position position = progress.position();
        if (position.overcrowded()) {
            return Schedule.Urgency.PRESSING;
        }
        return todo.isEmpty() && !position.crowded() ? Schedule.Urgency.NONE : Schedule.Urgency.CALLED;
    }

    /** The clock of the very first answer parts the past from the changes. */
    private void begin() throws InterruptedException {
        PastPages.Past<T> page = pages.past(Backfill.of(Scope.EVERYTHING, order));
        long watermark = page.asOf().time() - rhythm.safetyLag().toMillis();
        // the cache may show the past as it was before: the first look brings what changed since
        boolean whole = snapshot.past() && order == WalkOrder.CREATED;
        Duration reach = whole ? rhythm.overlap().plus(CrispClock.MOST_KEPT) : rhythm.overlap();
        progress.reach(snapshot.begin(Position.first(watermark, reach.toMillis()), order));
        progress.reached();
        if (order == WalkOrder.CREATED || !snapshot.past()) {
            schedule.looked();
        }
        if (progress.position().walk().done()) {
            LOG.info("Reading a unit from now on, nothing of its past: unit={}", unit.asText());
        } else {
            LOG.info("Reading a unit from its beginning: unit={}", unit.asText());
            past.begin(page);
        }
    }
}
