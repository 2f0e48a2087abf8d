package dev.crispconnect.simulator.realtime;

import java.time.Duration;
import java.util.function.Consumer;

/** Engine.IO 3: the client pings, and one of which nothing is heard for an interval and a timeout is gone. */
final class ClientPings implements Heartbeat {

    private final Duration patience;
    private final Consumer<EnginePacket> sender;
    private final Loop.Alarm silence;
    private boolean stopped;

    ClientPings(Loop loop, Pace pace, Consumer<EnginePacket> sender, Runnable gone) {
        this.patience = pace.interval().plus(pace.timeout());
        this.sender = sender;
        this.silence = loop.alarm(gone);
    }

    @Override
    public void start() {
        silence.set(patience);
    }

    @Override
    public void heard(EnginePacket packet) {
        if (stopped) {
            return;
        }
        silence.set(patience);
        if (packet.type() == EnginePacket.Type.PING) {
            sender.accept(new EnginePacket(EnginePacket.Type.PONG, packet.data()));
        }
    }

    @Override
    public void stop() {
        stopped = true;
        silence.cancel();
    }
}
