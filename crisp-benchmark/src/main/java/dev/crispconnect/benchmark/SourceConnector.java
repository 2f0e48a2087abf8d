package dev.crispconnect.benchmark;

import dev.crispconnect.simulator.CrispSimulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The configuration of the measured source: its defaults, as far as nothing is said. Immutable. */
record SourceConnector(CrispSimulator simulator, String prefix, Map<String, String> others) {

    SourceConnector {
        others = Map.copyOf(others);
    }

    /** Everything, with the token's whole quota. */
    static SourceConnector following(CrispSimulator simulator, String prefix) {
        return new SourceConnector(simulator, prefix, Map.of());
    }

    /** The past without a bound on the day's calls, or there would be no end to it today. */
    static SourceConnector backfilling(CrispSimulator simulator, String prefix, String feeds) {
        return new SourceConnector(simulator, prefix, Map.of("feeds", feeds, "quota.requests.per.day", "0"));
    }

    SourceConnector with(String setting, String value) {
        Map<String, String> more = new HashMap<>(others);
        more.put(setting, value);
        return new SourceConnector(simulator, prefix, more);
    }

    List<String> topics() {
        return List.of(prefix + "conversations", prefix + "messages", prefix + "people");
    }

    Map<String, String> config() {
        Map<String, String> config = new HashMap<>();
        config.put("connector.class", "dev.crispconnect.source.CrispSourceConnector");
        config.put("tasks.max", "1");
        config.put("topic.pattern", prefix + "${feed}");
        config.put("crisp.api.url", simulator.url().toString());
        config.put("crisp.token.tier", "website");
        config.put("crisp.token.identifier", simulator.websiteToken().identifier());
        config.put("crisp.token.key", simulator.websiteToken().key());
        config.put("crisp.website.ids", simulator.workspace().website().websiteId());
        config.putAll(others);
        return config;
    }
}
