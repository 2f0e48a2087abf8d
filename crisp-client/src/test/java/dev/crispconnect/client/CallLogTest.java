package dev.crispconnect.client;

import static dev.crispconnect.client.WireServer.envelope;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an operator sees of each call. */
class CallLogTest {

    @Test
    void namesRouteAndStatusButNoIdNoTextAndNoToken() throws Exception {
        List<String> lines;
        try (CapturedLog log = new CapturedLog();
                WireServer server = WireServer.answering(envelope(200, "updated", "{\"email\":\"ilse@example.org\"}"));
                CrispClient client = Clients.open(server.url())) {
            client.execute(People.update("website-7", "ilse@example.org", Map.of("notepad", "personal")));
            lines = log.lines();
        }

        assertThat(lines).anySatisfy(line -> assertThat(line)
                .matches("DEBUG Crisp call ended: method=PATCH"
                        + " template=/website/\\{website_id}/people/profile/\\{people_id} status=200 millis=\\d+"));
        assertThat(String.join("\n", lines))
                .doesNotContain("ilse", "website-7", "personal", "secret-key", "aWRlbnRpZmllcjpzZWNyZXQta2V5");
    }
}
