package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.source.capture.CaptureSettings;
import dev.crispconnect.source.capture.CaptureSettings.Mode;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of hearing. */
class CaptureDefinitionTest {

    private final ConfigDef definition = new ConfigDef();

    CaptureDefinitionTest() {
        CaptureDefinition.addTo(definition);
    }

    @Test
    void crispTellsUnlessSomebodyDecidesOtherwise() {
        assertThat(parse(Map.of()))
                .isEqualTo(new CaptureSettings(Mode.REALTIME, Duration.ofMinutes(2), 10_000, Duration.ofMinutes(5)));
    }

    @Test
    void everyValueIsTaken() {
        assertThat(parse(Map.of(
                        "capture.mode", "polling",
                        "realtime.fallback.after.ms", "1000",
                        "realtime.buffer.events", "100",
                        "realtime.bind.interval.ms", "2500")))
                .isEqualTo(new CaptureSettings(Mode.POLLING, Duration.ofSeconds(1), 100, Duration.ofMillis(2500)));
    }

    @ParameterizedTest
    @CsvSource({
        "capture.mode, hooks",
        "capture.mode, REALTIME",
        "realtime.fallback.after.ms, 999",
        "realtime.buffer.events, 99",
        "realtime.bind.interval.ms, 2499",
    })
    void nonsenseIsRefusedOnItsKey(String key, String value) {
        assertThatThrownBy(() -> parse(Map.of(key, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key);
    }

    @Test
    void theModesAreRecommended() {
        ConfigDef.Recommender modes = definition.configKeys().get("capture.mode").recommender;

        assertThat(modes.validValues("capture.mode", Map.of())).containsExactly("realtime", "polling");
        assertThat(modes.visible("capture.mode", Map.of())).isTrue();
    }

    @Test
    void whatConcernsTheSocketIsShownOnlyWhereThereIsOne() {
        ConfigDef.Recommender socket = definition.configKeys().get("realtime.buffer.events").recommender;

        assertThat(socket.visible("realtime.buffer.events", Map.of("capture.mode", "realtime")))
                .isTrue();
        assertThat(socket.visible("realtime.buffer.events", Map.of("capture.mode", "polling")))
                .isFalse();
    }

    @Test
    void theLogSaysHow() {
        assertThat(parse(Map.of()).describe()).isEqualTo("captureMode=realtime fallbackAfterMs=120000");
        assertThat(parse(Map.of("capture.mode", "polling")).describe()).isEqualTo("captureMode=polling");
    }

    private CaptureSettings parse(Map<String, String> props) {
        return CaptureDefinition.settings(new AbstractConfig(definition, props, false));
    }
}
