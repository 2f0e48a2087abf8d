package dev.crispconnect.client.metrics;

import dev.crispconnect.client.CrispException;
import java.util.Locale;

/** How a call ended, in the classes of {@link CrispException}. */
public enum CallOutcome {
    OK,
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

    /** @param failure null for a good answer */
    static CallOutcome of(Throwable failure) {
        if (failure == null) {
            return OK;
        }
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
