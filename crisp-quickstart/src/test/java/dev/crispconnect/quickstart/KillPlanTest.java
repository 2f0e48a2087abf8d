package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KillPlanTest {
    private static final List<String> POINTS = List.of("a", "b", "c", "d", "e");

    @Test
    void fewKillsAreSpreadOverThePoints() {
        assertThat(new KillPlan(2, 1).rounds(POINTS)).containsExactly(List.of("a", "c"));
    }

    @Test
    void manyKillsGoThroughAllPointsInWholeRounds() {
        assertThat(new KillPlan(11, 1).rounds(POINTS)).hasSize(3).containsOnly(POINTS);
        assertThat(new KillPlan(10, 1).rounds(POINTS)).hasSize(2).containsOnly(POINTS);
    }
}
