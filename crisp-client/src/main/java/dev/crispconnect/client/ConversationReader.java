package dev.crispconnect.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.client.conversation.Conversation;
import java.util.List;

/** Reads conversations (Crisp API reference, section 4.1). Pure. */
final class ConversationReader {

    private ConversationReader() {}

    static List<Conversation> list(JsonNode data, String websiteId) {
        return JsonList.of(data, element -> conversation(element, websiteId));
    }

    /** @param websiteId the one that was asked for: stands in for one that was not sent */
    static Conversation conversation(JsonNode data, String websiteId) {
        JsonFields fields = new JsonFields(data);
        String sentWebsiteId = fields.text("website_id");
        return new Conversation(
                sentWebsiteId == null ? websiteId : sentWebsiteId,
                fields.requiredText("session_id"),
                fields.text("inbox_id"),
                fields.text("people_id"),
                fields.text("state"),
                fields.smallNumber("status"),
                fields.flag("is_verified"),
                fields.flag("is_blocked"),
                fields.text("availability"),
                fields.object("active", active -> new Conversation.Activity(active.flag("now"), active.time("last"))),
                fields.text("last_message"),
                fields.object("preview_message", ConversationReader::preview),
                fields.text("topic"),
                fields.objects("verifications", ConversationReader::verification),
                fields.objects("participants", ConversationReader::participant),
                fields.textList("mentions"),
                fields.object("unread", ConversationReader::unread),
                fields.object("assigned", assigned -> new Conversation.Assignment(assigned.text("user_id"))),
                fields.object("meta", MetaReader::meta),
                fields.time("created_at"),
                fields.time("updated_at"),
                fields.time("waiting_since"));
    }

    private static Conversation.PreviewMessage preview(JsonFields fields) {
        return new Conversation.PreviewMessage(
                fields.text("type"), fields.text("from"), fields.text("excerpt"), fields.wholeNumber("fingerprint"));
    }

    private static Conversation.Verification verification(JsonFields fields) {
        return new Conversation.Verification(fields.text("identity"), fields.text("method"), fields.text("annotation"));
    }

    static Conversation.Participant participant(JsonFields fields) {
        return new Conversation.Participant(fields.text("type"), fields.text("target"));
    }

    private static Conversation.Unread unread(JsonFields fields) {
        return new Conversation.Unread(fields.smallNumber("operator"), fields.smallNumber("visitor"));
    }
}
