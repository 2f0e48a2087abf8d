package dev.crispconnect.client.realtime;

import dev.crispconnect.client.conversation.Message;
import java.util.List;

/** What an event means. Printing one shows ids only. */
public sealed interface EventContent {

    /** {@code message:send}: the visitor wrote. */
    record MessageSent(Message message) implements EventContent {}

    /** {@code message:received}: an operator wrote, or whoever writes as one; notes and system lines too. */
    record MessageReceived(Message message) implements EventContent {}

    /**
     * {@code message:updated}: a message says something else now.
     *
     * @param contentJson the new content as JSON text. The event does not tell the message's type; whoever knows it reads
     *     this with {@link dev.crispconnect.client.Messages#content}
     */
    record MessageUpdated(long fingerprint, String contentJson) implements EventContent {

        /** Shows which message it is, never what it says. */
        @Override
        public String toString() {
            return "MessageUpdated[" + fingerprint + "]";
        }
    }

    /** {@code message:removed}: a message is no more. */
    record MessageRemoved(long fingerprint) implements EventContent {}

    /**
     * {@code message:acknowledge:read:*}: these messages were read by the other side.
     *
     * @param fingerprints perhaps none
     */
    record MessagesRead(List<Long> fingerprints) implements EventContent {

        /** Copies the list; none is an empty one. */
        public MessagesRead {
            fingerprints = fingerprints == null ? List.of() : List.copyOf(fingerprints);
        }
    }

    /** {@code session:*}: something about the conversation changed; the event's name tells what. */
    record ConversationTouched() implements EventContent {}

    /** {@code session:removed}: the conversation is no more. */
    record ConversationRemoved() implements EventContent {}

    /** {@code people:*}: something about the contact changed; the event's name tells what. */
    record ProfileTouched(String peopleId) implements EventContent {}

    /** {@code people:profile:removed}: the contact is no more. */
    record ProfileRemoved(String peopleId) implements EventContent {}

    /**
     * {@code plugin:subscription:updated}: a website installed the plugin or removed it. Its events come after a
     * {@linkplain RealtimeConnection#bind() bind} only.
     *
     * @param bound whether it has the plugin now; null when Crisp did not tell
     */
    record SubscriptionUpdated(Boolean bound) implements EventContent {}

    /** An event that means nothing to those who follow conversations and contacts. */
    record Other() implements EventContent {}

    /**
     * An event that lacks what it cannot do without, so that what it tells of must be looked up.
     *
     * @param what in words of our own
     */
    record Malformed(String what) implements EventContent {}
}
