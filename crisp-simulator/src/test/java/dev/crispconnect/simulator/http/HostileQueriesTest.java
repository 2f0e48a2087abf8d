package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that no sane caller sends: refused if wrong, never a failure of the simulator. */
class HostileQueriesTest {

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.open();
        site.workspace().seed(3, 1, 2);
        String sessionId = site.workspace()
                .conversations()
                .start(Map.of("data", Map.of("visits", 3)))
                .sessionId();
        site.patch("/conversation/" + sessionId + "/meta", "{\"device\": {\"unknown\": 1e999}}");
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void aQueryThatIsNotEncodedIsRefused() throws IOException {
        String path = "website/" + site.workspace().website().websiteId() + "/conversations/1?per_page=%zz";

        assertThat(raw(path)).startsWith("HTTP/1.1 400 ").contains("\"reason\":\"invalid_data\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void aDateThatHasNoPlaceInTimeIsRefused(String date) {
        String encoded = URLEncoder.encode(date, StandardCharsets.UTF_8);

        for (String bound : new String[] {"filter_date_start=", "filter_date_end="}) {
            Reply conversations = site.get("/conversations/1?order_date_updated=1&" + bound + encoded);
            assertThat(conversations.status()).isEqualTo(400);
            assertThat(conversations.data().get("message").asText()).endsWith("should match format \"date-time\"");
            assertThat(site.get("/people/profiles/1?" + bound + encoded).status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            created_at          | "+999999999-12-31T23:59:59Z"
            created_at          | null
            meta.data.visits    | "1e999999999"
            meta.device.unknown | 1
            meta                | {}
            unread.operator     | [[[]]]
            """)
    void aFilterComparesWithAnything(String criterion, String value) {
        for (String operator : new String[] {"eq", "neq", "gt", "lte"}) {
            String clauses = "[{\"model\": \"conversation\", \"criterion\": \"" + criterion + "\", \"operator\": \""
                    + operator + "\", \"query\": [" + value + "]}]";
            String query = URLEncoder.encode(clauses, StandardCharsets.UTF_8);

            assertThat(site.get("/conversations/1?include_empty=1&search_type=filter&search_query=" + query)
                            .status())
                    .isEqualTo(200);
        }
    }

    private static String raw(String path) throws IOException {
        URI url = site.simulator().url();
        String request = "GET " + url.getPath() + path + " HTTP/1.1\r\nHost: " + url.getHost() + "\r\n"
                + "Authorization: " + site.simulator().websiteToken().authorization() + "\r\n"
                + "X-Crisp-Tier: website\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
