package dev.crispconnect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.RepeatedFingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.sink.SinkRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A task dies after each step of a command, before it hears that Crisp did it. Whoever comes next goes on at the step that is
 * missing: the journal shows the effects of a command that nothing disturbed, no more and in no other order.
 */
class BrokenOffCommandsTest {

    private static final String CREATED = "POST /website/{website_id}/conversation";
    private static final int NEVER = Integer.MAX_VALUE;

    @ParameterizedTest
    @CsvSource({
        "resolve_conversation, 1",
        "resolve_conversation, 2",
        "close_conversation, 1",
        "close_conversation, 2",
        "close_conversation, 3",
        "close_conversation, 4",
        "hand_back_conversation, 1",
        "hand_back_conversation, 2",
        "archive_conversation, 1",
        "archive_conversation, 2",
        "archive_conversation, 3",
        "initiate_conversation, 2",
        "initiate_conversation, 3",
    })
    void areResumedAtTheStepThatIsMissing(String command, int calls) {
        List<String> undisturbed = effects(command, NEVER);

        assertThat(undisturbed).hasSizeGreaterThan(1);
        assertThat(effects(command, calls)).isEqualTo(undisturbed);
    }

    /** The exception that is documented: a conversation has no mark until it is described, and stays behind empty. */
    @ParameterizedTest
    @CsvSource("initiate_conversation, 1")
    void leaveAnEmptyConversationWhereItCouldNotBeMarkedYet(String command, int calls) {
        List<String> twice = new ArrayList<>(List.of(CREATED));
        twice.addAll(effects(command, NEVER));

        assertThat(effects(command, calls)).isEqualTo(twice);
    }

    /** What took effect in Crisp, in its order. */
    private static List<String> effects(String command, int calls) {
        SimulatorSettings twins =
                SimulatorSettings.defaults().with(WorkspaceSwitch.REPEATED_FINGERPRINT, RepeatedFingerprint.TWIN);
        try (CrispSimulator crisp = CrispSimulator.start(twins)) {
            ConsumerGroup group = group(crisp);
            group.produce(new SinkRecord("commands", 0, null, null, null, fields(command, crisp), 0));
            if (calls != NEVER) {
                dieAfter(calls, group);
            }
            new Workers(group, new Random(1), 1).finish();
            return crisp.journal().entries().stream()
                    .filter(entry -> entry.effect() > 0)
                    .map(entry -> entry.method() + " " + entry.template())
                    .toList();
        }
    }

    private static void dieAfter(int calls, ConsumerGroup group) {
        ConsumerGroup.Member dying = group.new Member();
        dying.dieAfter(calls);
        dying.assign(group.partitions());
        Awaitility.await().pollInSameThread().until(() -> {
            dying.turn(1);
            return dying.isDead();
        });
        dying.kill();
        assertThat(group.results().results).isEmpty();
    }

    private static Map<String, Object> fields(String command, CrispSimulator crisp) {
        if (command.equals("initiate_conversation")) {
            return Map.of("command", command, "email", "lena@example.org", "text", "Did it arrive?");
        }
        String sessionId =
                crisp.workspace().visitorArrives("Lena", "lena@example.org").sessionId();
        crisp.workspace().visitorWrites(sessionId, "Where is my parcel?");
        String userId = crisp.workspace().operators().list().get(0).userId();
        crisp.workspace().conversations().assign(sessionId, userId);
        Map<String, Object> fields = new HashMap<>(Map.of("command", command, "session_id", sessionId));
        if (command.equals("close_conversation")) {
            fields.put("outcome", "unresolved");
        }
        if (command.equals("close_conversation") || command.equals("resolve_conversation")) {
            fields.put("note", "no answer");
        }
        return fields;
    }

    private static ConsumerGroup group(CrispSimulator crisp) {
        Map<String, String> properties = new HashMap<>(Settings.minimal());
        properties.put("crisp.api.url", crisp.url().toString());
        properties.put("crisp.token.identifier", crisp.websiteToken().identifier());
        properties.put("crisp.token.key", crisp.websiteToken().key());
        properties.put("crisp.website.id", SimulatorSettings.defaults().websiteId());
        properties.put("lookup.delay.ms", "20");
        return new ConsumerGroup(SinkSettings.parse(properties));
    }
}
