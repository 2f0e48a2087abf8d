package dev.crispconnect.client;

import java.time.Instant;

/**
 * Which conversations to list (Crisp API reference, section 3.1). What is null or false does not narrow the list.
 *
 * @param inboxId those of this inbox, or {@link #ALL_INBOXES}
 * @param resolved true for the resolved only, false for the pending and unresolved only
 * @param unread those with unread messages only
 * @param mention those that mention whose token it is; of use to user tokens only
 * @param assigned those assigned to this operator, or to {@link #ANYBODY}
 * @param unassigned those assigned to nobody only
 * @param updatedFrom those updated at or after this time. May need a paid plan (402)
 * @param updatedTo those updated at or before this time. May need a paid plan (402)
 */
public record ConversationFilter(
        String inboxId,
        Boolean resolved,
        boolean unread,
        boolean mention,
        String assigned,
        boolean unassigned,
        Instant updatedFrom,
        Instant updatedTo) {

    /** Every conversation. */
    public static final ConversationFilter NONE =
            new ConversationFilter(null, null, false, false, null, false, null, null);

    /** The conversations of all inboxes. */
    public static final String ALL_INBOXES = "all";

    /** Whoever it is. */
    public static final String ANYBODY = "1";

    /** Those updated between two times, ends included; null for no bound. */
    public static ConversationFilter updatedBetween(Instant from, Instant to) {
        return new ConversationFilter(null, null, false, false, null, false, from, to);
    }
}
