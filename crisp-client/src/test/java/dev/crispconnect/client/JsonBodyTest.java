package dev.crispconnect.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.json.JsonBody;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonBodyTest {

    @Test
    void writesPlainValuesInTheirOrder() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("text", "a \"b\" \u00e9");
        fields.put("none", null);
        fields.put("flag", true);
        fields.put("numbers", List.of(1, 2L, 0.1f, 1.5d, new BigDecimal("7.10"), (short) 3));
        fields.put("nested", Map.of("k", List.of()));

        assertThat(JsonBody.of(fields)).isEqualTo("""
                {"text":"a \\"b\\" \u00e9","none":null,"flag":true,"numbers":[1,2,0.1,1.5,7.10,3],"nested":{"k":[]}}\
                """);
    }

    @Test
    void refusesWhatJsonDoesNotHaveWithoutShowingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonBody.of(Map.of("at", Instant.EPOCH)))
                .withMessageContaining("java.time.Instant")
                .withMessageNotContaining("1970");
        assertThatIllegalArgumentException().isThrownBy(() -> JsonBody.of(Map.of("n", Double.NaN)));
    }

    @Test
    void isFixedWhenTheCallIsMade() {
        Map<String, Object> card = new HashMap<>(Map.of("segments", new ArrayList<>(List.of("vip"))));
        Call<Void> call = People.update("w", "p", card);
        card.clear();

        assertThat(call.body()).isEqualTo("{\"segments\":[\"vip\"]}");
    }

    @Test
    void writesAMessageWithoutWhatIsNotSet() {
        NewMessage message = NewMessage.of("text", "operator", "urn:example.org:kafka:0", "Hi");

        assertThat(Messages.send("w", "s", message).body()).isEqualTo("""
                {"type":"text","from":"operator","origin":"urn:example.org:kafka:0","content":"Hi"}""");
    }

    @Test
    void writesAMessageInCrispsNames() {
        NewMessage message = new NewMessage(
                "file",
                "operator",
                "urn:example.org:kafka:0",
                Map.of("url", "https://files.example.org/1"),
                4503599627370497L,
                Instant.ofEpochMilli(1760000200000L),
                false,
                true,
                new Message.Author("website", "u1", "Order service", null),
                List.of("u2"),
                List.of(new Message.Reference("link", "Tracking", "https://track.example.org/1")),
                Map.of("k", 1),
                true,
                new NewMessage.Original("text/html", "<p>"));

        assertThat(Messages.send("w", "s", message).body()).isEqualTo("""
                {"type":"file","from":"operator","origin":"urn:example.org:kafka:0",\
                "content":{"url":"https://files.example.org/1"},"fingerprint":4503599627370497,\
                "timestamp":1760000200000,"stealth":false,"automated":true,\
                "user":{"type":"website","user_id":"u1","nickname":"Order service"},"mentions":["u2"],\
                "references":[{"type":"link","name":"Tracking","target":"https://track.example.org/1"}],\
                "properties":{"k":1},"translated":true,"original":{"type":"text/html","content":"<p>"}}""");
    }
}
