package dev.crispconnect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.access.Scopes;
import dev.crispconnect.simulator.access.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator is told before the connector runs, over real HTTP. */
class SinkValidationTest {

    private static final String FOREIGN = "2d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11";

    private final CrispSimulator crisp = CrispSimulator.start(SimulatorSettings.defaults());
    private final Map<String, String> props = new HashMap<>(Settings.minimal());
    private final CrispSinkConnector connector = new CrispSinkConnector();

    SinkValidationTest() {
        props.put("validate.live", "true");
        props.put("crisp.api.url", crisp.url().toString());
        props.put("crisp.website.id", SimulatorSettings.defaults().websiteId());
        use("website", crisp.websiteToken());
    }

    @AfterEach
    void close() {
        crisp.close();
    }

    @Test
    void goodSettingsCostOneCall() {
        assertThat(errors()).isEmpty();
        assertThat(crisp.journal().total()).isEqualTo(1);
    }

    @Test
    void aWrongKey() {
        props.put("crisp.token.key", "deadbeef");

        assertThat(errors()).containsOnlyKeys("crisp.token.key");
    }

    @Test
    void aWebsiteThatTheTokenDoesNotReach() {
        props.put("crisp.website.id", FOREIGN);

        assertThat(errors()).containsOnlyKeys("crisp.website.id");
    }

    @Test
    void aWebsiteWithoutThePlugin() {
        use("plugin", crisp.pluginToken());
        props.put("crisp.website.id", FOREIGN);

        assertThat(errors()).containsOnlyKeys("crisp.website.id");
        assertThat(errors().get("crisp.website.id").get(0)).contains("not installed");
    }

    @Test
    void scopesAreLeftToTheCommandsThatNeedThem() {
        Token scoped = crisp.pluginToken().withScopes(Scopes.none().writing("website:conversation:states"));
        crisp.tokens().issue(scoped);
        use("plugin", scoped);

        assertThat(errors()).isEmpty();
    }

    @Test
    void aPluginTokenIsTriedWithoutAWebsiteToo() {
        props.put("crisp.website.id", "");
        use("plugin", crisp.websiteToken());

        assertThat(errors()).containsOnlyKeys("crisp.token.tier");
    }

    @Test
    void aWebsiteTokenWithoutAWebsiteCannotBeTried() {
        props.put("crisp.website.id", "");

        assertThat(errors()).isEmpty();
        assertThat(crisp.journal().total()).isZero();
    }

    private void use(String tier, Token token) {
        props.put("crisp.token.tier", tier);
        props.put("crisp.token.identifier", token.identifier());
        props.put("crisp.token.key", token.key());
    }

    private Map<String, List<String>> errors() {
        Map<String, List<String>> errors = new HashMap<>();
        for (ConfigValue value : connector.validate(props).configValues()) {
            if (!value.errorMessages().isEmpty()) {
                errors.put(value.name(), value.errorMessages());
            }
        }
        return errors;
    }
}
