package dev.crispconnect.source.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.connect.json.JsonConverter;
import org.junit.jupiter.api.Test;

class UnitKeyTest {

    private static final UnitKey KEY = new UnitKey("0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11", Unit.INBOX);

    @Test
    void thePartitionIsStoredUnderTheSameBytesInEveryProcess() {
        assertThat(stored(KEY.toMap()))
                .isEqualTo("{\"unit\":\"inbox\",\"website_id\":\"0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11\"}");
    }

    @Test
    void connectFindsWhatItStoredWhenItReadsItBack() {
        byte[] bytes = stored(KEY.toMap()).getBytes(StandardCharsets.UTF_8);

        Map<?, ?> readBack =
                (Map<?, ?>) offsets().toConnectData("offsets", bytes).value();

        assertThat(stored(readBack)).isEqualTo(stored(KEY.toMap()));
    }

    @Test
    void aPartitionIsReadBack() {
        assertThat(UnitKey.fromMap(KEY.toMap())).isEqualTo(KEY);
        assertThat(UnitKey.fromText(KEY.asText())).isEqualTo(KEY);
    }

    @Test
    void aStrangePartitionIsRefused() {
        assertThatThrownBy(() -> UnitKey.fromMap(Map.of("website_id", "w", "unit", "attic")))
                .isInstanceOf(StoredOffsetException.class)
                .hasMessageContaining("unit");
        assertThatThrownBy(() -> UnitKey.fromMap(Map.of("unit", "inbox")))
                .isInstanceOf(StoredOffsetException.class)
                .hasMessageContaining("website_id");
    }

    private static String stored(Map<?, ?> partition) {
        return new String(offsets().fromConnectData("offsets", null, partition), StandardCharsets.UTF_8);
    }

    /** As the worker sets up the converter of its offsets. */
    private static JsonConverter offsets() {
        JsonConverter converter = new JsonConverter();
        converter.configure(Map.of("schemas.enable", "false"), true);
        return converter;
    }
}
