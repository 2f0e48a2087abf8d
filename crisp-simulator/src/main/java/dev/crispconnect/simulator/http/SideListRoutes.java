package dev.crispconnect.simulator.http;

import static dev.crispconnect.simulator.http.ConversationRoutes.ONE;

import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.Original;
import dev.crispconnect.simulator.workspace.PageView;
import dev.crispconnect.simulator.workspace.SharedFile;
import dev.crispconnect.simulator.workspace.VisitorEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What belongs to a conversation besides its messages (Crisp API reference, section 3.5). */
final class SideListRoutes {

    private static final String MESSAGES = "website:conversation:messages";

    private final Paging paging;

    SideListRoutes(Switches switches) {
        this.paging = new Paging(switches);
    }

    List<Route> routes() {
        return Stream.of(
                        list("pages", "website:conversation:pages", this::pages),
                        list("events", "website:conversation:events", this::events),
                        list("files", MESSAGES, this::files),
                        Stream.of(Route.read("GET", ONE + "/original/{original_id}", SideListRoutes::original)
                                .needing(MESSAGES)))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<Route> list(String name, String scope, Function<Call, Answer> handler) {
        return Stream.of(ONE + "/" + name, ONE + "/" + name + "/{page}")
                .map(path -> Route.read("GET", path, handler).needing(scope));
    }

    private Answer pages(Call call) {
        return paging.answer(call, call.workspace().sideLists().pages(call.sessionId()), PageView::wire);
    }

    private Answer events(Call call) {
        return paging.answer(call, call.workspace().sideLists().events(call.sessionId()), VisitorEvent::wire);
    }

    private Answer files(Call call) {
        return paging.answer(call, call.workspace().sideLists().files(call.sessionId()), SideListRoutes::file);
    }

    private static Map<String, Object> file(SharedFile file) {
        return Map.of(
                "name", file.name(),
                "type", file.type(),
                "url", file.url(),
                "fingerprint", file.fingerprint(),
                "timestamp", file.time().toEpochMilli());
    }

    private static Answer original(Call call) {
        Original original = call.workspace()
                .messages()
                .original(call.sessionId(), call.path().get("original_id"));
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("website_id", call.workspace().website().websiteId());
        wire.put("session_id", call.sessionId());
        wire.put("original_id", original.originalId());
        wire.put("type", original.type());
        wire.put("headers", original.headers());
        wire.put("content", original.content());
        wire.put("timestamp", original.timestamp().toEpochMilli());
        return Answer.resolved(JsonText.of(wire));
    }
}
