package dev.crispconnect.simulator.realtime;

import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.realtime.Line.CloseCode;
import dev.crispconnect.simulator.switches.RealtimeSwitch;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * One client as Socket.IO and Crisp see it: connected to the root namespace, then authenticated, then bound to events (Crisp
 * API reference, sections 5.2 to 5.4). Used on the loop only, but for {@link #view()}.
 */
final class RealtimeSocket {

    private final House house;
    private final EngineConnection connection;
    private final Arrival arrival;
    private final Binding binding;
    private final Loop.Alarm unauthenticated;
    private final Instant since;
    private boolean connected;
    private volatile Subscription subscription;

    RealtimeSocket(House house, EngineConnection connection, Arrival arrival) {
        this.house = house;
        this.connection = connection;
        this.arrival = arrival;
        this.binding = new Binding(house);
        this.unauthenticated = house.loop().alarm(() -> unauthorized("authentication timeout"));
        this.since = house.clock().instant();
    }

    EngineConnection connection() {
        return connection;
    }

    /** Says hello. */
    void open() {
        connection.open(this::received);
        unauthenticated.set(house.switches().get(RealtimeSwitch.AUTHENTICATION_TIMEOUT));
        if (connection.version() == EngineVersion.V3) {
            connected = true;
            send(SocketPacket.of(SocketPacket.Type.CONNECT, SocketPacket.ROOT, null));
        }
    }

    /** The connection is no more. */
    void ended() {
        unauthenticated.cancel();
        binding.cancel();
        connection.stopHeartbeat();
    }

    /** Whether it would be told of the event. */
    boolean hears(Event event) {
        return subscription != null && house.doorkeeper().mayHear(subscription, event);
    }

    /** Tells it of an event. */
    void tell(String frame) {
        if (connection.sendFrame(frame)) {
            house.tally().delivered();
        }
    }

    /** Something goes wrong with it. */
    void suffer(SocketFault fault) {
        switch (fault) {
            case CUT -> connection.cut();
            case CLOSE -> close(CloseCode.GOING_AWAY);
            case DISCONNECT -> disconnect();
            case HALF_OPEN -> connection.freeze();
            case NO_HEARTBEAT -> connection.stopHeartbeat();
        }
    }

    /** It has to go, in good order if its client can still hear. */
    void dismiss() {
        subscription = null;
        connection.dismiss();
    }

    /** A token was revoked: maybe this one's. */
    void checkToken() {
        if (subscription != null && !house.doorkeeper().isGood(subscription)) {
            unauthorized("the token was revoked");
        }
    }

    /** As it is now. May be called by any thread. */
    SocketView view() {
        Subscription now = subscription;
        int protocol = connection.version().number();
        return now == null
                ? new SocketView(connection.id(), protocol, null, Set.of(), Set.of(), Set.of(), since)
                : new SocketView(
                        connection.id(),
                        protocol,
                        now.token().identifier(),
                        now.rooms(),
                        now.events(),
                        now.inboxes(),
                        since);
    }

    private void received(String message) {
        SocketPacket.decode(message).ifPresentOrElse(this::received, house.tally()::oddFrame);
    }

    private void received(SocketPacket packet) {
        boolean root = packet.namespace().equals(SocketPacket.ROOT);
        if (packet.type().isBinary()) {
            connection.close(CloseCode.UNSUPPORTED_DATA);
        } else if (packet.type() == SocketPacket.Type.CONNECT) {
            connect(packet.namespace());
        } else if (packet.type() == SocketPacket.Type.DISCONNECT && root) {
            close(CloseCode.NORMAL);
        } else if (packet.type() == SocketPacket.Type.EVENT && root && connected) {
            packet.eventName().ifPresentOrElse(name -> emitted(name, packet.argument()), house.tally()::oddFrame);
        } else {
            house.tally().oddFrame();
        }
    }

    private void connect(String namespace) {
        boolean version4 = connection.version() == EngineVersion.V4;
        if (!namespace.equals(SocketPacket.ROOT)) {
            String sentence = "Invalid namespace";
            send(SocketPacket.of(
                    SocketPacket.Type.CONNECT_ERROR, namespace, version4 ? Map.of("message", sentence) : sentence));
        } else if (!connected) {
            connected = true;
            send(SocketPacket.of(
                    SocketPacket.Type.CONNECT,
                    namespace,
                    Map.of("sid", house.ids().next())));
        }
    }

    private void emitted(String name, Object argument) {
        try {
            if (name.equals("authentication")) {
                subscription = house.doorkeeper().admit(argument);
                arrival.authenticated(subscription.token());
                unauthenticated.cancel();
                send(SocketPacket.event("authenticated", true));
            } else if (subscription != null) {
                subscription = binding.apply(name, argument, subscription);
            }
        } catch (UnauthorizedException refused) {
            unauthorized(refused.getMessage());
        }
    }

    private void unauthorized(String message) {
        house.tally().unauthorized();
        unauthenticated.cancel();
        send(SocketPacket.event("unauthorized", Map.of("message", message)));
        disconnect();
    }

    /** As a Socket.IO server that wants a client gone, which then does not come back by itself. */
    private void disconnect() {
        send(SocketPacket.of(SocketPacket.Type.DISCONNECT, SocketPacket.ROOT, null));
        close(CloseCode.NORMAL);
    }

    private void close(CloseCode code) {
        subscription = null;
        connection.close(code);
    }

    private void send(SocketPacket packet) {
        connection.send(new EnginePacket(EnginePacket.Type.MESSAGE, packet.encode()));
    }
}
