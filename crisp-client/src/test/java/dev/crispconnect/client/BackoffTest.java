package dev.crispconnect.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(60));

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "3, 2000", "7, 32000", "8, 60000", "9, 60000", "2147483647, 60000"})
    void doublesUpToTheCap(int attempt, long millis) {
        assertThat(BACKOFF.delay(attempt, 1.0)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"0.0, 0", "0.25, 250", "0.5, 500", "1.0, 1000"})
    void takesTheGivenFractionOfIt(double fraction, long millis) {
        assertThat(BACKOFF.delay(2, fraction)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void waitsAsLongAsAskedAndSpreadsTheRest() {
        assertThat(BACKOFF.delay(1, 0.5, Optional.of(Duration.ofSeconds(10)))).isEqualTo(Duration.ofMillis(10_250));
    }

    @Test
    void waitsNoLongerThanTheCapThoughAskedTo() {
        assertThat(BACKOFF.delay(1, 0.5, Optional.of(Duration.ofSeconds(Long.MAX_VALUE))))
                .isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void isJitterAloneWhenNothingWasAsked() {
        assertThat(BACKOFF.delay(3, 0.5, Optional.empty())).isEqualTo(BACKOFF.delay(3, 0.5));
    }

    @Property
    void staysBetweenZeroAndTheCap(
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long baseMillis,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long moreMillis,
            @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int attempt,
            @ForAll @DoubleRange(min = 0, max = 1) double fraction) {
        Duration base = Duration.ofMillis(baseMillis);
        Duration cap = base.plusMillis(moreMillis);

        assertThat(new Backoff(base, cap).delay(attempt, fraction)).isBetween(Duration.ZERO, cap);
    }

    @Property
    void neitherUndercutsWhatWasAskedNorExceedsTheCap(
            @ForAll @IntRange(min = 1, max = 100) int attempt,
            @ForAll @DoubleRange(min = 0, max = 1) double fraction,
            @ForAll @LongRange(min = 0, max = 1_000_000) long askedMillis) {
        Duration asked = Duration.ofMillis(askedMillis);
        Duration floor = asked.compareTo(BACKOFF.cap()) < 0 ? asked : BACKOFF.cap();

        assertThat(BACKOFF.delay(attempt, fraction, Optional.of(asked))).isBetween(floor, BACKOFF.cap());
    }

    @Test
    void refusesBoundsThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> BACKOFF.delay(0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> BACKOFF.delay(1, Double.NaN));
    }
}
