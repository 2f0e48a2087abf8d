package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.position.Backfill;
import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.position.Round;
import dev.crispconnect.source.position.SourceOffset;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.record.Draft;
import dev.crispconnect.source.record.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Emits a unit: its past once, newest first, and what changes from the first look on. Looking at changes goes first; the
 * past gets the time between. The two meet in the {@link Position}, which tells of every element whether its history has
 * been emitted, so an element's records leave in order whoever emits them.
 *
 * <p>For one thread.
 */
final class Follower<T> implements UnitReader {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final UnitKey unit;
    private final Listing<T> listing;
    private final Rhythm rhythm;
    private final Time time;
    private final Outbox outbox;
    private final UnitMetrics metrics;
    private final ListReader<T> reader;
    private Position position;
    private long nextLookNanos;

    /** @param stored where to go on; empty when the unit has no offset */
    Follower(Followed<T> followed, Rhythm rhythm, Optional<Position> stored, Time time, Outbox outbox) {
        this.unit = followed.unit();
        this.listing = followed.listing();
        this.metrics = followed.metrics();
        this.rhythm = rhythm;
        this.time = time;
        this.outbox = outbox;
        this.reader = new ListReader<>(unit, listing, time);
        this.position = stored.orElse(null);
        this.nextLookNanos = time.nanoTime();
    }

    /** A unit, the list behind it, and where its progress is told. */
    record Followed<T>(UnitKey unit, Listing<T> listing, UnitMetrics metrics) {}

    @Override
    public String describe() {
        return "unit=" + unit.asText() + " stored=" + (position != null) + " pollIntervalMs="
                + rhythm.pollInterval().toMillis();
    }

    @Override
    public UnitKey unit() {
        return unit;
    }

    /** Looks at changes if that is due, then reads one page of the past if there is more of it: neither starves the other. */
    @Override
    public Duration step() throws InterruptedException {
        if (position == null) {
            begin();
        } else {
            if (untilNextLook().isZero()) {
                nextLookNanos = time.nanoTime() + rhythm.pollInterval().toNanos();
                look();
                outbox.flush();
            }
            if (!position.backfill().done()) {
                backfill(reader.past(position.backfill()));
            }
        }
        outbox.flush();
        return position.backfill().done() ? untilNextLook() : Duration.ZERO;
    }

    private Duration untilNextLook() {
        long nanos = nextLookNanos - time.nanoTime();
        return nanos <= 0 ? Duration.ZERO : Duration.ofNanos(nanos);
    }

    /** The clock of the very first answer parts the past from the changes. */
    private void begin() throws InterruptedException {
        ListReader.Past<T> past = reader.past(Backfill.NOT_STARTED);
        position = Position.first(past.asOf() - rhythm.safetyLag().toMillis(), overlapMillis());
        nextLookNanos = time.nanoTime() + rhythm.pollInterval().toNanos();
        LOG.info("Reading a unit from its beginning: unit={}", unit.asText());
        backfill(past);
    }

    private void look() throws InterruptedException {
        ListReader.Changes<T> changes = reader.changedSince(position.floor());
        long target = position.round()
                .map(Round::target)
                .orElse(changes.asOf() - rhythm.safetyLag().toMillis());
        List<Item<T>> open = changes.items().stream()
                .filter(item -> position.round()
                        .map(round -> !round.covers(item.createdAt(), item.id()))
                        .orElse(true))
                .toList();
        for (Iterator<Item<T>> rest = open.iterator(); rest.hasNext(); ) {
            Item<T> item = rest.next();
            boolean last = !rest.hasNext();
            Change change = changed(item, target);
            Round round = new Round(target, item.createdAt(), item.id());
            move(
                    change.drafts(),
                    last
                            ? change.after().roundDone(target, overlapMillis())
                            : change.after().during(round));
        }
        position = position.roundDone(target, overlapMillis());
        metrics.looked();
        metrics.reached(position, changes.asOf());
        LOG.debug(
                "Looked for changes: unit={} found={} watermark={}", unit.asText(), open.size(), position.watermark());
    }

    /** What a change brings, and the position once that is emitted. */
    private record Change(List<Draft> drafts, Position after) {}

    private Change changed(Item<T> item, long target) throws InterruptedException {
        Backfill past = position.backfill();
        boolean covered = past.covers(item.createdAt(), item.identity());
        if (!covered && !past.hasRoomAhead()) {
            // the backfill will come by and emit it as it is then, its history first
            return new Change(List.of(), position);
        }
        boolean isNew = item.createdAt() >= position.floor();
        boolean first = !covered || (isNew && !position.recent().contains(item.identity()));
        Provenance provenance =
                new Provenance(Provenance.Via.POLL, first ? Provenance.Op.CREATE : Provenance.Op.UPDATE);
        Finding finding =
                listing.find(item, new Look(!covered || isNew, position.floor(), position.recent(), provenance));
        Position after = position.emitted(identities(item, finding), target - overlapMillis());
        return new Change(
                finding.drafts(), covered ? after : after.with(past.jumpedTo(item.createdAt(), item.identity())));
    }

    private void backfill(ListReader.Past<T> past) throws InterruptedException {
        for (Iterator<Walk.Placed<T>> rest = past.items().iterator(); rest.hasNext(); ) {
            Walk.Placed<T> placed = rest.next();
            Item<T> item = placed.item();
            boolean last = past.last() && !rest.hasNext();
            Change change = past(item);
            Backfill reached = change.after().backfill().reached(item.createdAt(), item.identity(), placed.place());
            move(change.drafts(), change.after().with(last ? Backfill.DONE : reached));
        }
        if (past.last()) {
            position = position.with(Backfill.DONE);
            LOG.info("The past is read; from now on only changes are: unit={}", unit.asText());
        }
        metrics.reached(position, past.asOf());
    }

    private Change past(Item<T> item) throws InterruptedException {
        if (position.backfill().covers(item.createdAt(), item.identity())) {
            return new Change(List.of(), position);
        }
        Provenance provenance = new Provenance(Provenance.Via.BACKFILL, Provenance.Op.CREATE);
        Finding finding = listing.find(item, new Look(true, position.floor(), position.recent(), provenance));
        return new Change(finding.drafts(), position.emitted(identities(item, finding), position.floor()));
    }

    private static <T> List<Identities.Entry> identities(Item<T> item, Finding finding) {
        List<Identities.Entry> identities = new ArrayList<>(finding.identities());
        identities.add(new Identities.Entry(Math.max(item.createdAt(), item.updatedAt()), item.identity()));
        return identities;
    }

    /**
     * Hands over the records of one change. Only its last record lies behind the change: whoever resumes from any other
     * repeats the whole change.
     */
    private void move(List<Draft> drafts, Position after) throws InterruptedException {
        if (!drafts.isEmpty()) {
            SourceOffset before = new SourceOffset(position);
            Instant now = time.now();
            List<SourceRecord> records = new ArrayList<>(drafts.size());
            for (Draft draft : drafts.subList(0, drafts.size() - 1)) {
                records.add(draft.at(unit, before, now));
            }
            records.add(drafts.get(drafts.size() - 1).at(unit, new SourceOffset(after), now));
            // first, or whoever has polled them might find them uncounted
            drafts.forEach(draft -> metrics.emitted(draft.feed()));
            outbox.add(records);
        }
        position = after;
    }

    private long overlapMillis() {
        return rhythm.overlap().toMillis();
    }
}
