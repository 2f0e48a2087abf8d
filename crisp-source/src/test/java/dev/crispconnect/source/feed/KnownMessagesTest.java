package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.conversation.Message;
import java.time.Instant;
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

    private static Message message(String session, long fingerprint, long time) {
        return message(session, fingerprint, Long.valueOf(time));
    }

    private static Message message(String session, long fingerprint, Long time) {
        return Sparse.message(session, fingerprint, "user", time == null ? null : Instant.ofEpochMilli(time));
    }
}
