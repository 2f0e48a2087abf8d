package dev.crispconnect.client.metrics;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.CrispException;
import java.util.Locale;

/** How a call ended, in the classes of {@link CrispException}. */
public enum CallOutcome {
    OK,
    /** Answered well by the cache in front of Crisp, which costs no quota. */
    CACHED,
    UNREACHABLE,
    THROTTLED,
    UNAVAILABLE,
    UNREADABLE,
    MISSING,
    REFUSED,
    DENIED,
    /** Nobody waited for it any more. */
    CANCELLED;

    /** Its name in metrics and logs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether there was a good answer. */
    public boolean isGood() {
        return this == OK || this == CACHED;
    }

    static CallOutcome of(Answer<?> answer) {
        return answer.cached() ? CACHED : OK;
    }

    static CallOutcome of(Throwable failure) {
        if (failure instanceof CrispException.Unreachable) {
            return UNREACHABLE;
        }
        if (failure instanceof CrispException.Throttled) {
            return THROTTLED;
        }
        if (failure instanceof CrispException.Unavailable) {
            return UNAVAILABLE;
        }
        if (failure instanceof CrispException.Missing) {
            return MISSING;
        }
        if (failure instanceof CrispException.Refused) {
            return REFUSED;
        }
        if (failure instanceof CrispException.Denied) {
            return DENIED;
        }
        return failure instanceof CrispException ? UNREADABLE : CANCELLED;
    }
}
