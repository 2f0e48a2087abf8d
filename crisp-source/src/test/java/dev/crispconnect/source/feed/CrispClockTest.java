package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an answer proves about when its list was so. */
class CrispClockTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MOST_KEPT = CrispClock.MOST_KEPT;

    private final ManualTime time = new ManualTime();
    private final CrispClock clock = new CrispClock(time);

    @Test
    void aFreshListIsAsOfTheTimeThatItBears() {
        AsOf asOf = clock.read(fresh(NOON, NOON.minusSeconds(60)));

        assertThat(asOf).isEqualTo(new AsOf(millis(NOON), time.nanoTime(), false));
        assertThat(asOf.shows(millis(NOON) + 1)).isTrue();
        assertThat(asOf.madeAfter(time.nanoTime())).isTrue();
    }

    @Test
    void aListFromTheCacheShowsItsNewestChangeWhateverTimeItBears() {
        clock.read(fresh(NOON, NOON.minusSeconds(60)));
        time.advance(Duration.ofSeconds(100));

        for (Instant borne : List.of(NOON, NOON.plusSeconds(100))) {
            AsOf asOf = clock.read(cached(borne, NOON.plusSeconds(30)));

            assertThat(asOf.time()).isEqualTo(millis(NOON.plusSeconds(30)));
            assertThat(clock.now()).isEqualTo(millis(NOON.plusSeconds(100)));
            assertThat(asOf.shows(asOf.time())).isTrue();
            assertThat(asOf.shows(asOf.time() + 1)).isFalse();
            assertThat(asOf.madeAfter(time.nanoTime() - Duration.ofSeconds(72).toNanos()))
                    .isTrue();
            assertThat(asOf.madeAfter(time.nanoTime() - Duration.ofSeconds(71).toNanos()))
                    .isFalse();
        }
    }

    @Test
    void theCacheForgetsAfterAWhile() {
        clock.read(fresh(NOON, NOON.minusSeconds(60)));
        time.advance(Duration.ofHours(1));

        AsOf asOf = clock.read(cached(NOON.plusSeconds(3_600), NOON.minusSeconds(60)));

        assertThat(asOf.time()).isEqualTo(millis(NOON.plusSeconds(3_600).minus(MOST_KEPT)));
        assertThat(asOf.madeAfter(time.nanoTime() - MOST_KEPT.toNanos())).isTrue();
    }

    @Test
    void whereOnlyTheCacheHasAnsweredItsTimeMayBePast() {
        AsOf asOf = clock.read(cached(NOON, NOON.minusSeconds(5)));

        assertThat(asOf.time()).isEqualTo(millis(NOON.minusSeconds(5)));
        assertThat(clock.now()).isEqualTo(millis(NOON));
        assertThat(clock.latest()).isEqualTo(millis(NOON.plus(MOST_KEPT)));
        assertThat(asOf.madeAfter(time.nanoTime() - MOST_KEPT.toNanos() + 1)).isFalse();
    }

    @Test
    void anAnswerThatWaitedToBeReadDoesNotSetTheClockBackForWhatIsEmitted() {
        clock.read(fresh(NOON, NOON));
        time.advance(Duration.ofSeconds(30));
        clock.read(fresh(NOON.plusSeconds(10), NOON));

        assertThat(clock.now()).isEqualTo(millis(NOON.plusSeconds(10)));
        assertThat(clock.latest()).isGreaterThan(millis(NOON.plusSeconds(30)));
        time.advance(Duration.ofSeconds(30));
        assertThat(clock.latest()).isGreaterThan(millis(NOON.plusSeconds(60)));
    }

    @Test
    void aServerWhoseClockIsAheadOfAllOthersIsForgotten() {
        clock.read(fresh(NOON.plus(Duration.ofDays(1)), NOON));
        clock.read(fresh(NOON, NOON));
        assertThat(clock.now()).isEqualTo(millis(NOON));
        assertThat(clock.latest()).isGreaterThan(millis(NOON.plus(Duration.ofDays(1))));

        time.advance(Duration.ofMinutes(11));
        clock.read(fresh(NOON.plus(Duration.ofMinutes(11)), NOON));

        assertThat(clock.latest()).isLessThan(millis(NOON.plus(Duration.ofMinutes(12))));
    }

    @Test
    void withoutATimeTheNewestDateInTheListStandsInForIt() {
        Instant now = time.now();

        assertThat(clock.read(new ListPage<>(List.of(item(now.minusSeconds(3))), false, null, true)))
                .isEqualTo(new AsOf(millis(now.minusSeconds(3)), time.nanoTime(), false));
        assertThat(clock.read(new ListPage<>(List.of(item(now.plusSeconds(9))), false, null, false))
                        .time())
                .isEqualTo(millis(now));
    }

    private static ListPage<String> fresh(Instant borne, Instant newest) {
        return new ListPage<>(List.of(item(newest)), false, borne, false);
    }

    private static ListPage<String> cached(Instant borne, Instant newest) {
        return new ListPage<>(List.of(item(newest)), false, borne, true);
    }

    private static Item<String> item(Instant updatedAt) {
        return Item.of("a", updatedAt.minusSeconds(1), updatedAt, "a");
    }

    private static long millis(Instant instant) {
        return instant.toEpochMilli();
    }
}
