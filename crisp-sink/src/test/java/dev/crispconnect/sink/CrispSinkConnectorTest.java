package dev.crispconnect.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.client.connect.SettingsReference;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrispSinkConnectorTest {

    private final CrispSinkConnector connector = new CrispSinkConnector();

    private Map<String, List<String>> errors(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Settings.minimal());
        properties.putAll(more);
        Map<String, List<String>> errors = new TreeMap<>();
        for (ConfigValue value : connector.validate(properties).configValues()) {
            if (!value.errorMessages().isEmpty()) {
                errors.put(value.name(), value.errorMessages());
            }
        }
        return errors;
    }

    @Test
    void acceptsTheLeastThatMustBeSet() {
        assertThat(errors(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max.in.flight | 0",
                "max.buffered.records | 0",
                "max.uncommitted.records | -1",
                "remembered.command.ids | -1",
                "lookup.delay.ms | 60001",
                "rate.limit.requests.per.second | -0.1",
                "quota.requests.per.day | -1",
                "consumer.override.max.poll.interval.ms | 9999",
                "retry.deadline.ms | 0",
                "behavior.on.null.values | delete",
                "archive.mode | trash",
                "topic.commands | a",
                "topic.commands | a:unknown",
                "topic.commands | :resolve",
                "crisp.api.url | http://example.org",
                "crisp.website.id | a/b",
                "results.value.converter | ''"
            })
    void putsTheErrorOnTheSettingThatIsWrong(String key, String value) {
        assertThat(errors(Map.of(key, value))).containsOnlyKeys(key);
    }

    @Test
    void asksForTheBrokersWhenResultsAreWanted() {
        assertThat(errors(Map.of("results.topic", "crisp.results")))
                .containsOnlyKeys("results.producer.bootstrap.servers");
        assertThat(errors(Map.of(
                        "results.topic", "crisp.results", "results.producer.bootstrap.servers", "localhost:9092")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "topics | crisp.commands, crisp.results | true",
                "topics.regex | crisp\\..* | true",
                "topics | crisp.commands | false",
                "topics.regex | crisp\\.commands\\..* | false",
                "topics.regex | ( | false",
            })
    void refusesToReadTheResultsItWrites(String key, String topics, boolean refused) {
        Map<String, String> results = Map.of(
                key, topics, "results.topic", "crisp.results", "results.producer.bootstrap.servers", "localhost:9092");

        assertThat(errors(results).containsKey("results.topic")).isEqualTo(refused);
    }

    @Test
    void asksForTheInboxWhereConversationsAreArchivedToIt() {
        assertThat(errors(Map.of("archive.mode", "move_to_inbox"))).containsOnlyKeys("archive.inbox.id");
        assertThat(errors(Map.of("archive.inbox.id", "i"))).containsOnlyKeys("archive.inbox.id");
        assertThat(errors(Map.of("archive.mode", "move_to_inbox", "archive.inbox.id", "i")))
                .isEmpty();
    }

    @Test
    void refusesToStartATaskWithSettingsThatDoNotFit() {
        Map<String, String> properties = new HashMap<>(Settings.minimal());
        properties.put("results.topic", "crisp.results");

        assertThatThrownBy(() -> SinkSettings.parse(properties))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("results.producer.bootstrap.servers must be set");
    }

    @Test
    void givesEveryTaskTheSameSettingsAndItsNumber() {
        connector.start(Settings.minimal());

        List<Map<String, String>> configs = connector.taskConfigs(3);

        assertThat(configs).extracting(config -> config.remove("crisp.task.id")).containsExactly("0", "1", "2");
        assertThat(configs).hasSize(3).containsOnly(Settings.minimal());
        assertThat(connector.taskClass()).isEqualTo(CrispSinkTask.class);
    }

    @Test
    void dividesAmongItsTasksWhatItMaySpend() {
        Map<String, String> properties = new HashMap<>(Settings.minimal());
        properties.put("rate.limit.requests.per.second", "10");
        properties.put("quota.requests.per.day", "8");
        connector.start(properties);

        assertThat(connector.taskConfigs(4))
                .extracting(task -> task.get("rate.limit.requests.per.second"))
                .containsOnly("2.5");
        assertThat(connector.taskConfigs(3))
                .extracting(task -> task.get("quota.requests.per.day"))
                .containsExactly("3", "3", "2");
        assertThat(connector.taskConfigs(9))
                .extracting(task -> task.get("quota.requests.per.day"))
                .containsOnly("1");
    }

    @Test
    void isFoundByItsServiceManifest() {
        assertThat(ServiceLoader.load(SinkConnector.class).stream().map(ServiceLoader.Provider::type))
                .contains(CrispSinkConnector.class);
    }

    @Test
    void parsesTheCommandsByTopic() {
        Map<String, String> properties = new HashMap<>(Settings.minimal());
        properties.put("topic.commands", "tickets.done:resolve_conversation, outbox : send");

        assertThat(SinkSettings.parse(properties).commandByTopic())
                .isEqualTo(Map.of("tickets.done", "resolve_conversation", "outbox", "send"));
    }

    @Test
    void showsNoSecretWhenItsSettingsArePrinted() {
        assertThat(SinkSettings.parse(Settings.minimal()).toString()).doesNotContain("secret-key");
    }

    @Test
    void isDocumentedAsItIs() throws IOException {
        new SettingsReference("crisp-sink", connector.config()).check();
    }
}
