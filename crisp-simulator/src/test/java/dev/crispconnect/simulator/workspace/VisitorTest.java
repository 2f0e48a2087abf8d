package dev.crispconnect.simulator.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.Change;
import dev.crispconnect.simulator.workspace.Conversation.Presence;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VisitorTest {

    private static final Instant START = Instant.parse("2026-03-02T09:30:00.125Z");

    private final Switches switches = new Switches();
    private Instant now = START;
    private final InstantSource clock = () -> now;
    private final Workspace workspace = new Workspace("0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11", 1, switches, clock);
    private final String sessionId =
            workspace.visitorArrives("Ilse", "ilse@example.org").sessionId();
    private final Visitor visitor = workspace.visitor(sessionId);

    @Test
    void aVisitorIsThereOrWasLastSeen() {
        Presence before = conversation().presence();
        tick();
        visitor.comesOnline();
        Presence there = conversation().presence();
        tick();
        visitor.goesOffline();

        assertThat(before).isEqualTo(new Presence(false, null));
        assertThat(there).isEqualTo(new Presence(true, START.plusSeconds(1)));
        assertThat(conversation().presence()).isEqualTo(new Presence(false, START.plusSeconds(2)));
    }

    @Test
    void whoBrowsesIsSeen() {
        tick();

        visitor.browses("Home", "https://shop.example.org/", null);

        assertThat(conversation().presence().last()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void byDefaultPresenceLeavesTheUpdateDateAlone() {
        tick();
        visitor.comesOnline();
        Instant untouched = conversation().updatedAt();
        switches.set(WorkspaceSwitch.MOVES_UPDATED_AT, Set.of(Change.PRESENCE));
        visitor.goesOffline();

        assertThat(untouched).isEqualTo(START);
        assertThat(conversation().updatedAt()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void pagesAndEventsAreListedNewestFirst() {
        visitor.browses("Home", "https://shop.example.org/", null);
        visitor.browses("Boxes", "https://shop.example.org/boxes", "https://shop.example.org/");
        visitor.triggers("Looked", Map.of(), null);
        visitor.triggers("Bought", Map.of("price", 4), "green");

        assertThat(workspace.sideLists().pages(sessionId))
                .extracting(PageView::title)
                .containsExactly("Boxes", "Home");
        assertThat(workspace.sideLists().events(sessionId))
                .extracting(VisitorEvent::text)
                .containsExactly("Bought", "Looked");
    }

    @Test
    void anUploadIsAMessageAndAFile() {
        Message message = visitor.chat().uploads("invoice.pdf", "https://files.example.org/i.pdf", "application/pdf");

        assertThat(message.type()).isEqualTo("file");
        assertThat(workspace.sideLists().files(sessionId))
                .containsExactly(new SharedFile(
                        "invoice.pdf",
                        "application/pdf",
                        "https://files.example.org/i.pdf",
                        message.fingerprint(),
                        START));
    }

    @Test
    void whatIsLearntOfADeviceAddsUp() {
        visitor.timezone(-60);
        visitor.locales(List.of("de", "en"));
        visitor.geolocation(Map.of("country", "DE"));

        assertThat(conversation().meta().get("device"))
                .isEqualTo(Map.of(
                        "timezone", -60, "locales", List.of("de", "en"), "geolocation", Map.of("country", "DE")));
    }

    @Test
    void aVisitorOfARemovedConversationIsGone() {
        workspace.conversations().remove(sessionId);

        assertThatThrownBy(visitor::comesOnline).isInstanceOf(AbsentException.class);
    }

    private Conversation conversation() {
        return workspace.conversations().get(sessionId);
    }

    private void tick() {
        now = now.plusSeconds(1);
    }
}
