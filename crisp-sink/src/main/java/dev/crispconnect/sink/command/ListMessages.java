package dev.crispconnect.sink.command;

import java.time.Instant;
import java.util.List;

/**
 * Looks the newest messages of a conversation up (Crisp API reference, section 3.8).
 *
 * @param limit how many
 * @param before only those from before this time; null for the newest
 * @param room how many bytes the response may have
 */
public record ListMessages(Target target, int limit, Instant before, int room) implements LookUp {

    /** What one call brings. */
    static final int ONE_BATCH = 40;

    /** What one command may bring, in about 26 calls. */
    static final int MOST = 1_000;

    static final CommandType TYPE = new CommandType(
            "list_messages",
            List.of(),
            CommandType.ON_CONVERSATION
                    .optional("limit", Kinds.wholeBetween(1, MOST))
                    .optional("before", Kinds.TIME),
            fields -> new ListMessages(
                    fields.conversation(), fields.whole("limit", ONE_BATCH), fields.time("before"), fields.room()));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return new MessageWalk(target, ResponseDraft.within(room), limit).begin(before);
    }
}
