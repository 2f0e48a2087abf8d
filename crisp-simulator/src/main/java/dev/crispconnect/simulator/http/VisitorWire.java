package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.PageView;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Visitors by the names on the wire, as Crisp's Node client declares them. What is not known of a visitor is left out. */
final class VisitorWire {

    private static final List<String> OF_META = List.of("nickname", "email", "avatar");
    private static final List<String> OF_DEVICE = List.of("timezone", "capabilities", "locales");

    private VisitorWire() {}

    /** One element of the list. */
    static Map<String, Object> visitor(Conversation visitor, Workspace workspace) {
        Map<String, Object> wire = onTheMap(visitor, workspace);
        putKnown(wire, "inbox_id", visitor.inboxId());
        putKnown(wire, "useragent", object(device(visitor), "system").get("useragent"));
        if (!geolocation(visitor).isEmpty()) {
            wire.put("geolocation", geolocation(visitor));
        }
        return wire;
    }

    /** The places where visitors are known to be, each with those who are there. */
    static List<Map<String, Object>> points(List<Conversation> visitors, Workspace workspace) {
        return visitors.stream()
                .filter(visitor -> geolocation(visitor).containsKey("coordinates"))
                .collect(Collectors.groupingBy(VisitorWire::geolocation, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(place -> point(place.getKey(), place.getValue(), workspace))
                .toList();
    }

    private static Map<String, Object> point(Map<?, ?> geolocation, List<Conversation> there, Workspace workspace) {
        List<Map<String, Object>> sessions =
                there.stream().map(visitor -> onTheMap(visitor, workspace)).toList();
        return Map.of("geolocation", geolocation, "visitors", Map.of("count", sessions.size(), "sessions", sessions));
    }

    private static Map<String, Object> onTheMap(Conversation visitor, Workspace workspace) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("session_id", visitor.sessionId());
        OF_META.forEach(field -> putKnown(wire, field, visitor.meta().get(field)));
        wire.put("initiated", !visitor.empty());
        wire.put("active", true);
        OF_DEVICE.forEach(field -> putKnown(wire, field, device(visitor).get(field)));
        workspace.sideLists().pages(visitor.sessionId()).stream()
                .findFirst()
                .ifPresent(newest -> wire.put("last_page", page(newest)));
        return wire;
    }

    private static Map<String, Object> page(PageView page) {
        return Map.of("page_title", page.title(), "page_url", page.url());
    }

    private static Map<?, ?> device(Conversation visitor) {
        return object(visitor.meta(), "device");
    }

    private static Map<?, ?> geolocation(Conversation visitor) {
        return object(device(visitor), "geolocation");
    }

    private static Map<?, ?> object(Map<?, ?> holder, String field) {
        return holder.get(field) instanceof Map<?, ?> object ? object : Map.of();
    }

    private static void putKnown(Map<String, Object> wire, String name, Object value) {
        if (value != null) {
            wire.put(name, value);
        }
    }
}
