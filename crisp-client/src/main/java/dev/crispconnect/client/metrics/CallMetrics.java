package dev.crispconnect.client.metrics;

import dev.crispconnect.client.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Counts calls to Crisp by route and outcome. Calls are the scarce resource. Safe for use by many threads. */
public final class CallMetrics implements CallObserver {

    private static final String ROUTE = "route";
    private static final String OUTCOME = "outcome";

    static final MetricSpec CALLS = MetricSpec.counter(
            "calls-total",
            "",
            "Calls to Crisp that ended, repetitions included. `route` is the method and the path with its parameters"
                    + " unfilled. `outcome`: `ok`; `cached` (answered well by the cache in front of Crisp, which costs no"
                    + " quota); `throttled` (420, 429); `unreachable` (no answer); `unavailable` (5xx and other passing"
                    + " refusals); `unreadable`; `missing`, `refused` (the object, the request); `denied` (401, 402, 403,"
                    + " not_subscribed); `cancelled`. Crisp does not say which failures it counts against the token's daily"
                    + " quota: expect all but `unreachable` and `cancelled`.",
            ROUTE,
            OUTCOME);

    static final MetricSpec CALL_TIME = MetricSpec.counter(
            "call-time-total",
            "ms",
            "Time these calls took, from being handed to the client to their end. Divided by calls-total: the average.",
            ROUTE,
            OUTCOME);

    /** What this counts. */
    public static final List<MetricSpec> ALL = List.of(CALLS, CALL_TIME);

    private final TaskMetrics metrics;

    public CallMetrics(TaskMetrics metrics) {
        this.metrics = metrics;
    }

    /** How many calls ended with which outcome. */
    public static Map<String, Long> totals(TaskMetrics metrics) {
        return metrics.totals(CALLS, OUTCOME);
    }

    @Override
    public void ended(Call<?> call, CallOutcome outcome, Duration took) {
        String route = call.route();
        String word = outcome.word();
        metrics.count(CALLS, route, word);
        metrics.add(CALL_TIME, took.toMillis(), route, word);
    }
}
