package dev.crispconnect.simulator.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what the admin API is asked to do, and says what it can do. */
final class AdminRouter {

    private final List<AdminRoute> routes = new ArrayList<>();

    AdminRouter(List<Section> sections) {
        routes.add(new AdminRoute("GET", "/", "what there is", call -> overview()));
        sections.forEach(section -> routes.addAll(section.routes()));
    }

    /** @param path below {@code /admin} */
    Object answer(String method, String path, Input query, Input body) {
        String wanted = path.isEmpty() ? "/" : path;
        for (AdminRoute route : routes) {
            Optional<Map<String, String>> parameters =
                    route.method().equals(method) ? route.match(wanted) : Optional.empty();
            if (parameters.isPresent()) {
                return route.handler().apply(new AdminCall(parameters.get(), query, body));
            }
        }
        throw Refused.absent(
                "route",
                method + " /admin" + wanted,
                routes.stream()
                        .map(route -> route.method() + " /admin" + route.template())
                        .toList());
    }

    private Object overview() {
        return Map.of(
                "routes",
                routes.stream()
                        .map(route -> Map.of(
                                "method", route.method(), "path", "/admin" + route.template(), "about", route.about()))
                        .toList());
    }
}
