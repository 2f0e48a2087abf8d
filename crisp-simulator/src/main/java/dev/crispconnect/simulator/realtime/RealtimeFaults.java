package dev.crispconnect.simulator.realtime;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * What is to go wrong with the realtime API (Crisp API reference, section 10.2). Thread-safe. Everything is handed over to the
 * realtime event loop: it holds for whatever happens after the call, and not for what happened before it.
 *
 * <p>A fault of an event strikes once for all sockets, and only an event that somebody would hear.
 */
public final class RealtimeFaults {

    /** In place of the name of an event: every event. */
    public static final String ANY = "*";

    private final Loop loop;
    private final List<RealtimeSocket> sockets;
    private final EventFaultPlan plan;
    private final Broadcast broadcast;
    private final Admission admission;
    private final Doorkeeper doorkeeper;

    RealtimeFaults(
            House house, List<RealtimeSocket> sockets, EventFaultPlan plan, Broadcast broadcast, Admission admission) {
        this.loop = house.loop();
        this.doorkeeper = house.doorkeeper();
        this.sockets = sockets;
        this.plan = plan;
        this.broadcast = broadcast;
        this.admission = admission;
    }

    /** The next event meets this. */
    public void once(EventFault fault) {
        times(1, ANY, fault);
    }

    /** The next event of that name, or {@link #ANY}, meets this. */
    public void once(String event, EventFault fault) {
        times(1, event, fault);
    }

    /** The next {@code count} events of that name, or {@link #ANY}, meet this. */
    public void times(int count, String event, EventFault fault) {
        require(count >= 0, "count must be 0 or more, not " + count);
        Predicate<String> named = named(event);
        loop.run(() -> plan.times(count, named, fault));
    }

    /** Every event of that name, or {@link #ANY}, meets this until {@link #clear()}. */
    public void always(String event, EventFault fault) {
        Predicate<String> named = named(event);
        loop.run(() -> plan.always(named, fault));
    }

    /**
     * This share of the events of that name, or {@link #ANY}, meets this until {@link #clear()}. The same seed strikes the
     * same events, counted from now.
     *
     * @param share 0 to 1
     */
    public void rate(double share, long seed, String event, EventFault fault) {
        require(share >= 0 && share <= 1, "share must be from 0 to 1, not " + share);
        Predicate<String> named = named(event);
        loop.run(() -> plan.rate(share, new Random(seed), named, fault));
    }

    /** Once, the sockets are cut when the second event is to be told some time after the first, which they still hear. */
    public void cutBetween(String first, String second) {
        loop.run(() -> plan.cutBetween(first, second));
    }

    /** All sockets that are connected now suffer this. */
    public void strike(SocketFault fault) {
        loop.run(() -> sockets.forEach(socket -> socket.suffer(fault)));
    }

    /** The socket of that id, if it is connected, suffers this. */
    public void strike(String socketId, SocketFault fault) {
        loop.run(() -> sockets.stream()
                .filter(socket -> socket.connection().id().equals(socketId))
                .forEach(socket -> socket.suffer(fault)));
    }

    /** From now on nobody can connect, until {@link #acceptConnects()}. Takes effect at once. */
    public void refuseConnects(ConnectFault how) {
        admission.refuse(Integer.MAX_VALUE, how);
    }

    /** The next clients cannot connect. Takes effect at once. */
    public void refuseConnects(int count, ConnectFault how) {
        require(count >= 0, "count must be 0 or more, not " + count);
        admission.refuse(count, how);
    }

    /** From now on nobody can connect, for that real time or until {@link #acceptConnects()}. Takes effect at once. */
    public void refuseConnects(Duration during, ConnectFault how) {
        long refusal = admission.refuse(Integer.MAX_VALUE, how);
        loop.run(() -> loop.alarm(() -> admission.accept(refusal)).set(during));
    }

    /** From now on everybody can connect. Takes effect at once. */
    public void acceptConnects() {
        admission.accept();
    }

    /**
     * Whether from now on every authentication is answered by {@code unauthorized}. Takes effect at once; who is authenticated
     * already stays so.
     */
    public void refuseAuthentication(boolean refuses) {
        doorkeeper.refuseAll(refuses);
    }

    /** Nothing more goes wrong from now on: what is held back is told, and everybody can connect and authenticate. */
    public void clear() {
        acceptConnects();
        refuseAuthentication(false);
        loop.run(() -> {
            plan.clear();
            broadcast.release();
        });
    }

    private static Predicate<String> named(String event) {
        return event.equals(ANY) ? name -> true : event::equals;
    }

    private static void require(boolean valid, String otherwise) {
        if (!valid) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
