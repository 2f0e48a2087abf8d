package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.position.UnitKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** When which unit is to give a sign of life. For the reading thread. */
final class Heartbeats {

    private final Duration interval;
    private final Time time;
    private final Map<UnitKey, Silence> silences = new HashMap<>();

    Heartbeats(Duration interval, Time time) {
        this.interval = interval;
        this.time = time;
    }

    /** @param changes how many changes the unit had emitted when it fell silent */
    private record Silence(long changes, long sinceNanos) {}

    /**
     * How long the unit may go on to be silent; zero when a heartbeat is due, and then it begins anew.
     *
     * @param changes how many changes the unit has emitted
     */
    Duration untilBeat(UnitKey unit, long changes) {
        long now = time.nanoTime();
        Silence silence = silences.get(unit);
        if (silence == null || silence.changes != changes) {
            silences.put(unit, new Silence(changes, now));
            return interval;
        }
        long left = interval.toNanos() - (now - silence.sinceNanos);
        if (left <= 0) {
            // the heartbeat is a change, too
            silences.put(unit, new Silence(changes + 1, now));
            return Duration.ZERO;
        }
        return Duration.ofNanos(left);
    }
}
