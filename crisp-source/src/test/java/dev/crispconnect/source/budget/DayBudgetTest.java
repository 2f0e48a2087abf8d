package dev.crispconnect.source.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crispconnect.source.budget.DayBudget.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayBudgetTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");
    private static final long TODAY = 20_778;
    private static final BudgetSettings TEN = new BudgetSettings(10, 30);
    private static final String INBOX = "inbox";
    private static final String PEOPLE = "people";

    private final DayBudget ten = new DayBudget(TEN, Map.of(), NOON);

    @Test
    void isOpenForAllUntilOnlyTheReserveIsLeft() {
        spend(ten, 6);
        assertThat(ten.closedUntil(Use.BACKFILL, NOON)).isEmpty();

        spend(ten, 1);
        assertThat(ten.closedUntil(Use.BACKFILL, NOON)).contains(MIDNIGHT);
        assertThat(ten.closedUntil(Use.LIVE, NOON)).isEmpty();
    }

    @Test
    void isClosedForAllWhenItIsSpent() {
        spend(ten, 10);

        assertThat(ten.closedUntil(Use.LIVE, NOON)).contains(MIDNIGHT);
        assertThat(ten.left(Use.BACKFILL, NOON)).isZero();
    }

    @Test
    void isWholeAgainAtMidnight() {
        spend(ten, 10);

        assertThat(ten.allows(Use.LIVE, MIDNIGHT.minusMillis(1))).isFalse();
        assertThat(ten.left(Use.LIVE, MIDNIGHT)).isEqualTo(10);
        assertThat(ten.left(Use.BACKFILL, MIDNIGHT)).isEqualTo(7);
    }

    @Test
    void countsWhatEachUnitSpentToday() {
        ten.spend(INBOX, NOON);
        assertThat(ten.spend(INBOX, NOON)).isEqualTo(new Spent(TODAY, 2));
        assertThat(ten.spend(PEOPLE, NOON)).isEqualTo(new Spent(TODAY, 1));
        assertThat(ten.spend(INBOX, MIDNIGHT)).isEqualTo(new Spent(TODAY + 1, 1));

        assertThat(ten.spentBy(INBOX)).isEqualTo(new Spent(TODAY + 1, 1));
        assertThat(ten.spentBy(PEOPLE)).isEqualTo(new Spent(TODAY + 1, 0));
        assertThat(ten.spentBy("directory")).isEqualTo(new Spent(TODAY + 1, 0));
    }

    @Test
    void remembersWhatWasSpentBeforeARestart() {
        DayBudget restored = new DayBudget(TEN, Map.of(INBOX, new Spent(TODAY, 5), PEOPLE, new Spent(TODAY, 3)), NOON);

        assertThat(restored.left(Use.LIVE, NOON)).isEqualTo(2);
        assertThat(restored.spend(INBOX, NOON)).isEqualTo(new Spent(TODAY, 6));
    }

    @Test
    void forgetsWhatWasSpentYesterday() {
        DayBudget restored = new DayBudget(TEN, Map.of(INBOX, new Spent(TODAY - 1, 10)), NOON);

        assertThat(restored.left(Use.LIVE, NOON)).isEqualTo(10);
    }

    @Test
    void givesNothingBackWhenTheClockIsSetBackOverMidnight() {
        spend(ten, 10, MIDNIGHT);
        assertThat(ten.closedUntil(Use.LIVE, NOON)).contains(MIDNIGHT.plus(Duration.ofDays(1)));

        DayBudget restored = new DayBudget(TEN, Map.of(INBOX, ten.spentBy(INBOX)), NOON);
        assertThat(restored.closedUntil(Use.LIVE, NOON)).contains(MIDNIGHT.plus(Duration.ofDays(1)));
    }

    @Test
    void isNotClosedForYearsByAClockThatWasYearsAhead() {
        spend(ten, 10, NOON.plus(Duration.ofDays(700)));
        assertThat(ten.closedUntil(Use.LIVE, NOON)).contains(MIDNIGHT);

        DayBudget restored = new DayBudget(TEN, Map.of(INBOX, new Spent(TODAY + 700, 4)), NOON);
        assertThat(restored.left(Use.LIVE, NOON)).isEqualTo(6);
        assertThat(restored.left(Use.LIVE, MIDNIGHT)).isEqualTo(10);
    }

    @Test
    void isBoundlessWithoutABound() {
        DayBudget none = new DayBudget(new BudgetSettings(0, 30), Map.of(), NOON);
        spend(none, 100_000);

        assertThat(none.left(Use.BACKFILL, NOON)).isEqualTo(Long.MAX_VALUE);
        assertThat(none.closedUntil(Use.LIVE, NOON)).isEmpty();
        assertThat(none.spentBy(INBOX).calls()).isEqualTo(100_000);
    }

    @Test
    void tellsWhatIsLeftForHowLong() {
        spend(ten, 4);

        assertThat(ten.outlook(NOON)).isEqualTo(new Outlook(10, 6, Duration.ofHours(12)));
    }

    @ParameterizedTest
    @CsvSource({"10, 30, 3", "10, 0, 0", "10, 31, 4", "10, 100, 10", "1, 1, 1", "0, 50, 0"})
    void roundsTheReserveUp(long perDay, int percent, long reserve) {
        assertThat(new BudgetSettings(perDay, percent).reserve()).isEqualTo(reserve);
    }

    @Test
    void isDividedByUnitsWithoutALoss() {
        assertThat(new BudgetSettings(10_000, 30).split(List.of(1, 1, 1))).containsExactly(3_333L, 3_333L, 3_334L);
        assertThat(new BudgetSettings(5_000, 30).split(List.of(3, 1))).containsExactly(3_750L, 1_250L);
        assertThat(new BudgetSettings(5_000, 30).split(List.of())).isEmpty();
    }

    @Test
    void isNeverDividedIntoNothingAsThatWouldBeNoBound() {
        assertThat(new BudgetSettings(2, 30).split(List.of(1, 1, 1))).containsExactly(1L, 1L, 1L);
        assertThat(new BudgetSettings(0, 30).split(List.of(2, 1))).containsExactly(0L, 0L);
    }

    @Test
    void numbersThatCannotBeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BudgetSettings(-1, 30));
        assertThatIllegalArgumentException().isThrownBy(() -> new BudgetSettings(1, 101));
        assertThatIllegalArgumentException().isThrownBy(() -> new Spent(TODAY, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Spent(TODAY, Long.MAX_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Outlook(1, 1, Duration.ZERO));
    }

    private static void spend(DayBudget budget, int calls) {
        spend(budget, calls, NOON);
    }

    private static void spend(DayBudget budget, int calls, Instant now) {
        for (int call = 0; call < calls; call++) {
            budget.spend(INBOX, now);
        }
    }

    @ParameterizedTest
    @CsvSource({"5000, 250, 4750", "10, 1, 9", "1, 1, 1", "0, 0, 0"})
    void aTwentiethIsForListingWebsites(long perDay, long listing, long rest) {
        BudgetSettings all = new BudgetSettings(perDay, 30);

        assertThat(all.forListing().requestsPerDay()).isEqualTo(listing);
        assertThat(all.besidesListing()).isEqualTo(new BudgetSettings(rest, 30));
    }
}
