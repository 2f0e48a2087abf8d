package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.source.position.Scope;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Date;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** Whatever happens in the workspace, between the calls and at any restart, arrives. */
class DeliveryPropertyTest {

    private enum Kind {
        OPEN,
        WRITE,
        WRITE_MANY,
        CHANGE_STATE,
        BACK_DATE,
        REMOVE,
        CACHE_STALLS,
        CACHE_RECOVERS,
        BEAT,
        TICK,
        WAIT,
        STEP,
        RESTART,
        CRASH_BEFORE_COMMIT,
        CRASH_AMID
    }

    /** Something that happens, to one of the conversations there are. */
    private record Event(Kind kind, int target) {}

    @Property(tries = 1_500)
    void everythingArrivesOnceAndInOrder(
            @ForAll @IntRange(max = 130) int seeded,
            @ForAll("earlyAnswers") EarlyAnswers early,
            @ForAll("timelines") List<Event> timeline,
            @ForAll("interferences") List<Event> duringCalls)
            throws InterruptedException {
        FakeWorkspace workspace = new FakeWorkspace(new ManualTime());
        workspace.early = early;
        seed(workspace, seeded);
        FollowedInbox inbox = new FollowedInbox(workspace);

        live(workspace, inbox, timeline, duringCalls);

        assertEverythingArrivedOnceAndInOrder(workspace, inbox);
    }

    @Property(tries = 700)
    void whatIsAskedForOnceMoreComesOnceMoreAndNothingElseTwice(
            @ForAll @IntRange(max = 130) int seeded,
            @ForAll("earlyAnswers") EarlyAnswers early,
            @ForAll("freshTimelines") List<Event> before,
            @ForAll("freshTimelines") List<Event> after,
            @ForAll("interferences") List<Event> duringCalls)
            throws InterruptedException {
        FakeWorkspace workspace = new FakeWorkspace(new ManualTime());
        workspace.early = early;
        seed(workspace, seeded);
        FollowedInbox inbox = new FollowedInbox(workspace);

        live(workspace, inbox, before, duringCalls.subList(0, duringCalls.size() / 2));
        RepeatedPast repeated = RepeatedPast.request(workspace, inbox);
        live(workspace, inbox, after, duringCalls.subList(duringCalls.size() / 2, duringCalls.size()));

        repeated.assertCameOnceMoreAndNothingElseTwice();
    }

    @Property(tries = 700)
    void withoutTransactionsNothingIsLostAtMostRepeated(
            @ForAll @IntRange(max = 60) int seeded,
            @ForAll("earlyAnswers") EarlyAnswers early,
            @ForAll("brokenTimelines") List<Event> timeline,
            @ForAll("interferences") List<Event> duringCalls)
            throws InterruptedException {
        FakeWorkspace workspace = new FakeWorkspace(new ManualTime());
        workspace.early = early;
        seed(workspace, seeded);
        FollowedInbox inbox = new FollowedInbox(workspace);

        live(workspace, inbox, timeline, duringCalls);

        for (String session : workspace.sessions()) {
            assertThat(inbox.messagesOf(session).stream().distinct())
                    .as(session)
                    .containsExactlyElementsOf(fingerprints(workspace, session));
        }
    }

    @Property(tries = 700)
    void backDatedMessagesAreFoundWhenTheirConversationChanges(
            @ForAll @IntRange(max = 60) int seeded,
            @ForAll("importingTimelines") List<Event> timeline,
            @ForAll("interferences") List<Event> duringCalls)
            throws InterruptedException {
        FakeWorkspace workspace = new FakeWorkspace(new ManualTime());
        seed(workspace, seeded, 1);
        FollowedInbox inbox = new FollowedInbox(workspace);
        inbox.catchUp();

        live(workspace, inbox, timeline, duringCalls);

        for (String session : workspace.sessions()) {
            List<Long> written = fingerprints(workspace, session);
            assertThat(inbox.messagesOf(session)).as(session).doesNotHaveDuplicates();
            // of more than these it may not be known what was emitted
            if (written.size() <= KnownMessages.MOST_OF_ONE) {
                assertThat(inbox.messagesOf(session)).as(session).containsAll(written);
            }
        }
    }

