package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.Round;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.record.Provenance;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at what changed in a unit: whatever its list shows since the floor, what events called for, and the errands they left.
 * A look moves the watermark, and may find that everything up to now is read.
 *
 * <p>For one thread.
 */
final class Looks<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);

    /** Elements that no list brought cost a call each. */
    private static final int MOST_SINGLE = 20;

    private final UnitKey unit;
    private final UnitMetrics metrics;
    private final Rhythm rhythm;
    private final ListReader<T> reader;
    private final Progress progress;
    private final Hearing hearing;
    private final Elements<T> elements;
    private final Todo todo;
    private final Schedule schedule;

    Looks(
            Follower.Followed<T> followed,
            Rhythm rhythm,
            ListReader<T> reader,
            Progress progress,
            Hearing hearing,
            Elements<T> elements,
            Todo todo,
            Schedule schedule) {
        this.unit = followed.purse().unit();
        this.metrics = followed.metrics();
        this.rhythm = rhythm;
        this.reader = reader;
        this.progress = progress;
        this.hearing = hearing;
        this.elements = elements;
        this.todo = todo;
        this.schedule = schedule;
    }

    /** Looks once, and emits what it brings. Waits as long as Crisp cannot answer. */
    void look() throws InterruptedException {
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
        progress.reached();
        if (!goesOn(changes.asOf())) {
            schedule.catchUpLater();
            return;
        }
        long target = progress.position().round().map(Round::target).orElse(target(changes.asOf()));
        long thoroughFrom = catchingUp ? hearing.gapFrom() : Long.MAX_VALUE;
        Elements.Occasion occasion = new Elements.Occasion(
                via, thoroughFrom, floor, target, changes.asOf().cached());
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
                    "What was listed comes from a cache and may be too old; events are held, and the list is asked for"
                            + " again in a minute: unit={}",
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
