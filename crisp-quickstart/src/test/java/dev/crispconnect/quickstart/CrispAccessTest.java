package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrispAccessTest {
    private static final Map<String, String> TOKEN =
            Map.of("CRISP_IDENTIFIER", "an-identifier", "CRISP_KEY", "a-secret", "CRISP_WEBSITE_ID", "a-website");

    @Test
    void liveTheConnectorsGetReferencesInsteadOfSecrets() {
        var access = CrispAccess.live(TOKEN);

        assertThat(access)
                .isEqualTo(new CrispAccess(
                        "https://api.crisp.chat/v1/",
                        "website",
                        "${env:CRISP_IDENTIFIER}",
                        "${env:CRISP_KEY}",
                        "${env:CRISP_WEBSITE_ID}"));
    }

    @Test
    void allThatIsMissingIsNamedAtOnceWithThePlaceToGetIt() {
        assertThatThrownBy(() -> CrispAccess.live(Map.of("CRISP_KEY", " ", "CRISP_IDENTIFIER", "an-identifier")))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("variables CRISP_KEY, CRISP_WEBSITE_ID.")
                .hasMessageContaining("API Token")
                .hasMessageContaining("Marketplace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://crisp.example.org/v1/", "http://127.0.0.1:8080/v1/", "http://localhost/v1/"})
    void anotherAddressIsTakenOverHttpsOrOnThisMachine(String url) {
        assertThat(CrispAccess.live(with("CRISP_API_URL", url)).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://crisp.example.org/v1/", "http://127.0.0.1.example.org/", "ftp://x/", "nonsense", "a b"})
    void noOtherAddressGetsTheKey(String url) {
        assertThatThrownBy(() -> CrispAccess.live(with("CRISP_API_URL", url)))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("CRISP_API_URL")
                .hasMessageNotContaining("a-secret");
    }

    @Test
    void theTierIsOneOfCrisps() {
        assertThat(CrispAccess.live(with("CRISP_TIER", "plugin")).tier()).isEqualTo("plugin");
        assertThatThrownBy(() -> CrispAccess.live(with("CRISP_TIER", "admin")))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("website, plugin or user");
    }

    private static Map<String, String> with(String name, String value) {
        var environment = new HashMap<>(TOKEN);
        environment.put(name, value);
        return environment;
    }
}
