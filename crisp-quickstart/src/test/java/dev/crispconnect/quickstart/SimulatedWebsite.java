package dev.crispconnect.quickstart;

import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.Profile;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A simulated Crisp with one website, and the configurations by which connectors reach it. */
final class SimulatedWebsite implements AutoCloseable {
    private final SimulatorSettings settings;
    private final CrispSimulator simulator;

    SimulatedWebsite(SimulatorSettings settings) {
        this.settings = settings;
        this.simulator = CrispSimulator.start(settings);
    }

    /** One with conversations of four messages each and as many profiles. */
    static SimulatedWebsite withPast(int conversations) {
        var website = new SimulatedWebsite(SimulatorSettings.defaults());
        website.workspace().seed(conversations, 4, conversations);
        return website;
    }

    CrispSimulator simulator() {
        return simulator;
    }

    Workspace workspace() {
        return simulator.workspace();
    }

    List<String> sessionIds() {
        return workspace().conversations().all().stream()
                .map(Conversation::sessionId)
                .toList();
    }

    List<String> peopleIds() {
        return workspace().people().all().stream().map(Profile::peopleId).toList();
    }

    /** The fingerprints of a conversation's messages in Crisp's order. */
    List<Long> fingerprints(String sessionId) {
        return workspace().messages().of(sessionId).stream()
                .map(Message::fingerprint)
                .toList();
    }

    /** The texts of a conversation's messages in Crisp's order. */
    List<String> texts(String sessionId) {
        return workspace().messages().of(sessionId).stream()
                .map(Message::content)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** How many calls there were about a conversation's part, such as its {@code messages}. */
    long calls(String method, String part) {
        return simulator.journal().count(method, "/website/{website_id}/conversation/{session_id}/" + part);
    }

    /**
     * A source that writes to topics named {@code <prefix>.conversations} and so on, and looks every second, whether it hears
     * that something changed or not.
     */
    Map<String, String> source(String prefix) {
        var config = connection();
        config.putAll(Map.of(
                "connector.class", "dev.crispconnect.source.CrispSourceConnector",
                "tasks.max", "2",
                "crisp.website.ids", settings.websiteId(),
                "topic.pattern", prefix + ".${feed}",
                "poll.interval.ms", "1000",
                "people.poll.interval.ms", "1000",
                "refresh.interval.ms", "1000",
                "audit.interval.ms", "3000"));
        return config;
    }

    /** As {@link #source}, with a plugin's token and no website named. */
    Map<String, String> pluginSource(String prefix) {
        var config = source(prefix);
        config.remove("crisp.website.ids");
        config.putAll(Map.of(
                "crisp.token.tier", "plugin",
                "crisp.token.identifier", simulator.pluginToken().identifier(),
                "crisp.token.key", simulator.pluginToken().key()));
        return config;
    }

    /** A sink that answers on {@code <prefix>.results} and leaves what it refuses in {@code <prefix>.dead-letters}. */
    Map<String, String> sink(String bootstrap, String prefix, String... topics) {
        var config = connection();
        config.putAll(Map.of(
                "connector.class",
                "dev.crispconnect.sink.CrispSinkConnector",
                "tasks.max",
                "1",
                "topics",
                String.join(",", topics),
                "crisp.website.id",
                settings.websiteId(),
                "key.converter",
                "org.apache.kafka.connect.storage.StringConverter",
                "results.topic",
                prefix + ".results",
                "results.producer.bootstrap.servers",
                bootstrap,
                "errors.tolerance",
                "all",
                "errors.deadletterqueue.topic.name",
                prefix + ".dead-letters",
                "errors.deadletterqueue.topic.replication.factor",
                "1"));
        config.put("errors.deadletterqueue.context.headers.enable", "true");
        return config;
    }

    @Override
    public void close() {
        simulator.close();
    }

    private Map<String, String> connection() {
        return new HashMap<>(Map.of(
                "crisp.api.url",
                simulator.url().toString(),
                "crisp.token.tier",
                "website",
                "crisp.token.identifier",
                simulator.websiteToken().identifier(),
                "crisp.token.key",
                simulator.websiteToken().key(),
                "retry.backoff.base.ms",
                "50",
                "retry.backoff.max.ms",
                "1000"));
    }
}
