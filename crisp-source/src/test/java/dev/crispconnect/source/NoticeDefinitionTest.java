package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.source.feed.Aside;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of what is told beside the feeds. */
class NoticeDefinitionTest {

    private final ConfigDef definition = new ConfigDef();

    NoticeDefinitionTest() {
        NoticeDefinition.addTo(definition);
    }

    @Test
    void nothingIsToldUnlessSomebodyAsksForIt() {
        assertThat(parse(Map.of())).isEqualTo(new Aside(Optional.empty(), Duration.ZERO, "__crisp-heartbeat.crisp"));
    }

    @Test
    void everyValueIsTaken() {
        assertThat(parse(Map.of(
                        "notifications.topic", "notices",
                        "heartbeat.interval.ms", "60000",
                        "heartbeat.topic", "beats")))
                .isEqualTo(new Aside(Optional.of("notices"), Duration.ofMinutes(1), "beats"));
    }

    @Test
    void aConnectorsNameIsMadeOneThatATopicMayHave() {
        Aside aside = NoticeDefinition.parse(
                new AbstractConfig(definition, Map.of(), false), "Crisp (läuft) " + "x".repeat(300));

        assertThat(aside.heartbeatTopic())
                .startsWith("__crisp-heartbeat.Crisp__l_uft__x")
                .hasSize(249);
    }

    @ParameterizedTest
    @CsvSource({
        "notifications.topic, a topic",
        "notifications.topic, ${connector}",
        "notifications.topic, ..",
        "heartbeat.interval.ms, -1",
        "heartbeat.interval.ms, 86400001",
        "heartbeat.topic, ''",
        "heartbeat.topic, beats.${feed}",
    })
    void nonsenseIsRefusedOnItsKey(String key, String value) {
        assertThatThrownBy(() -> parse(Map.of(key, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource({
        "crisp.${feed}, crisp.people, beats, notifications.topic",
        "crisp.${feed}, notices, crisp.messages, heartbeat.topic",
        "${website_id}.${feed}, 0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11.people, beats, notifications.topic",
        "crisp.${feed}, same, same, heartbeat.topic",
    })
    void recordsOfDifferentSchemasShareNoTopic(String pattern, String notices, String beats, String key) {
        assertThat(NoticeDefinition.conflicts(values(pattern, notices, beats, 1L)))
                .containsOnlyKeys(key);
    }

    @Test
    void othersGoTogether() {
        assertThat(NoticeDefinition.conflicts(values("crisp.${feed}", "crisp.notices", "crisp.beats", 1L)))
                .isEmpty();
        assertThat(NoticeDefinition.conflicts(values("crisp.${feed}", "crisp.settings", "crisp.beats", 1L)))
                .as("a feed that is not read")
                .isEmpty();
        assertThat(NoticeDefinition.conflicts(values("crisp.${feed}", "same", "same", 0L)))
                .as("no heartbeats")
                .isEmpty();
        assertThat(NoticeDefinition.conflicts(Map.of())).isEmpty();
    }

    @Test
    void theTopicOfHeartbeatsIsShownOnlyWhereThereAreSome() {
        ConfigDef.Recommender topic = definition.configKeys().get("heartbeat.topic").recommender;

        assertThat(topic.visible("heartbeat.topic", Map.of("heartbeat.interval.ms", 0L)))
                .isFalse();
        assertThat(topic.visible("heartbeat.topic", Map.of("heartbeat.interval.ms", 1L)))
                .isTrue();
    }

    private static Map<String, Object> values(String pattern, String notices, String beats, long interval) {
        Map<String, Object> values = new HashMap<>();
        values.put("feeds", List.of("conversations", "messages", "people"));
        values.put("topic.pattern", pattern);
        values.put("notifications.topic", notices);
        values.put("heartbeat.topic", beats);
        values.put("heartbeat.interval.ms", interval);
        return values;
    }

    private Aside parse(Map<String, String> props) {
        return NoticeDefinition.parse(new AbstractConfig(definition, props, false), "crisp");
    }
}
