package dev.crispconnect.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.journal.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalCheckTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Fault REFUSED = Fault.status(429, "rate_limited", Duration.ofSeconds(1));

    @Test
    void whoWaitsAsLongAsItWasAskedIsGood() {
        assertThat(RefusalCheck.of(List.of(call(0, "a", REFUSED), call(1_000, "a", null))))
                .isEqualTo(new RefusalCheck(1, 0, 0));
    }

    @Test
    void aCallThatIsRepeatedTooEarlyIsCounted() {
        assertThat(RefusalCheck.of(List.of(call(0, "a", REFUSED), call(999, "a", null))))
                .isEqualTo(new RefusalCheck(1, 1, 1));
    }

    @Test
    void aCallElsewhereInThePauseIsCountedButNotOneThatWasOnTheWire() {
        assertThat(RefusalCheck.of(List.of(
                        call(0, "a", REFUSED), call(499, "b", null), call(501, "c", null), call(1_001, "d", null))))
                .isEqualTo(new RefusalCheck(1, 0, 1));
    }

    @Test
    void refusalsThatCameTogetherMakeOnePause() {
        assertThat(RefusalCheck.of(List.of(call(0, "a", REFUSED), call(40, "b", REFUSED), call(1_020, "c", null))))
                .isEqualTo(new RefusalCheck(2, 0, 1));
    }

    private static Entry call(long millis, String session, Fault fault) {
        int status = fault == null ? 202 : 429;
        return new Entry(1, START.plusMillis(millis), "POST", "/", "/", session, null, status, 1, fault, 0);
    }
}
