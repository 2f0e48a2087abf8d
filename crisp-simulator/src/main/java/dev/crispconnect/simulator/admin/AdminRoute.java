package dev.crispconnect.simulator.admin;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that the admin API can do.
 *
 * @param template the path, parameters in braces
 * @param about what it does, in a few words
 * @param handler makes the answer: a JSON value, or {@link JsonLines}
 */
record AdminRoute(String method, String template, String about, Function<AdminCall, Object> handler) {

    /** The parameters of a path of this route; empty for any other path. */
    Optional<Map<String, String>> match(String path) {
        String[] wanted = template.split("/", -1);
        String[] actual = path.split("/", -1);
        if (wanted.length != actual.length) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{") && !actual[i].isEmpty()) {
                parameters.put(wanted[i].substring(1, wanted[i].length() - 1), actual[i]);
            } else if (!wanted[i].equals(actual[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
