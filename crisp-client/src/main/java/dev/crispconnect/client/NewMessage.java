package dev.crispconnect.client;

import dev.crispconnect.client.conversation.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A message to send (Crisp API reference, section 3.9). Null fields are left out of the request.
 *
 * @param type one of the nine types
 * @param from {@code user} or {@code operator}
 * @param origin the channel it is said to come from, such as {@code urn:example.org:kafka:0}
 * @param content a String for text and note, else a map or list shaped as section 4.4 says
 * @param fingerprint identity chosen by the sender, 1 to 2^53-1; null lets Crisp choose
 * @param timestamp back-dates the message
 * @param stealth true keeps it from the visitor's other channels
 * @param automated true marks a bot's message
 * @param user who is shown as its author
 * @param mentions the operators it mentions, by their user ids; for notes
 * @param references links shown under it
 * @param properties free-form; Crisp was seen to refuse them (400), so leave them null unless they are wanted
 * @param translated true marks a message that was translated
 * @param original what it was made from
 */
public record NewMessage(
        String type,
        String from,
        String origin,
        Object content,
        Long fingerprint,
        Instant timestamp,
        Boolean stealth,
        Boolean automated,
        Message.Author user,
        List<String> mentions,
        List<Message.Reference> references,
        Map<String, Object> properties,
        Boolean translated,
        Original original) {

    private static final long MAX_FINGERPRINT = (1L << 53) - 1;

    /**
     * Checks the message.
     *
     * @throws NullPointerException when a required part is null; it names the part
     * @throws IllegalArgumentException when the fingerprint is not 1 to 2^53-1
     */
    public NewMessage {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(content, "content");
        if (fingerprint != null && (fingerprint < 1 || fingerprint > MAX_FINGERPRINT)) {
            throw new IllegalArgumentException("fingerprint must be 1 to 2^53-1, not " + fingerprint);
        }
    }

    /** A message with nothing but what each must have. */
    public static NewMessage of(String type, String from, String origin, Object content) {
        return new NewMessage(type, from, origin, content, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same message with an identity. */
    public NewMessage withFingerprint(long newFingerprint) {
        return new NewMessage(
                type,
                from,
                origin,
                content,
                newFingerprint,
                timestamp,
                stealth,
                automated,
                user,
                mentions,
                references,
                properties,
                translated,
                original);
    }

    /** The same message with an author. */
    public NewMessage withUser(Message.Author newUser) {
        return new NewMessage(
                type,
                from,
                origin,
                content,
                fingerprint,
                timestamp,
                stealth,
                automated,
                newUser,
                mentions,
                references,
                properties,
                translated,
                original);
    }

    /** Shows what kind of message it is, never what it says. */
    @Override
    public String toString() {
        return "NewMessage[type=" + type + ", from=" + from + ", fingerprint=" + fingerprint + "]";
    }

    /** The source that a message was made from: its MIME type, and the text. */
    public record Original(String type, String content) {

        /** Shows its type only. */
        @Override
        public String toString() {
            return "Original[type=" + type + "]";
        }
    }
}
