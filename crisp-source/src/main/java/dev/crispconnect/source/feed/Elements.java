package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.Backfill;
import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.position.Scope;
import dev.crispconnect.source.record.Provenance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Emits elements with what belongs to them, each as one change. Whatever is decided by the position is decided after the last
 * wait, as events may have moved it meanwhile.
 *
 * <p>For one thread.
 */
final class Elements<T> {

    /**
     * So many elements of the past are asked for at once. Crisp answers in some 100 ms, so this makes a walk as fast as any
     * token's calls of a day are soon spent; it bounds what is told and has to wait, and what a restart asks for in vain.
     */
    static final int MOST_ASKED = 8;

    private final Listing<T> listing;
    private final Progress progress;
    private final Hearing hearing;
    private final KnownElements known;
    private final Duration overlap;

    /** Those that were asked for and not emitted yet. */
    private final Set<String> asked = new LinkedHashSet<>();

    Elements(Listing<T> listing, Progress progress, Hearing hearing, KnownElements known, Duration overlap) {
        this.listing = listing;
        this.progress = progress;
        this.hearing = hearing;
        this.known = known;
        this.overlap = overlap;
    }

    /**
     * What a look is for.
     *
     * @param thoroughFrom of what changed since then, epoch milliseconds, messages may be missing that nothing tells of
     * @param target what the watermark becomes, epoch milliseconds
     * @param cached whether the cache in front of Crisp answered
     */
    record Occasion(Provenance.Via via, long thoroughFrom, long floor, long target, boolean cached) {}

    /** Emits what is missing of an element that changed; {@code then} is what the position becomes beyond that. */
    void changed(Item<T> listed, Occasion occasion, UnaryOperator<Position> then) throws InterruptedException {
        Optional<Item<T>> current = Optional.of(listed);
        if (known.hasShownLater(listed)) {
            // a cache shows it as it was; who is none has clocks that differ, or does not say that it is a cache
            current = occasion.cached() ? Optional.empty() : read(listed.id());
        }
        if (current.isPresent()) {
            emitChange(current.get(), occasion, then);
        } else {
            progress.reach(then.apply(progress.position()));
        }
    }

    private void emitChange(Item<T> item, Occasion occasion, UnaryOperator<Position> then) throws InterruptedException {
        Backfill past = progress.position().backfill();
        boolean covered = past.covers(item.date(past.order()), item.identity());
        if (known.isGone(item.id()) || (!covered && !past.hasRoomAhead())) {
            // gone, or the backfill will come by and emit it as it is then, its history first
            progress.reach(then.apply(progress.position()));
            return;
        }
        boolean isNew = item.createdAt() >= occasion.floor();
        boolean first = !covered || (isNew && !recent().contains(item.identity()));
        Provenance provenance = new Provenance(occasion.via(), first ? Provenance.Op.CREATE : Provenance.Op.UPDATE);
        long since = covered ? occasion.floor() : Math.min(occasion.floor(), messagesOf(item, past.scope()));
        emit(
                item,
                new Look(
                        isNew ? Scope.ALL : since,
                        item.updatedAt() >= occasion.thoroughFrom(),
                        false,
                        occasion.floor(),
                        Scope.ALL,
                        this::recent,
                        provenance),
                occasion.target() - overlap.toMillis(),
                after -> then.apply(covered ? after : ahead(after, item)));
    }

    /** Whether one more element may be asked for: so many are underway that waiting for one is waiting for all. */
    boolean mayAsk() {
        return asked.size() < MOST_ASKED;
    }

    /**
     * Asks for what an element of the past needs, so that it is there when the element's turn comes. From here on it is being
     * read, as if the call were a slow one: until it is emitted, or {@link #forgetAsked()}, what is told of it waits.
     */
    void ask(Item<T> item) {
        Position position = progress.position();
        boolean stale = position.repeats() && known.hasShownLater(item);
        if (stale || isPassedOver(item, position.walk())) {
            return;
        }
        Look look = position.repeats() ? again(item, position) : past(item, position);
        if (listing.ask(item, look)) {
            hearing.begin(item.id());
            asked.add(item.id());
        }
    }

    /** What was asked for, and not emitted, is being read no longer. */
    void forgetAsked() throws InterruptedException {
        listing.forgetAsked();
        List<String> ids = List.copyOf(asked);
        asked.clear();
        for (String id : ids) {
            hearing.end(id);
        }
    }

    /** Emits an element of the past, unless that was done ahead of the walk or it is not wanted. */
    void past(Item<T> item, UnaryOperator<Position> then) throws InterruptedException {
        Position position = progress.position();
        if (isPassedOver(item, position.backfill())) {
            known.covered(item.id());
            progress.reach(then.apply(position));
            return;
        }
        emit(item, past(item, position), position.floor(), then);
    }

