package dev.crispconnect.client.connect;

import dev.crispconnect.client.metrics.Exposure;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses where the metrics of a task are shown: among the worker's own where it can (4.1 and newer), else as MBeans. */
public final class TaskExposure {

    /** The number of a task, which no worker tells it: its connector puts it into its settings. */
    public static final String TASK_ID = "crisp.task.id";

    private static final Logger LOG = LoggerFactory.getLogger(TaskExposure.class);

    private TaskExposure() {}

    /**
     * Chooses.
     *
     * @param type names the connector, such as {@code crisp-source}
     * @param settings of the task
     * @param worker makes a {@link PluginExposure}; on older workers it fails for want of a method or a class
     */
    public static Exposure of(String type, Map<String, String> settings, Supplier<Exposure> worker) {
        try {
            return worker.get();
        } catch (LinkageError workerBefore41) {
            LOG.info("This worker shows no metrics of plugins (Kafka 4.1 does); they are MBeans: type={}", type);
            return beans(type, settings);
        }
    }

    private static Exposure beans(String type, Map<String, String> settings) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("type", type);
        names.put("connector", settings.getOrDefault("name", type));
        names.put("task", settings.getOrDefault(TASK_ID, "0"));
        return new MBeanExposure(ManagementFactory.getPlatformMBeanServer(), names);
    }
}
