package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** State, routing, meta and flags of a conversation (Crisp API reference, section 3.4): absolute values, safe to repeat. */
final class ConversationStateRoutes {

    private static final String ONE = "/website/{website_id}/conversation/{session_id}";
    private static final List<String> META_TEXTS =
            List.of("nickname", "email", "phone", "address", "subject", "avatar", "ip", "origin");

    private ConversationStateRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.read(
                        "GET",
                        ONE + "/state",
                        call -> resolved("state", conversation(call).state().wire())),
                Route.write("PATCH", ONE + "/state", ConversationStateRoutes::changeState),
                Route.read(
                        "GET",
                        ONE + "/routing",
                        call -> Answer.resolved(JsonText.of(Wire.routing(conversation(call))))),
                Route.write("PATCH", ONE + "/routing", ConversationStateRoutes::assign),
                Route.read(
                        "GET",
                        ONE + "/meta",
                        call -> Answer.resolved(JsonText.of(conversation(call).meta()))),
                Route.write("PATCH", ONE + "/meta", ConversationStateRoutes::changeMeta),
                Route.read(
                        "GET",
                        ONE + "/block",
                        call -> resolved("blocked", conversation(call).blocked())),
                Route.write("PATCH", ONE + "/block", ConversationStateRoutes::block),
                Route.write("PATCH", ONE + "/open", ConversationStateRoutes::open),
                Route.write("PATCH", ONE + "/inbox", ConversationStateRoutes::moveToInbox));
    }

    private static Conversation conversation(Call call) {
        return call.workspace().conversations().get(call.sessionId());
    }

    private static Answer resolved(String name, Object value) {
        return Answer.resolved(JsonText.of(Map.of(name, value)));
    }

    private static Answer changeState(Call call) {
        String name = call.body().requiredText("state");
        State state = call.body().choice("state", State.ofWire(name));
        call.workspace().conversations().setState(call.sessionId(), state);
        return Answer.updated();
    }

    private static Answer assign(Call call) {
        call.body().flag("silent");
        call.body().requireNamed("assigned");
        String userId = call.body()
                .object("assigned")
                .map(assigned -> assigned.requiredText("user_id"))
                .orElse(null);
        call.workspace().conversations().assign(call.sessionId(), userId);
        return Answer.updated();
    }

    private static Answer changeMeta(Call call) {
        Body body = call.body();
        Map<String, Object> patch = new LinkedHashMap<>();
        META_TEXTS.forEach(field -> body.text(field).ifPresent(value -> patch.put(field, value)));
        body.data("data").ifPresent(data -> patch.put("data", data));
        body.texts("segments").ifPresent(segments -> patch.put("segments", segments));
        body.object("device").ifPresent(device -> patch.put("device", device.values()));
        call.workspace().conversations().changeMeta(call.sessionId(), patch);
        return Answer.updated();
    }

    private static Answer block(Call call) {
        call.workspace().conversations().block(call.sessionId(), call.body().requiredFlag("blocked"));
        return Answer.updated();
    }

    /** Opened and closed are events only: no field of the conversation tells them. */
    private static Answer open(Call call) {
        call.body().requiredFlag("opened");
        call.workspace().conversations().get(call.sessionId());
        return Answer.updated();
    }

    private static Answer moveToInbox(Call call) {
        call.body().requireNamed("inbox_id");
        call.workspace()
                .conversations()
                .moveToInbox(call.sessionId(), call.body().text("inbox_id").orElse(null));
        return Answer.updated();
    }
}
