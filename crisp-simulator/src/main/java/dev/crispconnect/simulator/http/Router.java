package dev.crispconnect.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the route of a path. A literal segment wins over a parameter; one trailing slash is tolerated. */
final class Router {

    private final Node root = new Node();

    Router(List<Route> routes) {
        routes.forEach(this::add);
    }

    /**
     * A route and the parameters of the path, decoded.
     */
    record Match(Route route, Map<String, String> parameters) {}

    /** @param path as sent, below {@code /v1} and without the query */
    Optional<Match> find(String method, String path) {
        List<String> segments = segments(path);
        Node node = root.find(segments, 0);
        Route route = node == null ? null : node.routes.get(method);
        return route == null ? Optional.empty() : Optional.of(new Match(route, parameters(route, segments)));
    }

    private void add(Route route) {
        Node node = root;
        for (String segment : segments(route.template())) {
            node = node.child(segment);
        }
        if (node.routes.put(route.method(), route) != null) {
            throw new IllegalArgumentException("two routes for " + route.method() + " " + route.template());
        }
    }

    private static Map<String, String> parameters(Route route, List<String> segments) {
        Map<String, String> parameters = new HashMap<>(4);
        List<String> names = segments(route.template());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.startsWith("{")) {
                parameters.put(name.substring(1, name.length() - 1), decoded(segments.get(i)));
            }
        }
        return parameters;
    }

    private static List<String> segments(String path) {
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        return Arrays.asList(path.substring(Math.min(1, end), end).split("/", -1));
    }

    private static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            // official clients send e-mail addresses raw, percent signs too
            return segment;
        }
    }

    private static final class Node {

        final Map<String, Node> literals = new HashMap<>(4);
        final Map<String, Route> routes = new HashMap<>(4);
        Node parameter;

        Node child(String segment) {
            if (!segment.startsWith("{")) {
                return literals.computeIfAbsent(segment, name -> new Node());
            }
            if (parameter == null) {
                parameter = new Node();
            }
            return parameter;
        }

        Node find(List<String> segments, int depth) {
            if (depth == segments.size()) {
                return routes.isEmpty() ? null : this;
            }
            Node literal = literals.get(segments.get(depth));
            Node found = literal == null ? null : literal.find(segments, depth + 1);
            boolean usable = parameter != null && !segments.get(depth).isEmpty();
            return found == null && usable ? parameter.find(segments, depth + 1) : found;
        }
    }
}
