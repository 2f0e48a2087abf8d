package dev.crispconnect.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crispconnect.simulator.ManualClock;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.State;
import dev.crispconnect.simulator.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class VisitorTrafficTest {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-02T09:30:00Z"));

    @Test
    void theSameSeedGivesTheSameActions() {
        assertThat(actions(11)).isEqualTo(actions(11)).isNotEqualTo(actions(12));
    }

    @Test
    void everyKindOfActionOccurs() {
        assertThat(actions(11))
                .hasAtLeastOneElementOfType(Action.Start.class)
                .hasAtLeastOneElementOfType(Action.Write.class)
                .hasAtLeastOneElementOfType(Action.Reply.class)
                .hasAtLeastOneElementOfType(Action.Resolve.class)
                .hasAtLeastOneElementOfType(Action.Reopen.class)
                .hasAtLeastOneElementOfType(Action.ChangeProfile.class);
    }

    @Test
    void anEmptyWorkspaceComesToLifeToo() {
        TrafficScript script = new TrafficScript(1, 0, 0);

        assertThat(script.next()).isInstanceOf(Action.Start.class);
    }

    @Test
    void theSameTrafficLeavesTheSameWorkspace() {
        Workspace one = lived(300);
        Workspace two = lived(300);

        assertThat(one.conversations().all()).isEqualTo(two.conversations().all());
        assertThat(one.conversations().all()).hasSizeGreaterThan(10);
        assertThat(one.conversations().all()).anyMatch(conversation -> conversation.state() == State.RESOLVED);
    }

    @Test
    void whatWasRemovedInTheMeantimeIsPassedOver() {
        Workspace workspace = workspace();
        try (VisitorTraffic traffic = new VisitorTraffic(workspace, 5)) {
            workspace.conversations().all().forEach(c -> workspace
                    .conversations()
                    .remove(c.sessionId()));

            IntStream.range(0, 50).forEach(i -> traffic.step());

            assertThat(traffic.performed()).isBetween(1L, 49L);
        }
    }

    @Test
    void itRunsAtItsPaceUntilItIsStopped() {
        try (VisitorTraffic traffic = new VisitorTraffic(workspace(), 5)) {
            List<Action> seen = new ArrayList<>();
            traffic.onAction(action -> {
                synchronized (seen) {
                    seen.add(action);
                }
            });
            traffic.start(500);
            Awaitility.await().until(() -> traffic.performed() >= 20);
            traffic.stop();

            assertThat(seen).hasSizeGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void aPaceOfNothingIsRefused() {
        try (VisitorTraffic traffic = new VisitorTraffic(workspace(), 5)) {
            assertThatIllegalArgumentException().isThrownBy(() -> traffic.start(0));
        }
    }

    private Workspace workspace() {
        Workspace workspace = new Workspace("w", 1, new Switches(), clock::now);
        workspace.seed(10, 2, 3);
        return workspace;
    }

    private Workspace lived(int steps) {
        clock.set(Instant.parse("2026-03-02T09:30:00Z"));
        Workspace workspace = workspace();
        try (VisitorTraffic traffic = new VisitorTraffic(workspace, 5)) {
            for (int i = 0; i < steps; i++) {
                clock.advance(Duration.ofSeconds(1));
                traffic.step();
            }
        }
        return workspace;
    }

    private static List<Action> actions(long seed) {
        TrafficScript script = new TrafficScript(seed, 10, 3);
        return IntStream.range(0, 500).mapToObj(i -> script.next()).toList();
    }
}
