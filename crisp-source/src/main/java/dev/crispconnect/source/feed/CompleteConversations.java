package dev.crispconnect.source.feed;

import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Up to which message conversations are known to be emitted. Crisp's list tells of each conversation its newest message and
 * how many each side has not read: more unread than were heard of means that one was never told of.
 *
 * <p>Saves calls only, so it is bounded, and lost with the task.
 */
final class CompleteConversations {

    private static final int MOST = 20_000;
    private static final String VISITOR = "user";

    private final Map<String, Known> conversations = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    /**
     * @param newest fingerprint of the newest message
     * @param unreadByOperators at most; {@link #UNKNOWN} when no list told
     * @param unreadByVisitor the same
     */
    private record Known(long newest, int unreadByOperators, int unreadByVisitor) {

        private static final int UNKNOWN = -1;

        private Known heard(Message message) {
            boolean visitor = VISITOR.equals(message.from());
            return new Known(
                    message.fingerprint(),
                    visitor ? more(unreadByOperators) : unreadByOperators,
                    visitor ? unreadByVisitor : more(unreadByVisitor));
        }

        private static int more(int count) {
            return count == UNKNOWN ? UNKNOWN : count + 1;
        }

        private boolean explains(Conversation.Unread unread) {
            return unread == null
                    || (explains(unreadByOperators, unread.operator()) && explains(unreadByVisitor, unread.visitor()));
        }

        private static boolean explains(int most, Integer told) {
            return most == UNKNOWN || told == null || told <= most;
        }
    }

    /** Whether nothing that the list tells of the conversation hints at a message that was not emitted. */
    boolean accountsFor(Conversation conversation, long newest) {
        Known known = conversations.get(conversation.sessionId());
        return known != null && known.newest == newest && known.explains(conversation.unread());
    }

    /** All that the list tells of the conversation has been emitted. */
    void note(Conversation conversation, long newest) {
        Conversation.Unread unread = conversation.unread();
        conversations.put(
                conversation.sessionId(),
                new Known(
                        newest,
                        unread == null || unread.operator() == null ? Known.UNKNOWN : unread.operator(),
                        unread == null || unread.visitor() == null ? Known.UNKNOWN : unread.visitor()));
    }

    /** A message was heard of and emitted, and so was all before it. */
    void heard(Message message) {
        Known known = conversations.get(message.sessionId());
        conversations.put(
                message.sessionId(),
                known == null ? new Known(message.fingerprint(), Known.UNKNOWN, Known.UNKNOWN) : known.heard(message));
    }
}
