package dev.crispconnect.sink.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long TENTH = SECOND / 10;

    private static Rate served(Rate rate, long fromNanos, int times, long everyNanos) {
        Rate next = rate;
        for (int i = 1; i <= times; i++) {
            next = next.answered(fromNanos + i * everyNanos, true);
        }
        return next;
    }

    @Test
    void isAnyNumberUntilTheFirstRefusal() {
        assertThat(served(Rate.first(0), 0, 10, TENTH).gapNanos()).isZero();
        assertThat(Rate.first(0).refused(SECOND).gapNanos()).isEqualTo(SECOND / 100);
    }

    @Test
    void staysWhenItIsNotUsedUp() {
        Rate rate = Rate.first(0).refused(0);

        assertThat(rate.answered(TENTH, false).answered(SECOND, false).perSecond())
                .isEqualTo(rate.perSecond());
    }

    @Test
    void isHalvedByARefusal() {
        Rate rate = served(Rate.first(0).refused(0), 0, 3, TENTH);

        assertThat(rate.refused(SECOND).perSecond()).isEqualTo(rate.perSecond() / 2);
    }

    @Test
    void returnsQuicklyToWhatWasServedAndNotToWhatWasTried() {
        Rate tried = new Rate(16, 16, Rate.Span.from(0), Rate.Served.NOTHING);
        Rate rate = served(tried, 0, 20, TENTH).refused(2 * SECOND);

        assertThat(rate.perSecond()).isEqualTo(8, within(0.5));
        assertThat(rate.goal()).isEqualTo(10, within(0.5));
        assertThat(served(rate, 2 * SECOND, 10, TENTH).perSecond()).isEqualTo(10, within(0.5));
    }

    @Test
    void isNotTakenForTheLittleThatWasServedBetweenTwoRefusalsInARow() {
        Rate settled = new Rate(10, 10, Rate.Span.from(0), Rate.Served.NOTHING);
        Rate once = served(settled, 0, 300, TENTH).refused(30 * SECOND);

        Rate twice = served(once, 31 * SECOND, 4, TENTH).refused(32 * SECOND);

        assertThat(once.goal()).isEqualTo(10, within(0.5));
        assertThat(twice.goal()).isGreaterThan(0.85 * once.goal());
    }

    @Test
    void forgetsWhatWasServedBeforeTheLimitFell() {
        Rate rate = served(new Rate(100, 100, Rate.Span.from(0), Rate.Served.NOTHING), 0, 3_000, SECOND / 100)
                .refused(30 * SECOND);
        for (int second = 31; second <= 120; second += 3) {
            rate = served(rate, second * SECOND, 10, TENTH).refused((second + 2) * SECOND);
        }

        assertThat(rate.goal()).isEqualTo(10 / 3.0, within(1.0));
    }

    @Test
    void isNotCutByRefusalsOfWhateverIsTried() {
        Rate once = Rate.first(0).refused(TENTH);
        Rate often = once;
        for (int i = 1; i < 1_000; i++) {
            often = often.refused(i * SECOND);
        }

        assertThat(often.perSecond()).isEqualTo(once.perSecond());
    }

    @Test
    void doesNotTakeLittleDemandForALittleLimit() {
        Rate idle = Rate.first(0).refused(TENTH).answered(10 * SECOND, false).refused(20 * SECOND);

        assertThat(idle.goal()).isGreaterThan(80);
    }

    @Test
    void growsSlowlyBeyondWhatWasServedAndFasterTheLongerNothingIsRefused() {
        Rate back = served(Rate.first(0).refused(TENTH), TENTH, 20, TENTH);
        Rate soon = served(back, 3 * SECOND, 50, TENTH);
        Rate late = served(soon, 8 * SECOND, 1_200, TENTH);

        assertThat(soon.perSecond() / back.perSecond()).isBetween(1.005, 1.05);
        assertThat(late.perSecond() / soon.perSecond()).isGreaterThan(1.5);
    }

    @Test
    void neverComesToAStandstill() {
        Rate rate = Rate.first(0);
        for (int i = 1; i < 100; i++) {
            rate = rate.refused(i * SECOND).answered(i * SECOND, true);
        }

        assertThat(rate.gapNanos()).isEqualTo(10 * SECOND);
    }
}
