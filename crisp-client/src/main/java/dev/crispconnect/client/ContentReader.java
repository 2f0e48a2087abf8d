package dev.crispconnect.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.client.conversation.MessageContent;

/** Reads what a message says, by its type (Crisp API reference, section 4.4). Pure. */
final class ContentReader {

    private ContentReader() {}

    /** The content; {@link MessageContent.Unknown} for a new type, and for a content whose shape is not its type's */
    static MessageContent content(String type, JsonNode content) {
        if (type == null) {
            return new MessageContent.Unknown();
        }
        if (type.equals("text") || type.equals("note")) {
            return content.isTextual() ? new MessageContent.Text(content.textValue()) : new MessageContent.Unknown();
        }
        return content.isObject() ? structured(type, new JsonFields(content)) : new MessageContent.Unknown();
    }

    private static MessageContent structured(String type, JsonFields fields) {
        return switch (type) {
            case "file" -> new MessageContent.File(fields.text("name"), fields.text("url"), fields.text("type"));
            case "animation" -> new MessageContent.Animation(fields.text("url"), fields.text("type"));
            case "audio" ->
                new MessageContent.Audio(fields.text("url"), fields.text("type"), fields.decimal("duration"));
            case "picker" ->
                new MessageContent.Picker(
                        fields.text("id"),
                        fields.text("text"),
                        fields.objects("choices", ContentReader::choice),
                        fields.flag("required"));
            case "field" ->
                new MessageContent.Field(
                        fields.text("id"),
                        fields.text("text"),
                        fields.text("explain"),
                        fields.text("value"),
                        fields.flag("required"));
            case "carousel" ->
                new MessageContent.Carousel(fields.text("text"), fields.objects("targets", ContentReader::card));
            case "event" -> new MessageContent.Event(fields.text("namespace"), fields.text("text"));
            default -> new MessageContent.Unknown();
        };
    }

    private static MessageContent.Picker.Choice choice(JsonFields fields) {
        return new MessageContent.Picker.Choice(
                fields.text("value"),
                fields.text("icon"),
                fields.text("label"),
                fields.flag("selected"),
                fields.object(
                        "action",
                        action -> new MessageContent.Picker.ChoiceAction(action.text("type"), action.text("target"))));
    }

    private static MessageContent.Carousel.Card card(JsonFields fields) {
        return new MessageContent.Carousel.Card(
                fields.text("title"),
                fields.text("description"),
                fields.text("image"),
                fields.objects(
                        "actions",
                        action -> new MessageContent.Carousel.CardAction(action.text("label"), action.text("url"))));
    }
}
