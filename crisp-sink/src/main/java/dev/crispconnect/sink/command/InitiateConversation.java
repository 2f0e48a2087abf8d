package dev.crispconnect.sink.command;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.ConversationQuery;
import dev.crispconnect.client.Conversations;
import dev.crispconnect.client.ListOrder;
import dev.crispconnect.client.Messages;
import dev.crispconnect.client.NewMessage;
import dev.crispconnect.client.conversation.Conversation;
import java.util.List;
import java.util.Map;

/**
 * Makes a conversation, tells Crisp whom it is with and sends its first message (Crisp API reference, sections 3.3, 3.4 and
 * 3.9). Crisp takes no identity for a conversation, so a mark made from the command's id is left in its data, in the same
 * call that describes its visitor. A command in doubt looks for its mark among the newest conversations: reading a list by
 * date works on every plan, a search does not. What it finds lacks at most the message.
 *
 * <p>Crisp may be left with an empty conversation when an answer is lost or the process dies right after it was made. It
 * has no message, and Crisp does not list such ones unless asked to.
 *
 * @param meta whom it is with
 * @param message its fingerprint is null when it is to be derived from the command
 */
public record InitiateConversation(Target target, Map<String, Object> meta, NewMessage message) implements Command {

    private static final String MARK = "crispconnect_initiated_by";
    private static final int PAGES = 4;
    private static final int PER_PAGE = 50;

    static final CommandType TYPE = new CommandType(
            "initiate_conversation",
            List.of("initiate"),
            MessageFields.in(VisitorMeta.in(CommandType.COMMON)),
            InitiateConversation::read);

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return new Attempt(
                        target.websiteId(),
                        VisitorMeta.marked(meta, MARK, mark(commandId)),
                        mark(commandId),
                        MessageFields.identified(message, commandId),
                        message.fingerprint() == null)
                .begin();
    }

    private static String mark(String commandId) {
        return Long.toString(Fingerprint.of(commandId, "conversation"));
    }

    private static InitiateConversation read(Fields fields) throws Mistake {
        // in order with the other commands on the same person, as far as it is known who that is
        String email = fields.text("email");
        Target target = email == null || email.isBlank()
                ? Target.website(fields.websiteId())
                : Target.profile(fields.websiteId(), email);
        return new InitiateConversation(target, VisitorMeta.of(fields), MessageFields.message(fields));
    }

    /** The steps, all of which know the mark. */
    private record Attempt(
            String websiteId, Map<String, Object> meta, String mark, NewMessage message, boolean derived) {

        Step begin() {
            return Step.ask(Conversations.create(websiteId), made -> describe(made.data()))
                    .lookedUpBy(page(1));
        }

        private Step.Lookup<?> page(int number) {
            return new Step.Lookup<>(
                    Conversations.list(websiteId, ConversationQuery.page(number, PER_PAGE, ListOrder.CREATED)),
                    this::marked,
                    false,
                    listed -> listed.moreFollows() && number < PAGES ? page(number + 1) : null);
        }

        private Step marked(Answer<List<Conversation>> listed) {
            return listed.data().stream()
                    .filter(each -> each.meta() != null
                            && mark.equals(each.meta().data().get(MARK)))
                    .findFirst()
                    .map(each -> resume(each.sessionId()))
                    .orElse(null);
        }

        private Step describe(String sessionId) {
            return Step.ask(Conversations.updateMeta(websiteId, sessionId, meta), described -> send(sessionId));
        }

        private Step resume(String sessionId) {
            return Step.ask(Messages.get(websiteId, sessionId, message.fingerprint()), found -> done(true, sessionId))
                    .whenMissing(() -> send(sessionId));
        }

        private Step send(String sessionId) {
            Step done = done(false, sessionId);
            return SendOnce.step(
                    Target.conversation(websiteId, sessionId), message, derived, sent -> done, found -> done);
        }

        private static Step done(boolean repeated, String sessionId) {
            return new Step.Done(repeated, null, null, sessionId, null);
        }
    }
}
