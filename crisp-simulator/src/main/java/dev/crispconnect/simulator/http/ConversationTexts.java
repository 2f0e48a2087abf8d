package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.workspace.Conversation;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JSON of conversations, kept as long as they do not change: lists are served again and again, and mostly the same.
 * Thread-safe.
 */
final class ConversationTexts {

    private static final int MOST = 8_192;

    private final Map<String, Text> texts = new ConcurrentHashMap<>();

    Buffer of(Conversation conversation) {
        Text known = texts.get(conversation.sessionId());
        // the workspace hands out the same object until something changes
        if (known != null && known.isOf(conversation)) {
            return known.json();
        }
        if (texts.size() >= MOST) {
            texts.clear();
        }
        Buffer json = JsonText.of(Wire.conversation(conversation));
        texts.put(conversation.sessionId(), new Text(conversation, json));
        return json;
    }

    private record Text(Conversation conversation, Buffer json) {

        @SuppressWarnings("ReferenceEquality") // a comparison by value would cost as much as the encoding
        boolean isOf(Conversation other) {
            return conversation == other;
        }
    }
}
