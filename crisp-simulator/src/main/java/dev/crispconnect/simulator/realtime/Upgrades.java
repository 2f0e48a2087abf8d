package dev.crispconnect.simulator.realtime;

import dev.crispconnect.simulator.http.Extension;
import dev.crispconnect.simulator.journal.Journal;
import dev.crispconnect.simulator.json.JsonCodec;
import dev.crispconnect.simulator.switches.RealtimeSwitch;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns requests into connections (Crisp API reference, section 5.2): on every path that belongs neither to the REST API nor
 * to the administration, as the discovery gives each caller its own, and clients may be pointed at any. Called by the event
 * loops, of which there may be several.
 */
final class Upgrades implements Extension {

    private static final List<String> TAKEN = List.of("/v1", "/admin");
    private static final String PAGE =
            "<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>";

    /** Why Engine.IO refuses a request, by its own codes. */
    private enum Refused {
        UNKNOWN_TRANSPORT(0, "Transport unknown"),
        UNKNOWN_SESSION(1, "Session ID unknown"),
        BAD_REQUEST(3, "Bad request"),
        UNSUPPORTED_PROTOCOL(5, "Unsupported protocol version");

        private final String body;

        Refused(int code, String message) {
            this.body = JsonCodec.text(Map.of("code", code, "message", message));
        }
    }

    private final House house;
    private final Admission admission;
    private final List<RealtimeSocket> sockets;
    private final Journal journal;

    Upgrades(House house, Admission admission, List<RealtimeSocket> sockets, Journal journal) {
        this.house = house;
        this.admission = admission;
        this.sockets = sockets;
        this.journal = journal;
    }

    @Override
    public void open(Vertx vertx) {
        house.loop().open(vertx);
    }

    @Override
    public boolean takes(HttpServerRequest request) {
        String path = request.path();
        boolean free = TAKEN.stream().noneMatch(taken -> path.equals(taken) || path.startsWith(taken + "/"));
        return free && (request.getParam("transport") != null || request.getParam("EIO") != null);
    }

    @Override
    public void accept(HttpServerRequest request) {
        Arrival arrival = new Arrival(journal, house.clock().instant(), request);
        Optional<EngineVersion> version = EngineVersion.ofWire(request.getParam("EIO"));
        Optional<Refused> refused = refusal(request, version.isPresent());
        if (refused.isPresent()) {
            arrival.answered(400);
            answer(request, 400, "application/json", refused.get().body);
            return;
        }
        ConnectFault fault = admission.next().orElse(null);
        if (fault != null) {
            house.tally().refusedConnect();
        }
        if (fault == ConnectFault.BAD_GATEWAY) {
            arrival.answered(502);
            answer(request, 502, "text/html", PAGE);
        } else {
            arrival.answered(101);
            request.toWebSocket().onSuccess(webSocket -> opened(webSocket, version.get(), fault, arrival));
        }
    }

    private static Optional<Refused> refusal(HttpServerRequest request, boolean versionServed) {
        if (!"websocket".equals(request.getParam("transport"))) {
            return Optional.of(Refused.UNKNOWN_TRANSPORT);
        }
        if (request.getParam("sid") != null) {
            return Optional.of(Refused.UNKNOWN_SESSION);
        }
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            return Optional.of(Refused.BAD_REQUEST);
        }
        return versionServed ? Optional.empty() : Optional.of(Refused.UNSUPPORTED_PROTOCOL);
    }

    private void opened(ServerWebSocket webSocket, EngineVersion version, ConnectFault fault, Arrival arrival) {
        Line line = new Line(webSocket, house.switches().get(RealtimeSwitch.SOCKET_BACKLOG));
        if (fault == ConnectFault.CUT) {
            line.cut();
            return;
        }
        EngineConnection connection = new EngineConnection(house, version, line);
        RealtimeSocket socket = new RealtimeSocket(house, connection, arrival);
        house.tally().connected();
        webSocket.textMessageHandler(frame -> house.loop().run(() -> connection.received(frame)));
        webSocket.binaryMessageHandler(
                frame -> house.loop().run(() -> connection.close(Line.CloseCode.UNSUPPORTED_DATA)));
        // before Vert.x closes it without saying why
        webSocket.exceptionHandler(broken -> webSocket.close(Line.CloseCode.TOO_LARGE.number()));
        webSocket.closeHandler(closed -> house.loop().run(() -> left(socket)));
        house.loop().run(() -> {
            sockets.add(socket);
            socket.open();
        });
    }

    private void left(RealtimeSocket socket) {
        sockets.remove(socket);
        socket.ended();
    }

    private static void answer(HttpServerRequest request, int status, String type, String body) {
        request.response().setStatusCode(status).putHeader("Content-Type", type).end(body);
    }
}
