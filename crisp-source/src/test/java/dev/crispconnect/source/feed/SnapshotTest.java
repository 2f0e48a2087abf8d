package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.source.position.Scope;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** What is read of the past, and once more. */
class SnapshotTest {

    private static final Snapshot NONE = new Snapshot(false, Scope.ALL, true, "");
    private static final Snapshot NO_MESSAGES = new Snapshot(true, Scope.ALL, false, "");
    private static final Snapshot AGAIN = new Snapshot(true, Scope.ALL, true, "again");

    private final FakeWorkspace workspace = new FakeWorkspace(new ManualTime());

    @Test
    void withoutAPastOnlyWhatChangesFromNowOnIsEmitted() throws InterruptedException {
        List<String> sessions = seed(60);
        FollowedInbox inbox = follow(NONE);

        inbox.catchUp();
        assertThat(inbox.batches).isEmpty();
        assertThat(workspace.listCalls).isEqualTo(1);

        workspace.write(sessions.get(7));
        inbox.look();
        assertThat(inbox.messagesOf(sessions.get(7))).containsExactly(workspace.newestMessage(sessions.get(7)));
        assertThat(inbox.topic("conversations")).hasSize(1);
    }

    @Test
    void withoutMessagesThePastCostsCallsOfTheListOnly() throws InterruptedException {
        seed(200);
        FollowedInbox inbox = follow(NO_MESSAGES);

        inbox.catchUp();

        assertThat(inbox.topic("conversations")).hasSize(200);
        assertThat(inbox.topic("messages")).isEmpty();
        assertThat(workspace.messageCalls).isZero();
        assertThat(workspace.listCalls).isLessThanOrEqualTo(8);
    }

    @Test
    void withoutMessagesAConversationBringsThoseThatAreNewAndNotItsHistory() throws InterruptedException {
        List<String> sessions = seed(120);
        FollowedInbox inbox = follow(NO_MESSAGES);
        inbox.step();
        String passed = sessions.get(110);
        String aheadOfTheWalk = sessions.get(3);

        workspace.write(passed);
        workspace.write(aheadOfTheWalk);
        inbox.look();
        inbox.restart();
        workspace.write(aheadOfTheWalk);
        inbox.look();

        assertThat(inbox.topic("messages")).hasSize(3);
        assertThat(inbox.messagesOf(passed)).containsExactly(workspace.newestMessage(passed));
        assertThat(inbox.messagesOf(aheadOfTheWalk)).hasSize(2).contains(workspace.newestMessage(aheadOfTheWalk));
    }

    @Test
    void onlyWhatChangedSinceComesWithItsWholeHistory() throws InterruptedException {
        List<String> sessions = seed(200);
        workspace.time.advance(Duration.ofHours(1));
        long since = workspace.time.now().toEpochMilli();
        workspace.time.advance(Duration.ofHours(1));
        List.of(5, 50, 150).forEach(changed -> workspace.write(sessions.get(changed)));
        workspace.time.advance(Duration.ofHours(1));
        FollowedInbox inbox = follow(new Snapshot(true, since, true, ""));

        inbox.catchUp();

        assertThat(inbox.topic("conversations")).hasSize(3);
        assertThat(inbox.messagesOf(sessions.get(50))).containsExactlyElementsOf(written(sessions.get(50)));
        assertThat(workspace.listCalls).isLessThanOrEqualTo(5);
    }

    @Test
    void aWalkKeepsToWhatWasWantedWhenItBegan() throws InterruptedException {
        seed(120);
        FollowedInbox inbox = follow(NO_MESSAGES);
        inbox.step();

        inbox.restartWith(Snapshot.WHOLE);
        inbox.catchUp();

        assertThat(inbox.topic("conversations")).hasSize(120);
        assertThat(inbox.topic("messages")).isEmpty();
    }

