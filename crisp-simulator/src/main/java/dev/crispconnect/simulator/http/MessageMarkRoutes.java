package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.workspace.Side;
import dev.crispconnect.simulator.workspace.Typing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Marks on messages, and who types (Crisp API reference, section 3.10): all are dispatched, 202. */
final class MessageMarkRoutes {

    private static final String ONE = "/website/{website_id}/conversation/{session_id}";
    private static final String SCOPE = "website:conversation:messages";
    private static final List<String> TYPES = List.of("start", "stop");

    private MessageMarkRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.write("PATCH", ONE + "/compose", MessageMarkRoutes::compose)
                        .needing(SCOPE),
                Route.write("PATCH", ONE + "/read", MessageMarkRoutes::read).needing(SCOPE),
                Route.write("PATCH", ONE + "/unread", MessageMarkRoutes::unread).needing(SCOPE),
                Route.write("PATCH", ONE + "/delivered", MessageMarkRoutes::delivered)
                        .needing(SCOPE));
    }

    private static Answer compose(Call call) {
        Body body = call.body();
        String type = body.requiredText("type");
        body.choice("type", Optional.of(type).filter(TYPES::contains));
        Side from = MessageBody.from(body);
        body.flag("stealth");
        Typing typing = new Typing(
                type.equals("start"),
                body.text("excerpt").orElse(null),
                body.flag("automated").orElse(false),
                null,
                null);
        call.workspace().messages().compose(call.sessionId(), from, typing);
        return dispatched();
    }

    private static Answer read(Call call) {
        Side from = MessageBody.from(call.body());
        String origin = MessageBody.origin(call.body());
        call.workspace().marks().read(call.sessionId(), from, origin, fingerprints(call.body()));
        return dispatched();
    }

    private static Answer unread(Call call) {
        call.workspace().marks().unread(call.sessionId(), MessageBody.from(call.body()));
        return dispatched();
    }

    private static Answer delivered(Call call) {
        Side from = MessageBody.from(call.body());
        String origin = MessageBody.origin(call.body());
        call.workspace().marks().delivered(call.sessionId(), from, origin, fingerprints(call.body()));
        return dispatched();
    }

    private static Answer dispatched() {
        return Answer.dispatched(JsonText.of(Map.of()));
    }

    private static Set<Long> fingerprints(Body body) {
        return body.list("fingerprints").orElse(List.of()).stream()
                .map(MessageMarkRoutes::fingerprint)
                .collect(Collectors.toSet());
    }

    /** The reference's examples show fingerprints as strings, the types say numbers. */
    private static Long fingerprint(Object value) {
        try {
            return Long.valueOf(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw Refusal.invalid("data.fingerprints[] should be integer", e);
        }
    }
}
