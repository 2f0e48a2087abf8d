package dev.crispconnect.quickstart;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds what a source wrote against what is in Crisp. */
final class SourceLedger {
    private final SimulatedWebsite crisp;
    private final TopicReader topics;
    private final String prefix;

    private record Standing(String state, long updatedAt, String lastMessage) {}

    SourceLedger(SimulatedWebsite crisp, TopicReader topics, String prefix) {
        this.crisp = crisp;
        this.topics = topics;
        this.prefix = prefix;
    }

    /** Every message is there, in order when repeats are dropped; the newest records tell how things stand. */
    void assertNothingIsMissing() {
        var expected = expectedMessages();
        var first = new HashMap<String, List<Long>>();
        messages()
                .forEach((session, all) ->
                        first.put(session, all.stream().distinct().toList()));
        assertThat(first.keySet()).as("conversations with messages").isEqualTo(expected.keySet());
        expected.forEach((session, all) ->
                assertThat(first.get(session)).as("messages of %s", session).isEqualTo(all));
        assertThat(standings()).as("newest record of each conversation").isEqualTo(expectedStandings());
        assertThat(people()).as("newest record of each person").isEqualTo(expectedPeople());
    }

    /** No record came twice. */
    void assertNothingCameTwice() {
        messages()
                .forEach((session, all) ->
                        assertThat(all).as("messages of %s", session).doesNotHaveDuplicates());
        for (var feed : List.of("conversations", "people")) {
            assertThat(topics.of(prefix + "." + feed))
                    .as(feed)
                    .extracting(record -> record.value().toString())
                    .doesNotHaveDuplicates();
        }
    }

    String figures() {
        int records = topics.of(prefix + ".messages").size();
        long messages = messages().values().stream()
                .mapToLong(all -> all.stream().distinct().count())
                .sum();
        return messages + " messages, " + (records - messages) + " of them again";
    }

    private Map<String, List<Long>> messages() {
        return topics.of(prefix + ".messages").stream()
                .collect(groupingBy(
                        record -> record.text("session_id"),
                        mapping(record -> record.value().path("fingerprint").asLong(), toList())));
    }

    private Map<String, List<Long>> expectedMessages() {
        return crisp.sessionIds().stream()
                .filter(session -> !crisp.fingerprints(session).isEmpty())
                .collect(toMap(identity(), crisp::fingerprints));
    }

    private Map<String, Standing> standings() {
        return topics.of(prefix + ".conversations").stream()
                .collect(toMap(
                        record -> record.text("session_id"),
                        record -> new Standing(
                                record.text("state"),
                                record.value().path("updated_at").asLong(),
                                record.text("last_message")),
                        (earlier, later) -> later));
    }

    private Map<String, Standing> expectedStandings() {
        return crisp.workspace().conversations().all().stream()
                .collect(toMap(
                        Conversation::sessionId,
                        conversation -> new Standing(
                                conversation.state().wire(),
                                conversation.updatedAt().toEpochMilli(),
                                conversation.lastMessage())));
    }

    private Map<String, String> people() {
        return topics.of(prefix + ".people").stream()
                .collect(toMap(
                        record -> record.text("people_id"),
                        record -> record.value().path("person").path("nickname").asText(),
                        (earlier, later) -> later));
    }

    private Map<String, String> expectedPeople() {
        return crisp.workspace().people().all().stream().collect(toMap(Profile::peopleId, Profile::nickname));
    }
}
