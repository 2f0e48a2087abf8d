package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.List;

/**
 * What of a conversation a list may be filtered by at little cost: it is known of those of a made-up past too before
 * anything else of them is made up (Crisp API reference, section 4.1).
 */
public interface ConversationTraits {

    State state();

    /** How many of the visitor's messages the team has not read. */
    int unreadOperator();

    /** The user_id of the operator; null when nobody. */
    String assignedTo();

    /** Null when no profile is bound. */
    String peopleId();

    /** Null for the main inbox. */
    String inboxId();

    /** User_ids of the operators who were mentioned. */
    List<String> mentions();

    /** When it was last updated. */
    Instant updatedAt();
}
