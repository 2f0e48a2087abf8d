package dev.crispconnect.client.conversation;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message of a conversation (Crisp API reference, section 4.3). Every field but ids and fingerprint may be null;
 * lists and maps are never null.
 *
 * @param fingerprint identity of the message inside its conversation
 * @param type {@code text}, {@code note}, {@code file} and so on; the open set of section 4.4
 * @param from {@code user} or {@code operator}
 * @param origin the channel: {@code chat}, {@code email}, {@code urn:...}
 * @param content by type
 * @param contentJson the content exactly as Crisp sent it, as JSON text
 * @param read the channel on which it was read; empty when unread
 * @param delivered the channel on which it was delivered; empty when not
 * @param timestamp when it was written, as its writer says: may lie in the past
 */
public record Message(
        String websiteId,
        String sessionId,
        long fingerprint,
        String type,
        String from,
        String origin,
        MessageContent content,
        String contentJson,
        List<LinkPreview> preview,
        List<String> mentions,
        String read,
        String delivered,
        Boolean edited,
        Boolean translated,
        Boolean automated,
        Boolean stamped,
        Instant timestamp,
        Author user,
        List<Reference> references,
        String originalId,
        Map<String, String> properties) {

    public Message {
        preview = preview == null ? List.of() : List.copyOf(preview);
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
        references = references == null ? List.of() : List.copyOf(references);
        properties = properties == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** Whether it was written in the visitor's name, so that it is for operators to read. */
    public boolean isFromVisitor() {
        return "user".equals(from);
    }

    /** Shows which message it is, never what it says nor who wrote it. */
    @Override
    public String toString() {
        return "Message[" + sessionId + "/" + fingerprint + "]";
    }

    /** Who wrote it. {@code userId} is the session id for visitors, the operator's id for operators. */
    public record Author(String type, String userId, String nickname, String avatar) {

        /** Shows ids only. */
        @Override
        public String toString() {
            return "Author[type=" + type + ", userId=" + userId + "]";
        }
    }

    /** A link shown under the message. */
    public record Reference(String type, String name, String target) {

        /** Shows its type only. */
        @Override
        public String toString() {
            return "Reference[type=" + type + "]";
        }
    }

    /** What a link in the message leads to, filled in later by Crisp. */
    public record LinkPreview(String url, String website, String title, String excerpt, String image) {

        /** Shows nothing of the link. */
        @Override
        public String toString() {
            return "LinkPreview[]";
        }
    }
}
