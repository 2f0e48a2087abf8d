package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.position.SourceOffset;
import dev.crispconnect.source.record.Draft;
import dev.crispconnect.source.record.Provenance;
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

    private final Purse purse;
    private final UnitMetrics metrics;
    private final CrispClock clock;
    private final Time time;
    private final Outbox outbox;

    /** Null until Crisp has answered for the first time, when there was no offset. */
    private Position position;

    /** @param stored null when the unit has no offset */
    Progress(Purse purse, Position stored, UnitMetrics metrics, CrispClock clock, Time time, Outbox outbox) {
        this.purse = purse;
        this.metrics = metrics;
        this.clock = clock;
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

    /** The unit is here now. */
    void reached() {
        metrics.reached(position, clock.now());
    }

    /**
     * What is emitted now was not made later than now, by Crisp's clock, unless it says so itself: with these times, looks that
     * come by it know that it was emitted.
     */
    List<Identities.Entry> asOfNow(List<Identities.Entry> emitted) {
        long latest = clock.latest();
        return emitted.stream().map(entry -> entry.notBefore(latest)).toList();
    }

    /** Crisp's clock is not before this now, epoch milliseconds. */
    long now() {
        return clock.now();
    }
}