    private Look past(Item<T> item, Position position) {
        Provenance provenance = new Provenance(Provenance.Via.BACKFILL, Provenance.Op.CREATE);
        long since = messagesOf(item, position.backfill().scope());
        // nothing of it was emitted, or the walk would pass it over
        long rememberedFrom = KnownElements.rememberedFrom(position.floor());
        return new Look(since, false, false, position.floor(), rememberedFrom, this::recent, provenance);
    }

    /** Emits an element of the past once more, unless it is not wanted. */
    void again(Item<T> listed, UnaryOperator<Position> then) throws InterruptedException {
        Position position = progress.position();
        Optional<Item<T>> current = Optional.of(listed);
        if (known.hasShownLater(listed)) {
            current = read(listed.id());
            position = progress.position();
        }
        if (current.isEmpty() || isPassedOver(current.get(), position.request().walk())) {
            progress.reach(then.apply(position));
            return;
        }
        emit(current.get(), again(current.get(), position), position.floor(), then);
    }

    private Look again(Item<T> item, Position position) {
        long remembered = rememberedFrom(position, item);
        boolean first = item.createdAt() >= remembered && !recent().contains(item.identity());
        Provenance provenance =
                new Provenance(Provenance.Via.BACKFILL, first ? Provenance.Op.CREATE : Provenance.Op.UPDATE);
        long since = messagesOf(item, position.request().walk().scope());
        return new Look(since, false, true, remembered, Scope.ALL, this::recent, provenance);
    }

    /** Of what a round that is not complete has handled, only what the next one will look at again is remembered. */
    private long rememberedFrom(Position position, Item<T> item) {
        return position.round()
                .filter(round -> round.covers(item.createdAt(), item.id()))
                .map(round -> Math.max(position.floor(), round.target() - overlap.toMillis()))
                .orElse(position.floor());
    }

    private boolean isPassedOver(Item<T> item, Backfill walk) {
        return known.isGone(item.id())
                || walk.covers(item.date(walk.order()), item.identity())
                || !walk.scope().wants(item.updatedAt());
    }

    private static <T> long messagesOf(Item<T> item, Scope scope) {
        return scope.messagesOf(item.createdAt(), item.updatedAt());
    }

    /** Reads an element that no list brought, and emits what is missing of it. */
    void single(String id, Occasion occasion) throws InterruptedException {
        Optional<Item<T>> item = read(id);
        if (item.isPresent()) {
            emitChange(item.get(), occasion, UnaryOperator.identity());
        }
    }

    /** Reads and emits a part of an element. */
    void errand(Todo.Task task, Occasion occasion) throws InterruptedException {
        if (known.isGone(task.id())) {
            return;
        }
        Provenance provenance = new Provenance(occasion.via(), Provenance.Op.UPDATE);
        hearing.begin(task.id());
        try {
            Finding finding = task.errand()
                    .run(new Look(
                            occasion.floor(), true, false, occasion.floor(), Scope.ALL, this::recent, provenance));
            Position position = progress.position();
            List<Identities.Entry> entries = progress.asOfNow(finding.identities());
            progress.move(finding.drafts(), position.emitted(entries, position.floor()));
        } finally {
            hearing.end(task.id());
        }
    }

    private Optional<Item<T>> read(String id) throws InterruptedException {
        hearing.begin(id);
        try {
            return listing.element(id);
        } finally {
            hearing.end(id);
        }
    }

    private void emit(Item<T> item, Look look, long from, UnaryOperator<Position> then) throws InterruptedException {
        hearing.begin(item.id());
        try {
            Finding finding = listing.find(item, look);
            List<Identities.Entry> entries = identities(item, finding);
            known.emitted(entries, from);
            Position after = progress.position().emitted(entries, from);
            progress.repaired(untold(finding, look, from + overlap.toMillis()));
            progress.move(finding.drafts(), then.apply(after));
            known.covered(item.id());
            known.shown(item.id(), item.updatedAt());
        } finally {
            asked.remove(item.id());
            hearing.end(item.id());
        }
    }

    /**
     * Messages that should have been told, and were not: all that were written before the look, of a unit that is told. While
     * the past is read, what is told of an element may be left to the look.
     */
    private long untold(Finding finding, Look look, long target) {
        if (look.provenance().via() != Provenance.Via.RECONCILE
                || look.thorough()
                || !progress.position().backfill().done()) {
            return 0;
        }
        return finding.drafts().stream()
                .filter(draft -> draft.isNewMessage(look.floor(), target))
                .count();
    }

    private Identities recent() {
        return progress.position().recent();
    }

    private static <T> Position ahead(Position position, Item<T> item) {
        Backfill past = position.backfill();
        return position.with(past.jumpedTo(item.date(past.order()), item.identity()));
    }

    private static <T> List<Identities.Entry> identities(Item<T> item, Finding finding) {
        List<Identities.Entry> identities = new ArrayList<>(finding.identities());
        identities.add(new Identities.Entry(Math.max(item.createdAt(), item.updatedAt()), item.identity()));
        return identities;
    }
}
