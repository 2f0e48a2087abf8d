package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.realtime.EventContent;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.source.position.Scope;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** Whatever happens, and however much of it is told, late, twice or never, arrives. */
class HearingPropertyTest {

    private enum Kind {
        OPEN,
        WRITE,
        WRITE_MANY,
        CHANGE_STATE,
        BACK_DATE,
        ANSWER,
        REMOVE,
        EDIT,
        REMOVE_MESSAGE,
        TICK,
        WAIT,
        STEP,
        TELL,
        TELL_TWICE,
        LOSE,
        LOSE_MESSAGE,
        CACHE_STALLS,
        CACHE_RECOVERS,
        CUT,
        CONNECT,
        FALL_BACK,
        RESTART,
        CRASH_BEFORE_COMMIT
    }

    private static final EnumSet<Kind> WORKSPACE =
            EnumSet.of(Kind.OPEN, Kind.WRITE, Kind.CHANGE_STATE, Kind.REMOVE, Kind.TICK);

    private static final EnumSet<Kind> RESTARTS = EnumSet.of(Kind.RESTART, Kind.CRASH_BEFORE_COMMIT);

    /** Those that have properties of their own. */
    private static final EnumSet<Kind> SPECIAL =
            EnumSet.of(Kind.LOSE, Kind.LOSE_MESSAGE, Kind.BACK_DATE, Kind.ANSWER, Kind.EDIT, Kind.REMOVE_MESSAGE);

    private static final EnumSet<Kind> LINE = EnumSet.of(Kind.TELL, Kind.TELL_TWICE, Kind.CUT, Kind.CONNECT);

    /** Something that happens, to one of the conversations there are. */
    private record Event(Kind kind, int target) {}

    @Property(tries = 1_500)
    void everythingArrivesOnceAndInOrderWhateverBecomesOfTheSocketAndTheTask(
            @ForAll @IntRange(max = 60) int seeded,
            @ForAll("earlyAnswers") EarlyAnswers early,
            @ForAll("timelines") List<Event> timeline,
            @ForAll("interferences") List<Event> duringCalls)
            throws InterruptedException {
        Scene scene = new Scene(seeded, early);

        scene.live(timeline, duringCalls);
        scene.settle();

        for (String session : scene.workspace.sessions()) {
            assertThat(scene.inbox.messagesOf(session)).as(session).containsExactlyElementsOf(scene.written(session));
        }
        scene.assertNewestStates();
    }

    @Property(tries = 700)
    void whatIsAskedForOnceMoreComesOnceMoreWhileEventsAreTold(
            @ForAll @IntRange(max = 60) int seeded,
            @ForAll("earlyAnswers") EarlyAnswers early,
            @ForAll("freshTimelines") List<Event> before,
            @ForAll("freshTimelines") List<Event> after,
            @ForAll("interferences") List<Event> duringCalls)
            throws InterruptedException {
        Scene scene = new Scene(seeded, early);

        scene.live(before, duringCalls.subList(0, duringCalls.size() / 2));
        scene.settle();
        RepeatedPast repeated = scene.request();
        scene.live(after, duringCalls.subList(duringCalls.size() / 2, duringCalls.size()));
        scene.settle();

        repeated.assertCameOnceMoreAndNothingElseTwice();
        scene.assertNewestStates();
    }

    /** Without messages, or without those that there were. */
    @Property(tries = 1_000)
    void whereNoHistoryBelongsToThePastEverythingArrivesToo(
            @ForAll @IntRange(max = 60) int seeded,
            @ForAll boolean messages,
            @ForAll("earlyAnswers") EarlyAnswers early,
            @ForAll("timelines") List<Event> timeline,
            @ForAll("interferences") List<Event> duringCalls)
            throws InterruptedException {
        Scene scene = new Scene(
                seeded, 0, early, messages ? FollowedInbox.Feeds.INBOX : FollowedInbox.Feeds.CONVERSATIONS_ALONE);
        scene.inbox.restartWith(new Snapshot(true, Scope.ALL, false, ""));

        scene.live(timeline, duringCalls);
        scene.settle();

        for (String session : scene.workspace.sessions()) {
            assertThat(scene.inbox.messagesOf(session)).as(session).doesNotHaveDuplicates();
        }
        scene.assertNewestStates();
    }

