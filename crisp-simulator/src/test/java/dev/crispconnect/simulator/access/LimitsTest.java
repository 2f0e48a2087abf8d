package dev.crispconnect.simulator.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.ManualClock;
import dev.crispconnect.simulator.access.Limited.Kind;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.AccessSwitch.OffOn;
import dev.crispconnect.simulator.switches.AccessSwitch.QuotaAnswer;
import dev.crispconnect.simulator.switches.AccessSwitch.RateLimitAnswer;
import dev.crispconnect.simulator.switches.Switches;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Instant START = Instant.parse("2026-03-02T21:59:58.250Z");

    private final ManualClock clock = new ManualClock(START);
    private final Switches switches = new Switches();
    private final Limits limits = new Limits(switches, clock::now);
    private final Token website = Token.seeded(1, Tier.WEBSITE);
    private final Token plugin = Token.seeded(1, Tier.PLUGIN);
    private final Token otherPluginToken = Token.seeded(2, Tier.PLUGIN);

    @Test
    void nothingIsLimitedByDefaultButEverythingIsCounted() {
        assertThat(admitted(website, 20_000)).isEqualTo(20_000);
        assertThat(limits.usage(website).used()).isEqualTo(20_000);
        assertThat(limits.usage(website).left()).isEmpty();
    }

    @Test
    void soManyPassWithinASecondAndMoreAsTimeGoesOn() {
        switches.set(AccessSwitch.RATE_LIMIT, 5);

        assertThat(admitted(website, 20)).isEqualTo(5);
        clock.advance(Duration.ofMillis(200));
        assertThat(admitted(website, 20)).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        assertThat(admitted(website, 20)).isEqualTo(5);
        assertThat(limits.usage(website).refusedByRate()).isEqualTo(15 + 19 + 15);
    }

    @Test
    void theRateIsCountedForEachTokenAndForThoseWithoutOneTogether() {
        switches.set(AccessSwitch.RATE_LIMIT, 2);

        assertThat(admitted(website, 3)).isEqualTo(2);
        assertThat(admitted(plugin, 3)).isEqualTo(2);
        assertThat(admitted(otherPluginToken, 3)).isEqualTo(2);
        assertThat(admitted(null, 3)).isEqualTo(2);
    }

    @Test
    void theRateMayChangeAtAnyTime() {
        switches.set(AccessSwitch.RATE_LIMIT, 1);
        assertThat(admitted(website, 3)).isEqualTo(1);

        switches.set(AccessSwitch.RATE_LIMIT, 0);

        assertThat(admitted(website, 3)).isEqualTo(3);
    }

    @Test
    void aClockPutBackLocksNobodyOut() {
        switches.set(AccessSwitch.RATE_LIMIT, 2);
        assertThat(admitted(website, 3)).isEqualTo(2);

        clock.advance(Duration.ofDays(-1));

        assertThat(admitted(website, 3)).isEqualTo(2);
    }

    @Test
    void aRefusalSaysHowLongToWait() {
        switches.set(AccessSwitch.RATE_LIMIT, 1);
        limits.admit(website);
        clock.advance(Duration.ofMillis(400));

        Limited limited = limits.admit(website).orElseThrow();

        assertThat(limited.kind()).isEqualTo(Kind.RATE);
        assertThat(limited.until()).isEqualTo(START.plusSeconds(1));
        assertThat(limited.waitSeconds()).isEqualTo(1);
        assertThat(limited.untilSecond()).isEqualTo("2026-03-02T22:00:00Z");
    }

    @Test
    void theQuotaOfAWebsiteTokenIsItsOwn() {
        quota(3, 2);

        assertThat(admitted(website, 10)).isEqualTo(3);
        assertThat(limits.usage(website)).satisfies(usage -> {
            assertThat(usage.used()).isEqualTo(3);
            assertThat(usage.left()).hasValue(0);
            assertThat(usage.refusedByQuota()).isEqualTo(7);
        });
    }

    @Test
    void theTokensOfAPluginShareItsQuota() {
        quota(3, 4);

        assertThat(admitted(plugin, 3)).isEqualTo(3);
        assertThat(admitted(otherPluginToken, 3)).isEqualTo(1);
        assertThat(limits.usage(plugin).left()).hasValue(0);
    }

    @Test
    void callersWithoutATokenAndUsersHaveNoQuota() {
        quota(1, 1);

        assertThat(admitted(null, 5)).isEqualTo(5);
        assertThat(admitted(Token.seeded(1, Tier.USER), 5)).isEqualTo(5);
    }

    @Test
    void theDayBeginsAnewAtTheSetHour() {
        quota(1, 1);
        switches.set(AccessSwitch.QUOTA_RESET_HOUR, 22);
        limits.admit(website);

        assertThat(limits.admit(website))
                .get()
                .extracting(Limited::kind, Limited::until)
                .containsExactly(Kind.QUOTA, Instant.parse("2026-03-02T22:00:00Z"));
        clock.set(Instant.parse("2026-03-02T21:59:59.999Z"));
        assertThat(admitted(website, 1)).isZero();
        clock.set(Instant.parse("2026-03-02T22:00:00Z"));
        assertThat(limits.usage(website).left()).hasValue(1);
        assertThat(admitted(website, 2)).isEqualTo(1);
    }

    @Test
    void theCounterCanBeResetByHand() {
        quota(1, 1);
        assertThat(admitted(plugin, 2)).isEqualTo(1);

        limits.resetQuota(plugin);

        assertThat(admitted(plugin, 2)).isEqualTo(1);
    }

    @Test
    void whatTheRateRefusesDoesNotCountForTheQuota() {
        quota(10, 10);
        switches.set(AccessSwitch.RATE_LIMIT, 2);
        admitted(website, 5);

        assertThat(limits.usage(website).used()).isEqualTo(2);
    }

    @Test
    void cachedAnswersCountForTheQuotaByASwitchOnly() {
        quota(1, 1);
        assertThat(limits.admitCached(website)).isEmpty();
        assertThat(limits.admitCached(website)).isEmpty();
        assertThat(limits.usage(website).used()).isZero();

        switches.set(AccessSwitch.QUOTA_COUNTS_CACHED, OffOn.ON);

        assertThat(limits.admitCached(website)).isEmpty();
        assertThat(limits.admitCached(website)).isPresent();
    }

    @Test
    void aRequestBeforeTheAnnouncedTimeIsAnEarlyRetry() {
        switches.set(AccessSwitch.RATE_LIMIT, 1);
        switches.set(AccessSwitch.RATE_LIMIT_ANSWER, RateLimitAnswer.RETRY_AFTER);
        admitted(website, 2);

        assertThat(earlyAfter(Duration.ofMillis(999))).isEqualTo(1);
        assertThat(earlyAfter(Duration.ofMillis(1))).isEqualTo(1);
    }

    @Test
    void anAnnouncedDateIsAWholeSecond() {
        switches.set(AccessSwitch.RATE_LIMIT, 1);
        switches.set(AccessSwitch.RATE_LIMIT_ANSWER, RateLimitAnswer.RETRY_AFTER_DATE);
        admitted(website, 2);

        assertThat(earlyAfter(Duration.ofMillis(1_749))).isEqualTo(1);
        assertThat(earlyAfter(Duration.ofMillis(1))).isEqualTo(1);
    }

    @Test
    void whereNoTimeWasAnnouncedNobodyIsEarly() {
        switches.set(AccessSwitch.RATE_LIMIT, 1);
        admitted(website, 2);

        assertThat(earlyAfter(Duration.ZERO)).isZero();
    }

    @Test
    void aLockedQuotaAnnouncesNoTime() {
        quota(1, 1);
        switches.set(AccessSwitch.RATE_LIMIT_ANSWER, RateLimitAnswer.RETRY_AFTER);
        switches.set(AccessSwitch.QUOTA_ANSWER, QuotaAnswer.LOCKED);
        admitted(website, 2);

        assertThat(earlyAfter(Duration.ZERO)).isZero();
    }

    private long earlyAfter(Duration wait) {
        clock.advance(wait);
        limits.arrived(website);
        return limits.usage(website).earlyRetries();
    }

    private void quota(int ofWebsite, int ofPlugin) {
        switches.set(AccessSwitch.DAILY_QUOTA, OffOn.ON);
        switches.set(AccessSwitch.WEBSITE_QUOTA, ofWebsite);
        switches.set(AccessSwitch.PLUGIN_QUOTA, ofPlugin);
    }

    private long admitted(Token token, int requests) {
        return IntStream.range(0, requests)
                .mapToObj(i -> limits.admit(token))
                .filter(Optional::isEmpty)
                .count();
    }
}
