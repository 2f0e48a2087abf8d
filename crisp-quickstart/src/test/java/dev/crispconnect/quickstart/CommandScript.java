package dev.crispconnect.quickstart;

import dev.crispconnect.simulator.workspace.ProfileCard;
import dev.crispconnect.simulator.workspace.State;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes commands for conversations and a profile that are new, so that each has an effect of its own. A conversation is
 * written to, resolved or archived once, and written to again. The commands of every other conversation have ids of their
 * own. The same seed makes the same commands.
 */
final class CommandScript {
    private static final String SEND = "POST message";
    private static final String STATE = "PATCH state";
    private static final String META = "PATCH meta";
    private static final String PROFILE = "PATCH profile";
    private static final int CONVERSATIONS = 6;

    private final Workspace workspace;
    private final Random chance;
    private int lanes;
    private int commands;

    CommandScript(Workspace workspace, long seed) {
        this.workspace = workspace;
        this.chance = new Random(seed);
    }

    /** The next commands, those of different conversations mixed. */
    List<IssuedCommand> next() {
        var queues = new ArrayList<Deque<IssuedCommand>>();
        for (int i = 0; i < CONVERSATIONS; i++) {
            queues.add(new ArrayDeque<>(conversation()));
        }
        queues.add(new ArrayDeque<>(profile()));
        var mixed = new ArrayList<IssuedCommand>();
        while (!queues.isEmpty()) {
            var queue = queues.get(chance.nextInt(queues.size()));
            mixed.add(queue.remove());
            queues.removeIf(Deque::isEmpty);
        }
        return mixed;
    }

    private List<IssuedCommand> conversation() {
        boolean withIds = lanes++ % 2 == 0;
        var sessionId = workspace
                .visitorArrives("Visitor " + lanes, "visitor-" + lanes + "@example.org")
                .sessionId();
        workspace.conversations().setState(sessionId, State.UNRESOLVED);
        var made = new ArrayList<IssuedCommand>();
        Stream.generate(() -> message(sessionId, withIds))
                .limit(1 + chance.nextInt(3))
                .forEach(made::add);
        made.add(ending(sessionId, withIds));
        Stream.generate(() -> message(sessionId, withIds))
                .limit(chance.nextInt(3))
                .forEach(made::add);
        return made;
    }

    private IssuedCommand message(String sessionId, boolean withId) {
        var text = "text " + ++commands;
        var type = chance.nextInt(4) == 0 ? "note" : "text";
        var body = "\"command\": \"send\", \"type\": \"" + type + "\", \"text\": \"" + text + "\"";
        return new IssuedCommand(sessionId, id(withId), body, List.of(text), List.of(SEND));
    }

    private IssuedCommand ending(String sessionId, boolean withId) {
        var note = "note " + ++commands;
        return switch (lanes % 3) {
            case 0 ->
                new IssuedCommand(
                        sessionId,
                        id(withId),
                        "\"command\": \"resolve\", \"note\": \"" + note + "\"",
                        List.of(note),
                        List.of(SEND, STATE));
            case 1 ->
                new IssuedCommand(sessionId, id(withId), "\"command\": \"archive\"", List.of(), List.of(META, STATE));
            default -> new IssuedCommand(sessionId, id(withId), "\"command\": \"resolve\"", List.of(), List.of(STATE));
        };
    }

    private List<IssuedCommand> profile() {
        var address = "person-" + lanes + "@example.org";
        workspace.people().create(ProfileCard.of(address, "Person " + lanes));
        return Map.of("nickname", "N ", "address", "A ", "description", "D ").entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> update(address, field.getKey(), field.getValue() + ++commands))
                .toList();
    }

    private IssuedCommand update(String address, String field, String value) {
        var body = "\"command\": \"update_profile\", \"person\": {\"" + field + "\": \"" + value + "\"}";
        return new IssuedCommand(address, id(true), body, List.of(), List.of(PROFILE));
    }

    private String id(boolean wanted) {
        return wanted ? "command-" + ++commands : null;
    }
}
