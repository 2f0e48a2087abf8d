package dev.crispconnect.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.ManualClock;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.MessageDraft;
import dev.crispconnect.simulator.workspace.Side;
import dev.crispconnect.simulator.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveryCheckTest {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final Workspace workspace = new Workspace("w", 1, new Switches(), clock::now);
    private final String session = workspace.conversations().start().sessionId();

    @Test
    void aMessageThatOvertookAnEarlierOneIsCounted() {
        arrive(1, "urn:crispconnect.dev:kafka:0");
        arrive(3, "urn:crispconnect.dev:kafka:0");
        arrive(2, "urn:crispconnect.dev:kafka:0");

        assertThat(check(4)).isEqualTo(new DeliveryCheck(1, 0, 1));
    }

    @Test
    void thePlainLoopIsNotHeldToAnyOrder() {
        arrive(5, "urn:crispconnect.dev:benchmark:0");
        arrive(4, "urn:crispconnect.dev:benchmark:0");
        arrive(1, "urn:crispconnect.dev:kafka:0");
        arrive(2, "urn:crispconnect.dev:kafka:0");

        assertThat(check(3)).isEqualTo(new DeliveryCheck(1, 0, 0));
    }

    @Test
    void aMessageThatIsThereTwiceIsRepeatedAndNotOutOfOrder() {
        arrive(0, "urn:crispconnect.dev:kafka:0");
        arrive(1, "urn:crispconnect.dev:kafka:0");
        arrive(0, "urn:crispconnect.dev:kafka:0");

        assertThat(check(2)).isEqualTo(new DeliveryCheck(0, 1, 0));
    }

    private DeliveryCheck check(int commands) {
        return DeliveryCheck.of(workspace, new SinkLoad(commands, List.of(session)));
    }

    private void arrive(int number, String origin) {
        clock.advance(Duration.ofMillis(1));
        workspace
                .messages()
                .send(
                        session,
                        new MessageDraft(
                                "text",
                                Side.OPERATOR,
                                origin,
                                number + " padding",
                                null,
                                null,
                                null,
                                List.of(),
                                Map.of()));
    }
}
