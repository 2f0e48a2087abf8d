package dev.crispconnect.quickstart;

import dev.crispconnect.quickstart.broker.Topics;
import java.util.HashMap;
import java.util.Map;

/**
 * The configurations of both connectors.
 *
 * @param access how they reach Crisp
 * @param bootstrap the broker's {@code host:port}, for the results
 * @param simulated whether that Crisp is a simulated one, which has as many calls a day as one likes
 */
record Connectors(CrispAccess access, String bootstrap, boolean simulated) {
    static final String SOURCE = "crisp-source";
    static final String SINK = "crisp-sink";

    Map<String, String> source() {
        var config = new HashMap<>(connection());
        config.putAll(Map.of(
                "connector.class",
                "dev.crispconnect.source.CrispSourceConnector",
                "tasks.max",
                "2",
                "crisp.website.ids",
                access.websiteId(),
                "topic.pattern",
                "crisp.${feed}"));
        if (simulated) {
            config.put("quota.requests.per.day", "0");
            config.put("refresh.interval.ms", "1000");
        }
        return config;
    }

    Map<String, String> sink() {
        var config = new HashMap<>(connection());
        config.putAll(Map.of(
                "connector.class",
                "dev.crispconnect.sink.CrispSinkConnector",
                "tasks.max",
                "1",
                "topics",
                Topics.COMMANDS,
                // keys are bare text: a conversation's id, or an e-mail
                "key.converter",
                "org.apache.kafka.connect.storage.StringConverter",
                "crisp.website.id",
                access.websiteId(),
                "results.topic",
                Topics.RESULTS,
                "results.producer.bootstrap.servers",
                bootstrap));
        config.putAll(Map.of(
                "errors.tolerance", "all",
                "errors.deadletterqueue.topic.name", Topics.DEAD_LETTERS,
                "errors.deadletterqueue.topic.replication.factor", "1",
                "errors.deadletterqueue.context.headers.enable", "true"));
        return config;
    }

    private Map<String, String> connection() {
        return Map.of(
                "crisp.api.url", access.url(),
                "crisp.token.tier", access.tier(),
                "crisp.token.identifier", access.identifier(),
                "crisp.token.key", access.key());
    }
}
