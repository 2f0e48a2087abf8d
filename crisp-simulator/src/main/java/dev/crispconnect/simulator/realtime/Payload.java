package dev.crispconnect.simulator.realtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The argument of what a client emits, whose fields may be missing or of the wrong type. */
record Payload(Map<?, ?> fields) {

    /** @throws UnauthorizedException when it is no object */
    static Payload of(Object argument) {
        if (argument instanceof Map<?, ?> fields) {
            return new Payload(fields);
        }
        throw new UnauthorizedException("data should be object");
    }

    boolean has(String field) {
        return fields.get(field) != null;
    }

    /** @throws UnauthorizedException when it is missing or no string */
    String text(String field) {
        if (fields.get(field) instanceof String text) {
            return text;
        }
        throw new UnauthorizedException("data." + field + " should be string");
    }

    /**
     * Empty when it is missing.
     *
     * @throws UnauthorizedException when it is no array of strings
     */
    Set<String> texts(String field) {
        if (!has(field)) {
            return Set.of();
        }
        Set<String> texts = new LinkedHashSet<>();
        if (fields.get(field) instanceof List<?> list) {
            for (Object element : list) {
                if (!(element instanceof String text)) {
                    throw new UnauthorizedException("data." + field + "[] should be string");
                }
                texts.add(text);
            }
            return texts;
        }
        throw new UnauthorizedException("data." + field + " should be array");
    }
}
