package dev.crispconnect.sink.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.Backoff;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));

    private final Throttle free = new Throttle(BACKOFF, 0, 0);
    private final Throttle tenASecond = new Throttle(BACKOFF, 10, 0);
    private final Throttle.Turn first = new Throttle.Turn();
    private final Throttle.Turn second = new Throttle.Turn();
    private final Throttle.Turn third = new Throttle.Turn();

    @Test
    void aCallAfterARestPassesAtOnce() {
        assertThat(tenASecond.pass(first, 0)).isZero();
        assertThat(tenASecond.pass(first, 5 * SECOND)).isZero();
    }

    @Test
    void callsAreSpacedEvenlyAndEachHasItsPlace() {
        assertThat(tenASecond.pass(first, SECOND)).isZero();
        assertThat(tenASecond.pass(second, SECOND)).isEqualTo(Duration.ofMillis(95));
        assertThat(tenASecond.pass(third, SECOND)).isEqualTo(Duration.ofMillis(195));

        assertThat(tenASecond.pass(third, SECOND + 95_000_000)).isEqualTo(Duration.ofMillis(100));
        assertThat(tenASecond.pass(second, SECOND + 95_000_000)).isZero();
    }

    @Test
    void neverGoesFasterThanTheOperatorAllowsHoweverMuchIsServed() {
        for (int i = 0; i < 10_000; i++) {
            tenASecond.pass(first, i);
            tenASecond.answered(i);
        }

        assertThat(tenASecond.perSecond()).isEqualTo(10);
    }

    @Test
    void nobodyPassesBeforeTheTimeThatCrispNamed() {
        free.pass(first, 0);
        Duration pause = free.refused(0, Optional.of(Duration.ofSeconds(7)), 0);

        assertThat(pause).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8));
        assertThat(free.pass(first, 0)).isEqualTo(pause);
        assertThat(free.pass(second, 7 * SECOND)).isPositive();
        assertThat(free.pass(second, pause.toNanos())).isZero();
    }

    @Test
    void whoHadAPlaceBeforeThePauseTakesOneBehindIt() {
        tenASecond.pass(first, 0);
        tenASecond.pass(second, 0);
        Duration pause = tenASecond.refused(0, Optional.of(Duration.ofSeconds(7)), 0);

        assertThat(tenASecond.pass(second, 95_000_000)).isEqualTo(pause.minusMillis(95));
    }

    @Test
    void oneCallGoesAheadAndTheOthersAskAgainSoon() {
        long over = free.refused(0, Optional.empty(), 0).toNanos();

        assertThat(free.pass(first, over)).isZero();
        assertThat(free.pass(second, over)).isEqualTo(Duration.ofMillis(50));
        assertThat(free.answered(over)).as("the pause is over").isTrue();
        assertThat(free.pass(second, over + SECOND)).isZero();
    }

    @Test
    void anExhaustedQuotaIsTriedNowAndThenByOneCall() {
        long now = 0;
        int calls = 0;
        for (; now < 3_600 * SECOND; calls++) {
            free.refused(now, Optional.empty(), 0.5);
            for (Duration wait = free.pass(first, now); !wait.isZero(); wait = free.pass(first, now)) {
                now += wait.toNanos();
            }
        }

        assertThat(calls).isBetween(50, 110);
        assertThat(free.answered(now)).isTrue();
    }
}
