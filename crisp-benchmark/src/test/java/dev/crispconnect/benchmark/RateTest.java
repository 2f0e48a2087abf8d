package dev.crispconnect.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RateTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void anEvenPaceIsTheSameAllTheWay() {
        Rate rate = Rate.of(every(10, 0, 101));

        assertThat(rate.count()).isEqualTo(101);
        assertThat(rate.perSecond()).isCloseTo(100, within(0.001));
        assertThat(rate.steadyPerSecond()).isCloseTo(100, within(0.001));
    }

    @Test
    void aSlowFirstQuarterCountsForTheWholeRunOnly() {
        List<Instant> moments = new ArrayList<>(every(100, 0, 25));
        moments.addAll(every(10, 2_500, 75));

        Rate rate = Rate.of(moments);

        assertThat(rate.steadyPerSecond()).isCloseTo(100, within(0.001));
        assertThat(rate.perSecond()).isLessThan(35);
    }

    private static List<Instant> every(long millis, long firstMillis, int count) {
        return LongStream.range(0, count)
                .mapToObj(i -> START.plusMillis(firstMillis + i * millis))
                .toList();
    }
}
