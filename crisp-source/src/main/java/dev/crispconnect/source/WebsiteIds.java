package dev.crispconnect.source;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Accepts UUIDs; whether there may be none depends on the token. */
final class WebsiteIds implements ConfigDef.Validator {

    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof List<?> ids)) {
            throw new ConfigException(name, value, "it must be a list");
        }
        for (Object id : ids) {
            if (!isOne(id.toString())) {
                throw new ConfigException(
                        name, id, "a website id is a UUID, such as 0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11");
            }
        }
    }

    static boolean isOne(String id) {
        return UUID.matcher(id).matches();
    }

    @Override
    public String toString() {
        return "UUIDs; at least one unless the token is a plugin's";
    }
}
