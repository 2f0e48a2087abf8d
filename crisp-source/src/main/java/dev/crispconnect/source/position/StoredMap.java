package dev.crispconnect.source.position;

import java.util.Map;

/** Typed reading of a map that Connect stored, or that an operator wrote. Unknown keys are left alone. */
final class StoredMap {

    private final Map<String, ?> values;

    StoredMap(Map<String, ?> values) {
        this.values = values;
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    /** Refuses what another version of the connector has stored. */
    void requireVersion(long version) {
        if (whole("version") != version) {
            throw new StoredOffsetException(
                    "the offset's version is " + whole("version") + ", this connector reads " + version);
        }
    }

    /** JSON does not say which number type was meant, so any whole number will do. */
    long whole(String key) {
        Object value = values.get(key);
        if (value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
            return number.longValue();
        }
        throw new StoredOffsetException("'" + key + "' must be a whole number");
    }

    String text(String key) {
        Object value = values.get(key);
        if (value instanceof String text) {
            return text;
        }
        throw new StoredOffsetException("'" + key + "' must be a text");
    }

    Identities identities(String key) {
        if (!has(key)) {
            return Identities.NONE;
        }
        try {
            return Identities.decode(text(key));
        } catch (IllegalArgumentException malformed) {
            throw new StoredOffsetException("'" + key + "' is damaged", malformed);
        }
    }
}
