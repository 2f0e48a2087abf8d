package dev.crispconnect.sink;

import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.workspace.Inbox;
import dev.crispconnect.simulator.workspace.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;

/**
 * Commands of every kind there is, in random order but for those on the same thing, each of which has its script. Whose
 * effects cannot be told from the state in the end (a conversation that is removed) stand alone in theirs.
 */
final class EveryCommand {

    private final List<Queue<Map<String, Object>>> scripts = new ArrayList<>();
    private final CrispSimulator crisp;
    private final Random random;
    private final String userId;
    private final String inboxId;

    EveryCommand(CrispSimulator crisp, Random random) {
        this.crisp = crisp;
        this.random = random;
        this.userId = joined("mo");
        this.inboxId = crisp.workspace()
                .inboxes()
                .create(new Inbox.Card("Parcels", "", 0, List.of(), List.of(), List.of(), "and"))
                .inboxId();
        script(workspace());
    }

    /** A conversation that everything but removing happens to; ends resolved, unassigned, in the inbox, blocked. */
    Talk talk() {
        String sessionId =
                crisp.workspace().visitorArrives("Lena", "lena@example.org").sessionId();
        long edited = crisp.workspace().visitorWrites(sessionId, "first").fingerprint();
        long removed = crisp.workspace().visitorWrites(sessionId, "second").fingerprint();
        List<String> texts = new ArrayList<>(List.of("first, edited"));
        List<Map<String, Object>> commands = new ArrayList<>(List.of(
                Map.of("command", "edit_message", "fingerprint", edited, "text", "first, edited"),
                Map.of("command", "remove_message", "fingerprint", removed),
                Map.of("command", "reopen_conversation"),
                Map.of("command", "assign_conversation", "user_id", userId),
                Map.of("command", "unassign_conversation"),
                Map.of("command", "update_conversation", "subject", "Parcel"),
                Map.of("command", "mark_read"),
                Map.of("command", "block_conversation"),
                Map.of("command", "move_conversation", "inbox_id", inboxId),
                Map.of("command", "get_conversation"),
                Map.of("command", "get_message", "fingerprint", edited),
                Map.of("command", "list_messages"),
                Map.of("command", "send_message", "text", "sent"),
                Map.of("command", "send_note", "text", "noted"),
                Map.of("command", "resolve_conversation", "note", "resolved"),
                Map.of("command", "close_conversation", "outcome", "unresolved", "note", "closed"),
                Map.of("command", "archive_conversation")));
        Collections.shuffle(commands, random);
        commands.add(Map.of("command", "hand_back_conversation"));
        commands.forEach(command -> {
            Object text = command.getOrDefault("note", command.get("text"));
            if (text != null && !command.get("command").equals("edit_message")) {
                texts.add((String) text);
            }
        });
        script(on(Map.of("session_id", sessionId), commands));
        return new Talk(sessionId, texts, inboxId);
    }

    /** A conversation that is removed. */
    String goodbye() {
        String sessionId =
                crisp.workspace().visitorArrives("Ada", "ada@example.org").sessionId();
        crisp.workspace().visitorWrites(sessionId, "bye");
        script(List.of(Map.of("command", "remove_conversation", "session_id", sessionId)));
        return sessionId;
    }

    /** A conversation that is initiated with this text. */
    void initiate(String email, String text) {
        script(List.of(Map.of("command", "initiate_conversation", "email", email, "text", text)));
    }

    /** A profile that is made, changed, given two events and unsubscribed. */
    void person(String email) {
        script(on(
                Map.of("people_id", email),
                List.of(
                        Map.of("command", "create_people_profile", "email", email, "person", Map.of("nickname", "A")),
                        Map.of("command", "add_people_event", "text", "came"),
                        Map.of("command", "update_people_profile", "person", Map.of("nickname", "B")),
                        Map.of("command", "update_people_data", "data", Map.of("plan", "gold")),
                        Map.of("command", "set_subscription", "subscribed", false),
                        Map.of("command", "get_people_profile"),
                        Map.of("command", "add_people_event", "text", "paid"))));
    }

    /** A profile that is removed. */
    void leave(String peopleId) {
        script(List.of(Map.of("command", "remove_people_profile", "people_id", peopleId)));
    }

    private List<Map<String, Object>> workspace() {
        String left = joined("noor");
        return List.of(
                Map.of("command", "update_website_settings", "contact", Map.of("email", "help@example.org")),
                Map.of("command", "update_operator", "user_id", userId, "title", "Lead"),
                Map.of("command", "remove_operator", "user_id", left),
                Map.of(
                        "command",
                        "invite_operator",
                        "email",
                        "new@example.org",
                        "role",
                        "member",
                        "verify",
                        Map.of(
                                "method",
                                "password",
                                "secret",
                                SimulatorSettings.defaults().userSecret())),
                Map.of("command", "get_operator", "user_id", userId),
                Map.of("command", "list_operators"),
                Map.of("command", "list_conversations"),
                Map.of("command", "list_people_profiles"),
                Map.of("command", "get_website_settings"));
    }

    private String joined(String name) {
        return crisp.workspace()
                .operators()
                .join(name, "Adler", name + "@example.org", Role.MEMBER)
                .userId();
    }

    /** The next command, of a script that is chosen at random; its partition is the script's number. Null at the end. */
    Next next() {
        List<Integer> unfinished = new ArrayList<>();
        for (int i = 0; i < scripts.size(); i++) {
            if (!scripts.get(i).isEmpty()) {
                unfinished.add(i);
            }
        }
        if (unfinished.isEmpty()) {
            return null;
        }
        int script = unfinished.get(random.nextInt(unfinished.size()));
        return new Next(script, scripts.get(script).remove());
    }

    private void script(List<Map<String, Object>> commands) {
        scripts.add(new ArrayDeque<>(commands));
    }

    private static List<Map<String, Object>> on(Map<String, Object> target, List<Map<String, Object>> commands) {
        return commands.stream()
                .map(command -> {
                    Map<String, Object> whole = new HashMap<>(command);
                    if (!"create_people_profile".equals(command.get("command"))) {
                        whole.putAll(target);
                    }
                    return whole;
                })
                .toList();
    }

    /** What a conversation is to hold in the end. */
    record Talk(String sessionId, List<String> texts, String inboxId) {}

    /** A command and the number of its script. */
    record Next(int script, Map<String, Object> command) {}
}
