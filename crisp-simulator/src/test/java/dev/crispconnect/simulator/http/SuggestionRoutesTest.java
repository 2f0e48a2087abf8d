package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionRoutesTest {

    private static final String SUGGEST = "/conversations/suggest";

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open();
        site.workspace()
                .conversations()
                .start(Map.of("segments", List.of("vip", "shipping"), "data", Map.of("order", "1")));
        site.workspace()
                .conversations()
                .start(Map.of("segments", List.of("vip"), "data", Map.of("order", "2", "shop", "b")));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void segmentsAndDataKeysAreOfferedByFrequency() {
        Reply segments = site.get(SUGGEST + "/segments/1");
        Reply keys = site.get(SUGGEST + "/data");

        assertThat(segments.body()).contains("\"data\":[").contains("\"segment\":\"vip\"");
        assertThat(segments.data().get(0).get("segment").asText()).isEqualTo("vip");
        assertThat(segments.data().get(0).get("count").asInt()).isEqualTo(2);
        assertThat(segments.data().get(1).get("segment").asText()).isEqualTo("shipping");
        assertThat(keys.data().get(0).get("key").asText()).isEqualTo("order");
        assertThat(keys.data().get(1).get("count").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsForgottenIsOfferedNoMore() {
        Reply segment = site.call("DELETE", SUGGEST + "/segment", "{\"segment\": \"vip\"}");
        Reply key = site.call("DELETE", SUGGEST + "/data", "{\"key\": \"order\"}");

        assertThat(segment.reason()).isEqualTo("deleted");
        assertThat(key.reason()).isEqualTo("deleted");
        assertThat(site.get(SUGGEST + "/segments/1").data()).hasSize(1);
        assertThat(site.get(SUGGEST + "/data/1").data()).hasSize(1);
        assertThat(site.workspace().conversations().all().get(0).segments()).contains("vip");
    }

    @Test
    void whatIsForgottenMustBeNamed() {
        assertThat(site.call("DELETE", SUGGEST + "/segment", "{}").reason()).isEqualTo("invalid_data");
        assertThat(site.call("DELETE", SUGGEST + "/data", "{\"key\": 1}").reason())
                .isEqualTo("invalid_data");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /conversations/spams/1",
        "GET, /conversations/spam/1/content",
        "POST, /conversations/spam/1/decision",
        "POST, /conversation/session_1/widget/plugin_1/button",
        "POST, /conversation/session_1/widget/plugin_1/data"
    })
    void spamAndWidgetsAreForOperatorsOnly(String method, String path) {
        Reply reply = site.call(method, path, method.equals("GET") ? null : "{}");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.reason()).isEqualTo("not_allowed");
    }
}
