package dev.crispconnect.simulator.workspace;

import java.util.Objects;
import java.util.Set;

/**
 * How the workspace behaves where nobody knows how Crisp does (Crisp API reference, section 10.1): our choice, each to be
 * changed.
 *
 * @param movesUpdatedAt which changes move a conversation's {@code updated_at}
 * @param repeatedFingerprint what a message with a fingerprint that is in use does
 * @param duplicateEmail what creating a profile with an e-mail that is in use does
 * @param stateFollowsMessages whether a visitor's message reopens a resolved conversation and an operator's makes a
 *     pending one unresolved
 * @param dataIsMerged whether {@code data} in a change of meta is merged into what is there, rather than put in its place
 */
public record WorkspaceRules(
        Set<Change> movesUpdatedAt,
        RepeatedFingerprint repeatedFingerprint,
        DuplicateEmail duplicateEmail,
        boolean stateFollowsMessages,
        boolean dataIsMerged) {

    /** Kinds of change to a conversation. */
    public enum Change {
        MESSAGE,
        MESSAGE_EDIT,
        MESSAGE_REMOVAL,
        STATE,
        ROUTING,
        META,
        BLOCK,
        INBOX,
        READ_MARK
    }

    /** What the second message with the same fingerprint does. */
    public enum RepeatedFingerprint {
        /** Accepted, the first one stays as it is. */
        KEEP_FIRST,
        /** Accepted, the first one gets the new content. */
        OVERWRITE,
        /** Accepted, both stand beside each other. */
        TWIN,
        /** Refused with 409. */
        REFUSE
    }

    /** What the second profile with the same e-mail does. */
    public enum DuplicateEmail {
        /** Refused with 409. */
        CONFLICT,
        /** Refused with 400. */
        INVALID,
        /** Created. */
        SECOND_PROFILE
    }

    public WorkspaceRules {
        movesUpdatedAt = Set.copyOf(movesUpdatedAt);
        Objects.requireNonNull(repeatedFingerprint, "repeatedFingerprint");
        Objects.requireNonNull(duplicateEmail, "duplicateEmail");
    }

    /** What we choose. */
    public static WorkspaceRules defaults() {
        return new WorkspaceRules(
                Set.of(Change.MESSAGE, Change.STATE, Change.ROUTING, Change.META, Change.BLOCK, Change.INBOX),
                RepeatedFingerprint.KEEP_FIRST,
                DuplicateEmail.CONFLICT,
                true,
                true);
    }

    /** With these changes moving {@code updated_at}, and no others. */
    public WorkspaceRules withMovesUpdatedAt(Set<Change> changes) {
        return new WorkspaceRules(changes, repeatedFingerprint, duplicateEmail, stateFollowsMessages, dataIsMerged);
    }

    /** With this behaviour of a repeated fingerprint. */
    public WorkspaceRules withRepeatedFingerprint(RepeatedFingerprint behaviour) {
        return new WorkspaceRules(movesUpdatedAt, behaviour, duplicateEmail, stateFollowsMessages, dataIsMerged);
    }

    /** With this behaviour of a repeated e-mail. */
    public WorkspaceRules withDuplicateEmail(DuplicateEmail behaviour) {
        return new WorkspaceRules(movesUpdatedAt, repeatedFingerprint, behaviour, stateFollowsMessages, dataIsMerged);
    }

    /** With messages changing the state, or not. */
    public WorkspaceRules withStateFollowsMessages(boolean follows) {
        return new WorkspaceRules(movesUpdatedAt, repeatedFingerprint, duplicateEmail, follows, dataIsMerged);
    }

    /** With {@code data} merged, or replaced. */
    public WorkspaceRules withDataIsMerged(boolean merged) {
        return new WorkspaceRules(movesUpdatedAt, repeatedFingerprint, duplicateEmail, stateFollowsMessages, merged);
    }
}
