package dev.crispconnect.simulator.realtime;

import java.util.function.Consumer;

/** Engine.IO 4: the server pings, and a client that does not answer in time is gone. */
final class ServerPings implements Heartbeat {

    private final Pace pace;
    private final Consumer<EnginePacket> sender;
    private final Loop.Alarm nextPing;
    private final Loop.Alarm noPong;

    ServerPings(Loop loop, Pace pace, Consumer<EnginePacket> sender, Runnable gone) {
        this.pace = pace;
        this.sender = sender;
        this.nextPing = loop.alarm(this::ping);
        this.noPong = loop.alarm(gone);
    }

    @Override
    public void start() {
        nextPing.set(pace.interval());
    }

    @Override
    public void heard(EnginePacket packet) {
        if (packet.type() == EnginePacket.Type.PONG && noPong.isSet()) {
            noPong.cancel();
            nextPing.set(pace.interval());
        }
    }

    @Override
    public void stop() {
        nextPing.cancel();
        noPong.cancel();
    }

    private void ping() {
        noPong.set(pace.timeout());
        sender.accept(EnginePacket.of(EnginePacket.Type.PING));
    }
}
