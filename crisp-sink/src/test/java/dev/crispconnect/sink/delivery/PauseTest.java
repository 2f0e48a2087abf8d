package dev.crispconnect.sink.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.Backoff;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PauseTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));
    private static final Optional<Duration> UNASKED = Optional.empty();
    private static final long SECOND = 1_000_000_000L;

    @Test
    void callsPassFreelyAtFirst() {
        assertThat(Pause.NONE.waitNanos(123)).isZero();
        assertThat(Pause.NONE.passed(123)).isSameAs(Pause.NONE);
    }

    @Test
    void afterARefusalNobodyPassesForAtLeastHalfTheBackoff() {
        assertThat(Pause.NONE.throttled(0, UNASKED, BACKOFF, 0).waitNanos(0)).isEqualTo(SECOND / 2);
        assertThat(Pause.NONE.throttled(0, UNASKED, BACKOFF, 1).waitNanos(0)).isEqualTo(SECOND);
    }

    @Test
    void crispsOwnWishIsHonouredUpToTheCap() {
        assertThat(Pause.NONE
                        .throttled(0, Optional.of(Duration.ofSeconds(20)), BACKOFF, 0)
                        .waitNanos(0))
                .isEqualTo(20 * SECOND + SECOND / 2);
        assertThat(Pause.NONE
                        .throttled(0, Optional.of(Duration.ofHours(9)), BACKOFF, 0)
                        .waitNanos(0))
                .isEqualTo(60 * SECOND);
    }

    @Test
    void refusalsOfCallsThatWereOnTheirWayTogetherCountOnce() {
        Pause first = Pause.NONE.throttled(0, UNASKED, BACKOFF, 0);

        assertThat(first.throttled(SECOND / 4, UNASKED, BACKOFF, 1)).isEqualTo(first);
    }

    @Test
    void oneCallGoesAheadAndTheOthersWaitForItsAnswer() {
        Pause over = Pause.NONE.throttled(0, UNASKED, BACKOFF, 0);
        Pause probing = over.passed(SECOND);

        assertThat(over.waitNanos(SECOND)).isNegative();
        assertThat(probing.waitNanos(SECOND)).isEqualTo(SECOND / 4);
        assertThat(probing.answered(SECOND)).isEqualTo(Pause.NONE);
    }

    @Test
    void theCallThatGoesAheadDoublesThePauseWhenItIsRefusedToo() {
        Pause probing = Pause.NONE.throttled(0, UNASKED, BACKOFF, 1).passed(SECOND);

        assertThat(probing.throttled(SECOND, UNASKED, BACKOFF, 1).waitNanos(SECOND))
                .isEqualTo(2 * SECOND);
    }

    @Test
    void aGoodAnswerToACallFromBeforeThePauseDoesNotEndIt() {
        Pause pause = Pause.NONE.throttled(0, UNASKED, BACKOFF, 0);

        assertThat(pause.answered(SECOND / 4)).isEqualTo(pause);
    }
}
