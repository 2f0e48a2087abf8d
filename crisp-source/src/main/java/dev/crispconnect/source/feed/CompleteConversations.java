package dev.crispconnect.source.feed;

import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Up to which message conversations are known to be emitted. Crisp's list tells of each conversation its newest message and
 * how many each side has not read: more unread than were heard of means that one was never told of.
 *
 * <p>Saves calls only, so it is bounded, and lost with the task.
 */
final class CompleteConversations {

    private static final int MOST = 20_000;

    /** A list may be a few messages behind what was heard while it was on its way. */
    private static final int MOST_MOMENTS = 8;

    /** Of each conversation its latest moments, the newest first. */
    private final Map<String, List<Moment>> conversations = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Moment>> eldest) {
            return size() > MOST;
        }
    };

    /**
     * A conversation as it was once.
     *
     * @param newest fingerprint of the newest message
     * @param unreadByOperators at most; {@link #UNKNOWN} when no list told
     * @param unreadByVisitor the same
     */
    private record Moment(long newest, int unreadByOperators, int unreadByVisitor) {

        private static final int UNKNOWN = -1;

        private Moment heard(Message message) {
            boolean visitor = message.isFromVisitor();
            return new Moment(
                    message.fingerprint(),
                    visitor ? more(unreadByOperators) : unreadByOperators,
                    visitor ? unreadByVisitor : more(unreadByVisitor));
        }

        /** This moment, if the one before it was as it is told now. */
        private Moment counted(Moment before, Moment told) {
            return new Moment(
                    newest,
                    counted(unreadByOperators, before.unreadByOperators, told.unreadByOperators),
                    counted(unreadByVisitor, before.unreadByVisitor, told.unreadByVisitor));
        }

        /** More than there were before are some of those that were heard of since: back-dated, they are not the newest. */
        private static int counted(int now, int before, int told) {
            if (before == UNKNOWN || told == UNKNOWN) {
                return UNKNOWN;
            }
            return told > before ? Math.max(told, now) : Math.max(0, told + now - before);
        }

        private Moment read(Conversation.Unread unread) {
            return new Moment(
                    newest, less(unreadByOperators, unread.operator()), less(unreadByVisitor, unread.visitor()));
        }

        private static int less(int count, int read) {
            return count == UNKNOWN ? UNKNOWN : Math.max(0, count - read);
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
        return conversations.getOrDefault(conversation.sessionId(), List.of()).stream()
                .anyMatch(moment -> moment.newest == newest && moment.explains(conversation.unread()));
    }

    /** Whether as many are unread as can be by what was heard of up to now, and these messages. */
    boolean explains(Conversation conversation, List<Message> found) {
        List<Moment> moments = conversations.getOrDefault(conversation.sessionId(), List.of());
        if (moments.isEmpty()) {
            return true;
        }
        Moment last = moments.get(0);
        for (Message message : found) {
            last = last.heard(message);
        }
        return last.explains(conversation.unread());
    }

    /** All that the list tells of the conversation has been emitted. */
    void note(Conversation conversation, long newest) {
        Conversation.Unread unread = conversation.unread();
        Moment told = new Moment(
                newest,
                unread == null || unread.operator() == null ? Moment.UNKNOWN : unread.operator(),
                unread == null || unread.visitor() == null ? Moment.UNKNOWN : unread.visitor());
        List<Moment> moments = new ArrayList<>();
        for (Moment later : conversations.getOrDefault(conversation.sessionId(), List.of())) {
            if (later.newest == newest) {
                moments.replaceAll(moment -> moment.counted(later, told));
                moments.add(told);
                conversations.put(conversation.sessionId(), moments);
                return;
            }
            moments.add(later);
        }
        conversations.put(conversation.sessionId(), List.of(told));
    }

    /** A message was heard of and emitted, and so was all before it. */
    void heard(Message message) {
        List<Moment> before = conversations.getOrDefault(message.sessionId(), List.of());
        // of one that nobody told of before, this should be the first message: else the list will count more unread
        Moment last = before.isEmpty() ? new Moment(message.fingerprint(), 0, 0) : before.get(0);
        add(message.sessionId(), last.heard(message));
    }

    /**
     * So many that were unread were read. Else as many that nobody told of could take their place in what a list counts.
     */
    void read(String sessionId, Conversation.Unread unread) {
        List<Moment> before = conversations.getOrDefault(sessionId, List.of());
        if (!before.isEmpty() && unread.operator() + unread.visitor() > 0) {
            add(sessionId, before.get(0).read(unread));
        }
    }

    /** A list that does not show this yet hints at nothing. */
    private void add(String sessionId, Moment latest) {
        List<Moment> before = conversations.getOrDefault(sessionId, List.of());
        List<Moment> moments = new ArrayList<>();
        moments.add(latest);
        moments.addAll(before.subList(0, Math.min(before.size(), MOST_MOMENTS - 1)));
        conversations.put(sessionId, moments);
    }
}
