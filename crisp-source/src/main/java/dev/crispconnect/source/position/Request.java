package dev.crispconnect.source.position;

/**
 * The past once more, as it was asked for last. It needs a walk of its own: what is new is emitted at once meanwhile, as the
 * history of everything has been emitted before.
 *
 * @param id by which it was asked for; empty when it never was
 * @param walk how far it has come
 */
public record Request(String id, Backfill walk) {

    /** Nobody has asked. */
    public static final Request NEVER = new Request("", Backfill.DONE);

    /** After its walk has come further. */
    public Request walked(Backfill further) {
        return new Request(id, further);
    }

    /** The past was read, or left out, in the first place when it was asked for. */
    public static Request met(String id) {
        return new Request(id, Backfill.DONE);
    }
}
