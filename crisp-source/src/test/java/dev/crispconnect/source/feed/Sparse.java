package dev.crispconnect.source.feed;

import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.conversation.MessageContent;
import java.time.Instant;

/** What Crisp answers, with nothing filled in but what the feeds look at. */
final class Sparse {

    private Sparse() {}

    static Conversation conversation(
            String sessionId,
            String state,
            Conversation.PreviewMessage preview,
            Conversation.Unread unread,
            Instant createdAt,
            Instant updatedAt) {
        return new Conversation(
                "w", sessionId, null, null, state, 0, false, false, "online", null, null, preview, null, null, null,
                null, unread, null, null, createdAt, updatedAt, null);
    }

    static Message message(String sessionId, long fingerprint, String from, Instant timestamp) {
        return new Message(
                "w",
                sessionId,
                fingerprint,
                "text",
                from,
                "chat",
                new MessageContent.Text("hello"),
                "\"hello\"",
                null,
                null,
                "",
                "",
                null,
                null,
                null,
                null,
                timestamp,
                null,
                null,
                null,
                null);
    }
}
