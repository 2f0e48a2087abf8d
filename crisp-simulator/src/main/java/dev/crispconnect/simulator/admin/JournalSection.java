package dev.crispconnect.simulator.admin;

import dev.crispconnect.simulator.journal.Entry;
import dev.crispconnect.simulator.journal.Journal;
import dev.crispconnect.simulator.journal.Selection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was asked of the REST API, and how it was answered. */
record JournalSection(Journal journal) implements Section {

    private static final List<String> FILTERS =
            List.of("since", "method", "route", "sessionId", "token", "status", "effects", "limit", "order", "format");

    private enum Order {
        ARRIVAL,
        EFFECT
    }

    private enum Format {
        ARRAY,
        LINES
    }

    private enum Only {
        TRUE,
        FALSE
    }

    @Override
    public List<AdminRoute> routes() {
        return List.of(
                new AdminRoute(
                        "GET", "/journal", "requests, by " + String.join(", ", FILTERS) + " in the query", this::list),
                new AdminRoute("DELETE", "/journal", "forgets requests and counts", call -> forget()),
                new AdminRoute("GET", "/counts", "how many requests, by route and status", call -> counts()));
    }

    private Object list(AdminCall call) {
        Input query = call.query().only(FILTERS);
        Comparator<Entry> order = query.optionalWord("order", Order.class).orElse(Order.ARRIVAL) == Order.ARRIVAL
                ? Comparator.comparingLong(Entry::sequence)
                : Comparator.comparingLong(Entry::effect);
        Format format = query.optionalWord("format", Format.class).orElse(Format.ARRAY);
        List<Map<String, Object>> entries = journal.select(selection(query)).stream()
                .sorted(order)
                .map(JournalSection::described)
                .toList();
        return format == Format.LINES ? new JsonLines(entries) : entries;
    }

    private static Selection selection(Input query) {
        return new Selection(
                query.optionalLong("since").orElse(0L),
                query.optionalText("method").orElse(null),
                query.optionalText("route").orElse(null),
                query.optionalText("sessionId").orElse(null),
                query.optionalText("token").orElse(null),
                query.has("status") ? query.whole("status") : null,
                query.optionalWord("effects", Only.class).orElse(Only.FALSE) == Only.TRUE,
                query.count("limit", Integer.MAX_VALUE));
    }

    static Map<String, Object> described(Entry entry) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("sequence", entry.sequence());
        described.put("time", entry.time().toString());
        described.put("method", entry.method());
        described.put("route", entry.template());
        described.put("path", entry.path());
        described.put("query", entry.query());
        described.put("sessionId", entry.sessionId());
        described.put("token", entry.token());
        described.put("status", entry.status());
        described.put("inFlight", entry.inFlight());
        described.put("fault", entry.fault() == null ? null : FaultWords.written(entry.fault()));
        described.put("effect", entry.effect());
        return described;
    }

    private Object forget() {
        journal.reset();
        return counts();
    }

    private Object counts() {
        Map<String, Map<Integer, Long>> byStatus = journal.countsByStatus();
        Map<String, Object> routes = new TreeMap<>();
        journal.counts()
                .forEach((route, count) -> routes.put(
                        route, Map.of("requests", count, "byStatus", byStatus.getOrDefault(route, Map.of()))));
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put(
                "requests",
                journal.counts().values().stream().mapToLong(Long::longValue).sum());
        counts.put("marker", journal.marker());
        counts.put("inFlight", journal.inFlight());
        counts.put("peakInFlight", journal.peakInFlight());
        counts.put("routes", routes);
        return counts;
    }
}
