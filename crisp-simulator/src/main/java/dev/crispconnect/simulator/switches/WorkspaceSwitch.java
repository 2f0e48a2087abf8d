package dev.crispconnect.simulator.switches;

import java.util.List;
import java.util.Set;

/** What changes do to the data (Crisp API reference, section 10.1). */
public final class WorkspaceSwitch {

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
        READ_MARK,
        PARTICIPANTS,
        VERIFICATION,
        PRESENCE,
        COMPOSE,
        MENTIONS,
        TOPIC
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

    /** Whether messages change the state. */
    public enum StateAfterMessage {
        /** A visitor's reopens a resolved conversation, an operator's makes a pending one unresolved. */
        FOLLOWS,
        /** Never. */
        STAYS
    }

    /** What {@code data} in a change of meta does. */
    public enum DataChange {
        /** Merged into what is there. */
        MERGE,
        /** Put in its place. */
        REPLACE
    }

    /** What {@code session:sync:capabilities} has: official clients disagree. */
    public enum CapabilitiesShape {
        /** An array, as Node's client has it. */
        ARRAY,
        /** An object with the array in it, as Go's client has it. */
        OBJECT
    }

    public static final Switch<Set<Change>> MOVES_UPDATED_AT = Switch.some(
            "moves-updated-at",
            "which changes move a conversation's updated_at",
            Change.class,
            Set.of(Change.MESSAGE, Change.STATE, Change.ROUTING, Change.META, Change.BLOCK, Change.INBOX));

    public static final Switch<RepeatedFingerprint> REPEATED_FINGERPRINT = Switch.one(
            "repeated-fingerprint",
            "what a message with a fingerprint that is in use does",
            RepeatedFingerprint.KEEP_FIRST);

    public static final Switch<DuplicateEmail> DUPLICATE_EMAIL = Switch.one(
            "duplicate-email", "what creating a profile with an e-mail that is in use does", DuplicateEmail.CONFLICT);

    public static final Switch<StateAfterMessage> STATE_AFTER_MESSAGE =
            Switch.one("state-after-message", "whether messages change the state", StateAfterMessage.FOLLOWS);

    public static final Switch<DataChange> DATA_CHANGE =
            Switch.one("data-change", "what data in a change of meta does to the keys it leaves out", DataChange.MERGE);

    public static final Switch<CapabilitiesShape> CAPABILITIES_SHAPE =
            Switch.one("capabilities-shape", "what session:sync:capabilities has", CapabilitiesShape.ARRAY);

    static final List<Switch<?>> ALL = List.of(
            MOVES_UPDATED_AT,
            REPEATED_FINGERPRINT,
            DUPLICATE_EMAIL,
            STATE_AFTER_MESSAGE,
            DATA_CHANGE,
            CAPABILITIES_SHAPE);

    private WorkspaceSwitch() {}
}
