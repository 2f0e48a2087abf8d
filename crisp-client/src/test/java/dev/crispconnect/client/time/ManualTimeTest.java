package dev.crispconnect.client.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ManualTimeTest {

    private final Instant start = Instant.parse("2026-11-20T12:00:00Z");
    private final ManualTime time = new ManualTime(start);

    @Test
    void sleepingMovesBothClocksAndIsRemembered() throws Exception {
        time.sleep(Duration.ofSeconds(3));

        assertThat(time.now()).isEqualTo(start.plusSeconds(3));
        assertThat(time.nanoTime()).isEqualTo(3_000_000_000L);
        assertThat(time.slept()).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void sleepingForLessThanNothingMovesNoClock() throws Exception {
        time.sleep(Duration.ofSeconds(-3));

        assertThat(time.now()).isEqualTo(start);
    }

    @Test
    void anInterruptedThreadDoesNotSleep() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> time.sleep(Duration.ofSeconds(3))).isInstanceOf(InterruptedException.class);
        assertThat(time.now()).isEqualTo(start);
    }

    @Test
    void aJumpOfTheWallClockLeavesTheOtherAlone() {
        time.jumpTo(start.minusSeconds(60));

        assertThat(time.now()).isEqualTo(start.minusSeconds(60));
        assertThat(time.nanoTime()).isZero();
    }

    @Test
    void theFractionIsWhatWasSet() {
        time.setFraction(0.25);

        assertThat(time.fraction()).isEqualTo(0.25);
    }
}
