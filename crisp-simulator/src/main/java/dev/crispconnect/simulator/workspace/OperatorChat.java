package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.List;

/**
 * What one operator does in one conversation, in the workspace rather than through the API. Every method throws
 * {@link AbsentException} when the conversation, or the message it names, does not exist. Thread-safe.
 */
public final class OperatorChat {

    private static final String CHAT = "chat";

    private final Messages messages;
    private final Marks marks;
    private final String sessionId;
    private final Author operator;

    OperatorChat(Messages messages, Marks marks, String sessionId, Author operator) {
        this.messages = messages;
        this.marks = marks;
        this.sessionId = sessionId;
        this.operator = operator;
    }

    /** Reads what the visitor wrote and answers with a text. */
    public Message answers(String text) {
        reads();
        return sends("text", text);
    }

    /** Writes a note, which the visitor does not see. */
    public Message notes(String text) {
        return sends("note", text);
    }

    /** Sends a message of any type; content as in section 4.4. Nothing counts as read by it. */
    public Message sends(String type, Object content) {
        return messages.send(
                sessionId, MessageDraft.of(type, Side.OPERATOR, content).withUser(operator));
    }

    /** Brings in a text that was written elsewhere at another time, by either side. */
    public Message imports(Side from, String text, Instant written) {
        MessageDraft draft = MessageDraft.text(from, text).withTimestamp(written);
        return messages.send(sessionId, from == Side.OPERATOR ? draft.withUser(operator) : draft);
    }

    /** Types; the excerpt is what stands in the box so far. */
    public void types(String excerpt) {
        messages.compose(sessionId, Side.OPERATOR, Typing.start(excerpt).by(operator));
    }

    /** Stops typing without sending. */
    public void stopsTyping() {
        messages.compose(sessionId, Side.OPERATOR, Typing.stop().by(operator));
    }

    /** Reads all that the visitor wrote. */
    public void reads() {
        marks.read(sessionId, Side.USER, CHAT, List.of());
    }

    /** Marks all that the visitor wrote as not read. */
    public void unreads() {
        marks.unread(sessionId, Side.USER);
    }

    /** Corrects a message of either side; content of the message's own type. */
    public Message edits(long fingerprint, Object content) {
        return messages.edit(sessionId, fingerprint, content);
    }

    /** Removes a message of either side. */
    public void removes(long fingerprint) {
        messages.remove(sessionId, fingerprint);
    }
}
