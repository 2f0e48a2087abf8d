package dev.crispconnect.simulator.realtime;

import dev.crispconnect.simulator.access.Tokens;
import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.event.EventFeed;
import dev.crispconnect.simulator.http.Extension;
import dev.crispconnect.simulator.journal.Journal;
import dev.crispconnect.simulator.switches.RealtimeSwitch;
import dev.crispconnect.simulator.switches.RealtimeSwitch.RevokedToken;
import dev.crispconnect.simulator.switches.Switches;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Crisp's realtime API (Crisp API reference, section 5): tells authenticated sockets what happens, in the order in which it
 * took effect, at most once, and keeps nothing for who is not connected. Thread-safe.
 */
public final class Realtime {

    private final House house;
    private final List<RealtimeSocket> sockets = new CopyOnWriteArrayList<>();
    private final Broadcast broadcast;
    private final RealtimeFaults faults;
    private final Extension extension;

    /** @param websites the ids of all there are; may grow */
    public Realtime(Set<String> websites, Tokens tokens, Switches switches, Journal journal, InstantSource clock) {
        Doorkeeper doorkeeper = new Doorkeeper(websites, tokens, switches);
        this.house = new House(new Loop(), doorkeeper, switches, new Tally(), new SocketIds(), clock);
        EventFaultPlan plan = new EventFaultPlan();
        Admission admission = new Admission();
        this.broadcast = new Broadcast(house, sockets, plan);
        this.faults = new RealtimeFaults(house, sockets, plan, broadcast, admission);
        this.extension = new Upgrades(house, admission, sockets, journal);
        tokens.whenChanged(this::checkTokens);
    }

    /** What serves it on the port. */
    public Extension extension() {
        return extension;
    }

    /** From now on sockets are told what happens there. */
    public void follow(EventFeed feed) {
        feed.listen(this::happened);
    }

    /** What is to go wrong. */
    public RealtimeFaults faults() {
        return faults;
    }

    /** The clients that are connected now, those who came first first. Never waits. */
    public List<SocketView> sockets() {
        return sockets.stream().map(RealtimeSocket::view).toList();
    }

    /** What happened so far. Never waits. */
    public RealtimeCounts counts() {
        return house.tally().counts();
    }

    /** Whether the sockets were told all that happened so far, and suffered every fault. Never waits. */
    public boolean isIdle() {
        return house.loop().isIdle();
    }

    /** Closes every socket and forgets every fault and what was counted. */
    public void reset() {
        house.loop().run(() -> sockets.forEach(RealtimeSocket::dismiss));
        faults.clear();
        house.loop().run(() -> {
            broadcast.forget();
            house.tally().reset();
        });
    }

    /** Called under a workspace's lock. */
    private void happened(Event event) {
        house.tally().published();
        if (!sockets.isEmpty()) {
            house.loop().run(() -> broadcast.happened(event));
        }
    }

    private void checkTokens() {
        house.loop().run(() -> {
            if (house.switches().get(RealtimeSwitch.REVOKED_TOKEN) == RevokedToken.CUT) {
                sockets.forEach(RealtimeSocket::checkToken);
            }
        });
    }
}
