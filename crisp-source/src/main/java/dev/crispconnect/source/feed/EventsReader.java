package dev.crispconnect.source.feed;

import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.capture.Withheld;
import dev.crispconnect.source.position.EventsPosition;
import dev.crispconnect.source.position.SourceOffset;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.record.Draft;
import dev.crispconnect.source.record.RecordMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Emits a website's events as they come, at most once: Crisp keeps none, so what is not heard cannot be read (Crisp API
 * reference, section 5.5).
 *
 * <p>For one thread.
 */
final class EventsReader implements UnitReader {

    private static final Duration NEVER = Duration.ofDays(1);

    private final Purse purse;
    private final RecordMapper mapper;
    private final UnitMetrics metrics;
    private final Time time;
    private final Outbox outbox;
    private EventsPosition position;
    private boolean hearing;

    EventsReader(Followed followed, Optional<EventsPosition> stored, Time time, Outbox outbox) {
        this.purse = followed.purse();
        this.mapper = followed.mapper();
        this.metrics = followed.metrics();
        this.time = time;
        this.outbox = outbox;
        this.position = stored.orElse(EventsPosition.NONE);
    }

    /** A unit, what makes records of its events, and where its progress is told. */
    record Followed(Purse purse, RecordMapper mapper, UnitMetrics metrics) {}

    @Override
    public UnitKey unit() {
        return purse.unit();
    }

    @Override
    public String describe() {
        return "unit=" + purse.unit().asText();
    }

    @Override
    public UnitState state() {
        return new UnitState(Optional.of(position), hearing, 0);
    }

    /** Nothing is ever due: what is heard leaves at once. */
    @Override
    public Duration step() throws InterruptedException {
        return NEVER;
    }

    @Override
    public void hearing() {
        hearing = true;
    }

    @Override
    public void heard(RealtimeEvent event) throws InterruptedException {
        if (Withheld.holds(event.name())) {
            return;
        }
        Instant now = time.now();
        Draft draft = mapper.event(event, now);
        position = new EventsPosition(now.toEpochMilli());
        // first, or whoever has polled it might find it uncounted
        metrics.emitted(draft.feed());
        outbox.add(List.of(draft.at(purse.unit(), new SourceOffset(position, purse.spent()), now)));
    }

    @Override
    public void deaf() {
        hearing = false;
    }
}
