package dev.crispconnect.quickstart;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.journal.Entry;
import dev.crispconnect.simulator.journal.Selection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Holds what a sink did against what it was told to do. */
final class SinkLedger {
    private final SimulatedWebsite crisp;
    private final TopicReader topics;
    private final String prefix;
    private final Map<String, IssuedCommand> commands = new LinkedHashMap<>();

    SinkLedger(SimulatedWebsite crisp, TopicReader topics, String prefix) {
        this.crisp = crisp;
        this.topics = topics;
        this.prefix = prefix;
    }

    void issued(IssuedCommand command, RecordMetadata where) {
        var coordinates = where.topic() + "-" + where.partition() + "-" + where.offset();
        commands.put(command.id() == null ? coordinates : command.id(), command);
    }

    /** Every command has an answer, and nothing else has. */
    void assertEveryCommandIsAnswered() {
        assertThat(answers().keySet()).as("ids with an answer").isEqualTo(commands.keySet());
    }

    /** No command was refused, and all answers to one say the same but for whether it was done now or before. */
    void assertAnswersAgree() {
        assertThat(topics.of(prefix + ".dead-letters")).isEmpty();
        answers().forEach((id, all) -> {
            assertThat(all)
                    .as("answers to %s", id)
                    .allSatisfy(answer -> assertThat(answer.text("outcome")).isIn("delivered", "skipped"))
                    .allSatisfy(answer -> assertThat(answer.key().asText())
                            .isEqualTo(commands.get(id).key()));
            assertThat(all.stream().map(SinkLedger::subject).distinct())
                    .as("what the answers to %s are about", id)
                    .hasSize(1);
        });
    }

    /** What the commands on a conversation or profile changed is what they had to change, each once and in their order. */
    void assertEveryCommandTookEffectOnceAndInOrder() {
        var lanes = commands.values().stream().collect(groupingBy(IssuedCommand::key));
        lanes.forEach((key, lane) -> {
            assertThat(effects(key)).as("effects on %s", key).isEqualTo(joined(lane, IssuedCommand::effects));
            var texts = joined(lane, IssuedCommand::texts);
            if (!texts.isEmpty()) {
                assertThat(crisp.texts(key)).as("texts in %s", key).isEqualTo(texts);
            }
        });
    }

    String figures() {
        int answers = topics.of(prefix + ".results").size();
        return commands.size() + " commands, " + (answers - commands.size()) + " of them answered again";
    }

    private Map<String, List<Received>> answers() {
        return topics.of(prefix + ".results").stream().collect(groupingBy(answer -> answer.text("command_id")));
    }

    /** The calls that changed something there, in the order in which they did, such as {@code PATCH state}. */
    private List<String> effects(String key) {
        return crisp.simulator().journal().select(Selection.all().onlyEffects()).stream()
                .filter(entry -> key.equals(entry.sessionId()) || key.equals(lastSegment(entry)))
                .sorted(Comparator.comparingLong(Entry::effect))
                .map(entry -> entry.method() + " " + part(entry))
                .toList();
    }

    private static String part(Entry entry) {
        return entry.sessionId() == null ? "profile" : lastSegment(entry);
    }

    private static String lastSegment(Entry entry) {
        var path = entry.path();
        return URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
    }

    private static List<String> subject(Received answer) {
        return Stream.of("command", "session_id", "topic", "partition", "offset")
                .map(answer::text)
                .toList();
    }

    private static List<String> joined(List<IssuedCommand> lane, Function<IssuedCommand, List<String>> part) {
        return lane.stream().map(part).flatMap(List::stream).toList();
    }
}
