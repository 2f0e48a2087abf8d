package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes messages of drafts: fills in what the server knows. Guarded by the {@link ConversationStore}. */
final class MessageMaker {

    private static final String ORIGINAL = "original";
    private static final String ORIGINAL_ID = "original_id";

    private final ConversationStore store;
    private final Ids ids;
    private final String team;

    /** @param team who is shown when nobody in particular writes for the team */
    MessageMaker(ConversationStore store, Ids ids, String team) {
        this.store = store;
        this.ids = ids;
        this.team = team;
    }

    long freshFingerprint(StoredConversation conversation) {
        long fingerprint = ids.fingerprint(store.now());
        while (conversation.messages().find(fingerprint).isPresent()) {
            fingerprint = ids.fingerprint(store.now());
        }
        return fingerprint;
    }

    Message message(StoredConversation conversation, MessageDraft draft, long fingerprint) {
        Instant timestamp = draft.timestamp() == null ? store.now() : draft.timestamp();
        return new Message(
                conversation.websiteId,
                conversation.sessionId,
                fingerprint,
                draft.type(),
                draft.from(),
                draft.origin(),
                draft.content(),
                draft.mentions(),
                "",
                "",
                false,
                timestamp,
                draft.user() == null ? author(conversation, draft.from()) : draft.user(),
                extra(conversation, draft, timestamp));
    }

    Author author(StoredConversation conversation, Side from) {
        return from == Side.USER
                ? new Author("website", conversation.sessionId, (String) conversation.meta.get("nickname"), null)
                : new Author("website", null, team, null);
    }

    void forgetOriginal(StoredConversation conversation, Message message) {
        if (message.extra().get(ORIGINAL) instanceof Map<?, ?> reference) {
            conversation.originals.remove(reference.get(ORIGINAL_ID));
        }
    }

    /** What was sent as original is kept, and the message refers to it. */
    private Map<String, Object> extra(StoredConversation conversation, MessageDraft draft, Instant timestamp) {
        if (!(draft.extra().get(ORIGINAL) instanceof Map<?, ?> source)) {
            return draft.extra();
        }
        Original original = new Original(
                conversation.websiteId,
                conversation.sessionId,
                ids.uuid(),
                (String) source.get("type"),
                Map.of(),
                (String) source.get("content"),
                timestamp);
        conversation.keep(original);
        Map<String, Object> extra = new LinkedHashMap<>(draft.extra());
        extra.put(ORIGINAL, Map.of(ORIGINAL_ID, original.originalId()));
        return Collections.unmodifiableMap(extra);
    }
}
