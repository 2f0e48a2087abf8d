package dev.crispconnect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.Moment;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.RepeatedFingerprint;
import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.PersonEvent;
import dev.crispconnect.simulator.workspace.Profile;
import dev.crispconnect.simulator.workspace.State;
import dev.crispconnect.sink.command.Commands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.kafka.connect.sink.SinkRecord;

/** Commands of every kind, among faults, rebalances and kills: each has its effect once and its answer. */
class EveryCommandPropertiesTest {

    private static final int PARTITIONS = 3;
    private static final int BOUND = 20;
    private static final Duration STALE = Duration.ofMillis(20);

    private static final List<Fault> FAULTS = List.of(
            new Fault.Drop(Moment.AFTER_WRITE),
            new Fault.Drop(Moment.BEFORE_WRITE),
            new Fault.Reset(Moment.AFTER_WRITE),
            new Fault.Stall(Duration.ofMillis(15)),
            new Fault.TruncatedBody(),
            new Fault.Garbage(Moment.AFTER_WRITE),
            Fault.status(429),
            Fault.status(420),
            Fault.status(503).afterWrite(),
            Fault.html(502));

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void eachHasItsEffectOnceAndItsAnswer(@ForAll long seed) {
        SimulatorSettings twins =
                SimulatorSettings.defaults().with(WorkspaceSwitch.REPEATED_FINGERPRINT, RepeatedFingerprint.TWIN);
        try (CrispSimulator crisp = CrispSimulator.start(twins)) {
            Random random = new Random(seed);
            EveryCommand commands = new EveryCommand(crisp, random);
            List<EveryCommand.Talk> talks =
                    IntStream.range(0, 5).mapToObj(i -> commands.talk()).toList();
            String gone = commands.goodbye();
            commands.initiate("ilse@example.org", "Did it arrive?");
            commands.person("new-1@example.org");
            commands.person("new-2@example.org");
            crisp.workspace().seed(0, 0, 1);
            Profile leaving = crisp.workspace().people().all().get(0);
            commands.leave(leaving.peopleId());
            ConsumerGroup group = group(crisp);
            Set<String> kinds = produce(commands, group);
            assertThat(kinds).hasSize(36).isSubsetOf(Commands.names());
            crisp.faults().rate(0.1, seed, FAULTS);
            crisp.switches().set(AccessSwitch.CACHE, AccessSwitch.Cache.STALE);
            crisp.switches().set(AccessSwitch.STALE_FOR, STALE);

            Workers workers = new Workers(group, random, 5 * BOUND);
            workers.disturb(8);
            crisp.faults().clear();
            workers.finish();

            talks.forEach(talk -> assertTalk(crisp, talk));
            assertThat(crisp.workspace().conversations().find(gone)).isEmpty();
            assertThat(crisp.workspace().people().find(leaving.peopleId())).isEmpty();
            assertInitiated(crisp, "Did it arrive?");
            assertPerson(crisp, "new-1@example.org");
            assertPerson(crisp, "new-2@example.org");
            assertWorkspace(crisp);
            assertSentOnce(crisp, talks);
            assertAnswered(group);
        }
    }

    private static Set<String> produce(EveryCommand commands, ConsumerGroup group) {
        Set<String> kinds = new TreeSet<>();
        long[] offsets = new long[PARTITIONS];
        for (EveryCommand.Next next = commands.next(); next != null; next = commands.next()) {
            int partition = next.script() % PARTITIONS;
            kinds.add((String) next.command().get("command"));
            group.produce(
                    new SinkRecord("commands", partition, null, null, null, next.command(), offsets[partition]++));
        }
        return kinds;
    }

    private static void assertTalk(CrispSimulator crisp, EveryCommand.Talk talk) {
        Conversation conversation = crisp.workspace().conversations().get(talk.sessionId());
        assertThat(crisp.workspace().messages().of(talk.sessionId()))
                .extracting(Message::content)
                .as(talk.sessionId())
                .containsExactlyElementsOf(talk.texts());
        assertThat(conversation.state()).isEqualTo(State.RESOLVED);
        assertThat(conversation.assignedTo()).isNull();
        assertThat(conversation.inboxId()).isEqualTo(talk.inboxId());
        assertThat(conversation.blocked()).isTrue();
        assertThat(conversation.segments()).containsExactly("archived");
        assertThat(conversation.data("close_outcome")).isEqualTo("unresolved");
        assertThat(conversation.meta()).containsEntry("subject", "Parcel");
    }

