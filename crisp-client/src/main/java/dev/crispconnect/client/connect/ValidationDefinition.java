package dev.crispconnect.client.connect;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;

/** Defines how far settings are tried before a connector runs with them. */
final class ValidationDefinition {

    private static final String GROUP = "Validation";
    private static final int DEFAULT_MS = 5_000;
    private static final int LEAST_MS = 100;
    private static final int MOST_MS = 60_000;

    private ValidationDefinition() {}

    static void addTo(ConfigDef definition) {
        definition.define(
                ConnectionKeys.VALIDATE_LIVE,
                ConfigDef.Type.BOOLEAN,
                true,
                Importance.LOW,
                "Whether validating these settings asks Crisp itself: is the URL Crisp's, the token good and of its tier,"
                        + " are the websites within its reach, may what is needed be read, are the clocks together. That"
                        + " costs one or two calls and one more per further website; what went well is not asked again"
                        + " for a minute. With false a connector can be created while Crisp cannot be reached.",
                GROUP,
                1,
                Width.SHORT,
                "Ask Crisp when validating",
                List.of(ConnectionKeys.VALIDATE_LIVE_TIMEOUT_MS));
        definition.define(
                ConnectionKeys.VALIDATE_LIVE_TIMEOUT_MS,
                ConfigDef.Type.INT,
                DEFAULT_MS,
                Range.between(LEAST_MS, MOST_MS),
                Importance.LOW,
                "Milliseconds that asking Crisp may take in all; the worker's REST API waits as long. Nothing is asked when"
                        + " a worker starts or moves a connector.",
                GROUP,
                2,
                Width.SHORT,
                "Validation timeout (ms)",
                new WhenAsked());
    }

    /** Shows the setting only where it has an effect. */
    private static final class WhenAsked implements ConfigDef.Recommender {

        @Override
        public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
            return List.of();
        }

        @Override
        public boolean visible(String name, Map<String, Object> parsedConfig) {
            return !Boolean.FALSE.equals(parsedConfig.get(ConnectionKeys.VALIDATE_LIVE));
        }
    }
}
