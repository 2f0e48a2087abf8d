package dev.crispconnect.client;

import static dev.crispconnect.client.WireServer.envelope;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator sees of each call. */
class CallLogTest {

    private final Logger root = (Logger) LogManager.getRootLogger();
    private final Level before = root.getLevel();
    private final Lines lines = new Lines();

    @BeforeEach
    void listenToEverything() {
        lines.start();
        root.addAppender(lines);
        Configurator.setRootLevel(Level.ALL);
    }

    @AfterEach
    void listenNoMore() {
        root.removeAppender(lines);
        Configurator.setRootLevel(before);
    }

    @Test
    void namesRouteAndStatusButNoIdNoTextAndNoToken() throws Exception {
        try (WireServer server = WireServer.answering(envelope(200, "updated", "{\"email\":\"ilse@example.org\"}"));
                CrispClient client = Clients.open(server.url())) {
            client.execute(People.update("website-7", "ilse@example.org", Map.of("notepad", "personal")));
        }

        assertThat(lines.seen).anySatisfy(line -> assertThat(line)
                .matches("DEBUG Crisp call ended: method=PATCH"
                        + " template=/website/\\{website_id}/people/profile/\\{people_id} status=200 millis=\\d+"));
        assertThat(String.join("\n", lines.seen))
                .doesNotContain("ilse", "website-7", "personal", "secret-key", "aWRlbnRpZmllcjpzZWNyZXQta2V5");
    }

    private static final class Lines extends AbstractAppender {

        private final List<String> seen = new CopyOnWriteArrayList<>();

        Lines() {
            super("lines", null, null, false, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            seen.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
        }
    }
}
