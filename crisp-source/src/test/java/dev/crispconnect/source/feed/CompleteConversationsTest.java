package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import org.junit.jupiter.api.Test;

class CompleteConversationsTest {

    private final CompleteConversations complete = new CompleteConversations();

    @Test
    void aConversationOfWhichNothingIsKnownMayHaveMore() {
        assertThat(complete.accountsFor(listed(1), 10)).isFalse();
    }

    @Test
    void aMessageThatWasHeardOfIsAccountedFor() {
        complete.note(listed(1), 10);
        complete.heard(message(11));

        assertThat(complete.accountsFor(listed(2), 11)).isTrue();
    }

    @Test
    void aListThatIsSomeMessagesBehindWhatWasHeardHintsAtNothing() {
        complete.note(listed(1), 10);
        complete.heard(message(11));
        complete.heard(message(12));
        complete.heard(message(13));

        assertThat(complete.accountsFor(listed(2), 11)).isTrue();
    }

    @Test
    void moreUnreadThanWereHeardOfUpToThereHintAtOneThatWasNeverTold() {
        complete.note(listed(1), 10);
        complete.heard(message(12));
        complete.heard(message(13));

        assertThat(complete.accountsFor(listed(3), 12)).isFalse();
        assertThat(complete.accountsFor(listed(4), 13)).isFalse();
    }

    @Test
    void whatWasHeardAfterAListIsCountedFromWhatTheListTold() {
        complete.note(listed(5), 10);
        complete.heard(message(11));
        complete.heard(message(12));
        // somebody read all of it but the newest
        complete.note(listed(1), 11);

        assertThat(complete.accountsFor(listed(2), 12)).isTrue();
        assertThat(complete.accountsFor(listed(3), 12)).isFalse();
    }

    @Test
    void whatWasReadDoesNotHideThatAnotherWasNeverTold() {
        complete.note(listed(1), 10);
        complete.read("s", read(1));
        complete.heard(message(12));

        assertThat(complete.accountsFor(listed(1), 12)).isTrue();
        assertThat(complete.accountsFor(listed(2), 12)).isFalse();
    }

    @Test
    void aBackDatedMessageThatWasHeardOfIsCountedOnceAlthoughTheNewestIsAnother() {
        complete.note(listed(1), 10);
        complete.heard(message(11));
        complete.heard(message(9));
        complete.note(listed(3), 11);
        complete.heard(message(12));

        assertThat(complete.accountsFor(listed(4), 12)).isTrue();
        assertThat(complete.accountsFor(listed(5), 12)).isFalse();
    }

    @Test
    void aListThatDoesNotShowYetWhatWasReadHintsAtNothing() {
        complete.note(listed(1), 10);
        complete.read("s", read(1));

        assertThat(complete.accountsFor(listed(1), 10)).isTrue();
        assertThat(complete.accountsFor(listed(0), 10)).isTrue();
    }

    @Test
    void moreThanWereCountedAsUnreadCannotBeRead() {
        complete.note(listed(1), 10);
        complete.read("s", read(3));
        complete.heard(message(11));

        assertThat(complete.accountsFor(listed(1), 11)).isTrue();
        assertThat(complete.accountsFor(listed(2), 11)).isFalse();
    }

    @Test
    void aListThatIsFarBehindIsNotTrusted() {
        complete.note(listed(1), 10);
        for (int fingerprint = 11; fingerprint < 30; fingerprint++) {
            complete.heard(message(fingerprint));
        }

        assertThat(complete.accountsFor(listed(2), 11)).isFalse();
    }

    private static Conversation.Unread read(int byOperators) {
        return new Conversation.Unread(byOperators, 0);
    }

    private static Conversation listed(int unread) {
        return Sparse.conversation("s", "unresolved", null, new Conversation.Unread(unread, 0), null, null);
    }

    private static Message message(long fingerprint) {
        return Sparse.message("s", fingerprint, "user", null);
    }
}
