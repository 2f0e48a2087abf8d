package dev.crispconnect.source.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.source.budget.Forecast.Supply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final Duration UNTIL_NEW_DAY = Duration.ofHours(6);
    private static final Supply PLENTY = new Supply(Long.MAX_VALUE, Long.MAX_VALUE, UNTIL_NEW_DAY);

    @Test
    void withoutABudgetCallsTakeAsLongAsTheyTake() {
        assertThat(new Forecast(PLENTY, 1, 200).of(1_000)).contains(Duration.ofSeconds(200));
    }

    @Test
    void whoSharesTheThreadWaitsForTheOthers() {
        assertThat(new Forecast(PLENTY, 0.5, 200).of(1_000)).contains(Duration.ofSeconds(400));
    }

    @Test
    void whatTheDayHasNoCallsForWaitsForMidnight() {
        Forecast forecast = new Forecast(new Supply(1_000, 400, UNTIL_NEW_DAY), 1, 0);

        assertThat(forecast.of(400)).contains(Duration.ZERO);
        assertThat(forecast.of(401)).contains(UNTIL_NEW_DAY);
        assertThat(forecast.of(1_400)).contains(UNTIL_NEW_DAY);
        assertThat(forecast.of(1_401)).contains(UNTIL_NEW_DAY.plusDays(1));
        assertThat(forecast.of(3_401)).contains(UNTIL_NEW_DAY.plusDays(3));
    }

    @Test
    void ofTheDaysCallsOnlyTheShareCounts() {
        Forecast forecast = new Forecast(new Supply(1_000, 400, UNTIL_NEW_DAY), 0.5, 0);

        assertThat(forecast.of(201)).contains(UNTIL_NEW_DAY);
        assertThat(forecast.of(701)).contains(UNTIL_NEW_DAY.plusDays(1));
        assertThat(forecast.callsPerDay()).isEqualTo(500);
    }

    @Test
    void aBudgetThatLeavesNothingToThePastHasNoEnd() {
        assertThat(new Forecast(new Supply(0, 0, UNTIL_NEW_DAY), 1, 100).of(1)).isEmpty();
    }

    @Test
    void slowCallsMayTakeLongerThanTheBudgetMakesThem() {
        Forecast forecast = new Forecast(new Supply(1_000_000, 1_000_000, UNTIL_NEW_DAY), 1, 1_000);

        assertThat(forecast.of(900_000)).contains(Duration.ofSeconds(900_000));
        assertThat(forecast.callsPerDay()).isEqualTo(86_400);
    }
}
