package dev.crispconnect.simulator.http;

import static dev.crispconnect.simulator.http.ConversationRoutes.ONE;

import dev.crispconnect.simulator.workspace.LiveSessions;
import dev.crispconnect.simulator.workspace.LiveSessions.Browsing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shared screens and calls (Crisp API reference, section 3.4): asked for, listed and ended; signals lead nowhere. */
final class LiveSessionRoutes {

    private static final String BROWSING = ONE + "/browsing";
    private static final String CALL = ONE + "/call";
    private static final String BROWSING_SCOPE = "website:conversation:browsing";
    private static final String CALLS_SCOPE = "website:conversation:calls";

    private LiveSessionRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.read("GET", BROWSING, LiveSessionRoutes::listBrowsing).needing(BROWSING_SCOPE),
                Route.write("POST", BROWSING, LiveSessionRoutes::startBrowsing).needing(BROWSING_SCOPE),
                Route.write("PATCH", BROWSING + "/{browsing_id}", LiveSessionRoutes::actOnBrowsing)
                        .needing(BROWSING_SCOPE),
                Route.write("PATCH", BROWSING + "/{browsing_id}/assist", LiveSessionRoutes::assistBrowsing)
                        .needing(BROWSING_SCOPE),
                Route.read("GET", CALL, LiveSessionRoutes::ongoingCall).needing(CALLS_SCOPE),
                Route.write("POST", CALL, LiveSessionRoutes::startCall).needing(CALLS_SCOPE),
                Route.write("DELETE", CALL + "/{call_id}", LiveSessionRoutes::abortCall)
                        .needing(CALLS_SCOPE),
                Route.write("PATCH", CALL + "/{call_id}", LiveSessionRoutes::signal)
                        .needing(CALLS_SCOPE));
    }

    private static LiveSessions sessions(Call call) {
        return call.workspace().liveSessions();
    }

    private static Answer listBrowsing(Call call) {
        Object useragent =
                useragent(call.workspace().conversations().get(call.sessionId()).meta());
        return Answer.resolved(JsonText.of(sessions(call).browsing(call.sessionId()).stream()
                .map(session -> browsing(session, useragent))
                .toList()));
    }

    private static Map<String, Object> browsing(Browsing session, Object useragent) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("browsing_id", session.browsingId());
        wire.put("browsing_token", session.browsingToken());
        if (useragent != null) {
            wire.put("useragent", useragent);
        }
        return wire;
    }

    private static Object useragent(Map<String, Object> meta) {
        Object device = meta.get("device");
        Object system = device instanceof Map<?, ?> map ? map.get("system") : null;
        return system instanceof Map<?, ?> map ? map.get("useragent") : null;
    }

    private static Answer startBrowsing(Call call) {
        sessions(call).startBrowsing(call.sessionId());
        return Answer.dispatched();
    }

    /** The action's names are not documented; {@code stop} ends it. */
    private static Answer actOnBrowsing(Call call) {
        String action = call.body().requiredText("action");
        String browsingId = call.path().get("browsing_id");
        if (action.equals("stop")) {
            sessions(call).stopBrowsing(call.sessionId(), browsingId);
        } else {
            sessions(call).browsing(call.sessionId(), browsingId);
        }
        return Answer.dispatched();
    }

    private static Answer assistBrowsing(Call call) {
        sessions(call).browsing(call.sessionId(), call.path().get("browsing_id"));
        return Answer.dispatched();
    }

    private static Answer ongoingCall(Call call) {
        String callId = sessions(call).call(call.sessionId()).orElseThrow(() -> Refusal.of(404, "call_not_found"));
        return Answer.resolved(JsonText.of(Map.of("call_id", callId)));
    }

    private static Answer startCall(Call call) {
        ActingUser.check(call.body());
        call.body().require("mode");
        call.body().allowed("mode", List.of("audio", "video"));
        return Answer.added(JsonText.of(Map.of("call_id", sessions(call).startCall(call.sessionId()))));
    }

    private static Answer abortCall(Call call) {
        ActingUser.check(call.body());
        sessions(call).endCall(call.sessionId(), call.path().get("call_id"));
        return Answer.deleted();
    }

    private static Answer signal(Call call) {
        sessions(call).requireCall(call.sessionId(), call.path().get("call_id"));
        return Answer.dispatched();
    }
}
