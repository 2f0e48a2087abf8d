package dev.crispconnect.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crispconnect.simulator.ManualClock;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.State;
import dev.crispconnect.simulator.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
                .hasAtLeastOneElementOfType(Action.ChangeState.class)
                .hasAtLeastOneElementOfType(Action.Edit.class)
                .hasAtLeastOneElementOfType(Action.Remove.class)
                .hasAtLeastOneElementOfType(Action.Type.class)
                .hasAtLeastOneElementOfType(Action.Read.class)
                .hasAtLeastOneElementOfType(Action.BackDate.class)
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
    void trafficIsToldAsItHappens() {
        Workspace workspace = workspace();
        Set<String> names = new TreeSet<>();
        workspace.events().listen(event -> names.add(event.name()));
        try (VisitorTraffic traffic = new VisitorTraffic(workspace, 5)) {
            IntStream.range(0, 1_000).forEach(i -> traffic.step());
        }

        assertThat(names)
                .contains(
                        "message:send",
                        "message:received",
                        "message:updated",
                        "message:removed",
                        "message:compose:send",
                        "message:acknowledge:read:send",
                        "message:acknowledge:read:received",
                        "session:set_state");
    }

    @Test
    void whatTheTeamNeverWroteIsNotCorrected() {
        Workspace workspace = new Workspace("w", 1, new Switches(), clock::now);
        String sessionId = workspace.visitorArrives("Ilse", "ilse@example.org").sessionId();
        workspace.visitor(sessionId).chat().writes("Hello");
        workspace.operatorChat(sessionId).notes("Called the carrier");
        Stage stage = new Stage(workspace);

        assertThat(stage.perform(new Action.Edit(0, "Good morning"))).isFalse();
        assertThat(stage.perform(new Action.Remove(0))).isFalse();
        assertThat(workspace.messages().of(sessionId)).hasSize(2);
    }

    @Test
    void theNewestTextOfTheTeamIsCorrected() {
        Workspace workspace = new Workspace("w", 1, new Switches(), clock::now);
        String sessionId = workspace.visitorArrives("Ilse", "ilse@example.org").sessionId();
        Stage stage = new Stage(workspace);
        stage.perform(new Action.Reply(0, "first"));
        stage.perform(new Action.Reply(0, "second"));
        stage.perform(new Action.Write(0, "Hello"));

        stage.perform(new Action.Edit(0, "corrected"));
        List<Object> edited = contents(workspace, sessionId);
        stage.perform(new Action.Remove(0));

        assertThat(edited).containsExactly("first", "corrected", "Hello");
        assertThat(contents(workspace, sessionId)).containsExactly("first", "Hello");
    }

    @Test
    void whatComesInLateLiesBeforeTheLastChange() {
        Workspace workspace = new Workspace("w", 1, new Switches(), clock::now);
        String sessionId = workspace.visitorArrives("Ilse", "ilse@example.org").sessionId();
        Stage stage = new Stage(workspace);
        stage.perform(new Action.Write(0, "Hello"));

        stage.perform(new Action.BackDate(0, "by e-mail", Duration.ofMinutes(5)));

        assertThat(contents(workspace, sessionId)).containsExactly("by e-mail", "Hello");
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

    private static List<Object> contents(Workspace workspace, String sessionId) {
        return workspace.messages().of(sessionId).stream().map(Message::content).toList();
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
