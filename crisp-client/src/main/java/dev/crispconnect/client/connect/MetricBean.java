package dev.crispconnect.client.connect;

import dev.crispconnect.client.metrics.Metric;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;

/** Metrics of the same tags, as read-only attributes that come and go. Safe for use by many threads. */
final class MetricBean implements DynamicMBean {

    private final Map<String, Metric> metrics = new ConcurrentSkipListMap<>();

    /** @throws IllegalArgumentException when there is one of this name */
    void add(Metric metric) {
        if (metrics.putIfAbsent(metric.spec().name(), metric) != null) {
            throw new IllegalArgumentException(metric.spec().name() + " is shown already");
        }
    }

    boolean remove(Metric metric) {
        return metrics.remove(metric.spec().name()) != null;
    }

    boolean isEmpty() {
        return metrics.isEmpty();
    }

    @Override
    public Object getAttribute(String name) throws AttributeNotFoundException {
        Metric metric = metrics.get(name);
        if (metric == null) {
            throw new AttributeNotFoundException(name);
        }
        return metric.value().get();
    }

    @Override
    public AttributeList getAttributes(String[] names) {
        AttributeList found = new AttributeList();
        Arrays.stream(names)
                .filter(metrics::containsKey)
                .forEach(name ->
                        found.add(new Attribute(name, metrics.get(name).value().get())));
        return found;
    }

    @Override
    public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
        throw new AttributeNotFoundException(attribute.getName() + " cannot be set");
    }

    @Override
    public AttributeList setAttributes(AttributeList attributes) {
        return new AttributeList();
    }

    @Override
    public Object invoke(String action, Object[] params, String[] signature) {
        throw new UnsupportedOperationException("metrics can be read only");
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        MBeanAttributeInfo[] attributes = metrics.values().stream()
                .map(metric -> new MBeanAttributeInfo(
                        metric.spec().name(),
                        Number.class.getName(),
                        metric.spec().description(),
                        true,
                        false,
                        false))
                .toArray(MBeanAttributeInfo[]::new);
        return new MBeanInfo(MetricBean.class.getName(), "Metrics of a task", attributes, null, null, null);
    }
}