    @Property(tries = 500)
    void editsAndRemovalsHoldWhileThePastIsReadOnceMore(
            @ForAll @IntRange(max = 60) int seeded,
            @ForAll("earlyAnswers") EarlyAnswers early,
            @ForAll("editedTimelines") List<Event> before,
            @ForAll("editedTimelines") List<Event> after)
            throws InterruptedException {
        Scene scene = new Scene(seeded, early);

        scene.connect();
        scene.live(before, List.of());
        scene.settle();
        scene.request();
        scene.connect();
        scene.live(after, List.of());
        scene.settle();

        for (String session : scene.workspace.sessions()) {
            assertThat(scene.contents(session)).as(session).isEqualTo(scene.contentsOfWorkspace(session));
        }
        scene.assertRemovalsWereTold();
    }

    @Property(tries = 700)
    void whatIsNeverToldThoughTheSocketLivesIsFoundAllTheSame(
            @ForAll @IntRange(max = 60) int seeded,
            @ForAll("earlyAnswers") EarlyAnswers early,
            @ForAll("lossyTimelines") List<Event> timeline,
            @ForAll("interferences") List<Event> duringCalls)
            throws InterruptedException {
        Scene scene = new Scene(seeded, early);

        scene.live(timeline, duringCalls);
        scene.settle();

        for (String session : scene.workspace.sessions()) {
            assertThat(scene.inbox.messagesOf(session))
                    .as(session)
                    .containsExactlyInAnyOrderElementsOf(scene.written(session));
        }
        scene.assertNewestStates();
    }

    @Property(tries = 700)
    void whatWasNeverToldIsGivenAwayByWhoeverReadItAlthoughTheAnswerWasTold(
            @ForAll @IntRange(max = 60) int seeded,
            @ForAll("earlyAnswers") EarlyAnswers early,
            @ForAll("answeredTimelines") List<Event> timeline)
            throws InterruptedException {
        Scene scene = new Scene(seeded, 1, early);
        scene.settle();

        scene.live(timeline, List.of());
        scene.settle();

        scene.assertEveryMessageArrivedOnce();
    }

    @Property(tries = 700)
    void backDatedMessagesAreFoundWhenTheirConversationChanges(
            @ForAll @IntRange(max = 60) int seeded,
            @ForAll("earlyAnswers") EarlyAnswers early,
            @ForAll("importingTimelines") List<Event> timeline,
            @ForAll("interferences") List<Event> duringCalls)
            throws InterruptedException {
        Scene scene = new Scene(seeded, 1, early);
        scene.settle();

        scene.live(timeline, duringCalls);
        scene.settle();

        scene.assertEveryMessageArrivedOnce();
    }

    @Property(tries = 700)
    void backDatedMessagesDoNoHarmWhateverIsForgotten(
            @ForAll @IntRange(max = 60) int seeded,
            @ForAll("earlyAnswers") EarlyAnswers early,
            @ForAll("forgetfulTimelines") List<Event> timeline,
            @ForAll("interferences") List<Event> duringCalls)
            throws InterruptedException {
        Scene scene = new Scene(seeded, early);

        scene.live(timeline, duringCalls);
        scene.settle();

        for (String session : scene.workspace.sessions()) {
            List<Long> arrived = scene.inbox.messagesOf(session);
            assertThat(arrived).as(session).doesNotHaveDuplicates();
            assertThat(arrived).as(session).containsAll(scene.writtenNow(session));
        }
        scene.assertNewestStates();
    }

    @Property(tries = 700)
    void editsAndRemovalsThatAreToldLeaveTheTopicsAsTheWorkspaceIs(
            @ForAll @IntRange(max = 60) int seeded,
            @ForAll("earlyAnswers") EarlyAnswers early,
            @ForAll("editedTimelines") List<Event> timeline)
            throws InterruptedException {
        Scene scene = new Scene(seeded, early);

        scene.connect();
        scene.live(timeline, List.of());
        scene.settle();

        for (String session : scene.workspace.sessions()) {
            assertThat(scene.contents(session)).as(session).isEqualTo(scene.contentsOfWorkspace(session));
        }
        scene.assertRemovalsWereTold();
    }

    /** A workspace, its socket, and a unit that reads both. */
    private static final class Scene {

        private final FakeWorkspace workspace = new FakeWorkspace(new ManualTime());
        private final FollowedInbox inbox;
        private final Deque<RealtimeEvent> underway = new ArrayDeque<>();
        private final Map<String, Boolean> removed = new LinkedHashMap<>();
        private final Set<Long> backDated = new HashSet<>();
        private boolean connected;

        private Scene(int seeded, EarlyAnswers early) {
            this(seeded, 0, early);
        }

        /** @param fewest messages of a conversation */
        private Scene(int seeded, int fewest, EarlyAnswers early) {
            this(seeded, fewest, early, FollowedInbox.Feeds.INBOX);
        }

