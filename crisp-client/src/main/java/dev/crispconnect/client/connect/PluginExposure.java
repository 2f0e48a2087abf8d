package dev.crispconnect.client.connect;

import dev.crispconnect.client.metrics.Exposure;
import dev.crispconnect.client.metrics.Metric;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;

/**
 * Metrics among the worker's own (KIP-877), which adds connector and task to their tags and hands them to every reporter it
 * has. Workers before 4.1 lack a class that this one needs: only {@link TaskExposure} may let it be loaded.
 */
public final class PluginExposure implements Exposure {

    private final PluginMetrics worker;
    private final Map<Metric, MetricName> names = new ConcurrentHashMap<>();

    public PluginExposure(PluginMetrics worker) {
        this.worker = worker;
    }

    @Override
    public void show(Metric metric) {
        MetricName name = worker.metricName(
                metric.spec().name(), metric.spec().description(), new LinkedHashMap<>(metric.tags()));
        Gauge<Number> value = (config, now) -> metric.value().get();
        worker.addMetric(name, value);
        names.put(metric, name);
    }

    @Override
    public void hide(Metric metric) {
        MetricName name = names.remove(metric);
        if (name != null) {
            worker.removeMetric(name);
        }
    }
}
