package dev.crispconnect.source.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crispconnect.source.budget.TokenState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenStateTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(60));
    private static final double ALL = 1;

    private Instant now = NOON;
    private TokenState token = TokenState.fresh(PATIENCE, NOON);

    @Test
    void isServedFromTheBeginningAndWithoutWaiting() {
        token = token.served(now);

        assertThat(token.phase()).isEqualTo(Phase.SERVED);
        assertThat(token.since()).isEqualTo(NOON);
        assertThat(token.untilNextCall(now)).isZero();
    }

    @Test
    void isLimitedAfterARefusalAndPausesLongerAfterEachFurtherOne() {
        assertThat(pauses(5)).containsExactly(seconds(1), seconds(2), seconds(4), seconds(8), seconds(16));

        assertThat(token.phase()).isEqualTo(Phase.LIMITED);
        assertThat(token.since()).isEqualTo(NOON);
    }

    @Test
    void halfOfAPauseIsLeftToChance() {
        assertThat(token.refused(now, Optional.empty(), 0).untilNextCall(now)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void waitsAsLongAsItWasAskedToButNotForEver() {
        assertThat(refusedAsking(seconds(30)).untilNextCall(now)).isEqualTo(seconds(31));
        assertThat(refusedAsking(seconds(Long.MAX_VALUE)).untilNextCall(now)).isEqualTo(seconds(60));
        assertThat(refusedAsking(seconds(-5)).untilNextCall(now)).isEqualTo(seconds(1));
    }

    @Test
    void isServedAgainAfterOneAnswerAndKeepsCallsApart() {
        pauses(1);
        token = token.served(now);

        assertThat(token.phase()).isEqualTo(Phase.SERVED);
        assertThat(token.since()).isEqualTo(now);
        assertThat(token.untilNextCall(now)).isBetween(Duration.ofMillis(240), Duration.ofMillis(250));
    }

    @Test
    void refusalsInARowSlowCallsDownOnce() {
        pauses(4);
        assertThat(token.served(now).untilNextCall(now)).isBetween(Duration.ofMillis(240), Duration.ofMillis(250));

        token = token.served(now);
        pauses(1);
        assertThat(token.served(now).untilNextCall(now)).isBetween(Duration.ofMillis(480), Duration.ofMillis(500));
    }

    @Test
    void isExhaustedWhenEverythingIsRefusedForAMinuteOrMore() {
        pauses(6);
        assertThat(token.phase()).isEqualTo(Phase.LIMITED);

        pauses(1);
        assertThat(token.phase()).isEqualTo(Phase.EXHAUSTED);
        assertThat(token.since()).isEqualTo(NOON);
    }

    @Test
    void isNotExhaustedByAFewRefusalsHoweverFarApart() {
        for (int refusal = 0; refusal < 5; refusal++) {
            token = token.refused(now, Optional.empty(), ALL);
            now = now.plus(Duration.ofMinutes(10));
        }

        assertThat(token.phase()).isEqualTo(Phase.LIMITED);
    }

    @Test
    void whenExhaustedProbesNowAndThen() {
        exhaust();

        assertThat(token.untilNextCall(now)).isEqualTo(minutes(1));
        now = now.plus(token.untilNextCall(now));
        assertThat(pauses(5)).containsExactly(minutes(2), minutes(4), minutes(8), minutes(15), minutes(15));
    }

    @Test
    void whenExhaustedProbesSoonAfterMidnight() {
        exhaust();
        pauses(5);
        now = MIDNIGHT.minus(minutes(3));

        assertThat(token.refused(now, Optional.empty(), 0).untilNextCall(now))
                .isEqualTo(minutes(3).plusSeconds(5));
        assertThat(token.refused(now, Optional.empty(), ALL).untilNextCall(now))
                .isEqualTo(minutes(3).plusSeconds(35));
    }

    @Test
    void whenExhaustedWaitsAsLongAsItWasAskedToButNotForEver() {
        exhaust();

        assertThat(refusedAsking(minutes(10)).untilNextCall(now)).isBetween(minutes(10), minutes(15));
        assertThat(refusedAsking(Duration.ofDays(2)).untilNextCall(now)).isEqualTo(minutes(15));

        now = MIDNIGHT.minus(minutes(3));
        assertThat(refusedAsking(minutes(10)).untilNextCall(now)).isEqualTo(minutes(10));
    }

    @Test
    void resumesOnTheFirstAnswer() {
        exhaust();
        now = now.plus(minutes(1));
        token = token.served(now);

        assertThat(token.phase()).isEqualTo(Phase.SERVED);
        assertThat(token.since()).isEqualTo(now);
        assertThat(token.untilNextCall(now)).isLessThan(seconds(1));
    }

    @Test
    void aClockThatIsSetBackProlongsNoPause() {
        exhaust();

        assertThat(token.untilNextCall(now.minus(Duration.ofDays(3)))).isEqualTo(minutes(1));
        assertThat(token.untilNextCall(now.plus(Duration.ofDays(3)))).isZero();
    }

    @Test
    void aDayOfAnExhaustedQuotaCostsLittle() {
        int probes = 0;
        while (now.isBefore(NOON.plus(Duration.ofDays(1)))) {
            token = token.refused(now, Optional.empty(), 0.5);
            now = now.plus(token.untilNextCall(now));
            probes++;
        }

        assertThat(probes).isLessThan(150);
    }

    @Test
    void patienceThatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Patience(Duration.ZERO, seconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Patience(seconds(2), seconds(1)));
    }

    private void exhaust() {
        while (token.phase() != Phase.EXHAUSTED) {
            now = now.plus(token.untilNextCall(now));
            token = token.refused(now, Optional.empty(), ALL);
        }
    }

    /** Refuses so many calls, each sent when it may be. */
    private List<Duration> pauses(int refusals) {
        List<Duration> pauses = new ArrayList<>();
        for (int refusal = 0; refusal < refusals; refusal++) {
            token = token.refused(now, Optional.empty(), ALL);
            pauses.add(token.untilNextCall(now));
            now = now.plus(token.untilNextCall(now));
        }
        return pauses;
    }

    private TokenState refusedAsking(Duration wait) {
        return token.refused(now, Optional.of(wait), ALL);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }
}
