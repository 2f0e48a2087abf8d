package dev.crispconnect.client.connect;

import dev.crispconnect.client.Tier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The tiers that a token may have, in any case: recommended to those who fill in a form, and checked. */
final class TokenTier implements ConfigDef.Validator, ConfigDef.Recommender {

    static final String DEFAULT = Tier.WEBSITE.wire();

    private static final List<String> ALL =
            Arrays.stream(Tier.values()).map(Tier::wire).toList();

    @Override
    public void ensureValid(String name, Object value) {
        if (ALL.stream().noneMatch(tier -> tier.equalsIgnoreCase((String) value))) {
            throw new ConfigException(name, value, "it must be one of " + ALL);
        }
    }

    @Override
    public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
        return List.copyOf(ALL);
    }

    @Override
    public boolean visible(String name, Map<String, Object> parsedConfig) {
        return true;
    }

    @Override
    public String toString() {
        return ALL + " (case-insensitive)";
    }
}
