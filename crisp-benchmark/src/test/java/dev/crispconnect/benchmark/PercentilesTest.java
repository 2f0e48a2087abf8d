package dev.crispconnect.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void halfOfAllTookNoLongerThanTheMedianInWhateverOrderTheyCame() {
        Percentiles percentiles = Percentiles.ofNanos(new long[] {300, 100, 400, 200});

        assertThat(percentiles.at(50)).isEqualTo(Duration.ofNanos(200));
        assertThat(percentiles.at(100)).isEqualTo(Duration.ofNanos(400));
    }

    @Test
    void oneInAHundredMayBeSlowerThanTheNinetyNinth() {
        Percentiles percentiles =
                Percentiles.ofNanos(LongStream.rangeClosed(1, 1_000).toArray());

        assertThat(percentiles.at(99)).isEqualTo(Duration.ofNanos(990));
    }

    @Test
    void nothingMeasuredIsNoFigure() {
        assertThatIllegalArgumentException().isThrownBy(() -> Percentiles.ofNanos(new long[0]));
    }
}
