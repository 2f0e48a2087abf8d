package dev.crispconnect.quickstart.worker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a worker is started with.
 *
 * @param bootstrap the broker's {@code host:port}
 * @param group the Connect cluster's group; its internal topics are named after it
 * @param plugins folders that each hold one plugin directory or more
 * @param restPort the port of the REST API on the loopback interface, 0 for any free one
 * @param others further settings of the worker, by Kafka's names; they go before what is chosen here
 */
public record WorkerSettings(
        String bootstrap, String group, List<Path> plugins, int restPort, Map<String, String> others) {
    private static final String JSON = "org.apache.kafka.connect.json.JsonConverter";
    private static final String PROVIDERS = "org.apache.kafka.common.config.provider.";

    public WorkerSettings {
        plugins = List.copyOf(plugins);
        others = Map.copyOf(others);
        if (restPort < 0 || restPort > 65_535) {
            throw new IllegalArgumentException("The REST port must be 0 to 65535, not " + restPort);
        }
    }

    /** With nothing but what is chosen here. */
    public WorkerSettings(String bootstrap, String group, List<Path> plugins, int restPort) {
        this(bootstrap, group, plugins, restPort, Map.of());
    }

    Map<String, String> toProperties() {
        var properties = new HashMap<String, String>();
        properties.putAll(Map.of(
                "bootstrap.servers",
                bootstrap,
                "group.id",
                group,
                "listeners",
                "http://127.0.0.1:" + restPort,
                "plugin.path",
                plugins.stream().map(Path::toString).collect(Collectors.joining(",")),
                "plugin.discovery",
                "service_load",
                "key.converter",
                JSON,
                "key.converter.schemas.enable",
                "false",
                "value.converter",
                JSON,
                "value.converter.schemas.enable",
                "false",
                "exactly.once.source.support",
                "enabled"));
        properties.putAll(Map.of(
                "config.providers", "env,file,dir",
                "config.providers.env.class", PROVIDERS + "EnvVarConfigProvider",
                "config.providers.env.param.allowlist.pattern", "CRISP_.*",
                "config.providers.file.class", PROVIDERS + "FileConfigProvider",
                "config.providers.dir.class", PROVIDERS + "DirectoryConfigProvider"));
        properties.putAll(internalTopic("config"));
        properties.putAll(internalTopic("offset"));
        properties.putAll(internalTopic("status"));
        properties.putAll(Map.of(
                "offset.storage.partitions", "1",
                "status.storage.partitions", "1",
                "offset.flush.interval.ms", "1000",
                "scheduled.rebalance.max.delay.ms", "0",
                "task.shutdown.graceful.timeout.ms", "3000"));
        properties.putAll(others);
        return properties;
    }

    private Map<String, String> internalTopic(String name) {
        return Map.of(name + ".storage.topic", group + "-" + name + "s", name + ".storage.replication.factor", "1");
    }
}
