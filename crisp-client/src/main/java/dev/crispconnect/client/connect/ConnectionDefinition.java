package dev.crispconnect.client.connect;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** Defines where Crisp is and with which token to call it. */
final class ConnectionDefinition {

    private static final String GROUP = "Crisp connection";

    private ConnectionDefinition() {}

    static void addTo(ConfigDef definition) {
        addUrl(definition);
        addTier(definition);
        addIdentifier(definition);
        addKey(definition);
    }

    private static void addUrl(ConfigDef definition) {
        definition.define(
                ConnectionKeys.API_URL,
                ConfigDef.Type.STRING,
                "https://api.crisp.chat/v1/",
                new ApiUrl(),
                Importance.LOW,
                "Base URL of Crisp's REST API, with its version. Every request carries the token, so http is"
                        + " accepted for loopback addresses only.",
                GROUP,
                1,
                Width.LONG,
                "API URL");
    }

    private static void addTier(ConfigDef definition) {
        TokenTier tiers = new TokenTier();
        definition.define(
                ConnectionKeys.TOKEN_TIER,
                ConfigDef.Type.STRING,
                TokenTier.DEFAULT,
                tiers,
                Importance.HIGH,
                "What the token was made for. 'website': one workspace, 10,000 requests a day. 'plugin': every"
                        + " workspace that installed the plugin, 5,000 requests a day unless raised. 'user': an"
                        + " operator's session, needed to change operators only.",
                GROUP,
                2,
                Width.SHORT,
                "Token tier",
                tiers);
    }

    private static void addIdentifier(ConfigDef definition) {
        definition.define(
                ConnectionKeys.TOKEN_IDENTIFIER,
                ConfigDef.Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                new ConfigDef.NonEmptyString(),
                Importance.HIGH,
                "The token's identifier, a UUID. Crisp shows it together with the key when the token is made.",
                GROUP,
                3,
                Width.MEDIUM,
                "Token identifier");
    }

    private static void addKey(ConfigDef definition) {
        definition.define(
                ConnectionKeys.TOKEN_KEY,
                ConfigDef.Type.PASSWORD,
                ConfigDef.NO_DEFAULT_VALUE,
                ConfigDef.LambdaValidator.with(ConnectionDefinition::ensureKey, () -> "non-empty string"),
                Importance.HIGH,
                "The token's secret key. Give it through a config provider, such as ${file:/path:key}, rather than"
                        + " in clear.",
                GROUP,
                4,
                Width.LONG,
                "Token key");
    }

    private static void ensureKey(String name, Object value) {
        if (value instanceof Password key && key.value().isBlank()) {
            throw new ConfigException(name, value, "it must not be empty");
        }
    }
}
