package dev.crispconnect.source.record;

/** What records are keyed by. Messages share the key of their conversation, and so its order. */
final class KeyShapes {

    static final Shape<ConversationKey> CONVERSATION = Shape.<ConversationKey>named(
                    "ConversationKey", "Identity of a conversation.")
            .id("website_id", ConversationKey::websiteId, "Workspace.")
            .id("session_id", ConversationKey::sessionId, "Conversation.")
            .build();

    static final Shape<ProfileKey> PROFILE = Shape.<ProfileKey>named("ProfileKey", "Identity of a contact.")
            .id("website_id", ProfileKey::websiteId, "Workspace.")
            .id("people_id", ProfileKey::peopleId, "Contact.")
            .build();

    private KeyShapes() {}

    record ConversationKey(String websiteId, String sessionId) {}

    record ProfileKey(String websiteId, String peopleId) {}
}
