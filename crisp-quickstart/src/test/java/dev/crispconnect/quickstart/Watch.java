package dev.crispconnect.quickstart;

/** Looks out for one point in the life of a worker. Made before that life begins; used by one thread. */
interface Watch extends AutoCloseable {
    /** Whether the point has come. */
    boolean reached();

    /** Looks out no more, and lets go what it held up. */
    @Override
    void close();
}
