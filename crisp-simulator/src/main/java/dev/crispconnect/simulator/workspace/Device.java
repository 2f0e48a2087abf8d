package dev.crispconnect.simulator.workspace;

import java.util.List;
import java.util.Map;

/** What a visitor's browser tells (Crisp API reference, section 4.2), for the seeded past. */
record Device(String country, String city, double latitude, double longitude, String os, int timezone, String locale) {

    /** What seeded visitors use. */
    static final List<Map<String, Object>> ALL = List.of(
            new Device("DE", "Berlin", 52.52, 13.4, "Linux", -120, "de").toMap(),
            new Device("FR", "Nantes", 47.21, -1.55, "Windows", -120, "fr").toMap(),
            new Device("BR", "Recife", -8.05, -34.9, "Android", 180, "pt").toMap(),
            new Device("JP", "Osaka", 34.69, 135.5, "iOS", -540, "ja").toMap(),
            new Device("US", "Boston", 42.36, -71.06, "macOS", 240, "en").toMap());

    Map<String, Object> toMap() {
        return Json.frozen(Map.of(
                "capabilities",
                List.of("call"),
                "geolocation",
                geolocation(),
                "system",
                Map.of(
                        "os",
                        Map.of("name", os, "version", "6.1"),
                        "engine",
                        Map.of("name", "Gecko", "version", "128.0"),
                        "browser",
                        Map.of("name", "Firefox", "version", "128.0", "major", "128"),
                        "useragent",
                        "Mozilla/5.0 (" + os + "; rv:128.0) Gecko/20100101 Firefox/128.0"),
                "timezone",
                timezone,
                "locales",
                List.of(locale)));
    }

    Map<String, Object> geolocation() {
        return Map.of(
                "country", country, "city", city, "coordinates", Map.of("latitude", latitude, "longitude", longitude));
    }
}