    /** Whatever the filter by date turns out to be, and whenever the plan turns out not to include it. */
    @Property(tries = 2_000)
    void whereNoHistoryBelongsToThePastEverythingArrivesOnceToo(
            @ForAll @IntRange(max = 130) int seeded,
            @ForAll("walksByDate") WalkByDate walk,
            @ForAll("earlyAnswers") EarlyAnswers early,
            @ForAll("timelines") List<Event> timeline,
            @ForAll("interferences") List<Event> duringCalls)
            throws InterruptedException {
        FakeWorkspace workspace = walk.workspace(early);
        seed(workspace, seeded);
        FollowedInbox inbox = walk.follow(workspace);

        live(workspace, inbox, timeline, duringCalls);

        assertNewestOfEachAndNoneTwice(workspace, walk.records(inbox));
        assertThat(messages(inbox)).doesNotHaveDuplicates();
    }

    @Property(tries = 1_000)
    void whereNoHistoryBelongsToThePastItComesOnceMoreToo(
            @ForAll @IntRange(max = 130) int seeded,
            @ForAll("walksByDate") WalkByDate walk,
            @ForAll("earlyAnswers") EarlyAnswers early,
            @ForAll("freshTimelines") List<Event> before,
            @ForAll("freshTimelines") List<Event> after,
            @ForAll("interferences") List<Event> duringCalls)
            throws InterruptedException {
        FakeWorkspace workspace = walk.workspace(early);
        seed(workspace, seeded);
        FollowedInbox inbox = walk.follow(workspace);

        live(workspace, inbox, before, duringCalls.subList(0, duringCalls.size() / 2));
        Set<SourceRecord> arrived = Collections.newSetFromMap(new IdentityHashMap<>());
        arrived.addAll(walk.records(inbox));
        inbox.restartWith(new Snapshot(true, Scope.ALL, walk.messages(), "once more"));
        live(workspace, inbox, after, duringCalls.subList(duringCalls.size() / 2, duringCalls.size()));

        List<SourceRecord> all = walk.records(inbox);
        assertNewestOfEachAndNoneTwice(
                workspace, all.stream().filter(entry -> !isRepeat(entry)).toList(), all);
        assertThat(versions(all.stream().filter(DeliveryPropertyTest::isRepeat).toList()))
                .doesNotHaveDuplicates();
        if (inbox.stored()
                .map(position -> position.request().id().equals("once more"))
                .orElse(false)) {
            Set<String> since = all.stream()
                    .filter(entry -> !arrived.contains(entry))
                    .map(DeliveryPropertyTest::id)
                    .collect(Collectors.toSet());
            assertThat(since).containsAll(workspace.sessions());
        }
    }

    /**
     * A past that is walked by date.
     *
     * @param allowed how many filtered lists the plan includes
     */
    private record WalkByDate(FollowedInbox.Feeds feeds, boolean messages, FakeFilter.End end, int allowed) {

        private FakeWorkspace workspace(EarlyAnswers early) {
            FakeWorkspace workspace = new FakeWorkspace(new ManualTime());
            workspace.early = early;
            workspace.filter.end = end;
            workspace.filter.allowed = allowed;
            return workspace;
        }

        private FollowedInbox follow(FakeWorkspace workspace) {
            FollowedInbox inbox = FollowedInbox.of(feeds, workspace, workspace.time);
            inbox.restartWith(new Snapshot(true, Scope.ALL, messages, ""));
            return inbox;
        }

        private List<SourceRecord> records(FollowedInbox inbox) {
            return inbox.topic(feeds == FollowedInbox.Feeds.CONTACTS ? "people" : "conversations");
        }
    }

