package dev.crispconnect.sink.command;

import dev.crispconnect.client.Conversations;
import dev.crispconnect.client.People;
import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Meta;
import dev.crispconnect.client.people.Profile;
import java.util.List;
import java.util.Map;

/**
 * Looks a conversation up, with what is known of its visitor, the visitor's profile and the newest messages (Crisp API
 * reference, sections 3.3, 3.4, 3.8 and 3.11).
 *
 * @param messages how many messages; 0 for none
 * @param profile whether the profile is wanted
 * @param room how many bytes the response may have
 */
public record GetConversation(Target target, int messages, boolean profile, int room) implements LookUp {

    static final CommandType TYPE = new CommandType(
            "get_conversation",
            List.of(),
            CommandType.ON_CONVERSATION
                    .optional("messages", Kinds.wholeBetween(0, ListMessages.MOST))
                    .optional("profile", Kinds.FLAG),
            fields -> new GetConversation(
                    fields.conversation(),
                    fields.whole("messages", ListMessages.ONE_BATCH),
                    !Boolean.FALSE.equals(fields.flag("profile")),
                    fields.room()));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Step.ask(Conversations.get(target.websiteId(), target.sessionId()), found -> meta(found.data()))
                .whenMissing(NotFound::conversation);
    }

    /** Crisp tells it with the conversation; where it did not, it is asked for. */
    private Step meta(Conversation conversation) {
        if (conversation.meta() != null) {
            return profile(conversation, null);
        }
        return Step.ask(
                        Conversations.meta(target.websiteId(), target.sessionId()),
                        found -> profile(conversation, found.data()))
                .whenMissing(NotFound::conversation);
    }

    private Step profile(Conversation conversation, Meta meta) {
        Map<String, Object> fields = PlainValues.of((Record) conversation);
        if (meta != null) {
            fields.put("meta", PlainValues.of((Record) meta));
        }
        ResponseDraft draft = ResponseDraft.within(room).with("conversation", fields);
        if (!profile || conversation.peopleId() == null) {
            return messages(draft);
        }
        return Step.ask(
                        People.get(target.websiteId(), conversation.peopleId()),
                        found -> profileData(draft, found.data()))
                .whenMissing(() -> messages(draft));
    }

    private Step profileData(ResponseDraft draft, Profile found) {
        ResponseDraft more = draft.with("profile", found);
        return Step.ask(
                        People.data(target.websiteId(), found.peopleId()),
                        data -> messages(more.with("profile_data", data.data())))
                .whenMissing(() -> messages(more));
    }

    private Step messages(ResponseDraft draft) {
        return messages == 0 ? draft.answer() : new MessageWalk(target, draft, messages).begin(null);
    }
}
