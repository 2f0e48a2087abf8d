package dev.crispconnect.source.record;

/** What records are keyed by. By default messages share the key of their conversation, and so its order. */
final class KeyShapes {

    static final Shape<ConversationKey> CONVERSATION = Shape.<ConversationKey>named(
                    "ConversationKey", "Identity of a conversation.")
            .id("website_id", ConversationKey::websiteId, "Workspace.")
            .id("session_id", ConversationKey::sessionId, "Conversation.")
            .build();

    static final Shape<MessageKey> MESSAGE = Shape.<MessageKey>named("MessageKey", "Identity of a message.")
            .id("website_id", MessageKey::websiteId, "Workspace.")
            .id("session_id", MessageKey::sessionId, "Conversation.")
            .numericId("fingerprint", MessageKey::fingerprint, "Identity inside the conversation.")
            .build();

    static final Shape<ProfileKey> PROFILE = Shape.<ProfileKey>named("ProfileKey", "Identity of a contact.")
            .id("website_id", ProfileKey::websiteId, "Workspace.")
            .id("people_id", ProfileKey::peopleId, "Contact.")
            .build();

    static final Shape<OperatorKey> OPERATOR = Shape.<OperatorKey>named("OperatorKey", "Identity of an operator.")
            .id("website_id", OperatorKey::websiteId, "Workspace.")
            .id("user_id", OperatorKey::userId, "Operator.")
            .build();

    static final Shape<WebsiteKey> WEBSITE = Shape.<WebsiteKey>named("WebsiteKey", "Identity of a workspace.")
            .id("website_id", WebsiteKey::websiteId, "Workspace.")
            .build();

    private KeyShapes() {}

    record ConversationKey(String websiteId, String sessionId) {}

    record MessageKey(String websiteId, String sessionId, Long fingerprint) {}

    record ProfileKey(String websiteId, String peopleId) {}

    record OperatorKey(String websiteId, String userId) {}

    record WebsiteKey(String websiteId) {}
}
