package dev.crispconnect.simulator.workspace;

import java.util.Locale;

/** There is no such object in the workspace. Carries no stack trace, as it is an everyday answer. */
public final class AbsentException extends RuntimeException {

    /** Kinds of object. */
    public enum Kind {
        CONVERSATION,
        MESSAGE,
        ORIGINAL,
        PEOPLE,
        VERIFICATION,
        BROWSING,
        CALL,
        SUGGESTION,
        OPERATOR,
        INBOX,
        VISITOR
    }

    private final Kind kind;

    AbsentException(Kind kind, String id) {
        super("no such " + kind.name().toLowerCase(Locale.ROOT) + ": " + id, null, false, false);
        this.kind = kind;
    }

    /** What is absent. */
    public Kind kind() {
        return kind;
    }
}
