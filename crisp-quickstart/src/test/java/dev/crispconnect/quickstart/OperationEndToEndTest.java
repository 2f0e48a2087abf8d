package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Set;
import javax.management.JMException;
import javax.management.ObjectName;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an operator asks a worker: whether a configuration will do, and how a connector is getting on. */
class OperationEndToEndTest {
    private static ConnectCluster cluster;

    @BeforeAll
    static void start() {
        cluster = new ConnectCluster();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void aTokenThatCrispDoesNotKnowIsSaidOnItsKeyAndNotRepeated() {
        try (var crisp = SimulatedWebsite.withPast(1)) {
            var source = crisp.source("told");
            source.put("name", "told");
            source.put("crisp.token.key", "deadbeef");

            var check = cluster.rest().validate(source.get("connector.class"), source);

            assertThat(check.errors())
                    .singleElement()
                    .asString()
                    .startsWith("crisp.token.key: ")
                    .doesNotContain("deadbeef");
        }
    }

    @Test
    void aWebsiteOutOfReachIsSaidOnItsKey() {
        try (var crisp = SimulatedWebsite.withPast(1)) {
            var sink = crisp.sink(cluster.bootstrap(), "told", "told.commands");
            sink.put("name", "told");
            sink.put("crisp.website.id", "2d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11");

            var check = cluster.rest().validate(sink.get("connector.class"), sink);

            assertThat(check.errors()).singleElement().asString().startsWith("crisp.website.id: ");
        }
    }

    /** It keeps one instance of each connector for this, which remembers what went well a minute ago. */
    @Test
    void aWorkerThatAsksAgainAndAgainCostsTheCallsOfOnce() {
        try (var crisp = SimulatedWebsite.withPast(1)) {
            var source = crisp.source("again");
            source.put("name", "again");

            for (int i = 0; i < 5; i++) {
                assertThat(cluster.rest()
                                .validate(source.get("connector.class"), source)
                                .errors())
                        .isEmpty();
            }

            assertThat(crisp.simulator().journal().total()).isEqualTo(2);
        }
    }

    @Test
    void bothConnectorsShowTheirMetricsAmongTheWorkersAndTakeThemAlong() throws Exception {
        try (var crisp = SimulatedWebsite.withPast(3);
                var topics = cluster.topics(
                        1,
                        "seen.conversations",
                        "seen.messages",
                        "seen.people",
                        "seen.commands",
                        "seen.results",
                        "seen.dead-letters")) {
            cluster.install("seen-source", crisp.source("seen"));
            cluster.install("seen-sink", crisp.sink(cluster.bootstrap(), "seen", "seen.commands"));
            cluster.command("seen.commands", crisp.sessionIds().get(0), "{\"command\": \"resolve\"}");
            topics.await("seen.results", 1);
            topics.await("seen.messages", 12);

            assertThat(sum("connector=seen-source,feed=messages", "records-total"))
                    .isEqualTo(12);
            assertThat(sum("connector=seen-source,unit=inbox", "backfill-done")).isEqualTo(1);
            assertThat(sum("connector=seen-sink,outcome=delivered", "commands-total"))
                    .isEqualTo(1);
            assertThat(sum("connector=seen-sink,outcome=ok", "calls-total")).isPositive();

            cluster.stop("seen-source");
            cluster.stop("seen-sink");
            Awaitility.await().untilAsserted(() -> {
                assertThat(beans("connector=seen-source")).isEmpty();
                assertThat(beans("connector=seen-sink")).isEmpty();
            });
        }
    }

    private static double sum(String tags, String metric) throws JMException {
        var sum = 0.0;
        for (var bean : beans(tags)) {
            for (var attribute : ManagementFactory.getPlatformMBeanServer()
                    .getAttributes(bean, new String[] {metric})
                    .asList()) {
                sum += ((Number) attribute.getValue()).doubleValue();
            }
        }
        return sum;
    }

    private static Set<ObjectName> beans(String tags) throws JMException {
        return ManagementFactory.getPlatformMBeanServer()
                .queryNames(new ObjectName("kafka.connect:type=plugins," + tags + ",*"), null);
    }
}
