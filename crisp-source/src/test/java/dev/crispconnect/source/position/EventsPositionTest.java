package dev.crispconnect.source.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EventsPositionTest {

    @Test
    void isReadBackAsItWasStored() {
        EventsPosition position = new EventsPosition(1_770_000_000_000L);

        assertThat(UnitPosition.fromMap(Unit.EVENTS, position.toMap())).isEqualTo(position);
    }

    @Test
    void anotherVersionAndAMissingTimeAreRefusedWithAdvice() {
        assertThatThrownBy(() -> EventsPosition.fromMap(Map.of("version", 2L, "received_at", 0L)))
                .isInstanceOf(StoredOffsetException.class)
                .hasMessageContaining("version is 2");
        assertThatThrownBy(() -> EventsPosition.fromMap(Map.of("version", 1L)))
                .isInstanceOf(StoredOffsetException.class)
                .hasMessageContaining("received_at");
    }
}
