package dev.crispconnect.quickstart.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;

/** Reads typed lines. Pure, but for the look at the conversations known. */
final class TypedReader {
    static final String HELP =
            """
            resolve <number> [note...]          resolve a conversation, after leaving a note for the operators
            archive <number>                    resolve it and tag it as archived
            send <number> <text...>             write to the visitor
            profile <e-mail> <field>=<value>... change a contact: nickname, phone, address, description, website, notepad
            list                                show the conversations and their numbers
            help                                show this
            quit                                end""";

    private static final Set<String> PERSON = Set.of("nickname", "phone", "address", "description", "website");

    private final Conversations conversations;

    TypedReader(Conversations conversations) {
        this.conversations = conversations;
    }

    Typed read(String line) {
        var parts = line.strip().split("\\s+", 2);
        var rest = parts.length > 1 ? parts[1] : "";
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "" -> new Typed.Nothing();
            case "resolve" -> about(rest, "resolve_conversation", "note");
            case "archive" -> archive(rest);
            case "send" -> send(rest);
            case "profile" -> profile(rest);
            case "list" -> new Typed.ListAll();
            case "help", "?" -> new Typed.Help();
            case "quit", "exit" -> new Typed.Quit();
            default -> new Typed.Mistake("Unknown: " + Excerpt.of(parts[0], 20) + ". Type help.");
        };
    }

    private Typed archive(String rest) {
        return rest.contains(" ")
                ? new Typed.Mistake("archive takes a number and nothing else: archive 3")
                : about(rest, "archive_conversation", "");
    }

    private Typed send(String rest) {
        return rest.contains(" ")
                ? about(rest, "send_message", "text")
                : new Typed.Mistake("send takes a number and a text: send 3 Your parcel is on its way");
    }

    /** A command on a conversation; the words after its number go into a field. */
    private Typed about(String rest, String command, String field) {
        var parts = rest.split("\\s+", 2);
        return numbered(parts[0], number -> {
            var found = conversations.numbered(number);
            if (found.isEmpty()) {
                return new Typed.Mistake("There is no conversation #" + number + ". Type list to see those there are.");
            }
            var sessionId = found.get().sessionId();
            var value = command(command).put("session_id", sessionId);
            if (parts.length > 1) {
                value.put(field, parts[1]);
            }
            return new Typed.Command(sessionId, value);
        });
    }

    private static Typed numbered(String text, IntFunction<Typed> then) {
        var digits = text.startsWith("#") ? text.substring(1) : text;
        return digits.matches("[0-9]{1,9}")
                ? then.apply(Integer.parseInt(digits))
                : new Typed.Mistake("Which conversation? Give its number, as in: resolve 3. Type list to see them.");
    }

    private static Typed profile(String rest) {
        var parts = rest.split("\\s+", 2);
        if (!parts[0].contains("@") || parts.length < 2) {
            return new Typed.Mistake("profile takes an e-mail and fields: profile lena@example.org nickname=Lena");
        }
        var value = command("update_people_profile").put("people_id", parts[0]);
        var person = JsonNodeFactory.instance.objectNode();
        // a value may hold spaces: it ends where the next word with an equals sign begins
        for (var pair : parts[1].split("\\s+(?=\\S+=)", -1)) {
            var field = pair.split("=", 2);
            if (field.length < 2 || !put(field[0], field[1], value, person)) {
                return new Typed.Mistake("Not a field of a contact: " + Excerpt.of(field[0], 30) + ". Type help.");
            }
        }
        if (!person.isEmpty()) {
            value.set("person", person);
        }
        return new Typed.Command(parts[0], value);
    }

    private static boolean put(String field, String text, ObjectNode value, ObjectNode person) {
        if (PERSON.contains(field)) {
            person.put(field, text);
        } else if (field.equals("notepad")) {
            value.put(field, text);
        } else {
            return false;
        }
        return true;
    }

    private static ObjectNode command(String name) {
        return JsonNodeFactory.instance.objectNode().put("command", name);
    }
}
