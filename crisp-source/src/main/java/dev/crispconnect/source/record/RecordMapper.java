package dev.crispconnect.source.record;

import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.people.Profile;

/** Turns what Crisp answered into records. Pure. */
public final class RecordMapper {

    private final String websiteId;
    private final Topics topics;

    public RecordMapper(String websiteId, Topics topics) {
        this.websiteId = websiteId;
        this.topics = topics;
    }

    public Draft conversation(Conversation conversation, Provenance provenance) {
        return new Draft(
                Feed.CONVERSATIONS,
                topics.of(Feed.CONVERSATIONS, websiteId),
                KeyShapes.CONVERSATION.struct(new KeyShapes.ConversationKey(websiteId, conversation.sessionId())),
                ConversationShape.CONVERSATION.struct(conversation),
                provenance);
    }

    public Draft message(Message message, Provenance provenance) {
        return new Draft(
                Feed.MESSAGES,
                topics.of(Feed.MESSAGES, websiteId),
                KeyShapes.CONVERSATION.struct(new KeyShapes.ConversationKey(websiteId, message.sessionId())),
                MessageShape.MESSAGE.struct(message),
                provenance);
    }

    public Draft profile(Profile profile, Provenance provenance) {
        return new Draft(
                Feed.PEOPLE,
                topics.of(Feed.PEOPLE, websiteId),
                KeyShapes.PROFILE.struct(new KeyShapes.ProfileKey(websiteId, profile.peopleId())),
                ProfileShape.PROFILE.struct(new ProfileShape.Contact(websiteId, profile)),
                provenance);
    }
}
