package dev.crispconnect.simulator.admin;

import dev.crispconnect.simulator.http.Extension;
import dev.crispconnect.simulator.json.JsonCodec;
import dev.crispconnect.simulator.json.MalformedJsonException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything a test may want of a simulator that runs in another process, below {@code /admin/} on the same port: JSON in
 * and out, no token, for callers on this machine only. One request is served at a time, off the event loops, in the order of
 * arrival, so that filling a workspace holds up no answer of the REST API.
 */
public final class AdminApi implements Extension {

    private static final String BASE = "/admin";

    private final AdminRouter router;
    private Vertx vertx;

    /** Serves this simulator. */
    public AdminApi(Simulated simulator) {
        this.router = new AdminRouter(Sections.of(simulator));
    }

    @Override
    public void open(Vertx opened) {
        vertx = opened;
    }

    @Override
    public boolean takes(HttpServerRequest request) {
        return request.path().equals(BASE) || request.path().startsWith(BASE + "/");
    }

    @Override
    public void accept(HttpServerRequest request) {
        request.body()
                .compose(body -> vertx.executeBlocking(() -> answer(request, body)))
                .onSuccess(reply -> send(request.response(), reply))
                .onFailure(failure ->
                        send(request.response(), new Reply(500, Map.of("error", "The simulator failed: " + failure))));
    }

    private record Reply(int status, Object value) {}

    private Reply answer(HttpServerRequest request, Buffer body) {
        try {
            if (!Callers.isLocal(request.remoteAddress())) {
                return new Reply(403, Map.of("error", "Only callers on the simulator's own machine are served here."));
            }
            return new Reply(200, router.answer(request.method().name(), path(request), query(request), input(body)));
        } catch (Refused refused) {
            return new Reply(refused.status(), Map.of("error", refused.getMessage()));
        } catch (IllegalArgumentException wrong) {
            return new Reply(400, Map.of("error", wrong.getMessage()));
        }
    }

    private static String path(HttpServerRequest request) {
        String below = request.path().substring(BASE.length());
        return below.endsWith("/") && below.length() > 1 ? below.substring(0, below.length() - 1) : below;
    }

    private static Input query(HttpServerRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        request.params().forEach(parameter -> values.putIfAbsent(parameter.getKey(), parameter.getValue()));
        return new Input(values);
    }

    @SuppressWarnings("unchecked") // the parser makes no other keys than strings
    private static Input input(Buffer body) {
        if (body.length() == 0) {
            return new Input(Map.of());
        }
        try {
            Map<String, Object> object = JsonCodec.parse(body.getBytes(), Map.class);
            if (object == null) {
                throw Refused.invalid("The body should be a JSON object.");
            }
            return new Input(object);
        } catch (MalformedJsonException e) {
            throw Refused.invalid("The body should be a JSON object.", e);
        }
    }

    private static void send(HttpServerResponse response, Reply reply) {
        if (response.closed()) {
            return;
        }
        response.setStatusCode(reply.status());
        if (reply.value() instanceof JsonLines lines) {
            response.putHeader("Content-Type", "application/x-ndjson");
            response.end(lines(lines.values()));
        } else {
            response.putHeader("Content-Type", "application/json");
            response.end(line(reply.value()));
        }
    }

    private static Buffer lines(List<?> values) {
        Buffer text = Buffer.buffer();
        values.forEach(value -> text.appendBuffer(line(value)));
        return text;
    }

    private static Buffer line(Object value) {
        return Buffer.buffer(JsonCodec.bytes(value)).appendByte((byte) '\n');
    }
}
