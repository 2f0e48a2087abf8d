package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.Backfill;
import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.position.Scope;
import dev.crispconnect.source.record.Provenance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Emits elements with what belongs to them, each as one change. Whatever is decided by the position is decided after the last
 * wait, as events may have moved it meanwhile.
 *
 * <p>For one thread.
 */
final class Elements<T> {

    private final Listing<T> listing;
    private final Progress progress;
    private final Hearing hearing;
    private final KnownElements known;
    private final Duration overlap;

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
     */
    record Occasion(Provenance.Via via, long thoroughFrom, long floor, long target) {}

    /** Emits what is missing of an element that changed; {@code then} is what the position becomes beyond that. */
    void changed(Item<T> item, Occasion occasion, UnaryOperator<Position> then) throws InterruptedException {
        Backfill past = progress.position().backfill();
        boolean covered = past.covers(item.createdAt(), item.identity());
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
                        this::recent,
                        provenance),
                occasion.target() - overlap.toMillis(),
                after -> then.apply(covered ? after : ahead(after, item)));
    }

    /** Emits an element of the past, unless that was done ahead of the walk or it is not wanted. */
    void past(Item<T> item, UnaryOperator<Position> then) throws InterruptedException {
        Position position = progress.position();
        if (isPassedOver(item, position.backfill())) {
            known.covered(item.id());
            progress.reach(then.apply(position));
            return;
        }
        Provenance provenance = new Provenance(Provenance.Via.BACKFILL, Provenance.Op.CREATE);
        long floor = position.floor();
        long since = messagesOf(item, position.backfill().scope());
        emit(item, new Look(since, false, false, floor, this::recent, provenance), floor, then);
    }

    /** Emits an element of the past once more, unless it is not wanted. */
    void again(Item<T> listed, UnaryOperator<Position> then) throws InterruptedException {
        Position position = progress.position();
        Optional<Item<T>> current = Optional.of(listed);
        if (known.hasShownLater(listed.id(), listed.updatedAt())) {
            current = read(listed.id());
            position = progress.position();
        }
        if (current.isEmpty() || isPassedOver(current.get(), position.request().walk())) {
            progress.reach(then.apply(position));
            return;
        }
        Item<T> item = current.get();
        long floor = position.floor();
        boolean first = item.createdAt() >= floor && !recent().contains(item.identity());
        Provenance provenance =
                new Provenance(Provenance.Via.BACKFILL, first ? Provenance.Op.CREATE : Provenance.Op.UPDATE);
        long since = messagesOf(item, position.request().walk().scope());
        emit(item, new Look(since, false, true, floor, this::recent, provenance), floor, then);
    }

    private boolean isPassedOver(Item<T> item, Backfill walk) {
        return known.isGone(item.id())
                || walk.covers(item.createdAt(), item.identity())
                || !walk.scope().wants(item.updatedAt());
    }

    private static <T> long messagesOf(Item<T> item, Scope scope) {
        return scope.messagesOf(item.createdAt(), item.updatedAt());
    }

    /** Reads an element that no list brought, and emits what is missing of it. */
    void single(String id, Occasion occasion) throws InterruptedException {
        Optional<Item<T>> item = read(id);
        if (item.isPresent()) {
            changed(item.get(), occasion, UnaryOperator.identity());
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
                    .run(new Look(occasion.floor(), true, false, occasion.floor(), this::recent, provenance));
            Position position = progress.position();
            progress.move(finding.drafts(), position.emitted(finding.identities(), position.floor()));
        } finally {
            hearing.end();
        }
    }

    private Optional<Item<T>> read(String id) throws InterruptedException {
        hearing.begin(id);
        try {
            return listing.element(id);
        } finally {
            hearing.end();
        }
    }

    private void emit(Item<T> item, Look look, long from, UnaryOperator<Position> then) throws InterruptedException {
        hearing.begin(item.id());
        try {
            Finding finding = listing.find(item, look);
            List<Identities.Entry> entries = identities(item, finding);
            known.emitted(entries, from);
            Position after = progress.position().emitted(entries, from);
            progress.move(finding.drafts(), then.apply(after));
            known.covered(item.id());
            known.shown(item.id(), item.updatedAt());
        } finally {
            hearing.end();
        }
    }

    private Identities recent() {
        return progress.position().recent();
    }

    private static <T> Position ahead(Position position, Item<T> item) {
        return position.with(position.backfill().jumpedTo(item.createdAt(), item.identity()));
    }

    private static <T> List<Identities.Entry> identities(Item<T> item, Finding finding) {
        List<Identities.Entry> identities = new ArrayList<>(finding.identities());
        identities.add(new Identities.Entry(Math.max(item.createdAt(), item.updatedAt()), item.identity()));
        return identities;
    }
}
