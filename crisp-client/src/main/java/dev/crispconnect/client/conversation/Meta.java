package dev.crispconnect.client.conversation;

import dev.crispconnect.client.people.Geolocation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of the visitor of a conversation (Crisp API reference, section 4.2). "No value" is null or the empty
 * string, as Crisp sent it.
 *
 * @param data free-form values; numbers and booleans as their text
 */
public record Meta(
        String nickname,
        String email,
        String phone,
        String address,
        String subject,
        String origin,
        String ip,
        String avatar,
        Map<String, String> data,
        List<String> segments,
        Connection connection,
        Device device) {

    public Meta {
        data = data == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(data));
        segments = segments == null ? List.of() : List.copyOf(segments);
    }

    /** Shows nothing of the visitor. */
    @Override
    public String toString() {
        return "Meta[]";
    }

    /** The visitor's network. */
    public record Connection(String isp, String asn) {

        /** Shows nothing of the visitor. */
        @Override
        public String toString() {
            return "Connection[]";
        }
    }

    /**
     * The visitor's device.
     *
     * @param timezone minutes, negative east of UTC
     */
    public record Device(
            List<String> capabilities,
            Geolocation geolocation,
            Software system,
            Integer timezone,
            List<String> locales) {

        public Device {
            capabilities = capabilities == null ? List.of() : List.copyOf(capabilities);
            locales = locales == null ? List.of() : List.copyOf(locales);
        }

        /** Shows nothing of the visitor. */
        @Override
        public String toString() {
            return "Device[]";
        }
    }

    /** What the visitor's device runs. */
    public record Software(Versioned os, Versioned engine, Versioned browser, String useragent) {

        /** Shows nothing of the visitor. */
        @Override
        public String toString() {
            return "Software[]";
        }
    }

    /** A name and its version; {@code major} for browsers only. */
    public record Versioned(String name, String version, String major) {

        /** Shows nothing of the visitor. */
        @Override
        public String toString() {
            return "Versioned[]";
        }
    }
}
