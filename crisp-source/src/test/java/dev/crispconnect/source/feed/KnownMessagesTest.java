package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownMessagesTest {

    private static final long WHOLE = Long.MIN_VALUE;
    private static final long START = 1_000_000;

    private final KnownMessages known = new KnownMessages();

    @Test
    void ofAConversationThatWasNeitherReadNorHeardFromItsBeginningNothingIsMissing() {
        known.asOf(Instant.ofEpochMilli(START));
        assertThat(known.isMissing(message("s", 1, 10))).isFalse();

        known.emitted(message("s", 2, 20));
        assertThat(known.isMissing(message("s", 1, 30))).isFalse();
    }

    @Test
    void whatIsNotAmongThoseThatWereReadIsMissingHoweverOldItSaysToBe() {
        known.emitted(message("s", 2, 20));
        known.readFrom("s", WHOLE);

        assertThat(known.isMissing(message("s", 1, 1))).isTrue();
        assertThat(known.isMissing(message("s", 2, 20))).isFalse();
        assertThat(known.isMissing(message("other", 1, 1))).isFalse();
    }

    @Test
    void whatIsOlderThanWhatWasReadMayHaveBeenEmittedLongAgo() {
        known.emitted(message("s", 2, 20));
        known.readFrom("s", 20);

        assertThat(known.isMissing(message("s", 1, 19))).isFalse();
        assertThat(known.isMissing(message("s", 3, 20))).isTrue();
        assertThat(known.from("s")).isEqualTo(20);
    }

    @Test
    void aMessageWithoutATimeIsNeverMissing() {
        known.emitted(message("s", 2, 20));
        known.readFrom("s", WHOLE);

        assertThat(known.isMissing(message("s", 1, null))).isFalse();
    }

    @Test
    void aConversationThatWasMadeSinceIsKnownWhole() {
        known.asOf(Instant.ofEpochMilli(START));
        known.emitted(message("s", 2, 20));
        known.madeAt("s", START);
        assertThat(known.isMissing(message("s", 1, 1))).isFalse();

        known.madeAt("s", START + 10_000);
        assertThat(known.isMissing(message("s", 1, 1))).isTrue();
    }

    @Test
    void ofALongConversationTheNewestAreKnown() {
        for (int i = 0; i <= KnownMessages.MOST_OF_ONE; i++) {
            known.emitted(message("s", i, 100L + i));
        }
        known.readFrom("s", WHOLE);

        assertThat(known.contains("s", 0)).isFalse();
        assertThat(known.contains("s", 1)).isTrue();
        assertThat(known.isMissing(message("s", 0, 100))).isFalse();
        assertThat(known.isMissing(message("s", 999, 101))).isTrue();
    }

    @Test
    void ofManyConversationsTheLatestAreKnownAndWhatWasForgottenIsNotTakenForMissing() {
        known.asOf(Instant.ofEpochMilli(START));
        known.emitted(message("first", 1, START + 10_000));
        known.readFrom("first", WHOLE);
        assertThat(known.isMissingByItsTime(message("first", 2, START + 10_000)))
                .isTrue();
        for (int i = 0; i < KnownMessages.MOST; i++) {
            known.emitted(message("s" + i / 100, i, START + 10_000));
        }

        assertThat(known.contains("first", 1)).isFalse();
        assertThat(known.isMissing(message("first", 1, START + 10_000))).isFalse();
        assertThat(known.isMissingByItsTime(message("first", 1, START + 10_000)))
                .isFalse();
        known.asOf(Instant.ofEpochMilli(START + 20_000));
        assertThat(known.isMissingByItsTime(message("first", 1, START + 10_000)))
                .isFalse();
        assertThat(known.isMissingByItsTime(message("first", 2, START + 30_000)))
                .isTrue();
    }

    @Test
    void whatSaysToBeOlderThanTheTaskMayHaveBeenEmittedByTheOneBefore() {
        assertThat(known.isMissingByItsTime(message("s", 1, START))).isFalse();
        known.asOf(Instant.ofEpochMilli(START));

        assertThat(known.isMissingByItsTime(message("s", 1, START))).isFalse();
        assertThat(known.isMissingByItsTime(message("s", 1, START + 10_000))).isTrue();
        assertThat(known.isMissingByItsTime(message("s", 1, null))).isFalse();
        known.emitted(message("s", 1, START + 10_000));
        assertThat(known.isMissingByItsTime(message("s", 1, START + 10_000))).isFalse();
    }

    @Test
    void ofMessagesThatWereReadEachCountsOnceForTheSideThatReadIt() {
        known.emitted(Sparse.message("s", 1, "user", null));
        known.emitted(Sparse.message("s", 2, "user", null));
        known.emitted(Sparse.message("s", 3, "operator", null));

        assertThat(known.read("s", List.of(1L, 2L, 2L))).isEqualTo(new Conversation.Unread(2, 0));
        assertThat(known.read("s", List.of(1L, 3L))).isEqualTo(new Conversation.Unread(0, 1));
        assertThat(known.read("s", List.of(3L, 4L))).isEqualTo(new Conversation.Unread(0, 0));
        assertThat(known.read("other", List.of(1L))).isEqualTo(new Conversation.Unread(0, 0));
    }

    @Test
    void whoWroteALongConversationIsKnownOfItsNewest() {
        for (int i = 0; i <= KnownMessages.MOST_OF_ONE; i++) {
            known.emitted(Sparse.message("s", i, i % 2 == 0 ? "user" : "operator", Instant.ofEpochMilli(i)));
        }

        assertThat(known.read("s", List.of(0L))).isEqualTo(new Conversation.Unread(0, 0));
        assertThat(known.read("s", List.of((long) KnownMessages.MOST_OF_ONE))).isEqualTo(new Conversation.Unread(1, 0));
        assertThat(known.read("s", List.of(1L))).isEqualTo(new Conversation.Unread(0, 1));
    }

    private static Message message(String session, long fingerprint, long time) {
        return message(session, fingerprint, Long.valueOf(time));
    }

    private static Message message(String session, long fingerprint, Long time) {
        return Sparse.message(session, fingerprint, "user", time == null ? null : Instant.ofEpochMilli(time));
    }
}
