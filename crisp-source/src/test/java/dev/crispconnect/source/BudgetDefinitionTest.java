package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.crispconnect.source.budget.BudgetSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetDefinitionTest {

    private static final Map<String, String> REQUIRED = Map.of(
            "crisp.website.ids",
            "8c842203-7ed8-4e29-a608-7cf78a7d2fcc",
            "crisp.token.identifier",
            "e47d7b0e-1f15-4d5b-9b2f-5c3b0a1e9d10",
            "crisp.token.key",
            "secret");

    @ParameterizedTest
    @CsvSource({"website, 10000", "plugin, 5000", "PLUGIN, 5000", "user, 0"})
    void whatCrispGivesToTheTierIsTheDefault(String tier, long perDay) {
        assertThat(parse(Map.of("crisp.token.tier", tier))).isEqualTo(new BudgetSettings(perDay, 30));
    }

    @Test
    void whatTheOperatorGivesGoesFirst() {
        assertThat(parse(Map.of("quota.requests.per.day", "20000", "quota.reserve.percent", "50")))
                .isEqualTo(new BudgetSettings(20_000, 50));
        assertThat(parse(Map.of("quota.requests.per.day", "0")).bounded()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "quota.requests.per.day, -2,   at least -1",
        "quota.requests.per.day, many, Not a number",
        "quota.reserve.percent,  -1,   at least 0",
        "quota.reserve.percent,  91,   no more than 90"
    })
    void anythingElseIsRefused(String key, String value, String reason) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> parse(Map.of(key, value)))
                .withMessageContaining(key)
                .withMessageContaining(reason);
    }

    private static BudgetSettings parse(Map<String, String> props) {
        Map<String, String> all = new HashMap<>(REQUIRED);
        all.putAll(props);
        return BudgetDefinition.parse(new AbstractConfig(SourceDefinition.config(), all, false));
    }
}
