package dev.crispconnect.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A path of the API, its parameters filled in. Every parameter becomes exactly one segment: a value that could reach
 * another route, directly or through a proxy that decodes twice, is refused.
 *
 * @param template the path with its parameters unfilled, such as {@code /website/{website_id}/conversations/{page}}
 * @param segments the filled segments, percent-encoded
 */
record ResourcePath(String template, List<String> segments) {

    private static final String REFUSED = "/\\?#%";
    private static final String UNRESERVED = "-._~";
    private static final String HEX = "0123456789ABCDEF";

    /**
     * Fills the parameters of a template, in their order.
     *
     * @throws IllegalArgumentException when a value cannot be one segment; it names the parameter, not the value
     */
    static ResourcePath of(String template, String... values) {
        List<String> segments = new ArrayList<>();
        int next = 0;
        for (String part : template.substring(1).split("/", -1)) {
            segments.add(part.startsWith("{") ? segment(part, values[next++]) : part);
        }
        if (next != values.length) {
            throw new IllegalArgumentException(template + " has " + next + " parameters, not " + values.length);
        }
        return new ResourcePath(template, List.copyOf(segments));
    }

    private static String segment(String parameter, String value) {
        String name = parameter.substring(1, parameter.length() - 1);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is empty");
        }
        if (value.equals(".") || value.equals("..") || holdsRefused(value)) {
            throw new IllegalArgumentException(
                    name + " must not be a dot segment nor contain / \\ ? # %, control characters or broken Unicode");
        }
        return encoded(value);
    }

    private static boolean holdsRefused(String value) {
        for (int i = 0; i < value.length(); i = value.offsetByCodePoints(i, 1)) {
            if (refused(value.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean refused(int codePoint) {
        return REFUSED.indexOf(codePoint) >= 0
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static String encoded(String value) {
        StringBuilder encoded = new StringBuilder(value.length());
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            if (unreserved(octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX.charAt((octet >> 4) & 0xF)).append(HEX.charAt(octet & 0xF));
            }
        }
        return encoded.toString();
    }

    private static boolean unreserved(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || UNRESERVED.indexOf(octet) >= 0;
    }
}
