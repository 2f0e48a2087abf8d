package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.position.SourceOffset;
import dev.crispconnect.source.record.Draft;
import dev.crispconnect.source.record.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * How far a unit has been emitted. The one place where its position moves, whoever moves it, and from where its records are
 * handed over.
 *
 * <p>For one thread.
 */
final class Progress {

    /** The time that Crisp tells has whole seconds, and its clock may have moved since. */
    private static final long CLOCK_MARGIN_MS = 2_000;

    private final Purse purse;
    private final UnitMetrics metrics;
    private final Time time;
    private final Outbox outbox;

    /** Null until Crisp has answered for the first time, when there was no offset. */
    private Position position;

    private long asOf;
    private long asOfNanos;

    /** @param stored null when the unit has no offset */
    Progress(Purse purse, Position stored, UnitMetrics metrics, Time time, Outbox outbox) {
        this.purse = purse;
        this.metrics = metrics;
        this.time = time;
        this.outbox = outbox;
        this.position = stored;
    }

    boolean begun() {
        return position != null;
    }

    Position position() {
        return position;
    }

    /**
     * Hands over the records of one change. Only its last record lies behind the change: whoever resumes from any other
     * repeats the whole change.
     */
    void move(List<Draft> drafts, Position after) throws InterruptedException {
        if (!drafts.isEmpty()) {
            SourceOffset before = new SourceOffset(position, purse.spent());
            Instant now = time.now();
            List<SourceRecord> records = new ArrayList<>(drafts.size());
            for (Draft draft : drafts.subList(0, drafts.size() - 1)) {
                records.add(draft.at(purse.unit(), before, now));
            }
            records.add(drafts.get(drafts.size() - 1).at(purse.unit(), new SourceOffset(after, purse.spent()), now));
            // first, or whoever has polled them might find them uncounted
            long floor = position.floor();
            drafts.forEach(draft -> metrics.emitted(draft, floor, now));
            position = after;
            handOver(drafts, records);
        } else {
            position = after;
        }
    }

    /** Nobody waits for the past. */
    private void handOver(List<Draft> drafts, List<SourceRecord> records) throws InterruptedException {
        boolean past = drafts.stream().allMatch(draft -> draft.provenance().via() == Provenance.Via.BACKFILL);
        if (past) {
            outbox.addUnhurried(records);
        } else {
            outbox.add(records);
        }
    }

    /** An event told what was emitted before. */
    void toldAgain() {
        metrics.toldAgain();
    }

    /** So many messages were found that nobody had told. */
    void repaired(long messages) {
        metrics.repaired(messages);
    }

    /** The unit has come this far without a record. */
    void reach(Position after) {
        position = after;
    }

    /** Crisp's clock was this, epoch milliseconds, just now. */
    void told(long crispTime) {
        asOf = crispTime;
        asOfNanos = time.nanoTime();
        reached();
    }

    /** The unit is here now. */
    void reached() {
        metrics.reached(position, clock());
    }

    /** A time, epoch milliseconds, that Crisp's clock has surely not passed. */
    long notBefore() {
        return clock() + CLOCK_MARGIN_MS;
    }

    private long clock() {
        return asOf + Duration.ofNanos(time.nanoTime() - asOfNanos).toMillis();
    }
}
