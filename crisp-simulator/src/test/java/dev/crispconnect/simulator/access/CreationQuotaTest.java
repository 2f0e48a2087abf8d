package dev.crispconnect.simulator.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.ManualClock;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.Plan;
import dev.crispconnect.simulator.switches.Switches;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreationQuotaTest {

    private final ManualClock clock = new ManualClock(Site.START);
    private final Switches switches = new Switches();
    private final CreationQuota quota = new CreationQuota(switches, clock::now);

    @ParameterizedTest
    @CsvSource({"FREE, 10, 90", "MINI, 15, 60", "ESSENTIALS, 25, 60", "PLUS, 40, 60"})
    void aPlanAllowsSoManyInItsWindow(Plan plan, int most, int seconds) {
        switches.set(AccessSwitch.PLAN, plan);

        assertThat(taken("shop", 100)).isEqualTo(most);
        clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
        assertThat(taken("shop", 100)).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(taken("shop", 100)).isEqualTo(most);
    }

    @Test
    void theWindowSlides() {
        switches.set(AccessSwitch.PLAN, Plan.FREE);
        taken("shop", 4);
        clock.advance(Duration.ofSeconds(60));
        assertThat(taken("shop", 100)).isEqualTo(6);

        clock.advance(Duration.ofSeconds(30));

        assertThat(taken("shop", 100)).isEqualTo(4);
    }

    @Test
    void eachWebsiteHasItsOwn() {
        switches.set(AccessSwitch.PLAN, Plan.FREE);
        taken("shop", 100);

        assertThat(taken("forum", 100)).isEqualTo(10);
    }

    @Test
    void withoutAPlanThereIsNoQuota() {
        assertThat(taken("shop", 1_000)).isEqualTo(1_000);
    }

    private long taken(String websiteId, int attempts) {
        return IntStream.range(0, attempts).filter(i -> quota.take(websiteId)).count();
    }
}
