package dev.crispconnect.client.connect;

import dev.crispconnect.client.metrics.Exposure;
import dev.crispconnect.client.metrics.Metric;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Metrics as MBeans, in the manner of Kafka's own: one bean for each set of tags, with an attribute for each metric.
 *
 * <p>Safe for use by many threads: guarded by this object.
 */
final class MBeanExposure implements Exposure {

    private static final String DOMAIN = "dev.crispconnect";
    private static final Pattern PLAIN = Pattern.compile("[\\w.%-]+");

    private final MBeanServer server;
    private final Map<String, String> names;
    private final Map<Map<String, String>, MetricBean> beans = new HashMap<>();

    /** @param names lead those of every bean */
    MBeanExposure(MBeanServer server, Map<String, String> names) {
        this.server = server;
        this.names = new LinkedHashMap<>(names);
    }

    @Override
    public synchronized void show(Metric metric) {
        MetricBean bean = beans.get(metric.tags());
        if (bean == null) {
            bean = new MetricBean();
            try {
                server.registerMBean(bean, name(metric.tags()));
            } catch (JMException refused) {
                throw new IllegalStateException("no MBean could be registered: " + refused, refused);
            }
            beans.put(metric.tags(), bean);
        }
        bean.add(metric);
    }

    @Override
    public synchronized void hide(Metric metric) {
        MetricBean bean = beans.get(metric.tags());
        if (bean == null || !bean.remove(metric)) {
            throw new IllegalArgumentException(metric.spec().name() + " is not shown");
        }
        if (bean.isEmpty()) {
            beans.remove(metric.tags());
            try {
                server.unregisterMBean(name(metric.tags()));
            } catch (JMException gone) {
                throw new IllegalStateException("an MBean could not be unregistered: " + gone, gone);
            }
        }
    }

    private ObjectName name(Map<String, String> tags) throws JMException {
        StringBuilder name = new StringBuilder(DOMAIN);
        char separator = ':';
        Map<String, String> all = new LinkedHashMap<>(names);
        all.putAll(tags);
        for (Map.Entry<String, String> entry : all.entrySet()) {
            name.append(separator).append(entry.getKey()).append('=').append(quoted(entry.getValue()));
            separator = ',';
        }
        return new ObjectName(name.toString());
    }

    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : ObjectName.quote(value);
    }
}
