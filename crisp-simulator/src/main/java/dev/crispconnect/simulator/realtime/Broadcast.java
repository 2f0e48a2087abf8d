package dev.crispconnect.simulator.realtime;

import dev.crispconnect.simulator.event.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Tells the sockets of events, in the order of effect unless a fault says otherwise. Used on the loop only. */
final class Broadcast {

    private final House house;
    private final List<RealtimeSocket> sockets;
    private final EventFaultPlan faults;
    private final Deque<Delayed> delayed = new ArrayDeque<>();
    private final List<HeldBack> heldBack = new ArrayList<>();

    /** @param sockets all that are connected; changes */
    Broadcast(House house, List<RealtimeSocket> sockets, EventFaultPlan faults) {
        this.house = house;
        this.sockets = sockets;
        this.faults = faults;
    }

    /** Something happened. An event that nobody would hear meets no fault. */
    void happened(Event event) {
        if (sockets.stream().noneMatch(socket -> socket.hears(event))) {
            return;
        }
        EventFault fault = faults.next(event.name()).orElse(null);
        if (fault instanceof EventFault.Delay delay) {
            Delayed waiting = new Delayed(event, null);
            delayed.add(waiting);
            house.loop().alarm(() -> over(waiting)).set(delay.by());
        } else if (delayed.isEmpty()) {
            told(event, fault);
        } else {
            Delayed behind = new Delayed(event, fault);
            behind.over = true;
            delayed.add(behind);
        }
    }

    /** Tells at once what is held back. */
    void release() {
        List<HeldBack> late = List.copyOf(heldBack);
        heldBack.clear();
        late.forEach(each ->
                tell(each.event, each.hearing.stream().filter(sockets::contains).toList()));
    }

    /** Nobody will be told what is held back or delayed. */
    void forget() {
        heldBack.clear();
        delayed.clear();
    }

    private void over(Delayed first) {
        first.over = true;
        while (!delayed.isEmpty() && delayed.peek().over) {
            Delayed next = delayed.remove();
            told(next.event, next.fault);
        }
    }

    /** @param fault null for none */
    private void told(Event event, EventFault fault) {
        if (fault instanceof EventFault.Drop) {
            house.tally().dropped();
        } else if (fault instanceof EventFault.HoldBack) {
            heldBack.add(new HeldBack(event, hearing(event)));
        } else if (fault instanceof EventFault.CutBefore) {
            house.tally().dropped();
            hearing(event).forEach(socket -> socket.connection().cutWhenSent());
        } else {
            List<RealtimeSocket> heard = hearing(event);
            tell(event, heard);
            if (fault instanceof EventFault.Duplicate) {
                tell(event, heard);
            } else if (fault instanceof EventFault.CutAfter) {
                heard.forEach(socket -> socket.connection().cutWhenSent());
            }
            release();
        }
    }

    private static void tell(Event event, List<RealtimeSocket> hearing) {
        if (!hearing.isEmpty()) {
            // written once for all
            String frame = new EnginePacket(
                            EnginePacket.Type.MESSAGE,
                            SocketPacket.event(event.name(), event.data()).encode())
                    .encode();
            hearing.forEach(socket -> socket.tell(frame));
        }
    }

    private List<RealtimeSocket> hearing(Event event) {
        return sockets.stream().filter(socket -> socket.hears(event)).toList();
    }

    /** An event and who is to hear it late. Who connects meanwhile is never told: nothing is kept for who was not there. */
    private record HeldBack(Event event, List<RealtimeSocket> hearing) {}

    private static final class Delayed {

        final Event event;
        final EventFault fault;
        boolean over;

        Delayed(Event event, EventFault fault) {
            this.event = event;
            this.fault = fault;
        }
    }
}
