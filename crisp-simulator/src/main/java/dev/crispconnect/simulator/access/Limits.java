package dev.crispconnect.simulator.access;

import dev.crispconnect.simulator.access.Limited.Kind;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.AccessSwitch.OffOn;
import dev.crispconnect.simulator.switches.AccessSwitch.QuotaAnswer;
import dev.crispconnect.simulator.switches.Switches;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much each token may do, and how much it did (Crisp API reference, section 2): a limit a second, counted for each token,
 * and a quota a day, counted for a website token or for a plugin. Both are off until {@link AccessSwitch} turns them on.
 * Thread-safe. The token may be null everywhere: callers without a good one share one limit and have no quota.
 */
public final class Limits {

    // no identifier is empty
    private static final String NOBODY = "";
    private static final String PLUGIN = "plugin";

    private final Switches switches;
    private final InstantSource clock;
    private final Map<String, Footprint> footprints = new ConcurrentHashMap<>();
    private final Map<String, DailyCount> days = new ConcurrentHashMap<>();
    private final CreationQuota creations;

    /** Nobody did anything yet. */
    public Limits(Switches switches, InstantSource clock) {
        this.switches = switches;
        this.clock = clock;
        this.creations = new CreationQuota(switches, clock);
    }

    /** Notes that a request came, to tell the early ones; counts for no limit. */
    public void arrived(Token token) {
        footprint(token).arrived(clock.instant());
    }

    /** Notes that the token was asked to wait until then. */
    public void askedToWait(Token token, Instant until) {
        footprint(token).askedToWait(until);
    }

    /** Counts a request for both limits, or says why it is refused. */
    public Optional<Limited> admit(Token token) {
        return rate(token).or(() -> quota(token)).map(limited -> announced(token, limited));
    }

    /** The same for a request that the cache answers: it meets the quota only, and that only by a switch. */
    public Optional<Limited> admitCached(Token token) {
        return switches.get(AccessSwitch.QUOTA_COUNTS_CACHED) == OffOn.ON
                ? quota(token).map(limited -> announced(token, limited))
                : Optional.empty();
    }

    /** What the token did and has left. */
    public Usage usage(Token token) {
        Footprint footprint = footprint(token);
        long used = day(token).used(clock.instant(), resetHour());
        long most = quotaOf(token);
        return new Usage(
                used,
                most == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(Math.max(0, most - used)),
                footprint.refusedByRate.sum(),
                footprint.refusedByQuota.sum(),
                footprint.earlyRetries.sum());
    }

    /** Today's count begins anew, as the owner of a plugin may do in the Marketplace. */
    public void resetQuota(Token token) {
        day(token).reset();
    }

    /** How fast conversations may be created. */
    public CreationQuota creations() {
        return creations;
    }

    /** Nobody did anything yet. */
    public void clear() {
        footprints.clear();
        days.clear();
        creations.clear();
    }

    private Optional<Limited> rate(Token token) {
        int perSecond = switches.get(AccessSwitch.RATE_LIMIT);
        if (perSecond == 0) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Duration wait = footprint(token).pace.take(perSecond, now);
        if (wait.isZero()) {
            return Optional.empty();
        }
        footprint(token).refusedByRate.increment();
        return Optional.of(new Limited(Kind.RATE, now, now.plus(wait)));
    }

    private Optional<Limited> quota(Token token) {
        Instant now = clock.instant();
        if (token == null || day(token).take(quotaOf(token), now, resetHour())) {
            return Optional.empty();
        }
        footprint(token).refusedByQuota.increment();
        return Optional.of(new Limited(Kind.QUOTA, now, DailyCount.nextReset(now, resetHour())));
    }

    private Limited announced(Token token, Limited limited) {
        if (limited.kind() == Kind.QUOTA && switches.get(AccessSwitch.QUOTA_ANSWER) == QuotaAnswer.LOCKED) {
            return limited;
        }
        switch (switches.get(AccessSwitch.RATE_LIMIT_ANSWER)) {
            case RETRY_AFTER -> askedToWait(token, limited.at().plusSeconds(limited.waitSeconds()));
            case RETRY_AFTER_DATE -> askedToWait(token, limited.untilSecond());
            case ENVELOPE, STATUS_420, HTML -> {}
        }
        return limited;
    }

    private long quotaOf(Token token) {
        if (token == null || switches.get(AccessSwitch.DAILY_QUOTA) == OffOn.OFF) {
            return Long.MAX_VALUE;
        }
        return switch (token.tier()) {
            case WEBSITE -> switches.get(AccessSwitch.WEBSITE_QUOTA);
            case PLUGIN -> switches.get(AccessSwitch.PLUGIN_QUOTA);
            case USER -> Long.MAX_VALUE;
        };
    }

    private int resetHour() {
        return switches.get(AccessSwitch.QUOTA_RESET_HOUR);
    }

    /** All plugin tokens belong to the one plugin there is. */
    private DailyCount day(Token token) {
        String holder = token == null ? NOBODY : token.tier() == Tier.PLUGIN ? PLUGIN : token.identifier();
        return days.computeIfAbsent(holder, name -> new DailyCount());
    }

    private Footprint footprint(Token token) {
        return footprints.computeIfAbsent(token == null ? NOBODY : token.identifier(), name -> new Footprint());
    }
}
