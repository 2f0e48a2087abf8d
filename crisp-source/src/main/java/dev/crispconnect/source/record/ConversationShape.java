package dev.crispconnect.source.record;

import dev.crispconnect.client.conversation.Conversation;

/** A conversation (Crisp API reference, section 4.1). */
final class ConversationShape {

    private static final Shape<Conversation.Activity> ACTIVITY = Shape.<Conversation.Activity>named(
                    "VisitorActivity", "Whether the visitor is here.")
            .flag("now", Conversation.Activity::now, "Whether the visitor is here now.")
            .time("last", Conversation.Activity::last, "When the visitor was last seen.")
            .build();

    private static final Shape<Conversation.PreviewMessage> PREVIEW = Shape.<Conversation.PreviewMessage>named(
                    "PreviewMessage", "The newest message of a conversation in brief.")
            .text("type", Conversation.PreviewMessage::type, "Type of the message.")
            .text("from", Conversation.PreviewMessage::from, "user or operator.")
            .text("excerpt", Conversation.PreviewMessage::excerpt, "Its beginning.")
            .whole("fingerprint", Conversation.PreviewMessage::fingerprint, "Identity inside the conversation.")
            .build();

    private static final Shape<Conversation.Verification> VERIFICATION = Shape.<Conversation.Verification>named(
                    "Verification", "A proof of a visitor's identity.")
            .text("identity", Conversation.Verification::identity, "What was proved, such as email.")
            .text("method", Conversation.Verification::method, "How.")
            .text("annotation", Conversation.Verification::annotation, "Remark.")
            .build();

    private static final Shape<Conversation.Participant> PARTICIPANT = Shape.<Conversation.Participant>named(
                    "Participant", "Somebody copied in.")
            .text("type", Conversation.Participant::type, "Kind of address, such as email.")
            .text("target", Conversation.Participant::target, "Address.")
            .build();

    private static final Shape<Conversation.Unread> UNREAD = Shape.<Conversation.Unread>named(
                    "Unread", "How many messages each side has not read.")
            .small("operator", Conversation.Unread::operator, "Not read by operators.")
            .small("visitor", Conversation.Unread::visitor, "Not read by the visitor.")
            .build();

    private static final Shape<Conversation.Assignment> ASSIGNMENT = Shape.<Conversation.Assignment>named(
                    "Assignment", "To whom a conversation is assigned.")
            .text("user_id", Conversation.Assignment::userId, "Operator; null when nobody.")
            .build();

    static final Shape<Conversation> CONVERSATION = Shape.<Conversation>named(
                    "Conversation", "A conversation as it was when it was read.")
            .id("website_id", Conversation::websiteId, "Workspace.")
            .id("session_id", Conversation::sessionId, "Identity.")
            .text("inbox_id", Conversation::inboxId, "Inbox; null for the main one.")
            .text("people_id", Conversation::peopleId, "Contact, where one is known.")
            .text("state", Conversation::state, "pending, unresolved or resolved.")
            .small("status", Conversation::status, "The state as a number for sorting: 0, 1, 2.")
            .flag("is_verified", Conversation::isVerified, "Whether the visitor's identity is proved.")
            .flag("is_blocked", Conversation::isBlocked, "Whether the visitor is blocked.")
            .text("availability", Conversation::availability, "online or offline; a change of it alone is no change.")
            .struct("active", ACTIVITY, Conversation::active, "Presence; a change of it alone is no change.")
            .text("last_message", Conversation::lastMessage, "Excerpt of the newest message.")
            .struct("preview_message", PREVIEW, Conversation::previewMessage, "The newest message in brief.")
            .text("topic", Conversation::topic, "What it is about, as Crisp guesses.")
            .structs("verifications", VERIFICATION, Conversation::verifications, "Proofs of identity.")
            .structs("participants", PARTICIPANT, Conversation::participants, "Who is copied in.")
            .texts("mentions", Conversation::mentions, "Operators mentioned in notes.")
            .struct("unread", UNREAD, Conversation::unread, "What is not read.")
            .struct("assigned", ASSIGNMENT, Conversation::assigned, "To whom it is assigned.")
            .struct("meta", MetaShape.META, Conversation::meta, "What is known of the visitor.")
            .time("created_at", Conversation::createdAt, "When it began.")
            .time("updated_at", Conversation::updatedAt, "When it last changed.")
            .time("waiting_since", Conversation::waitingSince, "Since when the visitor waits; null when nobody waits.")
            .build();

    private ConversationShape() {}
}
