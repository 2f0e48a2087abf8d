package dev.crispconnect.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

    private static final Fault LIMITED = Fault.status(429, "rate_limited");
    private static final Fault BROKEN = Fault.html(502);

    private final FaultPlan plan = new FaultPlan();

    @Test
    void withoutRulesNothingGoesWrong() {
        assertThat(plan.next(request("GET", "/a"))).isNull();
    }

    @Test
    void faultsComeInTheOrderInWhichTheyWereAdded() {
        plan.once(LIMITED);
        plan.times(2, BROKEN);

        assertThat(next(4)).containsExactly(LIMITED, BROKEN, BROKEN, null);
    }

    @Test
    void aTargetLeavesOtherRequestsAlone() {
        plan.once(Target.method("POST"), LIMITED);
        plan.once(Target.route("GET", "/b"), BROKEN);

        assertThat(plan.next(request("GET", "/a"))).isNull();
        assertThat(plan.next(request("GET", "/b"))).isEqualTo(BROKEN);
        assertThat(plan.next(request("POST", "/a"))).isEqualTo(LIMITED);
    }

    @Test
    void aRateStrikesItsShareAndTheSameRequestsForTheSameSeed() {
        plan.rate(0.10, 42, List.of(LIMITED, BROKEN));
        FaultPlan same = new FaultPlan();
        same.rate(0.10, 42, List.of(LIMITED, BROKEN));

        List<Fault> struck = next(10_000);

        assertThat(struck).isEqualTo(next(same, 10_000));
        assertThat(struck.stream().filter(fault -> fault != null).count()).isBetween(900L, 1_100L);
        assertThat(struck).contains(LIMITED, BROKEN);
    }

    @Test
    void whatIsAlwaysWrongEndsWhenThePlanIsCleared() {
        plan.always(Target.any(), LIMITED);
        List<Fault> before = next(3);
        plan.clear();

        assertThat(before).containsOnly(LIMITED);
        assertThat(next(1)).containsOnlyNulls();
    }

    @Test
    void aRateOutsideZeroToOneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> plan.rate(10, 1, List.of(LIMITED)));
        assertThatIllegalArgumentException().isThrownBy(() -> plan.rate(0.1, 1, List.of()));
    }

    private List<Fault> next(int count) {
        return next(plan, count);
    }

    private static List<Fault> next(FaultPlan plan, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> plan.next(request("GET", "/a")))
                .collect(Collectors.toList());
    }

    private static Request request(String method, String template) {
        return new Request(method, template, template, null, null);
    }
}
