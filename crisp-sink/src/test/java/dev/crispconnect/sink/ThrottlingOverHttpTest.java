package dev.crispconnect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.time.SystemTime;
import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.access.Usage;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.AccessSwitch.OffOn;
import dev.crispconnect.simulator.switches.AccessSwitch.RateLimitAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.connect.sink.SinkRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sink against a Crisp that limits its token, over real HTTP. */
class ThrottlingOverHttpTest {

    private static final int PARTITIONS = 3;
    private static final int SESSIONS = 60;

    private final SystemTime time = new SystemTime();
    private final List<ConsumerGroup.Member> tasks = new ArrayList<>();
    private final long[] next = new long[PARTITIONS];
    private CrispSimulator crisp;
    private List<String> sessions;
    private ConsumerGroup group;

    @BeforeEach
    void start() {
        crisp = CrispSimulator.start(SimulatorSettings.defaults());
        sessions = IntStream.range(0, SESSIONS)
                .mapToObj(i -> crisp.workspace()
                        .visitorArrives("Lena", "lena@example.org")
                        .sessionId())
                .toList();
        Map<String, String> properties = new HashMap<>(Settings.minimal());
        properties.put("crisp.api.url", crisp.url().toString());
        properties.put("crisp.token.identifier", crisp.websiteToken().identifier());
        properties.put("crisp.token.key", crisp.websiteToken().key());
        properties.put("crisp.website.id", SimulatorSettings.defaults().websiteId());
        properties.put("retry.backoff.base.ms", "200");
        properties.put("retry.backoff.max.ms", "2000");
        group = new ConsumerGroup(SinkSettings.parse(properties));
    }

    @AfterEach
    void stop() {
        tasks.forEach(ConsumerGroup.Member::stop);
        crisp.close();
    }

    private void produce(int count) {
        for (int i = 0; i < count; i++) {
            int partition = i % PARTITIONS;
            Map<String, Object> value = Map.of("command", "resolve", "session_id", sessions.get(i % SESSIONS));
            group.produce(new SinkRecord("commands", partition, null, null, null, value, next[partition]++));
        }
    }

    /** Each partition gets a task, or all of them the only one. */
    private void start(int count) {
        for (int i = 0; i < count; i++) {
            tasks.add(group.new Member());
        }
        int[] partition = {0};
        group.partitions().forEach(each -> tasks.get(partition[0]++ % count).assign(List.of(each)));
    }

    private void work(BooleanSupplier enough) {
        Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMinutes(1))
                .until(() -> {
                    tasks.forEach(task -> task.turn(500));
                    return enough.getAsBoolean();
                });
    }

    private void workFor(Duration duration) {
        long end = time.nanoTime() + duration.toNanos();
        work(() -> time.nanoTime() - end > 0);
    }

    private Usage usage() {
        return crisp.limits().usage(crisp.websiteToken());
    }

    /** The share of what the limit allows that was used. */
    private double used(int perSecond, Duration duration) {
        long before = usage().used();
        long start = time.nanoTime();
        workFor(duration);
        double seconds = (time.nanoTime() - start) / 1e9;
        return (usage().used() - before) / seconds / perSecond;
    }

    @Test
    void oneTaskUsesWhatIsAllowedAndNeverRetriesEarly() {
        crisp.switches().set(AccessSwitch.RATE_LIMIT, 30);
        crisp.switches().set(AccessSwitch.RATE_LIMIT_ANSWER, RateLimitAnswer.RETRY_AFTER);
        produce(3_000);
        start(1);
        workFor(Duration.ofSeconds(4));
        long refusedBefore = usage().refusedByRate();
        long earlyBefore = usage().earlyRetries();

        double used = used(30, Duration.ofSeconds(8));

        assertThat(used).isGreaterThan(0.85);
        assertThat(earlyBefore)
                .as("those that were under way at the first refusal")
                .isLessThan(64);
        assertThat(usage().earlyRetries()).isEqualTo(earlyBefore);
        assertThat(usage().refusedByRate() - refusedBefore).isLessThan(10);
        assertThat(group.results().results)
                .extracting(result -> result.getString("outcome"))
                .containsOnly("delivered");
    }

    @Test
    void tasksThatDoNotKnowEachOtherShareWhatIsAllowed() {
        crisp.switches().set(AccessSwitch.RATE_LIMIT, 30);
        produce(3_000);
        start(PARTITIONS);
        workFor(Duration.ofSeconds(4));
        group.results().results.clear();

        assertThat(used(30, Duration.ofSeconds(6))).isGreaterThan(0.85);

        for (int partition = 0; partition < PARTITIONS; partition++) {
            int each = partition;
            assertThat(group.results().results.stream().filter(result -> result.getInt32("partition") == each))
                    .as("partition %s", partition)
                    .hasSizeGreaterThan(10);
        }
    }

    @Test
    void anExhaustedQuotaDelaysCommandsAndRefusesNone() {
        crisp.switches().set(AccessSwitch.DAILY_QUOTA, OffOn.ON);
        crisp.switches().set(AccessSwitch.WEBSITE_QUOTA, 50);
        produce(100);
        start(1);
        work(() -> usage().left().getAsLong() == 0 && usage().refusedByQuota() > 0);
        long refused = usage().refusedByQuota();
        workFor(Duration.ofSeconds(3));
        assertThat(usage().refusedByQuota() - refused).as("tried now and then").isBetween(1L, 80L);

        crisp.limits().resetQuota(crisp.websiteToken());
        work(group::isAllCommitted);

        assertThat(group.results().results)
                .hasSize(100)
                .extracting(result -> result.getString("outcome"))
                .containsOnly("delivered");
    }
}
