package dev.crispconnect.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a request, in the order in which they were given. Used by one thread, while a call is made. */
final class Body {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Body() {}

    static Body empty() {
        return new Body();
    }

    /** Adds a field; null is sent as such. */
    Body with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    /** Adds a field, unless it is null. */
    Body withIfSet(String name, Object value) {
        return value == null ? this : with(name, value);
    }

    Map<String, Object> fields() {
        return Collections.unmodifiableMap(fields);
    }
}
