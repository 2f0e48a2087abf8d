package dev.crispconnect.client.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VigilTest {

    @ParameterizedTest
    @CsvSource({
        "PT25S, PT20S, PT45S",
        "PT0.05S, PT0.1S, PT0.15S",
        ", , PT45S",
        "PT10S, , PT30S",
        "PT2M, PT20S, PT2M",
        "PT1M, PT2M, PT2M",
        "PT2562047788015H, PT2562047788015H, PT2M"
    })
    void waitsForIntervalAndTimeoutAsTheServerToldThemButNotForever(
            Duration interval, Duration timeout, Duration bound) {
        assertThat(Vigil.patience(new Packet.Open(interval, timeout))).isEqualTo(bound);
    }

    @Test
    void isOverOnceTheBoundHasPassedHoweverTheClockBegan() {
        long since = Long.MAX_VALUE - 5;
        Vigil vigil = new Vigil(Ending.Silence.HEARTBEAT, since, Duration.ofNanos(10));

        assertThat(vigil.isOver(since + 10)).isFalse();
        assertThat(vigil.isOver(since + 11)).isTrue();
    }
}