        private Scene(int seeded, int fewest, EarlyAnswers early, FollowedInbox.Feeds feeds) {
            workspace.early = early;
            for (int i = 0; i < seeded; i++) {
                String session = workspace.open();
                for (int j = 0; j < Math.max(fewest, i % 4); j++) {
                    workspace.write(session);
                }
                if (i % 5 != 0) {
                    workspace.time.advance(Duration.ofMillis(700));
                }
            }
            workspace.onEvent = event -> {
                if (connected) {
                    underway.add(event);
                }
            };
            inbox = FollowedInbox.hearing(feeds, workspace);
        }

        private void live(List<Event> timeline, List<Event> duringCalls) throws InterruptedException {
            Deque<Event> interfering = new ArrayDeque<>(duringCalls);
            workspace.betweenCalls = () -> {
                if (!interfering.isEmpty()) {
                    happen(interfering.poll());
                }
            };
            for (Event event : timeline) {
                switch (event.kind()) {
                    case STEP -> inbox.step();
                    case RESTART -> restart(inbox::restart);
                    case CRASH_BEFORE_COMMIT -> restart(inbox::crashBeforeCommit);
                    default -> happen(event);
                }
            }
        }

        private void settle() throws InterruptedException {
            workspace.betweenCalls = () -> {};
            workspace.stale = false;
            tell(1);
            connect();
            for (int i = 0; i < 3; i++) {
                inbox.catchUp();
                tell(1);
                workspace.time.advance(Duration.ofMinutes(11));
                inbox.catchUp();
                tell(1);
            }
        }

        /** Whatever was told before counts as told; then the task is restarted by a request for the past. */
        private RepeatedPast request() {
            connected = false;
            underway.clear();
            return RepeatedPast.request(workspace, inbox);
        }

        private void restart(Runnable ending) {
            connected = false;
            underway.clear();
            ending.run();
        }

        private void happen(Event event) {
            List<String> sessions = workspace.sessions();
            String target = sessions.isEmpty() ? null : sessions.get(event.target() % sessions.size());
            switch (event.kind()) {
                case OPEN -> workspace.write(workspace.open());
                case TICK -> workspace.time.advance(Duration.ofMillis(event.target() * 40L));
                case WAIT -> workspace.time.advance(Duration.ofSeconds(event.target()));
                case TELL -> tell(1);
                case TELL_TWICE -> tell(2);
                case LOSE -> underway.poll();
                case LOSE_MESSAGE -> underway.removeIf(told -> told.content() instanceof EventContent.MessageSent);
                case CACHE_STALLS -> {
                    workspace.stale = true;
                    workspace.datedAsMade = event.target() % 2 == 0;
                }
                case CACHE_RECOVERS -> workspace.stale = false;
                case CUT -> cut();
                case CONNECT -> connect();
                case FALL_BACK -> fallBack();
                default -> {
                    if (target != null) {
                        change(event, target);
                    }
                }
            }
        }

        private void change(Event event, String session) {
            switch (event.kind()) {
                case WRITE -> workspace.write(session);
                case WRITE_MANY -> {
                    for (int i = 0; i < 55; i++) {
                        workspace.write(session);
                        workspace.time.advance(Duration.ofMillis(i % 2));
                    }
                }
                case CHANGE_STATE -> workspace.changeState(session);
                case ANSWER -> workspace.answer(session);
                case BACK_DATE ->
                    backDated.add(workspace.write(session, workspace.time.now().minusSeconds(13L + event.target())));
                case EDIT -> workspace.edit(session);
                case REMOVE_MESSAGE -> workspace.removeMessage(session);
                case REMOVE -> {
                    removed.put(session, connected);
                    workspace.remove(session);
                }
                default -> throw new IllegalStateException("nothing that happens to a conversation");
            }
        }

        private void tell(int times) {
            for (RealtimeEvent event = underway.poll(); event != null; event = underway.poll()) {
                for (int i = 0; i < times; i++) {
                    hear(event);
                }
            }
        }

