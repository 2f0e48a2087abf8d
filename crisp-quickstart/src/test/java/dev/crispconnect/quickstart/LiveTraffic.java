package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.ProfileCard;
import dev.crispconnect.simulator.workspace.State;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Visitors and operators at work while workers die: they write, correct and remove messages, change states and names, come for
 * the first time and are removed. Who corrects or removes says something afterwards, so the conversation moves to the front
 * of Crisp's list. The same seed makes the same choices.
 */
final class LiveTraffic implements AutoCloseable {
    private static final int PAUSE_MILLIS = 60;
    private static final int RECENT = 30;
    private static final List<State> STATES = List.of(State.values());

    private final Workspace workspace;
    private final Random chance;
    private final List<String> sessionIds = new ArrayList<>();
    private final List<String> peopleIds;
    private final Deque<Message> recent = new ArrayDeque<>();
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
        if (act < 65) {
            write(sessionId, act, number);
        } else if (act < 78) {
            workspace.conversations().setState(sessionId, STATES.get(chance.nextInt(STATES.size())));
        } else if (act < 82) {
            workspace.visitor(sessionId).nickname("Visitor " + number);
        } else if (act < 86) {
            workspace.people().patch(peopleIds.get(chance.nextInt(peopleIds.size())), named("Person " + number));
        } else if (act < 91) {
            var arrived = workspace.visitorArrives("Visitor " + number, "visitor-" + number + "@example.org");
            workspace.visitorWrites(arrived.sessionId(), "hello " + number);
            sessionIds.add(arrived.sessionId());
        } else if (act < 99) {
            text(sessionId).ifPresent(text -> correct(text, act < 96, number));
        } else {
            workspace.conversations().remove(sessionId);
            sessionIds.remove(sessionId);
        }
    }

    private void write(String sessionId, int act, int number) {
        if (act < 42) {
            remember(workspace.visitorWrites(sessionId, "question " + number));
        } else if (act < 60) {
            remember(workspace.operatorAnswers(sessionId, "answer " + number));
        } else {
            remember(workspace.operatorChat(sessionId).notes("note " + number));
        }
    }

    private void correct(Message text, boolean edits, int number) {
        var operator = workspace.operatorChat(text.sessionId());
        if (edits) {
            operator.edits(text.fingerprint(), "corrected " + number);
        } else {
            operator.removes(text.fingerprint());
        }
        operator.answers("sorry for that " + number);
    }

    /** One of the texts written lately, or one of the conversation, however old. */
    private Optional<Message> text(String sessionId) {
        var texts = chance.nextInt(3) > 0
                ? recent.stream().filter(this::isThere).toList()
                : workspace.messages().of(sessionId).stream()
                        .filter(message -> message.type().equals("text"))
                        .toList();
        return texts.isEmpty() ? Optional.empty() : Optional.of(texts.get(chance.nextInt(texts.size())));
    }

    private boolean isThere(Message message) {
        return workspace.conversations().find(message.sessionId()).isPresent()
                && workspace
                        .messages()
                        .find(message.sessionId(), message.fingerprint())
                        .isPresent();
    }

    private void remember(Message message) {
        recent.addLast(message);
        if (recent.size() > RECENT) {
            recent.removeFirst();
        }
    }

    private static ProfileCard named(String nickname) {
        return new ProfileCard(null, Map.of("nickname", nickname), Map.of(), null, null, null);
    }
}
