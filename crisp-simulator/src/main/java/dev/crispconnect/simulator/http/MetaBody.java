package dev.crispconnect.simulator.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a body names of a conversation's meta, checked (Crisp API reference, sections 3.4 and 4.2). */
final class MetaBody {

    private static final List<String> TEXTS =
            List.of("nickname", "email", "phone", "address", "subject", "avatar", "ip", "origin");

    private MetaBody() {}

    static Map<String, Object> patch(Body body) {
        Map<String, Object> patch = new LinkedHashMap<>();
        TEXTS.forEach(field -> body.text(field).ifPresent(value -> patch.put(field, value)));
        body.data("data").ifPresent(data -> patch.put("data", data));
        body.texts("segments").ifPresent(segments -> patch.put("segments", segments));
        body.object("device").ifPresent(device -> patch.put("device", device(device)));
        return patch;
    }

    private static Map<String, Object> device(Body device) {
        device.texts("capabilities");
        device.object("geolocation").ifPresent(MetaBody::checkGeolocation);
        device.object("system").ifPresent(MetaBody::checkSystem);
        device.whole("timezone");
        device.texts("locales");
        return device.values();
    }

    private static void checkGeolocation(Body geolocation) {
        List.of("country", "region", "city").forEach(geolocation::text);
        geolocation.object("coordinates").ifPresent(coordinates -> {
            coordinates.number("latitude");
            coordinates.number("longitude");
        });
    }

    private static void checkSystem(Body system) {
        system.text("useragent");
        for (String part : List.of("os", "engine", "browser")) {
            system.object(part)
                    .ifPresent(named -> List.of("name", "version", "major").forEach(named::text));
        }
    }
}
