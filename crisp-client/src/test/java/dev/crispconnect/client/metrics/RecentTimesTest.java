package dev.crispconnect.client.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.time.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentTimesTest {

    private final ManualTime time = new ManualTime();
    private final RecentTimes times = new RecentTimes(time);

    @Test
    void thereIsNoAverageOfNothing() {
        assertThat(times.average()).isNaN();
        assertThat(times.maximum()).isNaN();
    }

    @Test
    void averageAndMaximumAreOfTheLastMinute() {
        times.add(Duration.ofMillis(900));
        time.advance(Duration.ofSeconds(30));
        times.add(Duration.ofMillis(100));
        times.add(Duration.ofMillis(200));
        assertThat(times.average()).isEqualTo(400);
        assertThat(times.maximum()).isEqualTo(900);

        time.advance(Duration.ofSeconds(31));
        assertThat(times.average()).isEqualTo(150);
        assertThat(times.maximum()).isEqualTo(200);

        time.advance(Duration.ofSeconds(60));
        assertThat(times.maximum()).isNaN();
    }

    @Test
    void anOldPlaceIsUsedAgain() {
        times.add(Duration.ofMillis(900));
        time.advance(Duration.ofSeconds(60));
        times.add(Duration.ofMillis(1));

        assertThat(times.maximum()).isEqualTo(1);
    }
}
