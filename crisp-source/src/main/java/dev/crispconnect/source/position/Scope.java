package dev.crispconnect.source.position;

/**
 * How much of the past is wanted. A walk keeps to the scope under which it began, whatever the settings say later: else what
 * it has passed and what it will come by would not go together.
 *
 * @param changedFrom elements that changed before this time, epoch milliseconds, are passed over
 * @param messagesFrom messages before this time, epoch milliseconds, are left out
 */
public record Scope(long changedFrom, long messagesFrom) {

    /** Stands for all in place of a time. */
    public static final long ALL = Long.MIN_VALUE;

    /** Stands for none of the messages in place of a time. */
    public static final long NONE = Long.MAX_VALUE;

    public static final Scope EVERYTHING = new Scope(ALL, ALL);

    /**
     * From which time on the messages of an element are wanted: of one that was made since, its whole history, as imports are
     * back-dated; of one that has not changed since, none, so they need not be read.
     */
    public long messagesOf(long createdAt, long updatedAt) {
        if (createdAt >= messagesFrom) {
            return ALL;
        }
        return updatedAt != 0 && updatedAt < messagesFrom ? NONE : messagesFrom;
    }

    /** Whether an element is wanted; one without a time of change is. */
    public boolean wants(long updatedAt) {
        return updatedAt == 0 || updatedAt >= changedFrom;
    }
}
