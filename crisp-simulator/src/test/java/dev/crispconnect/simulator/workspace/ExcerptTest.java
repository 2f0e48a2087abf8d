package dev.crispconnect.simulator.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.ManualClock;
import dev.crispconnect.simulator.switches.Switches;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    private static final String ALMOST = "x".repeat(99);

    private final Workspace workspace = new Workspace(
            "0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11",
            1,
            new Switches(),
            new ManualClock(Instant.parse("2026-03-02T09:30:00Z"))::now);
    private final String sessionId = workspace.conversations().start().sessionId();

    @Test
    void aLongTextIsCut() {
        workspace.visitorWrites(sessionId, ALMOST + "yz");

        assertThat(lastMessage()).isEqualTo(ALMOST + "y");
    }

    @Test
    void noCharacterIsCutInHalf() {
        workspace.visitorWrites(sessionId, ALMOST + "🙏");

        assertThat(lastMessage()).isEqualTo(ALMOST);
    }

    private String lastMessage() {
        return workspace.conversations().get(sessionId).lastMessage();
    }
}
