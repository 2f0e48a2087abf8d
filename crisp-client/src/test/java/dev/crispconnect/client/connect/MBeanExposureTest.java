package dev.crispconnect.client.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.crispconnect.client.metrics.Metric;
import dev.crispconnect.client.metrics.MetricSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.Attribute;
import javax.management.AttributeNotFoundException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class MBeanExposureTest {

    private static final MetricSpec CALLS = MetricSpec.counter("calls-total", "", "Calls.", "route");
    private static final MetricSpec TIME = MetricSpec.counter("call-time-total", "ms", "Their time.", "route");
    private static final Metric CALLS_OF_A = metric(CALLS, "GET /a", 3L);
    private static final Metric TIME_OF_A = metric(TIME, "GET /a", 70L);
    private static final Metric CALLS_OF_B = metric(CALLS, "GET /b/{page}", 4L);

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final MBeanExposure exposure = new MBeanExposure(server, names("crisp, \"main\""));

    @Test
    void metricsOfTheSameTagsAreAttributesOfOneBean() throws JMException {
        exposure.show(CALLS_OF_A);
        exposure.show(TIME_OF_A);
        exposure.show(CALLS_OF_B);

        ObjectName a = name("GET /a");
        assertThat(server.getAttribute(a, "calls-total")).isEqualTo(3L);
        assertThat(server.getAttributes(a, new String[] {"calls-total", "call-time-total", "other"}))
                .containsExactlyInAnyOrder(new Attribute("calls-total", 3L), new Attribute("call-time-total", 70L));
        assertThat(server.getMBeanInfo(a).getAttributes())
                .extracting(MBeanAttributeInfo::getName, MBeanAttributeInfo::getDescription)
                .containsExactlyInAnyOrder(tuple("calls-total", "Calls."), tuple("call-time-total", "Their time."));
        assertThat(server.getAttribute(name("GET /b/{page}"), "calls-total")).isEqualTo(4L);
    }

    @Test
    void aBeanGoesWithItsLastMetric() throws JMException {
        exposure.show(CALLS_OF_A);
        exposure.show(TIME_OF_A);

        exposure.hide(CALLS_OF_A);
        assertThat(server.isRegistered(name("GET /a"))).isTrue();
        assertThatThrownBy(() -> server.getAttribute(name("GET /a"), "calls-total"))
                .isInstanceOf(AttributeNotFoundException.class);

        exposure.hide(TIME_OF_A);
        assertThat(server.isRegistered(name("GET /a"))).isFalse();
    }

    @Test
    void nothingCanBeSetOrCalled() throws JMException {
        exposure.show(CALLS_OF_A);

        assertThatThrownBy(() -> server.setAttribute(name("GET /a"), new Attribute("calls-total", 0)))
                .isInstanceOf(AttributeNotFoundException.class);
        assertThatThrownBy(() -> server.invoke(name("GET /a"), "reset", null, null))
                .hasRootCauseInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aTwinIsRefusedAndLeavesTheFirstAlone() throws JMException {
        exposure.show(CALLS_OF_A);
        MBeanExposure twin = new MBeanExposure(server, names("crisp, \"main\""));

        assertThatThrownBy(() -> exposure.show(CALLS_OF_A)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> twin.show(CALLS_OF_A)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> twin.hide(CALLS_OF_A)).isInstanceOf(IllegalArgumentException.class);

        assertThat(server.getAttribute(name("GET /a"), "calls-total")).isEqualTo(3L);
    }

    private static Metric metric(MetricSpec spec, String route, long value) {
        return new Metric(spec, Map.of("route", route), () -> value);
    }

    private static Map<String, String> names(String connector) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("type", "crisp-source");
        names.put("connector", connector);
        return names;
    }

    private static ObjectName name(String route) throws JMException {
        return new ObjectName("dev.crispconnect:type=crisp-source,connector=" + ObjectName.quote("crisp, \"main\"")
                + ",route=" + ObjectName.quote(route));
    }
}
