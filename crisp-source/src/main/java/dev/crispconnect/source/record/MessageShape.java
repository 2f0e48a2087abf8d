package dev.crispconnect.source.record;

import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.conversation.MessageContent;
import java.util.function.Function;
import org.apache.kafka.connect.data.Struct;

/** A message of a conversation (Crisp API reference, section 4.3). */
final class MessageShape {

    private static final String REMOVED = "removed";

    private static final Shape<Message.LinkPreview> LINK_PREVIEW = Shape.<Message.LinkPreview>named(
                    "LinkPreview", "What a link in a message leads to.")
            .text("url", Message.LinkPreview::url, "The link.")
            .text("website", Message.LinkPreview::website, "Name of the site.")
            .text("title", Message.LinkPreview::title, "Title of the page.")
            .text("excerpt", Message.LinkPreview::excerpt, "Beginning of the page.")
            .text("image", Message.LinkPreview::image, "URL of a picture.")
            .build();

    private static final Shape<Message.Author> AUTHOR = Shape.<Message.Author>named("Author", "Who wrote a message.")
            .text("type", Message.Author::type, "website or participant.")
            .text("user_id", Message.Author::userId, "Session id of a visitor, or id of an operator.")
            .text("nickname", Message.Author::nickname, "Name shown.")
            .text("avatar", Message.Author::avatar, "URL of a picture.")
            .build();

    private static final Shape<Message.Reference> REFERENCE = Shape.<Message.Reference>named(
                    "Reference", "A link shown under a message.")
            .text("type", Message.Reference::type, "Kind of reference.")
            .text("name", Message.Reference::name, "Text shown.")
            .text("target", Message.Reference::target, "Where it leads.")
            .build();

    static final Shape<Message> MESSAGE = Shape.<Message>named("Message", "A message as it was when it was read.")
            .version(2)
            .id("website_id", Message::websiteId, "Workspace.")
            .id("session_id", Message::sessionId, "Conversation.")
            .numericId("fingerprint", Message::fingerprint, "Identity inside the conversation.")
            .text(
                    "type",
                    Message::type,
                    "text, note, file, animation, audio, picker, field, carousel, event, or newer.")
            .text("from", Message::from, "Whose side it is on: user or operator.")
            .text("origin", Message::origin, "Channel: chat, email or urn:...")
            .text(
                    "text",
                    content(MessageContent.Text.class).andThen(text -> text == null ? null : text.text()),
                    "Content of types text and note.")
            .struct("file", ContentShapes.FILE, content(MessageContent.File.class), "Content of type file.")
            .struct(
                    "animation",
                    ContentShapes.ANIMATION,
                    content(MessageContent.Animation.class),
                    "Content of type animation.")
            .struct("audio", ContentShapes.AUDIO, content(MessageContent.Audio.class), "Content of type audio.")
            .struct("picker", ContentShapes.PICKER, content(MessageContent.Picker.class), "Content of type picker.")
            .struct("field", ContentShapes.FIELD, content(MessageContent.Field.class), "Content of type field.")
            .struct(
                    "carousel",
                    ContentShapes.CAROUSEL,
                    content(MessageContent.Carousel.class),
                    "Content of type carousel.")
            .struct("event", ContentShapes.EVENT, content(MessageContent.Event.class), "Content of type event.")
            .text("content_json", MessageShape::unknownContent, "Content as JSON, where no other field holds it.")
            .structs("preview", LINK_PREVIEW, Message::preview, "What its links lead to; filled in later by Crisp.")
            .texts("mentions", Message::mentions, "Operators mentioned.")
            .text("read", Message::read, "Channel on which it was read; empty when not.")
            .text("delivered", Message::delivered, "Channel on which it was delivered; empty when not.")
            .flag("edited", Message::edited, "Whether it was edited.")
            .flag("translated", Message::translated, "Whether it was translated.")
            .flag("automated", Message::automated, "Whether a bot wrote it.")
            .flag("stamped", Message::stamped, "As Crisp sent it.")
            .time("timestamp", Message::timestamp, "When it was written, as its writer says.")
            .struct("user", AUTHOR, Message::user, "Who wrote it.")
            .structs("references", REFERENCE, Message::references, "Links shown under it.")
            .text("original_id", Message::originalId, "Identity of its raw source, such as an e-mail.")
            .textMap("properties", Message::properties, "Free-form values; numbers and booleans as text.")
            .flag(REMOVED, message -> null, "true when the message was removed: then nothing but its ids is known.")
            .build();

    private MessageShape() {}

    /** What is left to say of a message that is no more. */
    static Struct removed(String websiteId, String sessionId, long fingerprint) {
        return new Struct(MESSAGE.schema())
                .put("website_id", websiteId)
                .put("session_id", sessionId)
                .put("fingerprint", fingerprint)
                .put(REMOVED, true);
    }

    private static <C extends MessageContent> Function<Message, C> content(Class<C> type) {
        return message -> type.isInstance(message.content()) ? type.cast(message.content()) : null;
    }

    private static String unknownContent(Message message) {
        boolean typed = message.content() != null && !(message.content() instanceof MessageContent.Unknown);
        return typed ? null : message.contentJson();
    }
}