    @Test
    void aNewRequestBringsThePastOnceMoreAndTheSameOneDoesNot() throws InterruptedException {
        List<String> sessions = seed(120);
        FollowedInbox inbox = follow(Snapshot.WHOLE);
        inbox.catchUp();
        int before = inbox.topic("messages").size();

        inbox.restartWith(AGAIN);
        inbox.catchUp();
        inbox.restart();
        inbox.catchUp();

        assertThat(inbox.topic("messages")).hasSize(2 * before);
        assertThat(inbox.topic("conversations")).hasSize(240);
        assertThat(repeats(inbox, "conversations")).hasSize(120);
        assertThat(repeats(inbox, "messages")).hasSize(before);
        List<Long> written = written(sessions.get(3));
        assertThat(inbox.messagesOf(sessions.get(3)).subList(written.size(), 2 * written.size()))
                .isEqualTo(written);
    }

    @Test
    void whatIsNewDoesNotWaitWhileThePastIsReadOnceMore() throws InterruptedException {
        List<String> sessions = seed(120);
        FollowedInbox inbox = FollowedInbox.hearing(workspace);
        inbox.reader().pollInstead();
        inbox.catchUp();
        inbox.restartWith(AGAIN);
        inbox.reader().hearing();
        workspace.time.advance(Duration.ofSeconds(5));
        inbox.step();
        int calls = workspace.singleCalls + workspace.messageCalls;
        workspace.onEvent = event -> {
            try {
                inbox.reader().heard(event);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        };

        workspace.write(sessions.get(2));

        assertThat(workspace.singleCalls + workspace.messageCalls).isEqualTo(calls);
        inbox.step();
        List<Long> written = written(sessions.get(2));
        assertThat(inbox.messagesOf(sessions.get(2))).endsWith(written.get(written.size() - 1));
    }

    @Test
    void aRequestMayAskForLess() throws InterruptedException {
        List<String> sessions = seed(120);
        FollowedInbox inbox = follow(Snapshot.WHOLE);
        inbox.catchUp();
        workspace.time.advance(Duration.ofHours(1));
        long since = workspace.time.now().toEpochMilli();
        workspace.write(sessions.get(60));
        inbox.look();

        inbox.restartWith(new Snapshot(true, since, false, "again"));
        inbox.catchUp();

        assertThat(repeats(inbox, "conversations")).hasSize(1);
        assertThat(repeats(inbox, "messages")).isEmpty();
    }

    @Test
    void aRequestThatWasThereInTheFirstPlaceAsksForNothingMore() throws InterruptedException {
        seed(60);
        FollowedInbox inbox = follow(AGAIN);

        inbox.catchUp();
        inbox.restart();
        inbox.catchUp();

        assertThat(inbox.topic("conversations")).hasSize(60);
    }

    @Test
    void aRequestWaitsForTheFirstWalk() throws InterruptedException {
        seed(120);
        FollowedInbox inbox = follow(Snapshot.WHOLE);
        inbox.step();

        inbox.restartWith(AGAIN);
        inbox.catchUp();

        assertThat(inbox.topic("conversations")).hasSize(240);
        assertThat(inbox.topic("conversations").subList(0, 120))
                .allMatch(entry -> header(entry, "crisp.op").equals("create"));
    }

    private FollowedInbox follow(Snapshot snapshot) {
        FollowedInbox inbox = new FollowedInbox(workspace);
        inbox.restartWith(snapshot);
        return inbox;
    }

    private List<String> seed(int conversations) {
        for (int i = 0; i < conversations; i++) {
            String session = workspace.open();
            for (int j = 0; j < 1 + i % 4; j++) {
                workspace.write(session);
            }
            workspace.time.advance(Duration.ofSeconds(1));
        }
        workspace.time.advance(Duration.ofMinutes(1));
        return workspace.sessions();
    }

    private List<Long> written(String session) {
        return workspace.messages.get(session).stream()
                .map(Message::fingerprint)
                .toList();
    }

    private static List<Struct> repeats(FollowedInbox inbox, String topic) {
        return inbox.topic(topic).stream()
                .filter(entry -> header(entry, "crisp.via").equals("backfill"))
                .filter(entry -> header(entry, "crisp.op").equals("update"))
                .map(entry -> (Struct) entry.value())
                .toList();
    }

    private static String header(SourceRecord entry, String name) {
        return (String) entry.headers().lastWithName(name).value();
    }
}
