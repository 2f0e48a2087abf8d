package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Custom data is flat: strings, numbers and booleans, wherever it is written. */
class CustomDataTest {

    private static Site site;
    private static String sessionId;

    @BeforeAll
    static void open() {
        site = Site.open();
        sessionId = site.workspace().conversations().start().sessionId();
        site.post("/people/profile", "{\"email\": \"ilse@example.org\"}");
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "1e999"})
    void whatIsNoFlatValueIsRefused(String value) {
        String data = "{\"data\": {\"a\": " + value + "}}";

        refused(site.patch("/conversation/" + sessionId + "/meta", data));
        refused(site.patch("/people/data/ilse@example.org", data));
        refused(site.put("/people/data/ilse@example.org", data));
        refused(site.patch("/batch/data", "{\"sessions\": [], " + data.substring(1)));
        refused(site.post("/people/events/ilse@example.org", "{\"text\": \"Ordered\", " + data.substring(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "0", "-1.5", "false"})
    void everyFlatValueIsTaken(String value) {
        String data = "{\"data\": {\"a\": " + value + "}}";

        assertThat(site.patch("/conversation/" + sessionId + "/meta", data).status())
                .isEqualTo(200);
        assertThat(site.put("/people/data/ilse@example.org", data).status()).isEqualTo(200);
        assertThat(site.get("/people/data/ilse@example.org").data()).isEqualTo(Site.json(data));
        assertThat(site.get("/conversation/" + sessionId + "/meta").data().get("data"))
                .isEqualTo(Site.json(data).get("data"));
    }

    private static void refused(Reply reply) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.data().get("message").asText()).isEqualTo("data.data.a should be string,number,boolean");
    }
}
