package dev.crispconnect.source;

import dev.crispconnect.client.Call;
import dev.crispconnect.client.metrics.CallObserver;
import dev.crispconnect.client.metrics.CallOutcome;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.budget.BudgetSettings;
import dev.crispconnect.source.budget.DayBudget;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What listing the websites that installed the plugin may cost a day. Told of each call as it ends. Lost with the connector:
 * whoever restarts it may have them listed once more.
 *
 * <p>For the one thread that lists.
 */
final class ListingBudget implements CallObserver {

    private static final Logger LOG = LoggerFactory.getLogger(ListingBudget.class);
    private static final String LISTING = "listing";

    private final DayBudget budget;
    private final Time time;

    /** Calls of the last listing, or of the one that is being made. */
    private long cost;

    private boolean warned;

    ListingBudget(BudgetSettings settings, Time time) {
        this.budget = new DayBudget(settings.forListing(), Map.of(), time.now());
        this.time = time;
    }

    /** How long to wait for the next listing: so long, or longer where the day's calls would not last. */
    Duration stretched(Duration interval) {
        Duration apart = cost == 0 ? Duration.ZERO : budget.outlook(time.now()).apart(cost);
        if (apart.compareTo(interval) <= 0) {
            return interval;
        }
        if (!warned) {
            warned = true;
            LOG.warn(
                    "The websites that installed the plugin are listed less often than {} says, as that would spend more"
                            + " than its part of the day's calls. Nothing else is affected; a new website is found that much"
                            + " later. Raise quota.requests.per.day if Crisp grants more: callsForEach={} nextInMs={}",
                    SourceSettings.DISCOVERY_INTERVAL_MS,
                    cost,
                    apart.toMillis());
        }
        return apart;
    }

    /** A listing begins. */
    void begins() {
        cost = 0;
    }

    @Override
    public void ended(Call<?> call, CallOutcome outcome, Duration took) {
        if (outcome != CallOutcome.CACHED) {
            cost++;
            budget.spend(LISTING, time.now());
        }
    }
}
