package dev.crispconnect.simulator.switches;

import java.time.Duration;
import java.util.List;

/** Who may do what and how much, and what the cache in front does (Crisp API reference, sections 1, 2 and 10.1). */
public final class AccessSwitch {

    private static final int WEBSITE_REQUESTS_A_DAY = 10_000;
    private static final int PLUGIN_REQUESTS_A_DAY = 5_000;
    private static final int LAST_HOUR = 23;
    private static final Duration BLOOM_TTL = Duration.ofMinutes(10);
    private static final Duration SHORT_STALENESS = Duration.ofMillis(500);
    private static final int MEBIBYTE = 1_048_576;

    /** Something that is done or not. */
    public enum OffOn {
        OFF,
        ON
    }

    /** How a request over a limit is refused. */
    public enum RateLimitAnswer {
        /** 429 in the envelope, {@code rate_limited}. */
        ENVELOPE,
        /** 420 in the envelope. */
        STATUS_420,
        /** 429 with an HTML page. */
        HTML,
        /** 429 in the envelope, with {@code Retry-After} in seconds. */
        RETRY_AFTER,
        /** 429 in the envelope, with {@code Retry-After} as a date. */
        RETRY_AFTER_DATE
    }

    /** What a used up daily quota answers. */
    public enum QuotaAnswer {
        /** As any other limit. */
        RATE_LIMITED,
        /** 423 {@code quota_limit_exceeded}. */
        LOCKED
    }

    /** The cache in front of the API. */
    public enum Cache {
        /** There is none. */
        OFF,
        /** Answers are remembered until the data changes. */
        ON,
        /** Answers are remembered for a while after the data changed. */
        STALE
    }

    public static final Switch<OffOn> THINNED_BY_SCOPE = Switch.one(
            "thinned-by-scope", "whether a conversation lacks the fields that the token has no scope for", OffOn.OFF);

    public static final Switch<Plan> PLAN =
            Switch.one("plan", "what the workspace pays for: features, creation quota, participants", Plan.UNLIMITED);

    public static final Switch<Integer> RATE_LIMIT =
            Switch.number("rate-limit", "how many requests a second each token may make; 0 for no limit", 0);

    public static final Switch<RateLimitAnswer> RATE_LIMIT_ANSWER =
            Switch.one("rate-limit-answer", "how a request over a limit is refused", RateLimitAnswer.ENVELOPE);

    public static final Switch<OffOn> DAILY_QUOTA =
            Switch.one("daily-quota", "whether requests beyond the daily quota are refused", OffOn.OFF);

    public static final Switch<Integer> WEBSITE_QUOTA =
            Switch.number("website-quota", "requests a day of a website token", WEBSITE_REQUESTS_A_DAY);

    public static final Switch<Integer> PLUGIN_QUOTA =
            Switch.number("plugin-quota", "requests a day of all tokens of a plugin", PLUGIN_REQUESTS_A_DAY);

    public static final Switch<Integer> QUOTA_RESET_HOUR =
            Switch.between("quota-reset-hour", "the hour (UTC) at which the daily quota begins anew", 0, 0, LAST_HOUR);

    public static final Switch<QuotaAnswer> QUOTA_ANSWER =
            Switch.one("quota-answer", "what a used up daily quota answers", QuotaAnswer.RATE_LIMITED);

    public static final Switch<OffOn> QUOTA_COUNTS_CACHED =
            Switch.one("quota-counts-cached", "whether answers of the cache count as well", OffOn.OFF);

    public static final Switch<Cache> CACHE = Switch.one("cache", "what the cache in front does", Cache.OFF);

    public static final Switch<Duration> CACHE_TTL =
            Switch.millis("cache-ttl", "how long the cache remembers an answer at most", BLOOM_TTL);

    public static final Switch<Duration> STALE_FOR =
            Switch.millis("stale-for", "how long a stale cache goes on after a change", SHORT_STALENESS);

    public static final Switch<Integer> MAX_BODY =
            Switch.number("max-body", "the bytes a request body may have; more answer 413", MEBIBYTE);

    public static final Switch<Duration> DATE_SKEW =
            Switch.signedMillis("date-skew", "how far the Date header is ahead of the true time", Duration.ZERO);

    static final List<Switch<?>> ALL = List.of(
            THINNED_BY_SCOPE,
            PLAN,
            RATE_LIMIT,
            RATE_LIMIT_ANSWER,
            DAILY_QUOTA,
            WEBSITE_QUOTA,
            PLUGIN_QUOTA,
            QUOTA_RESET_HOUR,
            QUOTA_ANSWER,
            QUOTA_COUNTS_CACHED,
            CACHE,
            CACHE_TTL,
            STALE_FOR,
            MAX_BODY,
            DATE_SKEW);

    private AccessSwitch() {}
}