    private static void assertInitiated(CrispSimulator crisp, String text) {
        List<Conversation> made = crisp.workspace().conversations().all().stream()
                .filter(each -> crisp.workspace().messages().of(each.sessionId()).stream()
                        .anyMatch(message -> message.content().equals(text)))
                .toList();
        assertThat(made).hasSize(1);
        assertThat(crisp.workspace().messages().of(made.get(0).sessionId())).hasSize(1);
        assertThat(made.get(0).meta()).containsEntry("email", "ilse@example.org");
    }

    private static void assertPerson(CrispSimulator crisp, String email) {
        assertThat(crisp.workspace().people().all().stream().filter(each -> email.equals(each.email())))
                .hasSize(1);
        assertThat(crisp.workspace().people().get(email).nickname()).isEqualTo("B");
        assertThat(crisp.workspace().people().get(email).data()).isEqualTo(Map.of("plan", "gold"));
        assertThat(crisp.workspace().people().log().isSubscribed(email)).isFalse();
        assertThat(crisp.workspace().people().log().events(email, 1, 20).items())
                .extracting(PersonEvent::text)
                .containsExactlyInAnyOrder("came", "paid");
    }

    private static void assertWorkspace(CrispSimulator crisp) {
        assertThat(crisp.workspace().settings().all().get("contact").toString()).contains("help@example.org");
        assertThat(crisp.workspace().operators().list())
                .extracting(each -> each.email())
                .containsOnlyOnce("new@example.org")
                .doesNotContain("noor@example.org");
    }

    /** Not even for a moment was there one more than there is in the end. */
    private static void assertSentOnce(CrispSimulator crisp, List<EveryCommand.Talk> talks) {
        Map<String, Long> sent = crisp.journal().entries().stream()
                .filter(entry -> entry.effect() > 0
                        && entry.sessionId() != null
                        && entry.method().equals("POST")
                        && entry.template().endsWith("/message"))
                .collect(Collectors.groupingBy(entry -> entry.sessionId(), Collectors.counting()));
        talks.forEach(talk -> assertThat(sent.get(talk.sessionId()))
                .as(talk.sessionId())
                .isEqualTo(talk.texts().size() - 1L));
    }

    private static void assertAnswered(ConsumerGroup group) {
        Map<String, List<String>> outcomes = new TreeMap<>();
        group.results().results.forEach(result -> outcomes.computeIfAbsent(
                        result.getString("command_id"), id -> new ArrayList<>())
                .add(result.getString("command") + " " + result.getString("outcome") + " "
                        + result.getString("reason")));
        assertThat(outcomes).hasSize(group.size());
        outcomes.forEach((id, all) -> {
            assertThat(all).as(id).noneMatch(each -> each.contains(" refused "));
            assertThat(all.stream().filter(each -> each.matches("(send_.*|add_people_event) delivered .*")))
                    .as(id)
                    .hasSizeLessThanOrEqualTo(1);
        });
    }

    private static ConsumerGroup group(CrispSimulator crisp) {
        Map<String, String> properties = new HashMap<>(Settings.minimal());
        properties.put("crisp.api.url", crisp.url().toString());
        // operators are changed by a user's session only
        properties.put("crisp.token.tier", "user");
        properties.put("crisp.token.identifier", crisp.userToken().identifier());
        properties.put("crisp.token.key", crisp.userToken().key());
        properties.put("crisp.website.id", SimulatorSettings.defaults().websiteId());
        properties.put("results.topic", "results");
        properties.put("results.producer.bootstrap.servers", "localhost:9092");
        properties.put("retry.backoff.base.ms", "5");
        properties.put("retry.backoff.max.ms", "40");
        properties.put("lookup.delay.ms", "150");
        properties.put("max.uncommitted.records", Integer.toString(BOUND));
        return new ConsumerGroup(SinkSettings.parse(properties));
    }
}