    private static boolean isRepeat(SourceRecord entry) {
        return entry.headers().lastWithName("crisp.via").value().equals("backfill")
                && entry.headers().lastWithName("crisp.op").value().equals("update");
    }

    private static String id(SourceRecord entry) {
        Struct value = (Struct) entry.value();
        return value.getString(entry.topic().equals("people") ? "people_id" : "session_id");
    }

    private static String state(SourceRecord entry) {
        Struct value = (Struct) entry.value();
        return entry.topic().equals("people") ? value.getString("notepad") : value.getString("state");
    }

    private static List<String> versions(List<SourceRecord> records) {
        return records.stream()
                .map(entry ->
                        id(entry) + state(entry) + ((Date) ((Struct) entry.value()).get("updated_at")).toInstant())
                .toList();
    }

    private static List<Long> messages(FollowedInbox inbox) {
        return inbox.topic("messages").stream()
                .map(entry -> ((Struct) entry.value()).getInt64("fingerprint"))
                .toList();
    }

    private static void assertNewestOfEachAndNoneTwice(FakeWorkspace workspace, List<SourceRecord> records) {
        assertNewestOfEachAndNoneTwice(workspace, records, records);
    }

    private static void assertNewestOfEachAndNoneTwice(
            FakeWorkspace workspace, List<SourceRecord> once, List<SourceRecord> all) {
        assertThat(versions(once)).doesNotHaveDuplicates();
        Map<String, String> newest = new HashMap<>();
        all.forEach(entry -> newest.put(id(entry), state(entry)));
        Map<String, String> current = new HashMap<>();
        workspace.conversations.forEach((id, conversation) -> current.put(id, conversation.state()));
        assertThat(newest).containsAllEntriesOf(current);
    }

    @Provide
    Arbitrary<WalkByDate> walksByDate() {
        Arbitrary<Integer> allowed = Arbitraries.oneOf(
                Arbitraries.just(Integer.MAX_VALUE), Arbitraries.integers().between(0, 8));
        return Combinators.combine(
                        Arbitraries.of(FollowedInbox.Feeds.values()),
                        Arbitraries.of(true, false),
                        Arbitraries.of(FakeFilter.End.values()),
                        allowed)
                .as((feeds, messages, end, plan) ->
                        new WalkByDate(feeds, messages && feeds != FollowedInbox.Feeds.INBOX, end, plan));
    }

    private static void live(
            FakeWorkspace workspace, FollowedInbox inbox, List<Event> timeline, List<Event> duringCalls)
            throws InterruptedException {
        Deque<Event> interfering = new ArrayDeque<>(duringCalls);
        workspace.betweenCalls = () -> {
            Event event = interfering.poll();
            if (event != null && event.kind() == Kind.BEAT) {
                inbox.beat();
            } else if (event != null) {
                happen(workspace, event);
            }
        };
        for (Event event : timeline) {
            switch (event.kind()) {
                case STEP -> inbox.step();
                case RESTART -> inbox.restart();
                case BEAT -> inbox.beat();
                case CRASH_BEFORE_COMMIT -> {
                    // more than one batch may be read and not committed
                    for (int lost = 0; lost <= event.target() % 4; lost++) {
                        inbox.crashBeforeCommit();
                    }
                }
                case CRASH_AMID -> inbox.crashAmid(event.target());
                default -> happen(workspace, event);
            }
        }
        interfering.clear();
        workspace.stale = false;
        inbox.catchUp();
        inbox.look();
        inbox.look();
    }

    private static List<Long> fingerprints(FakeWorkspace workspace, String session) {
        return workspace.messages.get(session).stream()
                .map(Message::fingerprint)
                .toList();
    }

    private static void seed(FakeWorkspace workspace, int conversations) {
        seed(workspace, conversations, 0);
    }

