package dev.crispconnect.source.record;

import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.operator.Operator;
import dev.crispconnect.client.people.Profile;
import dev.crispconnect.client.realtime.RealtimeEvent;
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
                conversationKey(conversation.sessionId()),
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
                messageKey(message.sessionId(), message.fingerprint()),
                MessageShape.MESSAGE.struct(message),
                new Provenance(provenance.via(), provenance.op(), style.echoes().holds(message)),
                message.timestamp()));
    }

    /** The tombstone of a conversation. */
    public Draft conversationGone(String sessionId, Provenance provenance) {
        return draft(Feed.CONVERSATIONS, conversationKey(sessionId), null, provenance, null);
    }

    /**
     * That a message is no more: a tombstone where messages have keys of their own, and else a record that says so, as a
     * tombstone would stand for the conversation.
     */
    public Draft messageGone(String sessionId, long fingerprint, Provenance provenance) {
        Struct removed = MessageShape.removed(websiteId, sessionId, fingerprint);
        boolean ownKey = style.messageKey() == MessageKey.MESSAGE;
        return draft(Feed.MESSAGES, messageKey(sessionId, fingerprint), ownKey ? null : removed, provenance, null);
    }

    /** The tombstone of a contact. */
    public Draft profileGone(String peopleId, Provenance provenance) {
        return draft(Feed.PEOPLE, profileKey(peopleId), null, provenance, null);
    }

    /**
     * A contact.
     *
     * @param data its custom data; null when it was not read
     */
    public Draft profile(Profile profile, Map<String, String> data, Provenance provenance) {
        return draft(
                Feed.PEOPLE,
                profileKey(profile.peopleId()),
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

    /**
     * An event as it came.
     *
     * @param event of this website
     */
    public Draft event(RealtimeEvent event, Instant receivedAt) {
        return draft(
                Feed.EVENTS,
                AsideShapes.EVENT_KEY.struct(new AsideShapes.EventKey(websiteId, event.sessionId())),
                AsideShapes.EVENT.struct(
                        new AsideShapes.Event(websiteId, event.sessionId(), event.name(), receivedAt, event.json())),
                new Provenance(Provenance.Via.REALTIME, null),
                receivedAt);
    }

    private Struct operatorKey(String userId) {
        return KeyShapes.OPERATOR.struct(new KeyShapes.OperatorKey(websiteId, userId));
    }

    private Struct profileKey(String peopleId) {
        return KeyShapes.PROFILE.struct(new KeyShapes.ProfileKey(websiteId, peopleId));
    }

    private Struct conversationKey(String sessionId) {
        return KeyShapes.CONVERSATION.struct(new KeyShapes.ConversationKey(websiteId, sessionId));
    }

    private Struct messageKey(String sessionId, long fingerprint) {
        return style.messageKey() == MessageKey.MESSAGE
                ? KeyShapes.MESSAGE.struct(new KeyShapes.MessageKey(websiteId, sessionId, fingerprint))
                : conversationKey(sessionId);
    }

    private Draft draft(Feed feed, Struct key, Struct value, Provenance provenance, Instant time) {
        Instant timestamp = style.timestamp() == Stamp.EVENT ? time : null;
        return new Draft(feed, style.topics().of(feed, websiteId), key, value, provenance, time, timestamp);
    }
}
