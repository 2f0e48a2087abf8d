package dev.crispconnect.source.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
    private static final Duration ROUND_TRIP = Duration.ofMillis(10);

    @Test
    void callsNeedNotBeApartUntilOneIsRefused() {
        assertThat(Pace.FREE.served().gap()).isZero();
        assertThat(Pace.FREE.refused().gap()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void aRefusalHalvesTheRateAndAHundredCallsBringItBack() {
        Pace before = Pace.FREE.refused();
        Pace cut = before.refused();
        assertThat(cut.gap()).isEqualTo(Duration.ofMillis(500));

        Pace later = cut;
        for (int call = 0; call < 100; call++) {
            assertThat(later.gap()).isGreaterThan(before.gap());
            later = later.served();
        }
        assertThat(later.perSecond()).isCloseTo(before.perSecond(), Offset.offset(1e-9));
    }

    @Test
    void itNeverStops() {
        Pace pace = Pace.FREE;
        for (int refusal = 0; refusal < 100; refusal++) {
            pace = pace.refused();
        }

        assertThat(pace.gap()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void itIsFreeAgainWhenNothingIsRefusedForLong() {
        Pace pace = Pace.FREE.refused();
        for (int call = 0; call < 5_000; call++) {
            pace = pace.served();
        }

        assertThat(pace).isEqualTo(Pace.FREE);
    }

    /** A limiter that refuses whatever comes too soon, and a caller that does as it is told. */
    @Property(tries = 100)
    void comesCloseToAnyLimitAndIsSeldomRefused(
            @ForAll @DoubleRange(min = 0.1, max = 20) double allowedPerSecond,
            @ForAll @DoubleRange(min = 0, max = 1) double jitter) {
        Limiter limiter = new Limiter(allowedPerSecond);
        limiter.run(1_000, jitter);
        Instant settled = limiter.now;
        limiter.served = 0;
        limiter.refused = 0;
        limiter.run(2_000, jitter);

        double seconds = Duration.between(settled, limiter.now).toMillis() / 1000.0;
        assertThat(limiter.served / seconds).isGreaterThan(allowedPerSecond / 2);
        assertThat(limiter.refused).isLessThan(limiter.served / 20);
        assertThat(limiter.state.phase()).isNotEqualTo(TokenState.Phase.EXHAUSTED);
    }

    private static final class Limiter {

        private final double allowedPerSecond;
        private Instant now = START;
        private TokenState state = TokenState.fresh(new Patience(Duration.ofMillis(500), Duration.ofMinutes(1)), START);
        private double tokens = 1;
        private int served;
        private int refused;

        private Limiter(double allowedPerSecond) {
            this.allowedPerSecond = allowedPerSecond;
        }

        private void run(int calls, double jitter) {
            for (int call = 0; call < calls; call++) {
                advance(state.untilNextCall(now).plus(ROUND_TRIP));
                if (tokens >= 1) {
                    tokens--;
                    served++;
                    state = state.served(now);
                } else {
                    refused++;
                    state = state.refused(now, Optional.empty(), jitter);
                }
            }
        }

        private void advance(Duration wait) {
            now = now.plus(wait);
            // a second's worth, as limiters have it, or a single call
            double most = Math.max(1, allowedPerSecond);
            tokens = Math.min(most, tokens + wait.toNanos() / 1e9 * allowedPerSecond);
        }
    }
}
