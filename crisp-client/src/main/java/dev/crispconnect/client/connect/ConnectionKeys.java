package dev.crispconnect.client.connect;

import dev.crispconnect.client.Backoff;
import dev.crispconnect.client.ClientSettings;
import dev.crispconnect.client.Credentials;
import dev.crispconnect.client.Tier;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The settings by which both connectors reach Crisp. The only place that knows their keys. */
public final class ConnectionKeys {

    public static final String API_URL = "crisp.api.url";
    public static final String TOKEN_TIER = "crisp.token.tier";
    public static final String TOKEN_IDENTIFIER = "crisp.token.identifier";
    public static final String TOKEN_KEY = "crisp.token.key";
    public static final String CONNECT_TIMEOUT_MS = "http.connect.timeout.ms";
    public static final String READ_TIMEOUT_MS = "http.read.timeout.ms";
    public static final String CALL_TIMEOUT_MS = "http.call.timeout.ms";
    public static final String MAX_RESPONSE_BYTES = "http.max.response.bytes";
    public static final String RETRY_BACKOFF_BASE_MS = "retry.backoff.base.ms";
    public static final String RETRY_BACKOFF_MAX_MS = "retry.backoff.max.ms";

    public static final String VALIDATE_LIVE = "validate.live";
    public static final String VALIDATE_LIVE_TIMEOUT_MS = "validate.live.timeout.ms";

    private ConnectionKeys() {}

    /** Adds the settings to a definition, and returns that definition. */
    public static ConfigDef addTo(ConfigDef definition) {
        ConnectionDefinition.addTo(definition);
        HttpDefinition.addTo(definition);
        ValidationDefinition.addTo(definition);
        return definition;
    }

    /**
     * What a client needs to be opened.
     *
     * @param config parsed with a definition that holds these settings
     * @param maxInFlight how many calls may be on the wire at once
     * @param userAgent names the connector and its version
     */
    public static ClientSettings clientSettings(AbstractConfig config, int maxInFlight, String userAgent) {
        return new ClientSettings(
                URI.create(config.getString(API_URL)),
                credentials(config),
                new ClientSettings.Timeouts(
                        millis(config, CONNECT_TIMEOUT_MS),
                        millis(config, READ_TIMEOUT_MS),
                        millis(config, CALL_TIMEOUT_MS)),
                config.getInt(MAX_RESPONSE_BYTES),
                maxInFlight,
                userAgent);
    }

    /** The token. */
    public static Credentials credentials(AbstractConfig config) {
        return new Credentials(
                Tier.valueOf(config.getString(TOKEN_TIER).toUpperCase(Locale.ROOT)),
                config.getString(TOKEN_IDENTIFIER),
                config.getPassword(TOKEN_KEY).value());
    }

    /**
     * How long to wait before a call is repeated.
     *
     * @throws IllegalArgumentException when the maximum is below the base, which {@link #conflicts} reports
     */
    public static Backoff backoff(AbstractConfig config) {
        return new Backoff(millis(config, RETRY_BACKOFF_BASE_MS), millis(config, RETRY_BACKOFF_MAX_MS));
    }

    /** How long validating may ask Crisp itself; empty when it is not to ask at all. */
    public static Optional<Duration> liveCheck(AbstractConfig config) {
        return config.getBoolean(VALIDATE_LIVE)
                ? Optional.of(millis(config, VALIDATE_LIVE_TIMEOUT_MS))
                : Optional.empty();
    }

    /**
     * The settings that do not fit each other, as key and message, for {@code Connector.validate} to put on the key.
     *
     * @param values parsed values by key; those absent or null, having an error of their own, are passed over
     */
    public static Map<String, String> conflicts(Map<String, ?> values) {
        Map<String, String> conflicts = new LinkedHashMap<>();
        requireNotBelow(values, conflicts, CALL_TIMEOUT_MS, CONNECT_TIMEOUT_MS);
        requireNotBelow(values, conflicts, CALL_TIMEOUT_MS, READ_TIMEOUT_MS);
        requireNotBelow(values, conflicts, RETRY_BACKOFF_MAX_MS, RETRY_BACKOFF_BASE_MS);
        return conflicts;
    }

    private static void requireNotBelow(
            Map<String, ?> values, Map<String, String> conflicts, String upper, String lower) {
        if (values.get(upper) instanceof Integer above && values.get(lower) instanceof Integer below && above < below) {
            conflicts.put(upper, upper + " is " + above + ", but must not be below " + lower + ", which is " + below);
        }
    }

    private static Duration millis(AbstractConfig config, String key) {
        return Duration.ofMillis(config.getInt(key));
    }
}
