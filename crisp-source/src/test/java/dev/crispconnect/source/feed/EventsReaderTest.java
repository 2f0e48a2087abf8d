package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.realtime.EventContent;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.source.position.EventsPosition;
import dev.crispconnect.source.position.Unit;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.record.RecordMapper;
import dev.crispconnect.source.record.RecordStyle;
import dev.crispconnect.source.record.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class EventsReaderTest {

    private static final UnitKey UNIT = new UnitKey("w", Unit.EVENTS);

    private final ManualTime time = new ManualTime();
    private final Outbox outbox = new Outbox(1, 1_000, Duration.ZERO);
    private final EventsReader reader = new EventsReader(
            new EventsReader.Followed(
                    Purses.unbounded(UNIT, time),
                    new RecordMapper("w", RecordStyle.to(new Topics("${feed}"))),
                    new UnitMetrics(time, new UnitMetrics.Counts() {})),
            Optional.empty(),
            time,
            outbox);

    @Test
    void anEventLeavesAtOnceWithAnOffsetOfItsOwn() throws InterruptedException {
        reader.heard(event("website:users:available", "{\"available\":true}"));

        List<SourceRecord> batch = outbox.poll(Duration.ZERO);
        assertThat(batch).singleElement().satisfies(told -> {
            assertThat(told.topic()).isEqualTo("events");
            assertThat(told.sourcePartition()).isEqualTo(UNIT.toMap());
            assertThat(((Struct) told.value()).getString("payload")).isEqualTo("{\"available\":true}");
        });
        assertThat(reader.state().position())
                .contains(new EventsPosition(time.now().toEpochMilli()));
    }

    @Test
    void whatHoldsTheKeyToSomethingIsLeftOutEvenIfItIsTold() throws InterruptedException {
        reader.heard(event("identity:verify:request", "{\"code\":\"1234\"}"));

        assertThat(outbox.poll(Duration.ZERO)).isNull();
    }

    @Test
    void nothingIsToBeReadAndItIsLiveAsLongAsItHears() throws InterruptedException {
        assertThat(reader.step()).isPositive();
        assertThat(reader.state().live()).isFalse();

        reader.hearing();
        assertThat(reader.state().live()).isTrue();

        reader.deaf();
        assertThat(reader.state().live()).isFalse();
    }

    private static RealtimeEvent event(String name, String json) {
        return new RealtimeEvent(name, "w", null, new EventContent.Other(), json);
    }
}
