package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Addresses for uploads: asked for over HTTP, given as an event (Crisp API reference, sections 3.14 and 5.7). */
final class BucketRoutes {

    private static final String STORAGE = "https://storage.example.org/";
    private static final long SIZE_LIMIT_BYTES = 10_000_000;
    private static final Shape BODY = Shape.object(Map.of(
                    "namespace",
                    Shape.oneOf(List.of("upload", "avatar", "website", "campaign", "helpdesk", "status", "processing")),
                    "id",
                    Shape.TEXT,
                    "file",
                    Shape.object(Shape.TEXT, "name", "type").requiring("name", "type"),
                    "resource",
                    Shape.object(Shape.TEXT, "type", "id").requiring("type", "id")))
            .requiring("namespace", "id", "file");

    private final HttpApi.Parts parts;

    BucketRoutes(HttpApi.Parts parts) {
        this.parts = parts;
    }

    List<Route> routes() {
        return List.of(
                Route.write("POST", "/bucket/url/generate", this::generate).needing("bucket:url"));
    }

    private Answer generate(Call call) {
        Map<String, Object> wanted = BODY.of(call.body());
        Workspace workspace = workspace(call.token(), (Map<?, ?>) wanted.get("resource"));
        String event = "bucket:url:" + wanted.get("namespace") + ":generated";
        workspace.serverSays(event, payload(call.token(), wanted));
        return Answer.dispatched(JsonText.of(Map.of()));
    }

    /** Where the caller hears the answer: on the website that the resource names, else on the first one in reach. */
    private Workspace workspace(Token token, Map<?, ?> resource) {
        List<String> reached = parts.workspaces().keySet().stream()
                .filter(websiteId -> parts.tokens().reaches(token, websiteId))
                .sorted()
                .toList();
        String named = resource == null ? null : (String) resource.get("id");
        if (reached.isEmpty()) {
            throw Refusal.of(403, "not_allowed");
        }
        return parts.workspaces().get(reached.contains(named) ? named : reached.get(0));
    }

    private static Map<String, Object> payload(Token token, Map<String, Object> wanted) {
        Map<?, ?> file = (Map<?, ?>) wanted.get("file");
        String address = STORAGE + wanted.get("namespace") + "/" + wanted.get("id") + "/" + file.get("name");
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("from", token.tier().wire());
        payload.put("id", wanted.get("id"));
        payload.put("identifier", token.identifier());
        if (wanted.containsKey("resource")) {
            payload.put("resource", wanted.get("resource"));
        }
        payload.put("policy", Map.of("size_limit", SIZE_LIMIT_BYTES));
        payload.put("type", file.get("type"));
        payload.put("url", Map.of("resource", address, "signed", address + "?signature=" + address.hashCode()));
        return payload;
    }
}
