package dev.crispconnect.simulator.switches;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** How the REST API answers (Crisp API reference, section 10.1). */
public final class AnswerSwitch {

    /** A page past the last one. */
    public enum PastTheEnd {
        /** 200 with an empty list. */
        EMPTY,
        /** 404. */
        NOT_FOUND
    }

    /** When a list answers 206. */
    public enum Partial {
        /** When there is a further page. */
        WHEN_MORE,
        /** Always. */
        ALWAYS
    }

    /** A {@code per_page} outside 20 to 50. */
    public enum PerPageOutOfRange {
        /** 400 {@code invalid_data}. */
        REFUSE,
        /** The nearest allowed value. */
        CLAMP
    }

    /** Whether a message of the very time that bounds a window is in it. */
    public enum Bound {
        EXCLUSIVE,
        INCLUSIVE
    }

    /** Which messages after a time. */
    public enum AfterWindow {
        /** The first 40 after it. */
        FIRST,
        /** The newest 40 after it. */
        NEWEST
    }

    /** What a plan may leave out: 402. */
    public enum PlanFeature {
        /** {@code filter_date_start} and {@code filter_date_end} on conversations. */
        DATE_FILTERS,
        /** The other {@code filter_} parameters on conversations. */
        FILTERS,
        /** {@code search_query} on conversations. */
        SEARCH,
        /** Messages of the type {@code note}. */
        NOTES
    }

    /** What {@code properties} of a message that is sent do. */
    public enum MessageProperties {
        /** Kept with the message. */
        ACCEPT,
        /** 400 {@code invalid_data}, as one integrator met it. */
        REFUSE
    }

    /** Who may resolve, read and remove conversations in a batch. */
    public enum BatchTiers {
        /** Every token. */
        ALL,
        /** An operator's own session, as an older list of an official client says. */
        USER_ONLY
    }

    public static final Switch<PastTheEnd> PAST_THE_END =
            Switch.one("past-the-end", "what a page past the last one answers", PastTheEnd.EMPTY);

    public static final Switch<Partial> PARTIAL = Switch.one("partial", "when a list answers 206", Partial.WHEN_MORE);

    public static final Switch<PerPageOutOfRange> PER_PAGE_OUT_OF_RANGE =
            Switch.one("per-page-out-of-range", "what per_page outside 20 to 50 does", PerPageOutOfRange.REFUSE);

    public static final Switch<Bound> WINDOW_BOUND = Switch.one(
            "window-bound", "whether timestamp_before and timestamp_after include their own time", Bound.EXCLUSIVE);

    public static final Switch<AfterWindow> AFTER_WINDOW =
            Switch.one("after-window", "which 40 messages timestamp_after brings", AfterWindow.FIRST);

    public static final Switch<Integer> WRONG_TIER =
            Switch.between("wrong-tier", "the status for a tier that may not do this", 403, 400, 499);

    public static final Switch<Duration> VISIBILITY_DELAY =
            Switch.millis("visibility-delay", "how long after its 202 a sent message can be read", Duration.ZERO);

    public static final Switch<Set<PlanFeature>> REFUSED_BY_PLAN = Switch.some(
            "refused-by-plan", "what the workspace's plan does not include (402)", PlanFeature.class, Set.of());

    public static final Switch<MessageProperties> MESSAGE_PROPERTIES =
            Switch.one("message-properties", "what sending a message with properties does", MessageProperties.ACCEPT);

    public static final Switch<BatchTiers> BATCH_TIERS =
            Switch.one("batch-tiers", "who may resolve, read and remove in a batch", BatchTiers.ALL);

    public static final Switch<Integer> LONGEST_SEARCH = Switch.number(
            "longest-search", "how many characters search_query may have (400 search_query_too_long)", 4_096);

    static final List<Switch<?>> ALL = List.of(
            PAST_THE_END,
            PARTIAL,
            PER_PAGE_OUT_OF_RANGE,
            WINDOW_BOUND,
            AFTER_WINDOW,
            WRONG_TIER,
            VISIBILITY_DELAY,
            REFUSED_BY_PLAN,
            MESSAGE_PROPERTIES,
            BATCH_TIERS,
            LONGEST_SEARCH);

    private AnswerSwitch() {}
}
