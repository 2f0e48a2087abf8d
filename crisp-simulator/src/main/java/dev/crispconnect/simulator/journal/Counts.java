package dev.crispconnect.simulator.journal;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many requests each route got and how they ended. Thread-safe. */
final class Counts {

    private final Map<String, Route> routes = new ConcurrentHashMap<>();

    Route route(String method, String template) {
        return routes.computeIfAbsent(method + " " + template, name -> new Route());
    }

    long of(String method, String template) {
        Route route = routes.get(method + " " + template);
        return route == null ? 0 : route.arrived.sum();
    }

    Map<String, Long> arrived() {
        Map<String, Long> totals = new TreeMap<>();
        routes.forEach((name, route) -> totals.put(name, route.arrived.sum()));
        return totals;
    }

    Map<String, Map<Integer, Long>> byStatus() {
        Map<String, Map<Integer, Long>> totals = new TreeMap<>();
        routes.forEach((name, route) -> totals.put(name, route.totals()));
        return totals;
    }

    static final class Route {

        private final LongAdder arrived = new LongAdder();
        private final Map<Integer, LongAdder> ended = new ConcurrentHashMap<>(4);

        void arrived() {
            arrived.increment();
        }

        void ended(int status) {
            ended.computeIfAbsent(status, code -> new LongAdder()).increment();
        }

        private Map<Integer, Long> totals() {
            Map<Integer, Long> totals = new TreeMap<>();
            ended.forEach((status, count) -> totals.put(status, count.sum()));
            return totals;
        }
    }
}
