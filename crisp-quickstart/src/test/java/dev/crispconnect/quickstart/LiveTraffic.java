package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.ProfileCard;
import dev.crispconnect.simulator.workspace.State;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Visitors and operators at work while workers die: they write, change states and names, and come for the first time; all
 * of it what the lists of Crisp show, as polling sees nothing else. The same seed makes the same choices.
 */
final class LiveTraffic implements AutoCloseable {
    private static final int PAUSE_MILLIS = 60;
    private static final List<State> STATES = List.of(State.values());

    private final Workspace workspace;
    private final Random chance;
    private final List<String> sessionIds = new ArrayList<>();
    private final List<String> peopleIds;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> acting;
    private int acts;

    LiveTraffic(Workspace workspace, long seed) {
        this.workspace = workspace;
        this.chance = new Random(seed);
        this.peopleIds = workspace.people().all().stream()
                .map(profile -> profile.peopleId())
                .toList();
        workspace.conversations().all().stream().map(Conversation::sessionId).forEach(sessionIds::add);
        this.acting = thread.scheduleWithFixedDelay(this::act, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Fails as an act did that has failed, which nothing happens after. */
    void requireUnharmed() throws ExecutionException, InterruptedException {
        if (acting.isDone()) {
            acting.get();
        }
    }

    /** Ends it; nothing happens any more when this returns. */
    @Override
    public void close() {
        acting.cancel(false);
        thread.shutdown();
        try {
            assertThat(thread.awaitTermination(10, TimeUnit.SECONDS))
                    .as("the traffic has ended")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void act() {
        int number = ++acts;
        var sessionId = sessionIds.get(chance.nextInt(sessionIds.size()));
        int act = chance.nextInt(100);
        if (act < 50) {
            workspace.visitorWrites(sessionId, "question " + number);
        } else if (act < 70) {
            workspace.operatorAnswers(sessionId, "answer " + number);
        } else if (act < 75) {
            workspace.operatorChat(sessionId).notes("note " + number);
        } else if (act < 88) {
            workspace.conversations().setState(sessionId, STATES.get(chance.nextInt(STATES.size())));
        } else if (act < 92) {
            workspace.visitor(sessionId).nickname("Visitor " + number);
        } else if (act < 96) {
            workspace.people().patch(peopleIds.get(chance.nextInt(peopleIds.size())), named("Person " + number));
        } else {
            var arrived = workspace.visitorArrives("Visitor " + number, "visitor-" + number + "@example.org");
            workspace.visitorWrites(arrived.sessionId(), "hello " + number);
            sessionIds.add(arrived.sessionId());
        }
    }

    private static ProfileCard named(String nickname) {
        return new ProfileCard(null, Map.of("nickname", nickname), Map.of(), null, null, null);
    }
}
