package dev.crispconnect.source.capture;

import dev.crispconnect.client.time.Time;
import java.time.Duration;

/**
 * How a task hears of changes: the life of its one connection, driven by its one reading thread. Between that thread and the
 * one that reads the socket is a bounded mailbox; the socket's never waits.
 *
 * <p>{@link #turn()} and {@link #await} are for the reading thread; {@link #wake()} and {@link #close()} for any.
 */
public final class Capture implements AutoCloseable {

    private final Mailbox mailbox;
    private final Line line;

    /** The reading thread's alone. */
    private boolean turning;

    private volatile boolean closed;

    private Capture(Mailbox mailbox, Line line) {
        this.mailbox = mailbox;
        this.line = line;
    }

    /**
     * Hears of what is wanted. Connects to nothing before the first turn.
     *
     * @throws IllegalArgumentException when no event is wanted: such a task has nothing to hear, see {@link #none}
     */
    public static Capture realtime(CaptureSettings settings, Wanted wanted, CaptureTools tools, Ear ear) {
        Mailbox mailbox = new Mailbox(settings.bufferEvents(), tools.metrics()::lost, tools.time());
        return new Capture(mailbox, new SocketLine(settings, wanted, tools, ear, mailbox));
    }

    /** Hears nothing: the ear is told to poll at the first turn. */
    public static Capture none(Ear ear, Time time) {
        return new Capture(new Mailbox(1, () -> {}, time), new NoLine(ear));
    }

    /**
     * Tells the ear what arrived, up to a bound, and does what is due: discovery, connect, heartbeat check, bind, reconnect,
     * fallback. Never waits for Crisp. Not re-entrant: a turn within a turn, such as that of an ear that waits for a call,
     * does nothing.
     *
     * @return how long nothing is due; zero when more has arrived than was told. To be given to {@link #await}, or to be
     *     called again by then
     * @throws InterruptedException when the ear was interrupted
     */
    public Duration turn() throws InterruptedException {
        if (turning || closed) {
            return Line.NEVER;
        }
        turning = true;
        try {
            return line.turn();
        } finally {
            turning = false;
        }
    }

    /**
     * Waits until something has arrived, {@link #wake()} was called, or the time has passed.
     * Within a turn what arrived cannot be told, and so does not end the wait.
     */
    public void await(Duration atMost) throws InterruptedException {
        mailbox.await(atMost, turning);
    }

    /** Ends {@link #await}. A wake before it is not lost. */
    public void wake() {
        mailbox.wake();
    }

    /** Cuts the connection; the ear is told nothing any more. Returns at once. May be called twice. */
    @Override
    public void close() {
        closed = true;
        line.close();
        mailbox.wake();
    }
}
