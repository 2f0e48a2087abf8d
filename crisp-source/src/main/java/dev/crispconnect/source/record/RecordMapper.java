package dev.crispconnect.source.record;

import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.operator.Operator;
import dev.crispconnect.client.people.Profile;
import dev.crispconnect.client.website.WebsiteSettings;
import dev.crispconnect.source.record.RecordStyle.MessageKey;
import dev.crispconnect.source.record.RecordStyle.Stamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;

/** Turns what Crisp answered into records. Pure. */
public final class RecordMapper {

    private final String websiteId;
    private final RecordStyle style;

    public RecordMapper(String websiteId, RecordStyle style) {
        this.websiteId = websiteId;
        this.style = style;
    }

    public Draft conversation(Conversation conversation, Provenance provenance) {
        return draft(
                Feed.CONVERSATIONS,
                KeyShapes.CONVERSATION.struct(new KeyShapes.ConversationKey(websiteId, conversation.sessionId())),
                ConversationShape.CONVERSATION.struct(conversation),
                provenance,
                conversation.updatedAt());
    }

    /** Empty for an echo that is to be dropped. */
    public Optional<Draft> message(Message message, Provenance provenance) {
        if (style.echoes().drops(message)) {
            return Optional.empty();
        }
        return Optional.of(draft(
                Feed.MESSAGES,
                key(message),
                MessageShape.MESSAGE.struct(message),
                new Provenance(provenance.via(), provenance.op(), style.echoes().holds(message)),
                message.timestamp()));
    }

    /**
     * A contact.
     *
     * @param data its custom data; null when it was not read
     */
    public Draft profile(Profile profile, Map<String, String> data, Provenance provenance) {
        return draft(
                Feed.PEOPLE,
                KeyShapes.PROFILE.struct(new KeyShapes.ProfileKey(websiteId, profile.peopleId())),
                ProfileShape.PROFILE.struct(new ProfileShape.Contact(websiteId, profile, data)),
                provenance,
                profile.updatedAt());
    }

    /** Has no time of its own: Crisp does not say when an operator changed. */
    public Draft operator(Operator operator, Provenance provenance) {
        return draft(
                Feed.OPERATORS,
                operatorKey(operator.userId()),
                DirectoryShapes.OPERATOR.struct(new DirectoryShapes.Member(websiteId, operator)),
                provenance,
                null);
    }

    /** The tombstone of an operator. */
    public Draft operatorGone(String userId, Provenance provenance) {
        return draft(Feed.OPERATORS, operatorKey(userId), null, provenance, null);
    }

    /** Has no time of its own: Crisp does not say when settings changed. */
    public Draft settings(WebsiteSettings settings, Provenance provenance) {
        return draft(
                Feed.SETTINGS,
                KeyShapes.WEBSITE.struct(new KeyShapes.WebsiteKey(websiteId)),
                DirectoryShapes.SETTINGS.struct(new DirectoryShapes.Setup(websiteId, settings)),
                provenance,
                null);
    }

    private Struct operatorKey(String userId) {
        return KeyShapes.OPERATOR.struct(new KeyShapes.OperatorKey(websiteId, userId));
    }

    private Struct key(Message message) {
        return style.messageKey() == MessageKey.MESSAGE
                ? KeyShapes.MESSAGE.struct(
                        new KeyShapes.MessageKey(websiteId, message.sessionId(), message.fingerprint()))
                : KeyShapes.CONVERSATION.struct(new KeyShapes.ConversationKey(websiteId, message.sessionId()));
    }

    private Draft draft(Feed feed, Struct key, Struct value, Provenance provenance, Instant time) {
        Instant timestamp = style.timestamp() == Stamp.EVENT ? time : null;
        return new Draft(feed, style.topics().of(feed, websiteId), key, value, provenance, timestamp);
    }
}
