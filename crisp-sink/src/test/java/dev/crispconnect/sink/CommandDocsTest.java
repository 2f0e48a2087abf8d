package dev.crispconnect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.metrics.Exposure;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.client.time.SystemTime;
import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.workspace.Inbox;
import dev.crispconnect.simulator.workspace.Membership.Role;
import dev.crispconnect.simulator.workspace.Workspace;
import dev.crispconnect.sink.command.Commands;
import dev.crispconnect.sink.command.DocumentedExamples;
import dev.crispconnect.sink.delivery.DaemonTimer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What {@code docs/commands.md} shows works as it stands there. */
class CommandDocsTest {

    private static final String DOCUMENTED_SESSION = "session_3f0c2a57-5a0d-4e0b-8d0e-5c1b7a9f1e10";
    private static final String DOCUMENTED_FINGERPRINT = "176000012012345";
    private static final String DOCUMENTED_OPERATOR = "c2a4b6d8-1357-4bdf-9ace-02468ace1357";
    private static final String DOCUMENTED_INBOX = "5e3f1a70-2f4d-4a0e-9d6c-7b1c2d3e4f50";
    private static final String DOCUMENTED_SECRET = "secret-of-the-inviting-user";
    private static final TopicPartition PARTITION = new TopicPartition("crisp.commands", 0);

    @Test
    void everyCommandAndAliasIsDescribed() {
        String page = DocumentedExamples.page();

        assertThat(Commands.names()).allSatisfy(name -> assertThat(page).containsPattern("(## |`)" + name));
    }

    @Test
    void everyExampleIsExecuted() {
        FakeContext context = new FakeContext();
        try (CrispSimulator crisp = CrispSimulator.start(SimulatorSettings.defaults());
                RunningSink sink = sink(crisp, context)) {
            sink.assigned(List.of(PARTITION));
            List<String> examples = DocumentedExamples.all();
            for (int offset = 0; offset < examples.size(); offset++) {
                String value = withWhatIsThere(examples.get(offset), crisp);
                sink.put(List.of(new SinkRecord("crisp.commands", 0, null, null, null, value, offset)));
                long next = offset + 1L;
                Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
                    sink.put(List.of());
                    return context.reported.size() > 0
                            || sink.committable(Map.of(PARTITION, new OffsetAndMetadata(next)))
                                            .get(PARTITION)
                                            .offset()
                                    == next;
                });
                assertThat(context.reported).as(value).isEmpty();
            }
        }
    }

    private static RunningSink sink(CrispSimulator crisp, FakeContext context) {
        SinkSettings settings = settings(crisp);
        SystemTime time = new SystemTime();
        FakeResultTopic results = new FakeResultTopic();
        results.acknowledgesAtOnce = true;
        return new RunningSink(
                settings,
                context,
                new Connections(
                        CrispClient.open(settings.client(), time),
                        new DaemonTimer("docs"),
                        results,
                        new TaskMetrics(Exposure.none()),
                        time));
    }

    /** The documented ids replaced by those of a new conversation, its first message, an operator and an inbox. */
    private static String withWhatIsThere(String example, CrispSimulator crisp) {
        Workspace workspace = crisp.workspace();
        String sessionId = workspace.visitorArrives("Lena", "lena@example.org").sessionId();
        long fingerprint =
                workspace.visitorWrites(sessionId, "Where is my parcel?").fingerprint();
        String userId = workspace
                .operators()
                .join("Mo", "Adler", "mo-" + sessionId + "@example.org", Role.MEMBER)
                .userId();
        String inboxId = workspace
                .inboxes()
                .create(new Inbox.Card("Parcels", "", 0, List.of(), List.of(), List.of(), "and"))
                .inboxId();
        return example.replace(DOCUMENTED_SESSION, sessionId)
                .replace(DOCUMENTED_FINGERPRINT, Long.toString(fingerprint))
                .replace(DOCUMENTED_OPERATOR, userId)
                .replace(DOCUMENTED_INBOX, inboxId)
                .replace(DOCUMENTED_SECRET, SimulatorSettings.defaults().userSecret());
    }

    private static SinkSettings settings(CrispSimulator crisp) {
        Map<String, String> properties = new HashMap<>(Settings.minimal());
        properties.put("crisp.api.url", crisp.url().toString());
        properties.put("crisp.token.identifier", crisp.userToken().identifier());
        properties.put("crisp.token.key", crisp.userToken().key());
        // operators are changed by a user's session only
        properties.put("crisp.token.tier", "user");
        properties.put("crisp.website.id", SimulatorSettings.defaults().websiteId());
        properties.put("results.topic", "results");
        properties.put("results.producer.bootstrap.servers", "localhost:9092");
        return SinkSettings.parse(properties);
    }
}
