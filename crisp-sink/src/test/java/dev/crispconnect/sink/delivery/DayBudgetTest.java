package dev.crispconnect.sink.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DayBudgetTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-21T23:59:30Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");

    private final DayBudget two = new DayBudget(2);

    @Test
    void isSpentCallByCallAndThenAllWait() {
        assertThat(two.spend(NOON)).isZero();
        assertThat(two.spend(NOON)).isZero();
        assertThat(two.spend(NOON)).isEqualTo(Duration.ofMinutes(1));
        assertThat(two.spend(LATE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void beginsAnewAtMidnight() {
        two.spend(LATE);
        two.spend(LATE);

        assertThat(two.spend(MIDNIGHT)).isZero();
    }

    @Test
    void doesNotBeginAnewWhenTheClockIsSetBack() {
        two.spend(MIDNIGHT);
        two.spend(MIDNIGHT);

        assertThat(two.spend(NOON)).isPositive();
    }

    @Test
    void isBoundlessWithoutABound() {
        DayBudget none = new DayBudget(0);

        for (int i = 0; i < 100_000; i++) {
            assertThat(none.spend(NOON)).isZero();
        }
    }
}
