package dev.crispconnect.client;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of a request. Flags travel as 1, and not at all when they are not set. Used by one thread. */
final class Query {

    private final Map<String, String> parameters = new LinkedHashMap<>();

    private Query() {}

    static Query empty() {
        return new Query();
    }

    Query with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    Query withIfSet(String name, String value) {
        return value == null ? this : with(name, value);
    }

    Query withIfSet(String name, Instant time) {
        return time == null ? this : with(name, time.toString());
    }

    Query flag(String name, boolean set) {
        return set ? with(name, "1") : this;
    }

    /** One of two flags that exclude each other, or none. */
    Query either(String ifTrue, String ifFalse, Boolean which) {
        return which == null ? this : with(which ? ifTrue : ifFalse, "1");
    }

    Map<String, String> parameters() {
        return Collections.unmodifiableMap(parameters);
    }
}
