package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.access.Tier;
import dev.crispconnect.simulator.access.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.connect.runtime.distributed.DistributedConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an operator copies from the folder {@code config}. The placeholders in it are filled in by the worker from the
 * environment that the build gives to the end-to-end tests, and a simulated Crisp knows that token.
 */
class ConfigExamplesEndToEndTest {
    private static final Path EXAMPLES = Repository.ROOT.resolve("config");

    private static ConnectCluster cluster;
    private static CrispSimulator crisp;

    @BeforeAll
    static void start() {
        cluster = new ConnectCluster();
        crisp = CrispSimulator.start(SimulatorSettings.defaults()
                .withWebsiteId(System.getenv("CRISP_WEBSITE_ID"))
                .withWebsiteToken(
                        new Token(System.getenv("CRISP_IDENTIFIER"), System.getenv("CRISP_KEY"), Tier.WEBSITE)));
    }

    @AfterAll
    static void stop() {
        crisp.close();
        cluster.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"crisp-source.json", "crisp-sink.json", "crisp-source.properties", "crisp-sink.properties"})
    void theConnectorItselfFindsNothingWrong(String example) throws IOException {
        var config = example.endsWith(".json") ? json(example) : properties(example);

        var askingTheSimulator = new HashMap<>(config);
        askingTheSimulator.put("crisp.api.url", crisp.url().toString());

        var check = cluster.rest().validate(config.get("connector.class"), askingTheSimulator);

        assertThat(config).containsKey("connector.class");
        assertThat(check.errors()).isEmpty();
        assertThat(crisp.journal().total()).isPositive();
    }

    @Test
    void jsonAndPropertiesOfAConnectorSayTheSame() throws IOException {
        assertThat(json("crisp-source.json")).isEqualTo(properties("crisp-source.properties"));
        assertThat(json("crisp-sink.json")).isEqualTo(properties("crisp-sink.properties"));
    }

    @Test
    void aDistributedWorkerAcceptsTheWorkersProperties() throws IOException {
        var worker = new DistributedConfig(properties("worker.properties"));

        assertThat(worker.exactlyOnceSourceEnabled()).isTrue();
    }

    /** The body of {@code POST /connectors}: its configuration with the name put in, as the worker does. */
    private static Map<String, String> json(String example) throws IOException {
        var body = new ObjectMapper().readTree(Files.readString(EXAMPLES.resolve(example)));
        var config =
                new ObjectMapper().convertValue(body.path("config"), new TypeReference<TreeMap<String, String>>() {});
        config.put("name", body.path("name").asText());
        return config;
    }

    private static Map<String, String> properties(String example) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(EXAMPLES.resolve(example))) {
            properties.load(reader);
        }
        var config = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(name -> config.put(name, properties.getProperty(name)));
        return config;
    }
}
