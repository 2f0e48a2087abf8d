package dev.crispconnect.client.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.client.Backoff;
import dev.crispconnect.client.ClientSettings;
import dev.crispconnect.client.Credentials;
import dev.crispconnect.client.Tier;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionKeysTest {

    private static final ConfigDef DEFINITION = ConnectionKeys.addTo(new ConfigDef());
    private static final Map<String, String> TOKEN =
            Map.of(ConnectionKeys.TOKEN_IDENTIFIER, "identifier", ConnectionKeys.TOKEN_KEY, "secret-key");

    @Test
    void needNothingButTheToken() {
        AbstractConfig config = config(TOKEN);

        assertThat(ConnectionKeys.clientSettings(config, 4, "test/1"))
                .isEqualTo(new ClientSettings(
                        URI.create("https://api.crisp.chat/v1/"),
                        new Credentials(Tier.WEBSITE, "identifier", "secret-key"),
                        new ClientSettings.Timeouts(
                                Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30)),
                        16 * 1024 * 1024,
                        4,
                        "test/1"));
        assertThat(ConnectionKeys.backoff(config))
                .isEqualTo(new Backoff(Duration.ofMillis(500), Duration.ofSeconds(60)));
    }

    @ParameterizedTest
    @ValueSource(strings = {ConnectionKeys.TOKEN_IDENTIFIER, ConnectionKeys.TOKEN_KEY})
    void needEachHalfOfTheToken(String key) {
        Map<String, String> settings = new HashMap<>(TOKEN);
        settings.remove(key);
        assertThat(errors(settings, key)).isNotEmpty();

        settings.put(key, "  ");
        assertThat(errors(settings, key)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"website, WEBSITE", "Plugin, PLUGIN", "USER, USER"})
    void takeATierInAnyCase(String text, Tier tier) {
        assertThat(ConnectionKeys.credentials(config(with(ConnectionKeys.TOKEN_TIER, text)))
                        .tier())
                .isEqualTo(tier);
    }

    @Test
    void refuseAnUnknownTierAndRecommendTheKnown() {
        ConfigValue tier = value(with(ConnectionKeys.TOKEN_TIER, "admin"), ConnectionKeys.TOKEN_TIER);

        assertThat(tier.errorMessages()).singleElement().asString().contains("[website, plugin, user]");
        assertThat(tier.recommendedValues()).isEqualTo(List.of("website", "plugin", "user"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.crisp.chat/v1/",
                "https://api.crisp.chat/v1",
                "HTTPS://gateway.example.org:8443/crisp/v1/",
                "http://127.0.0.1:8080/v1/",
                "http://127.5.5.5/v1/",
                "http://localhost:8080/v1/",
                "http://LocalHost/v1/",
                "http://crisp.localhost/v1/",
                "http://[::1]:8080/v1/",
            })
    void takeAUrlThatATokenMayBeSentTo(String url) {
        assertThat(errors(with(ConnectionKeys.API_URL, url), ConnectionKeys.API_URL))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.crisp.chat/v1/",
                "/v1/",
                "https:///v1/",
                "https://a b/",
                "ftp://api.crisp.chat/v1/",
                "http://api.crisp.chat/v1/",
                "http://10.0.0.1/v1/",
                "http://127.0.0.1.example.org/v1/",
                "http://localhost.example.org/v1/",
                "https://me:hunter2@api.crisp.chat/v1/",
                "https://api.crisp.chat/v1/?token=hunter2",
                "https://api.crisp.chat/v1/#hunter2",
            })
    void refuseAUrlThatATokenMustNotBeSentTo(String url) {
        assertThat(errors(with(ConnectionKeys.API_URL, url), ConnectionKeys.API_URL))
                .singleElement()
                .asString()
                .contains(ConnectionKeys.API_URL)
                .doesNotContain("hunter2");
    }

    @Test
    void reportTimeoutsThatContradictEachOtherOnTheirKey() {
        assertThat(ConnectionKeys.conflicts(
                        Map.of(ConnectionKeys.READ_TIMEOUT_MS, 10_000, ConnectionKeys.CALL_TIMEOUT_MS, 9_999)))
                .containsExactly(Map.entry(
                        ConnectionKeys.CALL_TIMEOUT_MS,
                        "http.call.timeout.ms is 9999, but must not be below http.read.timeout.ms, which is 10000"));
    }

    @Test
    void reportABackoffWhoseMaximumIsBelowItsBase() {
        assertThat(ConnectionKeys.conflicts(
                        Map.of(ConnectionKeys.RETRY_BACKOFF_BASE_MS, 2, ConnectionKeys.RETRY_BACKOFF_MAX_MS, 1)))
                .containsOnlyKeys(ConnectionKeys.RETRY_BACKOFF_MAX_MS);
    }

    @Test
    void haveNoConflictsByDefault() {
        assertThat(ConnectionKeys.conflicts(config(TOKEN).values())).isEmpty();
    }

    @Test
    void passOverValuesThatAreAbsent() {
        Map<String, Object> values = new HashMap<>();
        values.put(ConnectionKeys.CALL_TIMEOUT_MS, null);
        values.put(ConnectionKeys.READ_TIMEOUT_MS, 5);

        assertThat(ConnectionKeys.conflicts(values)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http.connect.timeout.ms, 0",
        "http.read.timeout.ms, -1",
        "http.call.timeout.ms, 3600001",
        "http.max.response.bytes, 0",
        "retry.backoff.base.ms, 0",
        "retry.backoff.max.ms, soon",
    })
    void refuseNumbersOutOfRange(String key, String value) {
        assertThat(errors(with(key, value), key)).isNotEmpty();
        assertThatThrownBy(() -> config(with(key, value))).isInstanceOf(ConfigException.class);
    }

    @Test
    void areDocumentedForForms() {
        assertThat(DEFINITION.configKeys().values()).hasSize(12).allSatisfy(key -> {
            assertThat(key.documentation).isNotBlank();
            assertThat(key.displayName).isNotEqualTo(key.name);
            assertThat(key.group).isNotBlank();
            assertThat(key.validator != null || key.type == ConfigDef.Type.BOOLEAN)
                    .isTrue();
        });
        assertThat(DEFINITION.toHtml()).contains("an https URL, or an http URL of a loopback address");
    }

    @Test
    void doNotShowTheKey() {
        assertThat(config(TOKEN).values().toString()).doesNotContain("secret-key");
        assertThat(ConnectionKeys.clientSettings(config(TOKEN), 1, "test/1").toString())
                .doesNotContain("secret-key", "identifier");
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> settings = new HashMap<>(TOKEN);
        settings.put(key, value);
        return settings;
    }

    private static AbstractConfig config(Map<String, String> settings) {
        return new AbstractConfig(DEFINITION, settings, false);
    }

    private static List<String> errors(Map<String, String> settings, String key) {
        return value(settings, key).errorMessages();
    }

    private static ConfigValue value(Map<String, String> settings, String key) {
        return DEFINITION.validateAll(settings).get(key);
    }
}
