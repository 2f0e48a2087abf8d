package dev.crispconnect.simulator.workspace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the visitor of one conversation does in the chat; what they do besides is {@link Visitor}'s. Every method throws
 * {@link AbsentException} when the conversation, or the message it names, does not exist. Thread-safe.
 */
public final class VisitorChat {

    private static final String CHAT = "chat";

    private final Messages messages;
    private final Marks marks;
    private final String sessionId;

    VisitorChat(Messages messages, Marks marks, String sessionId) {
        this.messages = messages;
        this.marks = marks;
        this.sessionId = sessionId;
    }

    /** Writes a text. */
    public Message writes(String text) {
        return sends("text", text);
    }

    /** Sends a message of any type but note and event; content as in section 4.4. */
    public Message sends(String type, Object content) {
        return messages.send(sessionId, MessageDraft.of(type, Side.USER, content));
    }

    /** Sends a file. */
    public Message uploads(String name, String url, String type) {
        return sends("file", Map.of("name", name, "url", url, "type", type));
    }

    /** Types; the excerpt is what stands in the box so far. */
    public void types(String excerpt) {
        messages.compose(sessionId, Side.USER, Typing.start(excerpt));
    }

    /** Stops typing without sending. */
    public void stopsTyping() {
        messages.compose(sessionId, Side.USER, Typing.stop());
    }

    /** Reads all that the team wrote. */
    public void reads() {
        marks.read(sessionId, Side.OPERATOR, CHAT, List.of());
    }

    /** Gets what the team wrote: all of it was delivered to the chat. */
    public void receives() {
        marks.delivered(sessionId, Side.OPERATOR, CHAT, List.of());
    }

    /**
     * A channel refuses what the team wrote.
     *
     * @param origin the channel, such as {@code email}
     * @param fingerprints which messages; empty for all
     * @param type kind of refusal, such as {@code bounce}
     * @param reason in words
     */
    public void refuses(String origin, Collection<Long> fingerprints, String type, String reason) {
        marks.ignored(sessionId, origin, fingerprints, type, reason);
    }

    /**
     * Answers a picker: exactly these of its choices are selected from now on.
     *
     * @param chosen what stands as {@code value} in each
     * @throws IllegalArgumentException when the message is no picker, or has no such choice
     */
    public Message picks(long fingerprint, String... chosen) {
        return messages.answer(sessionId, fingerprint, old -> Answers.picked(old, Set.of(chosen)));
    }

    /**
     * Answers a field.
     *
     * @throws IllegalArgumentException when the message is no field
     */
    public Message fills(long fingerprint, String value) {
        return messages.answer(sessionId, fingerprint, old -> Answers.filled(old, value));
    }
}
