package dev.crispconnect.simulator.workspace;

import java.time.Instant;

/**
 * Whose turn it is in a conversation: what messages that come and go do to its unread counters, waiting date, presence and
 * state. Notes and events do nothing to them. A message takes its place by the time it carries, so one that was written
 * long ago is no answer to what came after it. Guarded by the conversation's store.
 */
final class Turns {

    private Turns() {}

    /** @param message stands in the conversation already */
    static void arrived(StoredConversation conversation, Message message, boolean stateFollows) {
        if (!message.isTalk()) {
            return;
        }
        Instant reply = firstAfter(conversation, message.from().other(), message.timestamp());
        if (message.from() == Side.USER) {
            asked(conversation, message, reply);
        } else {
            answered(conversation, message, reply);
        }
        State left = message.from() == Side.USER ? State.RESOLVED : State.PENDING;
        if (stateFollows && reply == null && conversation.state == left) {
            conversation.state = State.UNRESOLVED;
        }
    }

    /** @param message stands in the conversation no more */
    static void removed(StoredConversation conversation, Message message) {
        count(conversation);
        boolean asked = message.isTalk() && message.from() == Side.USER;
        if (asked && conversation.waitingSince != null) {
            Instant justBefore = conversation.waitingSince.minusMillis(1);
            conversation.waitingSince = firstAfter(conversation, Side.USER, justBefore);
        }
    }

    /** Counts anew what is unread. */
    static void count(StoredConversation conversation) {
        conversation.unreadOperator = unread(conversation, Side.USER);
        conversation.unreadVisitor = unread(conversation, Side.OPERATOR);
    }

    private static void asked(StoredConversation conversation, Message message, Instant reply) {
        conversation.unreadOperator++;
        Instant asked = message.timestamp();
        if (conversation.lastActive == null || conversation.lastActive.isBefore(asked)) {
            conversation.lastActive = asked;
        }
        boolean first = conversation.waitingSince == null || conversation.waitingSince.isAfter(asked);
        if (reply == null && first) {
            conversation.waitingSince = asked;
        }
    }

    private static void answered(StoredConversation conversation, Message message, Instant nextQuestion) {
        conversation.unreadVisitor++;
        Instant since = conversation.waitingSince;
        if (since != null && !since.isAfter(message.timestamp())) {
            conversation.waitingSince = nextQuestion;
        }
    }

    private static int unread(StoredConversation conversation, Side from) {
        return (int) conversation.messages().all().stream()
                .filter(message -> message.from() == from
                        && message.isTalk()
                        && message.read().isEmpty())
                .count();
    }

    private static Instant firstAfter(StoredConversation conversation, Side from, Instant time) {
        for (Message message : conversation.messages().after(time)) {
            if (message.from() == from && message.isTalk()) {
                return message.timestamp();
            }
        }
        return null;
    }
}
