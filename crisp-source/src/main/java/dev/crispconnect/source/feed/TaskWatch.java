package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.position.SourceOffset;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.position.UnitPosition;
import dev.crispconnect.source.record.Heartbeat;
import dev.crispconnect.source.record.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Looks at a task's units between two changes, and hands over what is to be told beside the feeds. What it hands over carries
 * the present position of a unit, and so moves nothing.
 *
 * <p>For the reading thread.
 */
final class TaskWatch {

    private static final Duration NEVER = Duration.ofDays(1);

    private final Aside aside;
    private final Notices notices;
    private final Outbox outbox;
    private final Allowance allowance;
    private final Heartbeats heartbeats;
    private final Time time;
    private final List<UnitWatch> units = new ArrayList<>();

    TaskWatch(Aside aside, Notices notices, Outbox outbox, Allowance allowance, Time time) {
        this.aside = aside;
        this.notices = notices;
        this.outbox = outbox;
        this.allowance = allowance;
        this.heartbeats = new Heartbeats(aside.heartbeatInterval(), time);
        this.time = time;
    }

    /**
     * A unit, and what is watched of it.
     *
     * @param gap empty for one that does not hear
     */
    record UnitWatch(UnitReader reader, UnitMetrics metrics, Optional<GapWatch> gap, PastWatch past) {

        private void look() {
            UnitState state = reader.state();
            metrics.queued(state.queued());
            gap.ifPresent(open -> open.look(state.live()));
            state.position().ifPresent(past::look);
        }
    }

    void add(UnitWatch unit) {
        units.add(unit);
    }

    /** Tells what there is to tell, and returns how long there is nothing more, unless something happens. */
    Duration turn() throws InterruptedException {
        units.forEach(UnitWatch::look);
        tellNotices();
        return aside.beats() ? beat() : NEVER;
    }

    /** A notice about a unit without a position travels with another's; while none has one, they wait. */
    private void tellNotices() throws InterruptedException {
        Optional<UnitKey> anybody = notices.isEmpty() ? Optional.empty() : firstWithPosition();
        if (anybody.isEmpty()) {
            return;
        }
        for (Notice notice = notices.take(); notice != null; notice = notices.take()) {
            UnitKey carrier = position(notice.unit()).isPresent() ? notice.unit() : anybody.get();
            hand(notice.on(aside.noticeTopic().orElseThrow(), carrier, offset(carrier)));
        }
    }

    private Duration beat() throws InterruptedException {
        Duration next = NEVER;
        for (UnitWatch watched : units) {
            UnitKey unit = watched.reader().unit();
            Optional<UnitPosition> position = watched.reader().state().position();
            if (position.isPresent()) {
                Duration left = heartbeats.untilBeat(unit, outbox.changes(unit));
                if (left.isZero()) {
                    Heartbeat beat = new Heartbeat(unit, time.now(), watermark(position.get()));
                    hand(beat.on(aside.heartbeatTopic(), offset(unit)));
                    left = aside.heartbeatInterval();
                }
                next = left.compareTo(next) < 0 ? left : next;
            }
        }
        return next;
    }

    private void hand(SourceRecord told) throws InterruptedException {
        outbox.add(List.of(told));
    }

    private Optional<UnitKey> firstWithPosition() {
        return units.stream()
                .map(UnitWatch::reader)
                .filter(reader -> reader.state().position().isPresent())
                .map(UnitReader::unit)
                .findFirst();
    }

    private Optional<UnitPosition> position(UnitKey unit) {
        return units.stream()
                .map(UnitWatch::reader)
                .filter(reader -> reader.unit().equals(unit))
                .findFirst()
                .flatMap(reader -> reader.state().position());
    }

    private SourceOffset offset(UnitKey unit) {
        return new SourceOffset(position(unit).orElseThrow(), allowance.spentBy(unit));
    }

    private static Instant watermark(UnitPosition position) {
        return position instanceof Position inTime ? Instant.ofEpochMilli(inTime.watermark()) : null;
    }
}
