package dev.crispconnect.simulator.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crispconnect.simulator.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettableClockTest {

    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant ELSEWHERE = Instant.parse("2020-01-01T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final ManualClock base = new ManualClock(START);
    private final SettableClock clock = new SettableClock(base::now);

    @Test
    void itRunsWithTheOtherClockAtFirst() {
        base.advance(HOUR);

        assertThat(clock.instant()).isEqualTo(START.plus(HOUR));
        assertThat(clock.frozen()).isFalse();
    }

    @Test
    void movedItRunsOnWithThatOffset() {
        assertThat(clock.advance(HOUR)).isEqualTo(START.plus(HOUR));
        base.advance(HOUR);

        assertThat(clock.instant()).isEqualTo(START.plus(HOUR).plus(HOUR));
    }

    @Test
    void frozenItMovesByHandOnly() {
        clock.freeze(ELSEWHERE);
        base.advance(HOUR);
        assertThat(clock.instant()).isEqualTo(ELSEWHERE);

        clock.advance(HOUR.negated());

        assertThat(clock.instant()).isEqualTo(ELSEWHERE.minus(HOUR));
        assertThat(clock.frozen()).isTrue();
    }

    @Test
    void itRunsOnFromWhereItStood() {
        clock.freeze(ELSEWHERE);
        clock.run();
        base.advance(HOUR);

        assertThat(clock.instant()).isEqualTo(ELSEWHERE.plus(HOUR));
        assertThat(clock.frozen()).isFalse();
    }

    @Test
    void itRunsOnFromATimeThatIsNamed() {
        clock.run(ELSEWHERE);
        base.advance(HOUR);

        assertThat(clock.instant()).isEqualTo(ELSEWHERE.plus(HOUR));
    }

    @Test
    void resetItShowsTheOtherClocksTime() {
        clock.freeze(ELSEWHERE);
        clock.reset();

        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void itShowsOnlyTimesThatCanBeWritten() {
        clock.freeze(ELSEWHERE);

        assertThatIllegalArgumentException().isThrownBy(() -> clock.freeze(Instant.EPOCH.minusSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> clock.run(Instant.parse("+10000-01-01T00:00:00Z")));
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofDays(9_000_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofSeconds(Long.MAX_VALUE)));
        assertThat(clock.instant()).isEqualTo(ELSEWHERE);
    }
}
