package dev.crispconnect.sink.delivery;

import java.util.Locale;

/** Why a record is refused, in kinds that can be counted. */
public enum Refusal {
    /** It is no command. */
    RECORD,
    /** Crisp does not take the request. */
    REQUEST,
    /** What it names does not exist. */
    MISSING,
    /** The workspace's plan does not include it. */
    PLAN,
    /** It was not served in time. */
    DEADLINE,
    /** An answer or the settings showed that it cannot be done. */
    IMPOSSIBLE;

    /** In one word, for metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
