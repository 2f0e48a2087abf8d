package dev.crispconnect.quickstart;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.quickstart.Chronicle.Deed;
import dev.crispconnect.quickstart.Chronicle.Kind;
import dev.crispconnect.quickstart.MessageRows.Row;
import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.Profile;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Holds what a source wrote against what is in Crisp, and what was done there. */
final class SourceLedger {
    /** An edit of a message that is not older is read again after a kill: the source looks 10 s back and more. */
    private static final Duration YOUNG = Duration.ofSeconds(5);

    private final SimulatedWebsite crisp;
    private final Chronicle chronicle;
    private final TopicReader topics;
    private final String prefix;

    private record Standing(String state, long updatedAt, String lastMessage) {}

    SourceLedger(SimulatedWebsite crisp, Chronicle chronicle, TopicReader topics, String prefix) {
        this.crisp = crisp;
        this.chronicle = chronicle;
        this.topics = topics;
        this.prefix = prefix;
    }

    /** Every message is there, in order when repeats are dropped; the newest records tell how things stand. */
    void assertNothingIsMissing() {
        var rows = rows();
        for (var session : crisp.sessionIds()) {
            var there = crisp.fingerprints(session);
            assertThat(rows.created(session).stream().distinct().filter(new HashSet<>(there)::contains))
                    .as("messages of %s", session)
                    .isEqualTo(there);
            chronicle.editedWithin(session, YOUNG).forEach((fingerprint, text) -> assertThat(
                            rows.text(session, fingerprint))
                    .as("what %s of %s says", fingerprint, session)
                    .contains(text));
        }
        assertThat(standings()).as("newest record of each conversation").isEqualTo(expectedStandings());
        assertThat(people()).as("newest record of each person").isEqualTo(expectedPeople());
    }

    /** No record came twice, and of what was removed came nothing more. */
    void assertNothingCameTwice() {
        rows().bySession().forEach((session, all) -> {
            assertThat(all).as("records about messages of %s", session).doesNotHaveDuplicates();
            assertThat(rows().created(session))
                    .as("messages of %s, those that were removed too", session)
                    .doesNotHaveDuplicates();
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).op().equals("delete")) {
                    long removed = all.get(i).fingerprint();
                    assertThat(all.subList(i + 1, all.size()))
                            .as("records about messages of %s after a removal", session)
                            .noneMatch(row -> row.fingerprint() == removed);
                }
            }
        });
        var newest = new HashMap<String, Boolean>();
        topics.of(prefix + ".conversations")
                .forEach(record -> newest.put(
                        record.key().path("session_id").asText(), record.value().isNull()));
        assertThat(tombstones()).as("conversations with a tombstone").allMatch(newest::get);
        for (var feed : List.of("conversations", "people")) {
            assertThat(topics.of(prefix + "." + feed))
                    .as(feed)
                    .extracting(record -> record.key() + " " + record.value())
                    .doesNotHaveDuplicates();
        }
    }

    /** Nothing is told that was not done. */
    void assertNothingIsMadeUp() {
        rows().bySession().forEach((session, all) -> assertThat(all)
                .as("records of %s", session)
                .allSatisfy(row -> {
                    var deeds = chronicle.of(session);
                    if (row.op().equals("delete")) {
                        assertThat(deeds).anyMatch(deed -> deed.isOf(Kind.REMOVED, row.fingerprint()));
                    } else {
                        assertThat(deeds)
                                .anyMatch(deed -> deed.fingerprint() == row.fingerprint()
                                        && deed.kind() != Kind.REMOVED
                                        && (deed.text().isEmpty() || deed.text().equals(row.text())));
                    }
                }));
        assertThat(chronicle.removedConversations()).containsAll(tombstones());
    }

    /**
     * An edit or a removal that was told is in the topic if a message of the same conversation is that was told later by the
     * same connection, and came that way. Of edits this holds for messages that came that way, too: others are read first.
     */
    void assertWhatWasToldBeforeSomethingThatCameHasCome() {
        for (var session : chronicle.sessionIds()) {
            var deeds = chronicle.of(session);
            for (int i = 0; i < deeds.size(); i++) {
                if (mustHaveCome(session, deeds.get(i), deeds.subList(i + 1, deeds.size()))) {
                    var deed = deeds.get(i);
                    assertThat(rows().of(session)).as("records of %s", session).anyMatch(row -> tells(row, deed));
                }
            }
        }
    }

    /** What was done to messages has come. */
    void assertHasCome(String session, List<Deed> done) {
        assertThat(done).allSatisfy(deed -> assertThat(rows().of(session)).anyMatch(row -> tells(row, deed)));
    }

    void assertGone(String session) {
        assertThat(tombstones()).contains(session);
    }

    String figures() {
        long created = rows().all().filter(row -> row.op().equals("create")).count();
        long messages = rows().bySession().keySet().stream()
                .mapToLong(
                        session -> rows().created(session).stream().distinct().count())
                .sum();
        return messages + " messages, " + (created - messages) + " of them again; "
                + came(Kind.EDITED) + " edits, " + came(Kind.REMOVED) + " removed messages, "
                + tombstones().stream().distinct().count() + " of "
                + chronicle.removedConversations().size() + " removed conversations";
    }

    private String came(Kind kind) {
        long all = 0;
        long came = 0;
        for (var session : chronicle.sessionIds()) {
            var rows = rows().of(session);
            for (var deed : chronicle.of(session)) {
                if (deed.kind() == kind) {
                    all++;
                    came += rows.stream().anyMatch(row -> tells(row, deed)) ? 1 : 0;
                }
            }
        }
        return came + " of " + all;
    }

    private boolean mustHaveCome(String session, Deed deed, List<Deed> later) {
        if (deed.kind() == Kind.WRITTEN || deed.toldTo() == null) {
            return false;
        }
        boolean atOnce = deed.kind() == Kind.REMOVED
                || chronicle.of(session).stream()
                        .anyMatch(first -> first.isOf(Kind.WRITTEN, deed.fingerprint())
                                && deed.toldTo().equals(first.toldTo())
                                && cameAsTold(session, first));
        return atOnce
                && later.stream()
                        .anyMatch(next -> next.kind() == Kind.WRITTEN
                                && deed.toldTo().equals(next.toldTo())
                                && cameAsTold(session, next));
    }

    private boolean cameAsTold(String session, Deed written) {
        return rows().of(session).stream()
                .anyMatch(row ->
                        row.isA("create", written.fingerprint()) && row.via().equals("realtime"));
    }

    private static boolean tells(Row row, Deed deed) {
        return deed.kind() == Kind.REMOVED
                ? row.isA("delete", deed.fingerprint())
                : row.fingerprint() == deed.fingerprint() && row.text().equals(deed.text());
    }

    private MessageRows rows() {
        return MessageRows.of(topics.of(prefix + ".messages"));
    }

    private List<String> tombstones() {
        return topics.of(prefix + ".conversations").stream()
                .filter(record -> record.value().isNull())
                .map(record -> record.key().path("session_id").asText())
                .toList();
    }

    /** Of the conversations that there are: of removed ones nothing more is promised. */
    private Map<String, Standing> standings() {
        var there = new HashSet<>(crisp.sessionIds());
        return topics.of(prefix + ".conversations").stream()
                .filter(record -> there.contains(record.key().path("session_id").asText()))
                .collect(toMap(
                        record -> record.key().path("session_id").asText(),
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
