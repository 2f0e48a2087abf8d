package dev.crispconnect.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTimesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "120, 120", "' 7 ', 7", "007, 7", "999999999, 999999999"})
    void readsAWaitInSeconds(String header, long seconds) {
        assertThat(HttpTimes.wait(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void readsAWaitUntilADate() {
        assertThat(HttpTimes.wait("Fri, 20 Nov 2026 12:02:00 GMT", NOW)).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void doesNotWaitForADateThatHasPassed() {
        assertThat(HttpTimes.wait("Fri, 20 Nov 2026 11:59:00 GMT", NOW)).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"soon", "-1", "1.5", "1e3", "9999999999", "2026-11-20T12:02:00Z", "Fri, 20 Nov", "\u0663"})
    void ignoresWhatIsNoWait(String header) {
        assertThat(HttpTimes.wait(header, NOW)).isNull();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"now", "0", "Fri, 20 Nov 2026", "Mon, 20 Nov 2026 12:00:00 GMT"})
    void ignoresWhatIsNoMoment(String header) {
        assertThat(HttpTimes.moment(header)).isNull();
    }
}
