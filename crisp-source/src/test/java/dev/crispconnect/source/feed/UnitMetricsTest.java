package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.source.position.Backfill;
import dev.crispconnect.source.position.Position;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnitMetricsTest {

    private static final long CRISPS_NOW = 1_000_000;

    private final ManualTime time = new ManualTime();
    private final UnitMetrics metrics = new UnitMetrics(time, () -> {}, feed -> {}, () -> {});

    @Test
    void nothingIsKnownUntilCrispHasAnswered() {
        assertThat(metrics.watermarkAgeMillis()).isNaN();
        assertThat(metrics.backfillAgeMillis()).isNaN();
        assertThat(metrics.backfillDone()).isZero();
    }

    @Test
    void agesAreTakenByCrispsClockWhateverOursSays() {
        metrics.reached(Position.first(CRISPS_NOW - 2_000, 0), CRISPS_NOW);
        assertThat(metrics.watermarkAgeMillis()).isEqualTo(2_000);

        time.jumpTo(time.now().plusSeconds(86_400));
        assertThat(metrics.watermarkAgeMillis()).isEqualTo(2_000);

        time.advance(Duration.ofSeconds(5));
        assertThat(metrics.watermarkAgeMillis()).isEqualTo(7_000);
    }

    @Test
    void theWalkThroughThePastShowsHowFarItHasCome() {
        Position first = Position.first(CRISPS_NOW, 0);
        metrics.reached(first, CRISPS_NOW);
        assertThat(metrics.backfillAgeMillis()).isNaN();

        metrics.reached(first.with(Backfill.NOT_STARTED.reached(CRISPS_NOW - 300_000, 1, 0)), CRISPS_NOW);
        assertThat(metrics.backfillAgeMillis()).isEqualTo(300_000);
        assertThat(metrics.backfillDone()).isZero();

        metrics.reached(first.with(Backfill.DONE), CRISPS_NOW);
        assertThat(metrics.backfillAgeMillis()).isNaN();
        assertThat(metrics.backfillDone()).isEqualTo(1);
    }
}
