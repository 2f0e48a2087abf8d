package dev.crispconnect.simulator.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonCodecTest {

    @Test
    void textTravelsAsItIsAsJavaScriptWritesIt() {
        byte[] bytes = JsonCodec.bytes(Map.of("text", "é 注文 🙏"));

        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("{\"text\":\"é 注文 🙏\"}");
    }

    @Test
    void halfACharacterThatSomebodySentIsSentBack() throws MalformedJsonException {
        Object sent = JsonCodec.parse("{\"text\":\"a\\ud83d b\\ud83d\"}", Object.class);

        byte[] bytes = JsonCodec.bytes(sent);

        assertThat(JsonCodec.parse(bytes, Object.class)).isEqualTo(sent);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualToIgnoringCase("{\"text\":\"a\\ud83d b\\ud83d\"}");
    }
}
