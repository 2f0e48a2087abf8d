package dev.crispconnect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.Moment;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.AnswerSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.RepeatedFingerprint;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.apache.kafka.connect.sink.SinkRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * One effect for each command, whatever Crisp, the network and the workers do: against the simulated Crisp, which here stores a
 * twin for each fingerprint that comes again.
 */
class OneEffectPropertiesTest {

    private static final int PARTITIONS = 3;
    private static final int COMMANDS_OF_A_CONVERSATION = 4;
    private static final int BOUND = 15;
    private static final Duration SLOW = Duration.ofMillis(20);

    private static final List<Fault> FAULTS = List.of(
            new Fault.Drop(Moment.AFTER_WRITE),
            new Fault.Drop(Moment.BEFORE_WRITE),
            new Fault.Reset(Moment.AFTER_WRITE),
            new Fault.HalfClose(Moment.AFTER_WRITE),
            new Fault.Stall(Duration.ofMillis(15)),
            new Fault.TruncatedBody(),
            new Fault.Garbage(),
            new Fault.Garbage(Moment.AFTER_WRITE),
            new Fault.Slow(Duration.ofMillis(15)),
            Fault.status(429),
            Fault.status(420),
            Fault.status(500),
            Fault.status(503).afterWrite(),
            Fault.status(423),
            Fault.html(502));

    private CrispSimulator crisp;
    private final Map<String, List<String>> written = new HashMap<>();
    private final Map<String, State> states = new HashMap<>();

    @BeforeProperty
    void start() {
        crisp = CrispSimulator.start(
                SimulatorSettings.defaults().with(WorkspaceSwitch.REPEATED_FINGERPRINT, RepeatedFingerprint.TWIN));
    }

    @AfterProperty
    void stop() {
        crisp.close();
    }

    private ConsumerGroup group(Duration lookupDelay) {
        Map<String, String> properties = new HashMap<>(Settings.minimal());
        properties.put("crisp.api.url", crisp.url().toString());
        properties.put("crisp.token.identifier", crisp.websiteToken().identifier());
        properties.put("crisp.token.key", crisp.websiteToken().key());
        properties.put("crisp.website.id", SimulatorSettings.defaults().websiteId());
        properties.put("retry.backoff.base.ms", "5");
        properties.put("retry.backoff.max.ms", "40");
        properties.put("lookup.delay.ms", Long.toString(lookupDelay.toMillis()));
        properties.put("max.uncommitted.records", Integer.toString(BOUND));
        return new ConsumerGroup(SinkSettings.parse(properties));
    }

    /** Commands of a conversation lie in one partition; what they should have done in the end is noted. */
    private void produce(ConsumerGroup group, int count, Random random) {
        written.clear();
        states.clear();
        List<String> sessions = IntStream.range(0, count / COMMANDS_OF_A_CONVERSATION)
                .mapToObj(i -> visitor())
                .toList();
        long[] next = new long[PARTITIONS];
        for (int i = 0; i < count; i++) {
            int session = random.nextInt(sessions.size());
            int partition = session % PARTITIONS;
            Map<String, Object> value = command(sessions.get(session), i, random.nextInt(6));
            group.produce(new SinkRecord("commands", partition, null, null, null, value, next[partition]++));
        }
    }

    private String visitor() {
        String sessionId =
                crisp.workspace().visitorArrives("Lena", "lena@example.org").sessionId();
        crisp.workspace().visitorWrites(sessionId, "Where is my parcel?");
        written.put(sessionId, new ArrayList<>(List.of("Where is my parcel?")));
        states.put(sessionId, crisp.workspace().conversations().get(sessionId).state());
        return sessionId;
    }

    private Map<String, Object> command(String sessionId, int number, int kind) {
        String text = "text " + number;
        Map<String, Object> command = new HashMap<>(Map.of("session_id", sessionId));
        switch (kind) {
            case 0 -> {
                command.put("command", "resolve");
                states.put(sessionId, State.RESOLVED);
            }
            case 1 -> {
                command.putAll(Map.of("command", "resolve", "note", text));
                written.get(sessionId).add(text);
                states.put(sessionId, State.RESOLVED);
            }
            case 2 -> {
                command.putAll(Map.of("command", "send", "text", text, "from", "user"));
                written.get(sessionId).add(text);
                states.computeIfPresent(sessionId, (id, state) -> state == State.RESOLVED ? State.UNRESOLVED : state);
            }
            default -> {
                command.putAll(Map.of("command", "send", "text", text));
                written.get(sessionId).add(text);
                states.computeIfPresent(sessionId, (id, state) -> state == State.PENDING ? State.UNRESOLVED : state);
            }
        }
        return command;
    }

