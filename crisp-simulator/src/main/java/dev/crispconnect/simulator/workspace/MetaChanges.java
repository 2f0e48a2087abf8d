package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.CapabilitiesShape;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.DataChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Changes conversations' meta and tells so, with one event for each field (Crisp API reference, sections 4.2 and 5.7). */
final class MetaChanges {

    /** Fields whose event is named after them and has them as its only field. */
    private static final List<String> SET =
            List.of("nickname", "email", "phone", "address", "subject", "avatar", "origin", "data", "segments");

    private final Switches switches;
    private final SessionEvents events;

    MetaChanges(Switches switches, SessionEvents events) {
        this.switches = switches;
        this.events = events;
    }

    /** What is known of a visitor who has told nothing. */
    static Map<String, Object> anonymous() {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("nickname", "anonymous");
        meta.put("email", "");
        meta.put("phone", "");
        meta.put("address", "");
        meta.put("subject", "");
        meta.put("origin", "chat");
        meta.put("ip", "");
        meta.put("avatar", "");
        meta.put("data", Map.of());
        meta.put("segments", List.of());
        meta.put("device", Map.of("geolocation", Map.of()));
        return meta;
    }

    /** Changes what the patch names, each field as a whole, {@code data} as the switch says; whether anything changed. */
    boolean apply(StoredConversation conversation, Map<String, Object> patch) {
        Map<String, Object> before = conversation.meta;
        Map<String, Object> meta = new LinkedHashMap<>(before);
        meta.putAll(patch);
        boolean merges = switches.get(WorkspaceSwitch.DATA_CHANGE) == DataChange.MERGE;
        if (merges && patch.get("data") instanceof Map<?, ?> data) {
            meta.put("data", Json.merged(map(before, "data"), data));
        }
        conversation.meta = Json.frozen(meta);
        publish(conversation, before);
        return !meta.equals(before);
    }

    private void publish(StoredConversation about, Map<String, Object> before) {
        Map<String, Object> after = about.meta;
        SET.stream().filter(field -> differ(before, after, field)).forEach(field -> {
            events.publish("session:set_" + field, about, field, after.get(field));
        });
        if (differ(before, after, "ip") || differ(before, after, "connection")) {
            events.publish("session:sync:network", about, "network", network(after));
        }
        device(about, map(before, "device"), map(after, "device"));
    }

    /** What is gone is told as empty: no payload has null there. A time zone cannot be empty, and is not told to be gone. */
    private void device(StoredConversation about, Map<?, ?> before, Map<?, ?> after) {
        if (differ(before, after, "capabilities")) {
            events.publish("session:sync:capabilities", about, "capabilities", capabilities(after));
        }
        for (String field : List.of("geolocation", "system")) {
            if (differ(before, after, field)) {
                events.publish("session:sync:" + field, about, field, known(after, field, Map.of()));
            }
        }
        if (differ(before, after, "timezone") && after.get("timezone") != null) {
            events.publish("session:sync:timezone", about, "timezone", Json.field("offset", after.get("timezone")));
        }
        if (differ(before, after, "locales")) {
            events.publish(
                    "session:sync:locales",
                    about,
                    "locales",
                    Json.field("locales", known(after, "locales", List.of())));
        }
    }

    private Object capabilities(Map<?, ?> device) {
        Object list = known(device, "capabilities", List.of());
        boolean asObject = switches.get(WorkspaceSwitch.CAPABILITIES_SHAPE) == CapabilitiesShape.OBJECT;
        return asObject ? Json.field("capabilities", list) : list;
    }

    private static Map<String, Object> network(Map<String, Object> meta) {
        Map<String, Object> network = new LinkedHashMap<>();
        network.put("ip", meta.get("ip"));
        network.put("connection", map(meta, "connection"));
        return network;
    }

    private static Map<?, ?> map(Map<String, Object> meta, String field) {
        return meta.get(field) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Object known(Map<?, ?> device, String field, Object otherwise) {
        return device.get(field) == null ? otherwise : device.get(field);
    }

    private static boolean differ(Map<?, ?> before, Map<?, ?> after, String field) {
        return !Objects.equals(before.get(field), after.get(field));
    }
}
