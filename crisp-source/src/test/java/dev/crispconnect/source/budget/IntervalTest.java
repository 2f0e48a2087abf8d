package dev.crispconnect.source.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z");
    private static final Instant NEXT = Instant.parse("2026-11-22T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final String UNIT = "unit";

    @ParameterizedTest
    @CsvSource({
        "INBOX_POLL,   10000, 2, 43200",
        "INBOX_POLL,   10000, 1, 21600",
        "INBOX_POLL,   5000, 20, 864000",
        "INBOX_POLL,   100000, 1, 15000",
        "INBOX_POLL,   10, 1, 3600000",
        "PEOPLE_POLL,  10000, 1, 60000",
        "PEOPLE_POLL,  10000, 3, 64800",
        "REFRESH,      10000, 2, 69120",
        "REFRESH,      100000, 1, 5000",
        "INBOX_AUDIT,  10000, 2, 600000",
        "INBOX_AUDIT,  500, 1, 1728000",
        "PEOPLE_AUDIT, 10000, 2, 1800000",
        "PEOPLE_AUDIT, 1, 1, 43200000"
    })
    void spendsItsShareOfAFreshDay(Interval interval, long perDay, int units, long millis) {
        assertThat(interval.under(new Outlook(perDay, perDay, DAY), units)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"5000, 43200", "2500, 86400", "1000, 216000", "0, 3600000", "10000, 43200"})
    void slowsDownWhenLessIsLeftThanShouldBeAndDoesNotHurryWhenMoreIs(long left, long millis) {
        Outlook noon = new Outlook(10_000, left, Duration.ofHours(12));

        assertThat(Interval.INBOX_POLL.under(noon, 2)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"600, 600", "20, 20", "1, 15"})
    void endsWithTheDay(long secondsLeft, long seconds) {
        Outlook late = new Outlook(10_000, 0, Duration.ofSeconds(secondsLeft));

        assertThat(Interval.INBOX_POLL.under(late, 2)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"INBOX_POLL, 15", "PEOPLE_POLL, 60", "REFRESH, 5", "INBOX_AUDIT, 600", "PEOPLE_AUDIT, 1800"})
    void isTheShortestWithoutABound(Interval interval, long seconds) {
        assertThat(interval.under(new Outlook(0, Long.MAX_VALUE, DAY), 7)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000, 5_000, 10_000, 1_000_000})
    void anIdleDayOfAWebsiteInRealtimeCostsLessThanThreeHundredCalls(long perDay) {
        DayBudget budget = new DayBudget(new BudgetSettings(perDay, 30), Map.of(), MIDNIGHT);

        assertThat(follow(Interval.INBOX_AUDIT, budget, 2) + follow(Interval.PEOPLE_AUDIT, budget, 2))
                .isLessThan(200);
    }

    @Property(tries = 300)
    void spendsNoMoreThanItsShareOfADay(
            @ForAll Interval interval,
            @ForAll @IntRange(min = 1, max = 20_000) int perDay,
            @ForAll @IntRange(min = 1, max = 30) int units,
            @ForAll long seed,
            @ForAll @IntRange(max = 100) int busy) {
        DayBudget budget = new DayBudget(new BudgetSettings(perDay, 30), Map.of(), MIDNIGHT);
        double share = perDay * interval.sharePercent() / 100.0 / units;
        double slowest = (double) DAY.toMillis() / interval.longest().toMillis();

        long looks = follow(interval, budget, units, new Random(seed), busy);

        // one at the beginning of the day, and one at its very end
        assertThat(looks).isLessThanOrEqualTo((long) Math.max(share, slowest) + 2);
    }

    @Property
    void isWithinItsBounds(
            @ForAll Interval interval,
            @ForAll @LongRange(min = 1, max = 1_000_000) long perDay,
            @ForAll @LongRange(max = 1_000_000) long left,
            @ForAll @LongRange(min = 1, max = 172_800_000) long untilMillis,
            @ForAll @IntRange(min = 1, max = 1_000) int units) {
        Outlook outlook = new Outlook(perDay, left, Duration.ofMillis(untilMillis));

        assertThat(interval.under(outlook, units)).isBetween(interval.shortest(), interval.longest());
    }

    @Property
    void isNoLongerWithMoreCallsNorShorterWithMoreTimeOrUnits(
            @ForAll Interval interval,
            @ForAll @LongRange(min = 1, max = 20_000) long perDay,
            @ForAll @LongRange(max = 20_000) long left,
            @ForAll @LongRange(min = 1, max = 86_400_000) long untilMillis,
            @ForAll @IntRange(min = 1, max = 30) int units,
            @ForAll @IntRange(min = 1, max = 20_000) int more) {
        Duration until = Duration.ofMillis(untilMillis);
        Duration before = interval.under(new Outlook(perDay, left, until), units);

        assertThat(interval.under(new Outlook(perDay, left + more, until), units))
                .isLessThanOrEqualTo(before);
        assertThat(interval.under(new Outlook(perDay + more, left, until), units))
                .isLessThanOrEqualTo(before);
        assertThat(interval.under(new Outlook(perDay, left, until.plusMillis(more)), units))
                .isGreaterThanOrEqualTo(before);
        assertThat(interval.under(new Outlook(perDay, left, until), units + more))
                .isGreaterThanOrEqualTo(before);
    }

    private static long follow(Interval interval, DayBudget budget, int units) {
        return follow(interval, budget, units, new Random(0), 0);
    }

    /** Looks all day at the derived intervals, and between looks spends on other things: so many calls in a hundred looks. */
    private static long follow(Interval interval, DayBudget budget, int units, Random random, int others) {
        long looks = 0;
        for (Instant now = MIDNIGHT; now.isBefore(NEXT); now = now.plus(interval.under(budget.outlook(now), units))) {
            if (budget.allows(DayBudget.Use.LIVE, now)) {
                budget.spend(UNIT, now);
                looks++;
            }
            if (random.nextInt(100) < others && budget.allows(DayBudget.Use.LIVE, now)) {
                budget.spend(UNIT, now);
            }
        }
        return looks;
    }

    @ParameterizedTest
    @CsvSource({"250, 2, 691", "2, 2, 86400", "1, 2, 86400", "0, 2, 86400", "7, 2, 28800"})
    void whatCostsSoMuchIsSoFarApartThatItLastsAllDay(long left, long each, long seconds) {
        assertThat(new Outlook(250, left, DAY).apart(each).toSeconds()).isEqualTo(seconds);
    }

    @Test
    void nothingHasToBeApartWithoutABound() {
        assertThat(new Outlook(0, Long.MAX_VALUE, DAY).apart(5)).isZero();
    }
}
