package dev.crispconnect.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
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
        assertThatIllegalArgumentException().isThrownBy(() -> Plan.of(LIMITED).times(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Plan.of(LIMITED).skipping(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.html(99));
        assertThatIllegalArgumentException().isThrownBy(() -> new Fault.Slow(Duration.ZERO));
    }

    @Test
    void theFirstSoManyPass() {
        plan.add(Plan.of(LIMITED).skipping(2).times(2));

        assertThat(next(5)).containsExactly(null, null, LIMITED, LIMITED, null);
    }

    @Test
    void aShareMayBeStruckALimitedNumberOfTimes() {
        plan.add(Plan.of(LIMITED).share(0.5, 1).times(3));

        assertThat(next(100).stream().filter(LIMITED::equals)).hasSize(3);
    }

    @Test
    void aTargetMayBeAConversationATokenOrAPath() {
        Request request = new Request("GET", "/c/{session_id}", "/v1/c/s1?page=2", "s1", "t1");

        assertThat(List.of(
                        Target.session("s1"),
                        Target.any().withToken("t1"),
                        Target.any().withPath("page=[0-9]"),
                        Target.method("GET").withSession("s1").withToken("t1")))
                .allSatisfy(target -> assertThat(struck(target, request)).isEqualTo(LIMITED));
        assertThat(List.of(
                        Target.session("s2"),
                        Target.any().withToken("t2"),
                        Target.any().withPath("page=[a-z]"),
                        Target.method("POST").withSession("s1")))
                .allSatisfy(target -> assertThat(struck(target, request)).isNull());
    }

    @Test
    void onePlanMayBeCancelledAndLeavesTheOthers() {
        long first = plan.add(Plan.of(LIMITED).always());
        plan.once(BROKEN);

        assertThat(plan.cancel(first)).isTrue();
        assertThat(plan.cancel(first)).isFalse();
        assertThat(next(2)).containsExactly(BROKEN, null);
    }

    @Test
    void whatIsPendingTellsHowOftenItStruck() {
        plan.times(3, LIMITED);
        next(1);

        assertThat(plan.pending()).singleElement().satisfies(pending -> {
            assertThat(pending.left()).isEqualTo(2);
            assertThat(pending.struck()).isEqualTo(1);
        });
        next(2);
        assertThat(plan.pending()).isEmpty();
    }

    @Test
    void aFaultOfListsLetsOtherRequestsPassUncounted() {
        plan.once(new Fault.Stale());

        assertThat(plan.next(request("POST", "/conversations"))).isNull();
        assertThat(plan.next(request("GET", "/conversations/{page}"))).isEqualTo(new Fault.Stale());
    }

    private static Fault struck(Target target, Request request) {
        FaultPlan plan = new FaultPlan();
        plan.once(target, LIMITED);
        return plan.next(request);
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
