package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.position.Unit;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.record.Notice;
import java.time.Duration;
import java.util.Map;

/** The span in which a unit may not be told of something, from its beginning until what happened in it has been read. */
final class GapWatch {

    private final UnitKey unit;
    private final UnitMetrics metrics;
    private final Notices notices;
    private final Time time;
    private boolean open;
    private long openedNanos;
    private long countedNanos;

    GapWatch(UnitKey unit, UnitMetrics metrics, Notices notices, Time time) {
        this.unit = unit;
        this.metrics = metrics;
        this.notices = notices;
        this.time = time;
    }

    /** Something may be missed from now on. */
    void opens(String reason) {
        if (!open) {
            open = true;
            openedNanos = time.nanoTime();
            countedNanos = openedNanos;
            metrics.gap(true);
            notices.tell(Notice.Kind.GAP_OPENED, unit, Map.of("reason", reason));
        }
    }

    /** What cannot be told is looked for. Raw events cannot be. */
    void polls() {
        if (unit.unit() != Unit.EVENTS) {
            notices.tell(Notice.Kind.FELL_BACK_TO_POLLING, unit, openFor());
        }
    }

    /** @param live whether the unit is told of everything */
    void look(boolean live) {
        if (open) {
            long now = time.nanoTime();
            long passed = Duration.ofNanos(now - countedNanos).toMillis();
            metrics.gapLasted(passed);
            countedNanos += Duration.ofMillis(passed).toNanos();
            if (live) {
                open = false;
                metrics.gap(false);
                notices.tell(Notice.Kind.GAP_CLOSED, unit, openFor());
            }
        }
    }

    private Map<String, String> openFor() {
        long millis = Duration.ofNanos(time.nanoTime() - openedNanos).toMillis();
        return Map.of("open_for_ms", Long.toString(millis));
    }
}
