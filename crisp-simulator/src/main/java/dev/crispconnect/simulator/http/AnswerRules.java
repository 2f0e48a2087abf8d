package dev.crispconnect.simulator.http;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * How the API answers where nobody knows how Crisp does (Crisp API reference, section 10.1): our choice, each to be
 * changed.
 *
 * @param pastTheEnd a page past the last one
 * @param partial when a list answers 206
 * @param perPageOutOfRange a {@code per_page} outside 20 to 50
 * @param beforeIsInclusive whether {@code timestamp_before} and {@code timestamp_after} bring a message of that very time
 * @param afterTakesNewest whether {@code timestamp_after} brings the newest 40 after the time rather than the first 40
 * @param wrongTier status for a tier that may not do this
 * @param visibilityDelay how long after its 202 a sent message can be read
 * @param refusedByPlan what the workspace's plan does not include (402)
 */
public record AnswerRules(
        PastTheEnd pastTheEnd,
        Partial partial,
        PerPageOutOfRange perPageOutOfRange,
        boolean beforeIsInclusive,
        boolean afterTakesNewest,
        int wrongTier,
        Duration visibilityDelay,
        Set<PlanFeature> refusedByPlan) {

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

    /** What a plan may leave out. */
    public enum PlanFeature {
        /** {@code filter_date_start} and {@code filter_date_end} on conversations. */
        DATE_FILTERS,
        /** The other {@code filter_} parameters on conversations. */
        FILTERS,
        /** Messages of the type {@code note}. */
        NOTES
    }

    public AnswerRules {
        Objects.requireNonNull(pastTheEnd, "pastTheEnd");
        Objects.requireNonNull(partial, "partial");
        Objects.requireNonNull(perPageOutOfRange, "perPageOutOfRange");
        Objects.requireNonNull(visibilityDelay, "visibilityDelay");
        refusedByPlan = Set.copyOf(refusedByPlan);
    }

    /** What we choose. */
    public static AnswerRules defaults() {
        return new AnswerRules(
                PastTheEnd.EMPTY,
                Partial.WHEN_MORE,
                PerPageOutOfRange.REFUSE,
                false,
                false,
                403,
                Duration.ZERO,
                Set.of());
    }

    /** The same rules, this answer to a page past the end. */
    public AnswerRules withPastTheEnd(PastTheEnd newPastTheEnd) {
        return new AnswerRules(
                newPastTheEnd,
                partial,
                perPageOutOfRange,
                beforeIsInclusive,
                afterTakesNewest,
                wrongTier,
                visibilityDelay,
                refusedByPlan);
    }

    /** The same rules, this use of 206. */
    public AnswerRules withPartial(Partial newPartial) {
        return new AnswerRules(
                pastTheEnd,
                newPartial,
                perPageOutOfRange,
                beforeIsInclusive,
                afterTakesNewest,
                wrongTier,
                visibilityDelay,
                refusedByPlan);
    }

    /** The same rules, this answer to a page size out of range. */
    public AnswerRules withPerPageOutOfRange(PerPageOutOfRange newPerPageOutOfRange) {
        return new AnswerRules(
                pastTheEnd,
                partial,
                newPerPageOutOfRange,
                beforeIsInclusive,
                afterTakesNewest,
                wrongTier,
                visibilityDelay,
                refusedByPlan);
    }

    /** The same rules, the bounds of message windows inclusive, or not. */
    public AnswerRules withBeforeIsInclusive(boolean newBeforeIsInclusive) {
        return new AnswerRules(
                pastTheEnd,
                partial,
                perPageOutOfRange,
                newBeforeIsInclusive,
                afterTakesNewest,
                wrongTier,
                visibilityDelay,
                refusedByPlan);
    }

    /** The same rules, {@code timestamp_after} bringing the newest, or the first. */
    public AnswerRules withAfterTakesNewest(boolean newAfterTakesNewest) {
        return new AnswerRules(
                pastTheEnd,
                partial,
                perPageOutOfRange,
                beforeIsInclusive,
                newAfterTakesNewest,
                wrongTier,
                visibilityDelay,
                refusedByPlan);
    }

    /** The same rules, this status for a wrong tier. */
    public AnswerRules withWrongTier(int newWrongTier) {
        return new AnswerRules(
                pastTheEnd,
                partial,
                perPageOutOfRange,
                beforeIsInclusive,
                afterTakesNewest,
                newWrongTier,
                visibilityDelay,
                refusedByPlan);
    }

    /** The same rules, sent messages readable this much later. */
    public AnswerRules withVisibilityDelay(Duration newVisibilityDelay) {
        return new AnswerRules(
                pastTheEnd,
                partial,
                perPageOutOfRange,
                beforeIsInclusive,
                afterTakesNewest,
                wrongTier,
                newVisibilityDelay,
                refusedByPlan);
    }

    /** The same rules, a plan without these. */
    public AnswerRules withRefusedByPlan(Set<PlanFeature> newRefusedByPlan) {
        return new AnswerRules(
                pastTheEnd,
                partial,
                perPageOutOfRange,
                beforeIsInclusive,
                afterTakesNewest,
                wrongTier,
                visibilityDelay,
                newRefusedByPlan);
    }
}