    private static void seed(FakeWorkspace workspace, int conversations, int fewestMessages) {
        for (int i = 0; i < conversations; i++) {
            String session = workspace.open();
            for (int j = 0; j < Math.max(fewestMessages, i % 4); j++) {
                workspace.write(session);
            }
            if (i % 5 != 0) {
                workspace.time.advance(Duration.ofMillis(700));
            }
        }
    }

    private static void happen(FakeWorkspace workspace, Event event) {
        List<String> sessions = workspace.sessions();
        String target = sessions.isEmpty() ? null : sessions.get(event.target() % sessions.size());
        switch (event.kind()) {
            case OPEN -> workspace.write(workspace.open());
            case TICK -> workspace.time.advance(Duration.ofMillis(event.target() * 40L));
            case WAIT -> workspace.time.advance(Duration.ofSeconds(event.target()));
            case WRITE -> ifAny(target, workspace::write);
            case WRITE_MANY ->
                ifAny(target, session -> {
                    for (int i = 0; i < 55; i++) {
                        workspace.write(session);
                        workspace.time.advance(Duration.ofMillis(i % 2));
                    }
                });
            case CHANGE_STATE -> ifAny(target, workspace::changeState);
            case REMOVE -> ifAny(target, workspace::remove);
            case BACK_DATE ->
                ifAny(
                        target,
                        session -> workspace.write(session, workspace.time.now().minusSeconds(13L + event.target())));
            case CACHE_STALLS -> {
                workspace.stale = true;
                workspace.datedAsMade = event.target() % 2 == 0;
            }
            case CACHE_RECOVERS -> workspace.stale = false;
            case BEAT, STEP, RESTART, CRASH_BEFORE_COMMIT, CRASH_AMID ->
                throw new IllegalStateException("not of the workspace");
        }
    }

    private static void ifAny(String session, java.util.function.Consumer<String> action) {
        if (session != null) {
            action.accept(session);
        }
    }

    private static void assertEverythingArrivedOnceAndInOrder(FakeWorkspace workspace, FollowedInbox inbox) {
        for (String session : workspace.sessions()) {
            assertThat(inbox.messagesOf(session))
                    .as(session)
                    .containsExactlyElementsOf(fingerprints(workspace, session));
        }
        assertNewestOfEachAndNoneTwice(workspace, inbox.topic("conversations"));
    }

    @Provide
    Arbitrary<EarlyAnswers> earlyAnswers() {
        return EarlyAnswers.any();
    }

    @Provide
    Arbitrary<List<Event>> timelines() {
        return events(allBut(Kind.CRASH_AMID, Kind.BACK_DATE)).list().ofMaxSize(60);
    }

    /** What the cache shows too late may come once more as it was. */
    @Provide
    Arbitrary<List<Event>> freshTimelines() {
        return events(allBut(Kind.CRASH_AMID, Kind.BACK_DATE, Kind.CACHE_STALLS))
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Event>> brokenTimelines() {
        return events(allBut(Kind.CRASH_BEFORE_COMMIT, Kind.BACK_DATE)).list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Event>> importingTimelines() {
        return events(allBut(Kind.CRASH_AMID, Kind.CRASH_BEFORE_COMMIT, Kind.RESTART))
                .list()
                .ofMaxSize(60);
    }

    private static Kind[] allBut(Kind... kinds) {
        return EnumSet.complementOf(EnumSet.copyOf(List.of(kinds))).toArray(new Kind[0]);
    }

    @Provide
    Arbitrary<List<Event>> interferences() {
        return events(Kind.OPEN, Kind.WRITE, Kind.CHANGE_STATE, Kind.REMOVE, Kind.TICK, Kind.BEAT)
                .list()
                .ofMaxSize(120);
    }

    private static Arbitrary<Event> events(Kind... kinds) {
        return Combinators.combine(Arbitraries.of(kinds), Arbitraries.integers().between(0, 150))
                .as(Event::new);
    }
}
