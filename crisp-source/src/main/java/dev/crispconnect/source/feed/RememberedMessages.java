package dev.crispconnect.source.feed;

import dev.crispconnect.client.Messages;
import dev.crispconnect.client.conversation.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The newest messages that were heard of, or were read edited. An event that tells an edit brings the new content only; with the message at hand
 * no call is needed to tell the rest. Bounded, and lost with the task.
 */
final class RememberedMessages {

    private static final int MOST = 2_000;

    /** Longer ones are read again. */
    private static final int MOST_CHARACTERS = 8_000;

    private final Map<String, Message> messages = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Message> eldest) {
            return size() > MOST;
        }
    };

    void note(Message message) {
        if (message.contentJson() != null && message.contentJson().length() <= MOST_CHARACTERS) {
            messages.put(key(message.sessionId(), message.fingerprint()), message);
        } else {
            messages.remove(key(message.sessionId(), message.fingerprint()));
        }
    }

    Optional<Message> find(String sessionId, long fingerprint) {
        return Optional.ofNullable(messages.get(key(sessionId, fingerprint)));
    }

    /** Whether this message is known, with this content. */
    boolean says(Message message) {
        return find(message.sessionId(), message.fingerprint())
                .map(known -> known.contentJson().equals(message.contentJson()))
                .orElse(false);
    }

    void forget(String sessionId, long fingerprint) {
        messages.remove(key(sessionId, fingerprint));
    }

    /** The message as it is after an edit. */
    static Message edited(Message before, String contentJson) {
        return new Message(
                before.websiteId(),
                before.sessionId(),
                before.fingerprint(),
                before.type(),
                before.from(),
                before.origin(),
                Messages.content(before.type(), contentJson),
                contentJson,
                before.preview(),
                before.mentions(),
                before.read(),
                before.delivered(),
                true,
                before.translated(),
                before.automated(),
                before.stamped(),
                before.timestamp(),
                before.user(),
                before.references(),
                before.originalId(),
                before.properties());
    }

    private static String key(String sessionId, long fingerprint) {
        return sessionId + '/' + fingerprint;
    }
}
