package dev.crispconnect.source.feed;

import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.position.Backfill;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.position.Round;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.record.Provenance;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Elements that no list brought cost a call each. */
    private static final int MOST_SINGLE = 20;

    private final UnitKey unit;
    private final Snapshot snapshot;
    private final Rhythm rhythm;
    private final UnitMetrics metrics;
    private final ListReader<T> reader;
    private final Progress progress;
    private final KnownElements known = new KnownElements();
    private final Todo todo = new Todo();
    private final Hearing hearing;
    private final Elements<T> elements;
    private final PastReader<T> past;
    private final Schedule schedule;

    /** @param stored where to go on; empty when the unit has no offset */
    Follower(Followed<T> followed, Rhythm rhythm, Optional<Position> stored, Time time, Outbox outbox) {
        this.unit = followed.purse().unit();
        this.snapshot = followed.snapshot();
        this.metrics = followed.metrics();
        this.rhythm = rhythm;
        this.reader = new ListReader<>(unit, followed.listing(), time);
        this.progress =
                new Progress(followed.purse(), stored.map(snapshot::goOn).orElse(null), metrics, time, outbox);
        this.hearing = new Hearing(followed.listing(), progress, known, todo);
        this.elements = new Elements<>(followed.listing(), progress, hearing, known, rhythm.overlap());
        this.past =
                new PastReader<>(followed, reader, elements, progress, new PastReport(followed.purse(), metrics, time));
        this.schedule = new Schedule(rhythm, time);
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
                look();
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
        ListReader.Past<T> page = reader.past(Backfill.NOT_STARTED);
        long watermark = page.asOf().time() - rhythm.safetyLag().toMillis();
        // the cache may show the past as it was before: the first look brings what changed since
        boolean whole = snapshot.past() && snapshot.messages();
        Duration reach = whole ? rhythm.overlap().plus(CrispClock.MOST_KEPT) : rhythm.overlap();
        progress.reach(snapshot.begin(Position.first(watermark, reach.toMillis())));
        progress.told(page.asOf().clock());
        schedule.looked();
        if (progress.position().walk().done()) {
            LOG.info("Reading a unit from now on, nothing of its past: unit={}", unit.asText());
        } else {
            LOG.info("Reading a unit from its beginning: unit={}", unit.asText());
            past.begin(page);
        }
    }

    private void look() throws InterruptedException {
        Set<String> wanted = todo.lookBegins();
        try {
            look(wanted);
        } finally {
            todo.postpone(wanted);
        }
    }

    /** @param wanted what events called for; that which was read is removed */
    private void look(Set<String> wanted) throws InterruptedException {
        Hearing.State state = hearing.state();
        boolean catchingUp = state == Hearing.State.CATCHING_UP;
        Provenance.Via via = state == Hearing.State.POLLING ? Provenance.Via.POLL : Provenance.Via.RECONCILE;
        int epoch = hearing.epoch();
        boolean resumed = progress.position().round().isPresent();
        schedule.looked();
        long floor = progress.position().floor();
        ListReader.Changes<T> changes = reader.changedSince(floor, asOf -> suffices(asOf, catchingUp));
        progress.told(changes.asOf().clock());
        if (!goesOn(changes.asOf())) {
            schedule.catchUpLater();
            return;
        }
        long target = progress.position().round().map(Round::target).orElse(target(changes.asOf()));
        long thoroughFrom = catchingUp ? hearing.gapFrom() : Long.MAX_VALUE;
        Elements.Occasion occasion = new Elements.Occasion(via, thoroughFrom, floor, target);
        handle(changes, occasion);
        readSingly(wanted, ids(changes), occasion);
        runErrands(occasion);
        // the rest of a round that began earlier does not reach up to now: the look is due once more
        if (catchingUp && hearing.epoch() == epoch && !resumed) {
            catchUp(changes.asOf());
        }
    }

    private long target(AsOf asOf) {
        return asOf.time() - rhythm.safetyLag().toMillis();
    }

    /** Whether what a list shows is all that this look is for. */
    private boolean suffices(AsOf asOf, boolean catchingUp) {
        return goesOn(asOf) && (!catchingUp || schedule.catchesUp(asOf));
    }

    /** The rest of a round is in no list that was made before the round began. */
    private boolean goesOn(AsOf asOf) {
        return progress.position()
                .round()
                .map(round -> asOf.shows(round.target() + rhythm.safetyLag().toMillis()))
                .orElse(true);
    }

    private void catchUp(AsOf asOf) throws InterruptedException {
        if (!schedule.catchesUp(asOf)) {
            LOG.info(
                    "What was listed comes from a cache and may be too old; catching up once more: unit={}",
                    unit.asText());
            schedule.catchUpLater();
        } else if (hearing.caughtUp()) {
            LOG.info("Everything up to now is read; changes are told as they happen: unit={}", unit.asText());
        } else {
            LOG.warn("More happened than can be held while catching up; catching up once more: unit={}", unit.asText());
            schedule.catchUp();
        }
    }

    private void handle(ListReader.Changes<T> changes, Elements.Occasion occasion) throws InterruptedException {
        List<Item<T>> open = changes.items().stream()
                .filter(item -> progress.position()
                        .round()
                        .map(round -> !round.covers(item.createdAt(), item.id()))
                        .orElse(true))
                .toList();
        long target = occasion.target();
        long overlap = rhythm.overlap().toMillis();
        for (Iterator<Item<T>> rest = open.iterator(); rest.hasNext(); ) {
            Item<T> item = rest.next();
            boolean last = !rest.hasNext();
            Round round = new Round(target, item.createdAt(), item.id());
            elements.changed(item, occasion, after -> last ? after.roundDone(target, overlap) : after.during(round));
        }
        progress.reach(progress.position().roundDone(target, overlap));
        metrics.looked();
        progress.reached();
        LOG.debug(
                "Looked for changes: unit={} found={} watermark={}",
                unit.asText(),
                open.size(),
                progress.position().watermark());
    }

    /** What events called for and the list did not bring. */
    private void readSingly(Set<String> wanted, Set<String> brought, Elements.Occasion occasion)
            throws InterruptedException {
        wanted.removeAll(brought);
        for (String id : wanted.stream().limit(MOST_SINGLE).toList()) {
            elements.single(id, occasion);
            wanted.remove(id);
        }
    }

    private void runErrands(Elements.Occasion occasion) throws InterruptedException {
        for (Todo.Task task = todo.takeErrand(); task != null; task = todo.takeErrand()) {
            elements.errand(task, occasion);
        }
    }

    private static <T> Set<String> ids(ListReader.Changes<T> changes) {
        Set<String> ids = new LinkedHashSet<>();
        changes.items().forEach(item -> ids.add(item.id()));
        return ids;
    }
}
