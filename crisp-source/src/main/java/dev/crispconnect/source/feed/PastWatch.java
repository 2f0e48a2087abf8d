package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.position.Backfill;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.position.UnitPosition;
import dev.crispconnect.source.position.WalkOrder;
import dev.crispconnect.source.record.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Tells how far a unit's past has been read, by its position. */
final class PastWatch {

    private static final Duration BETWEEN_REPORTS = Duration.ofMinutes(5);

    private final UnitKey unit;
    private final Notices notices;
    private final Time time;
    private Stage stage;
    private long reportedNanos;

    /** @param stored where the unit goes on; what was told of that before is not told again */
    PastWatch(UnitKey unit, Optional<UnitPosition> stored, Notices notices, Time time) {
        this.unit = unit;
        this.notices = notices;
        this.time = time;
        this.stage = stored.map(PastWatch::stage).orElse(Stage.NOT_BEGUN);
        this.reportedNanos = time.nanoTime();
    }

    private enum Stage {
        NOT_BEGUN,
        RUNNING,
        DONE
    }

    void look(UnitPosition position) {
        if (!(position instanceof Position inTime)) {
            return;
        }
        Stage before = stage;
        stage = stage(position);
        // a short past is read in one go, and so begins and ends between two looks
        if (before == Stage.NOT_BEGUN || (before == Stage.DONE && stage == Stage.RUNNING)) {
            tell(Notice.Kind.BACKFILL_STARTED, Map.of());
        }
        if (before != Stage.DONE && stage == Stage.DONE) {
            tell(Notice.Kind.BACKFILL_DONE, Map.of());
        } else if (stage == Stage.RUNNING && isReportDue()) {
            tell(Notice.Kind.BACKFILL_PROGRESS, reached(inTime));
        }
    }

    private boolean isReportDue() {
        return time.nanoTime() - reportedNanos >= BETWEEN_REPORTS.toNanos();
    }

    private void tell(Notice.Kind kind, Map<String, String> detail) {
        reportedNanos = time.nanoTime();
        notices.tell(kind, unit, detail);
    }

    private static Map<String, String> reached(Position position) {
        Backfill past = position.backfill();
        String date = past.order() == WalkOrder.UPDATED ? "updated_at" : "created_at";
        return past.cursor() == Long.MAX_VALUE
                ? Map.of()
                : Map.of(date, Instant.ofEpochMilli(past.cursor()).toString());
    }

    private static Stage stage(UnitPosition position) {
        return position instanceof Position inTime && !inTime.backfill().done() ? Stage.RUNNING : Stage.DONE;
    }
}
