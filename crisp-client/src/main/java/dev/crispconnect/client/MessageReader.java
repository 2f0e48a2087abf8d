package dev.crispconnect.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.client.conversation.Message;
import java.util.List;

/** Reads messages (Crisp API reference, section 4.3). Pure. */
final class MessageReader {

    private MessageReader() {}

    static List<Message> list(JsonNode data, String websiteId, String sessionId) {
        return JsonList.of(data, element -> message(element, websiteId, sessionId));
    }

    /**
     * @param websiteId the one that was asked for: stands in for one that was not sent
     * @param sessionId likewise
     */
    static Message message(JsonNode data, String websiteId, String sessionId) {
        JsonFields fields = new JsonFields(data);
        String sentWebsiteId = fields.text("website_id");
        String sentSessionId = fields.text("session_id");
        JsonNode content = fields.raw("content");
        return new Message(
                sentWebsiteId == null ? websiteId : sentWebsiteId,
                sentSessionId == null ? sessionId : sentSessionId,
                fields.requiredWholeNumber("fingerprint"),
                fields.text("type"),
                fields.text("from"),
                fields.text("origin"),
                ContentReader.content(fields.text("type"), content),
                content.isMissingNode() ? null : JsonTree.text(content),
                fields.objects("preview", MessageReader::preview),
                fields.textList("mentions"),
                fields.text("read"),
                fields.text("delivered"),
                fields.flag("edited"),
                fields.flag("translated"),
                fields.flag("automated"),
                fields.flag("stamped"),
                fields.time("timestamp"),
                fields.object("user", MessageReader::author),
                fields.objects("references", MessageReader::reference),
                fields.object("original").text("original_id"),
                fields.texts("properties"));
    }

    private static Message.LinkPreview preview(JsonFields fields) {
        JsonFields shown = fields.object("preview");
        return new Message.LinkPreview(
                fields.text("url"),
                fields.text("website"),
                fields.text("title"),
                shown.text("excerpt"),
                shown.text("image"));
    }

    private static Message.Author author(JsonFields fields) {
        return new Message.Author(
                fields.text("type"), fields.text("user_id"), fields.text("nickname"), fields.text("avatar"));
    }

    private static Message.Reference reference(JsonFields fields) {
        return new Message.Reference(fields.text("type"), fields.text("name"), fields.text("target"));
    }
}
