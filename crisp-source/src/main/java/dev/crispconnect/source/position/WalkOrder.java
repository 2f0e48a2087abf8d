package dev.crispconnect.source.position;

/** By which date of its elements a walk goes through the past, newest first. It is decided when a walk begins. */
public enum WalkOrder {

    /**
     * By when they were made. That date never changes, so whether the history of an element has been emitted can be told from
     * the element at any moment.
     */
    CREATED,

    /**
     * By when they changed last. An element that changes leaves what is still to be walked, and its change is emitted by
     * whoever looks for changes: as it is then, and nothing but that. So this order is for elements that have no history.
     */
    UPDATED;

    private static final String UPDATED_WIRE = "updated";

    /** The date that counts; 0 when Crisp did not say. */
    public long dateOf(long createdAt, long updatedAt) {
        return this == CREATED ? createdAt : updatedAt;
    }

    /** Offsets that say nothing are of walks by creation date: there was no other once. */
    static WalkOrder from(StoredMap stored, String key) {
        if (!stored.has(key)) {
            return CREATED;
        }
        if (!stored.text(key).equals(UPDATED_WIRE)) {
            throw new StoredOffsetException("'" + key + "' must be " + UPDATED_WIRE + ", or absent");
        }
        return UPDATED;
    }

    /** How offsets name an order that is not the one of those that say nothing. */
    static String wire() {
        return UPDATED_WIRE;
    }
}