    private void misbehave(long seed, boolean late) {
        crisp.faults().rate(0.15, seed, FAULTS);
        crisp.switches().set(AnswerSwitch.VISIBILITY_DELAY, late ? SLOW : Duration.ZERO);
        crisp.switches().set(AccessSwitch.CACHE, AccessSwitch.Cache.STALE);
        crisp.switches().set(AccessSwitch.STALE_FOR, SLOW);
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void everyCommandHasOneEffectInItsOrderWhateverCrispTheNetworkAndTheWorkersDo(
            @ForAll long seed, @ForAll boolean late) {
        Random random = new Random(seed);
        // far above the slowness of this Crisp, as the machine may be slow as well
        ConsumerGroup group = group(Duration.ofMillis(150));
        produce(group, 120, random);
        misbehave(seed, late);
        Workers workers = new Workers(group, random, 5 * BOUND);

        workers.disturb(12);
        crisp.faults().clear();
        workers.finish();

        Awaitility.await().untilAsserted(this::assertWritten);
        assertAnswered(group);
        if (!late) {
            // a message that Crisp stores late may reopen what was resolved behind it
            assertStates();
        }
    }

    @Test
    void aThousandRebalancesLoseNothingAndDoubleNothing() {
        start();
        ConsumerGroup group = group(Duration.ofMillis(2));
        Random random = new Random(42);
        produce(group, 1_500, random);
        Workers workers = new Workers(group, random, 5 * BOUND);

        workers.rebalance(1_000);
        workers.finish();

        assertWritten();
        assertStates();
        assertAnswered(group);
        stop();
    }

    @Test
    void whatCameAfterAStateWasSetIsNotUndoneByACrash() {
        start();
        ConsumerGroup group = group(Duration.ofMillis(50));
        String sessionId = visitor();
        group.produce(new SinkRecord("commands", 0, null, null, null, command(sessionId, 0, 0), 0));
        group.produce(new SinkRecord("commands", 0, null, null, null, command(sessionId, 1, 2), 1));
        ConsumerGroup.Member crashing = group.new Member();
        crashing.assign(group.partitions());
        Awaitility.await().pollInSameThread().until(() -> {
            crashing.turn(10);
            return group.results().results.size() == 2;
        });
        crashing.kill();
        assertThat(group.isAllCommitted()).isFalse();

        new Workers(group, new Random(1), 5 * BOUND).finish();

        assertWritten();
        assertStates();
        assertThat(group.results().results)
                .extracting(result -> result.getString("outcome"))
                .containsExactly("delivered", "delivered", "skipped", "skipped");
        stop();
    }

    private void assertWritten() {
        written.forEach((sessionId, texts) -> assertThat(crisp.workspace().messages().of(sessionId).stream()
                        .map(Message::content)
                        .map(String::valueOf))
                .as("conversation %s", sessionId)
                .containsExactlyElementsOf(texts));
    }

    private void assertStates() {
        states.forEach((sessionId, state) -> assertThat(
                        crisp.workspace().conversations().get(sessionId).state())
                .as("conversation %s", sessionId)
                .isEqualTo(state));
    }

    private static void assertAnswered(ConsumerGroup group) {
        Map<String, List<String>> outcomes = new HashMap<>();
        group.results().results.forEach(result -> outcomes.computeIfAbsent(
                        result.getString("command_id"), id -> new ArrayList<>())
                .add(result.getString("command") + " " + result.getString("outcome")));
        assertThat(outcomes).hasSize(group.size());
        outcomes.forEach((id, all) -> {
            assertThat(all).as(id).noneMatch(each -> each.endsWith("refused"));
            assertThat(all.stream().filter("send_message delivered"::equals).count())
                    .as(id)
                    .isLessThanOrEqualTo(1);
        });
    }
}
