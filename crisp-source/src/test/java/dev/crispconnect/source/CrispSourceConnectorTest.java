package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.crispconnect.client.connect.SettingsReference;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrispSourceConnectorTest {

    private static final String WEBSITE = "0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11";
    private static final String OTHER = "1d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11";

    private final CrispSourceConnector connector = new CrispSourceConnector();
    private final Map<String, String> props = new HashMap<>(Map.of(
            "name", "test",
            "crisp.token.identifier", "7c3bef21-1f51-4c5c-9d94-0ef0fdd8c3c0",
            "crisp.token.key", "0123456789abcdef",
            "crisp.website.ids", WEBSITE,
            "validate.live", "false"));

    @Test
    void goodSettingsHaveNoErrors() {
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    crisp.website.ids,       not-a-uuid,           UUID
                    crisp.website.ids,       '',                   at least one
                    feeds,                   'messages,telepathy', must be one of
                    topic.pattern,           crisp,                ${feed}
                    topic.pattern,           crisp.${feeds},       topic names
                    topic.pattern,           a b.${feed},          topic names
                    poll.interval.ms,        10,                   or be 0
                    people.poll.interval.ms, soon,                 Not a number
                    overlap.ms,              -1,                   at least 0
                    directory.poll.interval.ms, 10,                at least 1000
                    message.key,             fingerprint,          must be one of
                    record.timestamp,        now,                  must be one of
                    echo.policy,             ignore,               must be one of
                    echo.origins,            '',                   at least one
                    echo.origins,            *,                    every message
                    echo.origins,            urn:*:kafka,          at the end only
                    settings.change,         maybe,                must be one of
                    website.discovery.interval.ms, 1000,           at least 60000
                    people.data,             perhaps,              true or false
                    http.call.timeout.ms,    1,                    must not be below
                    """)
    void whatIsWrongIsSaidOnItsKey(String key, String value, String problem) {
        props.put(key, value);

        assertThat(errors()).containsOnlyKeys(key);
        assertThat(errors().get(key)).anyMatch(message -> message.contains(problem));
    }

    @Test
    void aWebsiteTokenReachesOneWebsiteOnly() {
        props.put("crisp.website.ids", WEBSITE + "," + OTHER);

        assertThat(errors()).containsOnlyKeys("crisp.website.ids");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    people.data,      true,    'conversations,messages'
                    message.key,      message, 'conversations,people'
                    echo.policy,      drop,    'conversations,people'
                    echo.origins,     urn:x,   people
                    record.timestamp, event,   'operators,settings'
                    """)
    void whatSomebodyAsksForAndWouldNotGetIsSaidOnItsKey(String key, String value, String feeds) {
        props.put(key, value);
        assertThat(errors()).doesNotContainKey(key);

        props.put("feeds", feeds);
        assertThat(errors()).containsOnlyKeys(key);
    }

    @Test
    void onlyAPluginMayLeaveItsWebsitesToBeFound() {
        props.remove("crisp.website.ids");
        assertThat(errors()).containsOnlyKeys("crisp.website.ids");

        props.put("crisp.token.tier", "plugin");
        assertThat(errors()).isEmpty();
    }

    @Test
    void closedSetsOfValuesAreRecommended() {
        Map<String, List<Object>> recommended = new HashMap<>();
        connector
                .validate(props)
                .configValues()
                .forEach(value -> recommended.put(value.name(), value.recommendedValues()));

        assertThat(recommended)
                .containsEntry("message.key", List.of("conversation", "message"))
                .containsEntry("record.timestamp", List.of("broker", "event"))
                .containsEntry("echo.policy", List.of("mark", "drop"))
                .containsEntry("settings.change", List.of("refuse", "accept"));
    }

    @Test
    void tasksShareTheQuotaByTheirUnits() {
        props.put("feeds", "conversations,people,settings");
        props.put("quota.requests.per.day", "1000");
        connector.start(props);

        assertThat(connector.taskConfigs(1))
                .extracting(config -> config.get("quota.requests.per.day"))
                .containsExactly("1000");
        assertThat(connector.taskConfigs(3).stream()
                        .mapToInt(config -> Integer.parseInt(config.get("quota.requests.per.day")))
                        .sum())
                .isEqualTo(1000);
    }

    @Test
    void itCanEndTransactionsItself() {
        assertThat(connector.canDefineTransactionBoundaries(props)).isEqualTo(ConnectorTransactionBoundaries.SUPPORTED);
    }

    @Test
    void oneFeedNeedsNoVariableInItsTopic() {
        props.put("feeds", "messages");
        props.put("topic.pattern", "crisp-messages");

        assertThat(errors()).isEmpty();
    }

    @Test
    void everySettingIsGroupedNamedAndDocumented() {
        assertThat(connector.config().configKeys().values()).allSatisfy(key -> {
            assertThat(key.documentation).endsWith(".");
            assertThat(key.group).isNotNull();
            assertThat(key.displayName).isNotEqualTo(key.name);
        });
    }

    @Test
    void theTokenIsAPassword() {
        assertThat(connector.config().configKeys().get("crisp.token.key").type).isEqualTo(ConfigDef.Type.PASSWORD);
    }

    @Test
    void inboxAndPeopleOfAWebsiteMayGoToTasksOfTheirOwn() {
        connector.start(props);

        assertThat(connector.taskConfigs(1)).hasSize(1).allSatisfy(config -> assertThat(config.get("crisp.task.units"))
                .contains(WEBSITE + "/inbox", WEBSITE + "/people"));
        assertThat(connector.taskConfigs(10)).hasSizeBetween(1, 2).noneMatch(config -> config.get("crisp.task.units")
                .isEmpty());
    }

    @Test
    void peopleAloneMakeOneUnit() {
        props.put("feeds", "people");
        connector.start(props);

        assertThat(connector.taskConfigs(10))
                .singleElement()
                .satisfies(config -> assertThat(config.get("crisp.task.units")).isEqualTo(WEBSITE + "/people"));
    }

    @Test
    void operatorsAndSettingsAreNotReadUnlessAskedForAndMakeOneUnit() {
        connector.start(props);
        assertThat(connector.taskConfigs(1))
                .noneMatch(config -> config.get("crisp.task.units").contains("directory"));

        props.put("feeds", "operators,settings");
        connector.start(props);

        assertThat(connector.taskConfigs(10))
                .singleElement()
                .satisfies(config -> assertThat(config.get("crisp.task.units")).isEqualTo(WEBSITE + "/directory"));
    }

    @Test
    void rawEventsMakeAUnitAndNeedSomebodyWhoTellsThem() {
        props.put("feeds", "events");
        props.put("capture.mode", "realtime");
        assertThat(errors()).isEmpty();
        connector.start(props);
        assertThat(connector.taskConfigs(10))
                .singleElement()
                .satisfies(config -> assertThat(config.get("crisp.task.units")).isEqualTo(WEBSITE + "/events"));

        props.put("capture.mode", "polling");
        assertThat(errors()).containsOnlyKeys("feeds");
    }

    @Test
    void exactlyOnceIsSupported() {
        assertThat(connector.exactlyOnceSupport(props)).isEqualTo(ExactlyOnceSupport.SUPPORTED);
    }

    @Test
    void itIsFoundThroughItsServiceFile() {
        assertThat(ServiceLoader.load(SourceConnector.class)).hasAtLeastOneElementOfType(CrispSourceConnector.class);
    }

    @Test
    void settingsAreListedWithoutAnyState() {
        assertThatCode(() -> new CrispSourceConnector().config().toEnrichedRst())
                .doesNotThrowAnyException();
    }

    @Test
    void isDocumentedAsItIs() throws IOException {
        new SettingsReference("crisp-source", connector.config()).check();
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
