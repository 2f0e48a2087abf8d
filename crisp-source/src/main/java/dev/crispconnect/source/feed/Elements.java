package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.Backfill;
import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.position.Position;
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
        boolean first = !covered || (isNew && !progress.position().recent().contains(item.identity()));
        Provenance provenance = new Provenance(occasion.via(), first ? Provenance.Op.CREATE : Provenance.Op.UPDATE);
        emit(
                item,
                new Look(
                        !covered || isNew,
                        item.updatedAt() >= occasion.thoroughFrom(),
                        occasion.floor(),
                        this::recent,
                        provenance),
                occasion.target() - overlap.toMillis(),
                after -> then.apply(covered ? after : ahead(after, item)));
    }

    /** Emits an element of the past, unless that was done ahead of the walk. */
    void past(Item<T> item, UnaryOperator<Position> then) throws InterruptedException {
        Position position = progress.position();
        if (known.isGone(item.id()) || position.backfill().covers(item.createdAt(), item.identity())) {
            known.covered(item.id());
            progress.reach(then.apply(position));
            return;
        }
        Provenance provenance = new Provenance(Provenance.Via.BACKFILL, Provenance.Op.CREATE);
        long floor = position.floor();
        emit(item, new Look(true, false, floor, this::recent, provenance), floor, then);
    }

    /** Reads an element that no list brought, and emits what is missing of it. */
    void single(String id, Occasion occasion) throws InterruptedException {
        hearing.begin(id);
        Optional<Item<T>> item;
        try {
            item = listing.element(id);
        } finally {
            hearing.end();
        }
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
            Finding finding = task.errand().run(new Look(false, true, occasion.floor(), this::recent, provenance));
            Position position = progress.position();
            progress.move(finding.drafts(), position.emitted(finding.identities(), position.floor()));
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
