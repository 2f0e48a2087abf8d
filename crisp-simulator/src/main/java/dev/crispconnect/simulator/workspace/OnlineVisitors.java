package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.event.EventName;
import dev.crispconnect.simulator.workspace.AbsentException.Kind;
import dev.crispconnect.simulator.workspace.ConversationQuery.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Visitors who are on the website now: those of conversations that are online (Crisp API reference, section 3.13). Counted
 * at each call. Thread-safe: guarded by the store.
 */
public final class OnlineVisitors {

    private final ConversationStore store;
    private final Conversations conversations;
    private final Ids ids;
    private final ServerVoice voice;
    private final Map<String, String> sessionsByToken = new HashMap<>();

    OnlineVisitors(ConversationStore store, Conversations conversations, Ids ids, ServerVoice voice) {
        this.store = store;
        this.conversations = conversations;
        this.ids = ids;
        this.voice = voice;
    }

    /** Their conversations, the oldest first. */
    public List<Conversation> all() {
        return conversations.touched().stream()
                .filter(conversation -> conversation.presence().online())
                .toList();
    }

    /** One page of them. */
    public Page<Conversation> list(int page, int perPage) {
        List<Conversation> online = all();
        int start = (int) Math.min(online.size(), (page - 1L) * perPage);
        int end = Math.min(online.size(), start + perPage);
        return new Page<>(online.subList(start, end), end < online.size());
    }

    /**
     * A token by which the visitor's browser may name the conversation: a new one at each call.
     *
     * @throws AbsentException when there is no such conversation
     */
    public String tokenOf(String sessionId) {
        synchronized (store) {
            String token = ids.uuid();
            sessionsByToken.put(token, conversations.get(sessionId).sessionId());
            voice.changed();
            return token;
        }
    }

    /**
     * The conversation that a token names.
     *
     * @throws AbsentException when it names none
     */
    public Conversation named(String token) {
        synchronized (store) {
            String sessionId = sessionsByToken.get(token);
            if (sessionId == null) {
                throw new AbsentException(Kind.VISITOR, token);
            }
            return conversations.get(sessionId);
        }
    }

    /** Tells how many there are, which Crisp does from time to time. */
    public void tellCount() {
        synchronized (store) {
            voice.say(EventName.WEBSITE_UPDATE_VISITORS_COUNT, Map.of("visitors_count", all().size()));
        }
    }
}