        private void hear(RealtimeEvent event) {
            try {
                inbox.reader().heard(event);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }

        private void connect() {
            if (!connected) {
                connected = true;
                inbox.reader().hearing();
            }
        }

        private void cut() {
            if (connected) {
                connected = false;
                underway.clear();
                inbox.reader().deaf();
            }
        }

        private void fallBack() {
            if (!connected) {
                inbox.reader().pollInstead();
            }
        }

        private List<Long> written(String session) {
            return workspace.messages.get(session).stream()
                    .map(Message::fingerprint)
                    .toList();
        }

        private List<Long> writtenNow(String session) {
            return written(session).stream()
                    .filter(fingerprint -> !backDated.contains(fingerprint))
                    .toList();
        }

        /** More than are known of one conversation may not be decided. */
        private void assertEveryMessageArrivedOnce() {
            for (String session : workspace.sessions()) {
                List<Long> arrived = inbox.messagesOf(session);
                assertThat(arrived).as(session).doesNotHaveDuplicates();
                List<Long> written =
                        written(session).size() <= KnownMessages.MOST_OF_ONE ? written(session) : writtenNow(session);
                assertThat(arrived).as(session).containsAll(written);
            }
            assertNewestStates();
        }

        /** What the topic says of a conversation's messages in the end. */
        private Map<Long, String> contents(String session) {
            Map<Long, String> contents = new HashMap<>();
            for (SourceRecord entry : inbox.topic("messages")) {
                Struct value = (Struct) entry.value();
                if (value.getString("session_id").equals(session)) {
                    if (Boolean.TRUE.equals(value.getBoolean("removed"))) {
                        contents.remove(value.getInt64("fingerprint"));
                    } else {
                        contents.put(value.getInt64("fingerprint"), value.getString("text"));
                    }
                }
            }
            return contents;
        }

        private Map<Long, String> contentsOfWorkspace(String session) {
            Map<Long, String> contents = new HashMap<>();
            for (Message message : workspace.messages.get(session)) {
                contents.put(message.fingerprint(), message.contentJson().replace("\"", ""));
            }
            return contents;
        }

        private void assertNewestStates() {
            Map<String, Struct> newest = newest();
            for (String session : workspace.sessions()) {
                assertThat(newest.get(session)).as(session).isNotNull();
                assertThat(newest.get(session).getString("state"))
                        .as(session)
                        .isEqualTo(workspace.conversations.get(session).state());
            }
        }

        private void assertRemovalsWereTold() {
            Map<String, Struct> newest = newest();
            removed.forEach((session, told) -> {
                if (told && newest.containsKey(session)) {
                    assertThat(newest.get(session)).as(session).isNull();
                }
            });
        }

        private Map<String, Struct> newest() {
            Map<String, Struct> newest = new HashMap<>();
            for (SourceRecord entry : inbox.topic("conversations")) {
                newest.put(((Struct) entry.key()).getString("session_id"), (Struct) entry.value());
            }
            return newest;
        }
    }

    @Provide
    Arbitrary<EarlyAnswers> earlyAnswers() {
        return EarlyAnswers.any();
    }

    @Provide
    Arbitrary<List<Event>> timelines() {
        return events(EnumSet.complementOf(SPECIAL)).list().ofMaxSize(60);
    }

    /** What the cache shows too late may come once more as it was. */
    @Provide
    Arbitrary<List<Event>> freshTimelines() {
        EnumSet<Kind> kinds = EnumSet.complementOf(SPECIAL);
        kinds.remove(Kind.CACHE_STALLS);
        return events(kinds).list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Event>> importingTimelines() {
        EnumSet<Kind> kinds = EnumSet.complementOf(SPECIAL);
        kinds.removeAll(RESTARTS);
        kinds.add(Kind.BACK_DATE);
        return events(kinds).list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Event>> forgetfulTimelines() {
        EnumSet<Kind> kinds = EnumSet.complementOf(SPECIAL);
        kinds.add(Kind.BACK_DATE);
        return events(kinds).list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Event>> answeredTimelines() {
        EnumSet<Kind> kinds = EnumSet.complementOf(SPECIAL);
        kinds.removeAll(RESTARTS);
        kinds.addAll(EnumSet.of(Kind.LOSE_MESSAGE, Kind.ANSWER));
        return events(kinds).list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Event>> lossyTimelines() {
        return events(EnumSet.complementOf(
                        EnumSet.of(Kind.EDIT, Kind.REMOVE_MESSAGE, Kind.LOSE_MESSAGE, Kind.BACK_DATE, Kind.ANSWER)))
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Event>> editedTimelines() {
        return events(EnumSet.complementOf(EnumSet.of(
                        Kind.LOSE,
                        Kind.LOSE_MESSAGE,
                        Kind.BACK_DATE,
                        Kind.ANSWER,
                        Kind.CACHE_STALLS,
                        Kind.CUT,
                        Kind.FALL_BACK,
                        Kind.RESTART,
                        Kind.CRASH_BEFORE_COMMIT)))
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Event>> interferences() {
        EnumSet<Kind> kinds = EnumSet.copyOf(WORKSPACE);
        kinds.addAll(LINE);
        return events(kinds).list().ofMaxSize(120);
    }

    private static Arbitrary<Event> events(EnumSet<Kind> kinds) {
        return Combinators.combine(
                        Arbitraries.of(kinds.toArray(new Kind[0])),
                        Arbitraries.integers().between(0, 150))
                .as(Event::new);
    }
}
