package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.source.position.Scope;
import dev.crispconnect.source.position.WalkOrder;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** The past of conversations without a history, which is walked by when they changed last. */
class WalkByUpdateTest {

    private static final Snapshot NO_MESSAGES = new Snapshot(true, Scope.ALL, false, "");

    private final FakeWorkspace workspace = new FakeWorkspace(new ManualTime());

    @Test
    void whatChangesWhileTheWalkIsUnderWayComesWithTheNextLookAndNotWithTheWalk() throws InterruptedException {
        List<String> sessions = seed(120);
        FollowedInbox inbox = conversationsAlone();
        inbox.step();
        String notReached = sessions.get(3);
        workspace.time.advance(Duration.ofMinutes(1));

        workspace.changeState(notReached);
        inbox.look();
        inbox.look();

        assertThat(of(inbox, notReached)).singleElement().satisfies(entry -> assertThat(header(entry, "crisp.via"))
                .isEqualTo("poll"));
        assertThat(inbox.topic("conversations")).hasSize(120);
    }

    @Test
    void whatChangedJustBeforeTheUnitBeganComesWithTheFirstLookWhichIsDueAtOnce() throws InterruptedException {
        List<String> sessions = seed(120);
        workspace.changeState(sessions.get(7));
        FollowedInbox inbox = conversationsAlone();

        inbox.catchUp();

        assertThat(inbox.topic("conversations")).hasSize(120);
        assertThat(of(inbox, sessions.get(7))).singleElement().satisfies(entry -> assertThat(header(entry, "crisp.op"))
                .isEqualTo("update"));
    }

    @Test
    void theOrderIsThatUnderWhichTheWalkBegan() throws InterruptedException {
        seed(120);
        FollowedInbox inbox = new FollowedInbox(workspace);
        inbox.step();
        assertThat(inbox.stored().orElseThrow().walk().order()).isEqualTo(WalkOrder.CREATED);

        inbox.restartWith(NO_MESSAGES);
        inbox.step();

        assertThat(inbox.stored().orElseThrow().walk().order()).isEqualTo(WalkOrder.CREATED);
    }

    @Test
    void aRequestWithoutMessagesIsWalkedByUpdateAlthoughTheFirstWalkWasNot() throws InterruptedException {
        seed(120);
        FollowedInbox inbox = new FollowedInbox(workspace);
        inbox.catchUp();
        int before = workspace.messageCalls;

        inbox.restartWith(new Snapshot(true, Scope.ALL, false, "again"));
        inbox.step();
        assertThat(inbox.stored().orElseThrow().walk().order()).isEqualTo(WalkOrder.UPDATED);
        inbox.catchUp();

        assertThat(inbox.topic("conversations")).hasSize(240);
        assertThat(workspace.messageCalls).isEqualTo(before);
    }

    @Test
    void whereThePlanRefusesFiltersTheWalkEndsWhereNothingOlderIsWanted() throws InterruptedException {
        List<String> sessions = seed(1_000);
        workspace.time.advance(Duration.ofHours(1));
        long since = workspace.time.now().toEpochMilli();
        sessions.subList(100, 160).forEach(workspace::changeState);
        workspace.time.advance(Duration.ofHours(1));
        workspace.filter.allowed = 0;
        FollowedInbox inbox = FollowedInbox.of(FollowedInbox.Feeds.CONVERSATIONS_ALONE, workspace, workspace.time);
        inbox.restartWith(new Snapshot(true, since, true, ""));

        inbox.catchUp();

        assertThat(inbox.topic("conversations")).hasSize(60);
        assertThat(workspace.listCalls).isLessThan(6);
    }

    private FollowedInbox conversationsAlone() {
        return FollowedInbox.of(FollowedInbox.Feeds.CONVERSATIONS_ALONE, workspace, workspace.time);
    }

    private List<String> seed(int conversations) {
        for (int i = 0; i < conversations; i++) {
            workspace.write(workspace.open());
            workspace.time.advance(Duration.ofSeconds(5));
        }
        workspace.time.advance(Duration.ofMinutes(1));
        return workspace.sessions();
    }

    private static List<SourceRecord> of(FollowedInbox inbox, String session) {
        return inbox.topic("conversations").stream()
                .filter(entry ->
                        ((Struct) entry.value()).getString("session_id").equals(session))
                .toList();
    }

    private static String header(SourceRecord entry, String name) {
        return (String) entry.headers().lastWithName(name).value();
    }
}
