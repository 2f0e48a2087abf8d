package dev.crispconnect.simulator.realtime;

import dev.crispconnect.simulator.http.Extension;
import dev.crispconnect.simulator.json.JsonCodec;
import dev.crispconnect.simulator.realtime.Line.CloseCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One client as Engine.IO sees it: the open packet, heartbeats, frames in and out. Used on the loop only. */
final class EngineConnection {

    private final House house;
    private final EngineVersion version;
    private final Line line;
    private final String id;
    private final Heartbeat.Pace pace;
    private final Heartbeat heartbeat;
    private Consumer<String> above = message -> {};

    EngineConnection(House house, EngineVersion version, Line line) {
        this.house = house;
        this.version = version;
        this.line = line;
        this.id = house.ids().next();
        this.pace = Heartbeat.Pace.inForce(house.switches());
        this.heartbeat = switch (version) {
            case V3 -> new ClientPings(house.loop(), pace, this::send, this::gone);
            case V4 -> new ServerPings(house.loop(), pace, this::send, this::gone);
        };
    }

    String id() {
        return id;
    }

    EngineVersion version() {
        return version;
    }

    /** Says hello; from now on messages go to the layer above. */
    void open(Consumer<String> layerAbove) {
        above = layerAbove;
        Map<String, Object> hello = new LinkedHashMap<>();
        hello.put("sid", id);
        hello.put("upgrades", List.of());
        hello.put("pingInterval", pace.interval().toMillis());
        hello.put("pingTimeout", pace.timeout().toMillis());
        hello.put("maxPayload", Extension.LARGEST_MESSAGE);
        send(new EnginePacket(EnginePacket.Type.OPEN, JsonCodec.text(hello)));
        heartbeat.start();
    }

    /** A frame came from the client. One that is no packet, or none that a client sends, is tolerated. */
    void received(String frame) {
        Optional<EnginePacket> packet = EnginePacket.decode(frame);
        packet.ifPresent(heartbeat::heard);
        EnginePacket.Type type = packet.map(EnginePacket::type).orElse(EnginePacket.Type.NOOP);
        switch (type) {
            case MESSAGE -> above.accept(packet.get().data());
            case CLOSE -> close(CloseCode.NORMAL);
            case PING, PONG, UPGRADE -> {}
            case OPEN, NOOP -> house.tally().oddFrame();
        }
    }

    void send(EnginePacket packet) {
        line.send(packet.encode());
    }

    /** Sends what is encoded already; a client that lets too much pile up is cut. */
    boolean sendFrame(String frame) {
        boolean sent = line.send(frame);
        if (sent && line.isOverrun()) {
            house.tally().overrun();
            cut();
        }
        return sent;
    }

    void close(CloseCode code) {
        heartbeat.stop();
        line.close(code);
    }

    /** Says goodbye, or ends what is frozen. */
    void dismiss() {
        if (line.isFrozen()) {
            cut();
        } else {
            close(CloseCode.GOING_AWAY);
        }
    }

    void cut() {
        heartbeat.stop();
        line.cut();
    }

    void cutWhenSent() {
        heartbeat.stop();
        line.cutWhenSent();
    }

    void stopHeartbeat() {
        heartbeat.stop();
    }

    void freeze() {
        heartbeat.stop();
        line.freeze();
    }

    private void gone() {
        house.tally().silentClient();
        close(CloseCode.NORMAL);
    }
}
