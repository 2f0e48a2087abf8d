package dev.crispconnect.client.json;

import java.util.Optional;

/** Why a text is not acceptable as JSON. Says where and what, never what was read; carries no stack trace. */
public final class JsonTextException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;

    JsonTextException(String problem) {
        this(null, problem);
    }

    JsonTextException(String field, String problem) {
        super(problem, null, false, false);
        this.field = field;
    }

    /** The field that is wrong, as the text names it; empty when the text as a whole is. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }
}
