package dev.crispconnect.simulator.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.switches.Switches;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionEventsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00.125Z");
    private static final String WEBSITE_ID = "0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11";
    private static final String INBOX_ID = "5a0e6f1c-6f2f-4a7a-8a55-0d1f2b3c4d5e";

    private final Workspace workspace = new Workspace(WEBSITE_ID, 1, new Switches(), InstantSource.fixed(NOW));
    private final Conversations conversations = workspace.conversations();
    private final String sessionId = conversations.start().sessionId();
    private final List<Event> events = new ArrayList<>();

    @Test
    void anEventNamesTheWebsiteTheConversationItsInboxAndTheTime() {
        conversations.moveToInbox(sessionId, INBOX_ID);
        workspace.events().listen(events::add);

        conversations.setState(sessionId, State.RESOLVED);

        assertThat(events).hasSize(1);
        Event event = events.get(0);
        assertThat(event.name()).isEqualTo("session:set_state");
        assertThat(event.websiteId()).isEqualTo(WEBSITE_ID);
        assertThat(event.time()).isEqualTo(NOW);
        assertThat(event.data())
                .containsEntry("website_id", WEBSITE_ID)
                .containsEntry("session_id", sessionId)
                .containsEntry("inbox_id", INBOX_ID)
                .containsEntry("state", "resolved")
                .hasSize(4);
    }

    @Test
    void theMainInboxIsNull() {
        workspace.events().listen(events::add);

        conversations.setState(sessionId, State.RESOLVED);

        assertThat(events.get(0).data()).containsEntry("inbox_id", null);
    }

    @Test
    void aMessageThatMovesTheStateTellsSo() {
        conversations.setState(sessionId, State.RESOLVED);
        workspace.events().listen(events::add);

        workspace.visitorWrites(sessionId, "Still there?");
        workspace.visitorWrites(sessionId, "Hello?");

        assertThat(events)
                .filteredOn(event -> event.name().equals("session:set_state"))
                .extracting(event -> event.data().get("state"))
                .containsExactly("unresolved");
    }

    @Test
    void theSameStateAgainTellsNothing() {
        workspace.events().listen(events::add);

        conversations.setState(sessionId, State.PENDING);

        assertThat(events).isEmpty();
    }
}
