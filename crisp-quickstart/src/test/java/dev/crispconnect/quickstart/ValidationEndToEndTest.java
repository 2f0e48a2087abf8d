package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a worker answers when it is asked whether a configuration will do: the connectors ask Crisp. */
class ValidationEndToEndTest {
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
}
