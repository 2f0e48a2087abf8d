package dev.crispconnect.sink.command;

import dev.crispconnect.client.conversation.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Closes a conversation and records how it ended, so that outcomes can be counted: in its visitor's data, where the next
 * close overwrites it, and as a note. Closed is Crisp's state {@code resolved} whatever the outcome: an unresolved one is one
 * that nobody works on any more.
 *
 * @param outcome {@code resolved} or {@code unresolved}
 * @param note for the operators only; null for none
 * @param closedBy who is named as having closed it, and as the note's author; null for the token's owner
 */
public record CloseConversation(Target target, String outcome, String note, Message.Author closedBy)
        implements Command {

    private static final String OUTCOME_KEY = "close_outcome";
    private static final String NOTE_KEY = "close_note";
    private static final String BY_KEY = "closed_by";

    static final CommandType TYPE = new CommandType(
            "close_conversation",
            List.of("close"),
            CommandType.ON_CONVERSATION
                    .required("outcome", Kinds.oneOf(Set.of(StateChange.RESOLVED, StateChange.UNRESOLVED)))
                    .optional("note", Kinds.TEXT)
                    .optional("closed_by", Authors.NICKNAME_OR_OBJECT),
            fields -> new CloseConversation(
                    fields.conversation(),
                    fields.text("outcome"),
                    fields.text("note"),
                    Authors.of(fields.object("closed_by"))));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return NoteFirst.step(
                target,
                commandId,
                note,
                closedBy,
                () -> VisitorMeta.write(
                        target,
                        Map.of("data", ending()),
                        () -> StateChange.to(StateChange.RESOLVED, target, closedBy)));
    }

    /** All of an earlier ending is overwritten: a note of then would not belong to the outcome of now. */
    private Map<String, Object> ending() {
        Map<String, Object> ending = new LinkedHashMap<>();
        ending.put(OUTCOME_KEY, outcome);
        ending.put(NOTE_KEY, note == null ? "" : note);
        ending.put(BY_KEY, closer());
        return ending;
    }

    private String closer() {
        if (closedBy == null) {
            return "";
        }
        String name = closedBy.nickname() == null ? closedBy.userId() : closedBy.nickname();
        return name == null ? "" : name;
    }
}
