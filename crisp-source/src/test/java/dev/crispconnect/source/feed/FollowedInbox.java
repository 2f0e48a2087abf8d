package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.source.budget.Spent;
import dev.crispconnect.source.feed.Follower.Followed;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.position.SourceOffset;
import dev.crispconnect.source.position.Unit;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.position.UnitPosition;
import dev.crispconnect.source.record.Feed;
import dev.crispconnect.source.record.Heartbeat;
import dev.crispconnect.source.record.RecordMapper;
import dev.crispconnect.source.record.RecordStyle;
import dev.crispconnect.source.record.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** A follower of an inbox as Connect would run it: it emits into topics, is stopped, and resumes. */
final class FollowedInbox {

    static final Duration POLL_INTERVAL = Duration.ofSeconds(60);

    private static final Rhythm RHYTHM = new Rhythm(
            new Rhythm.Tempo(() -> POLL_INTERVAL, () -> Duration.ofMinutes(10), () -> Duration.ofSeconds(15)),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2));

    private static final UnitKey UNIT = new UnitKey("w", Unit.INBOX);

    /** What is listed, and what is emitted of it. */
    enum Feeds {
        INBOX,
        CONVERSATIONS_ALONE,
        CONTACTS
    }

    private final Feeds feeds;
    private final Workspace workspace;
    private final ManualTime time;
    private final boolean hearing;
    final List<List<SourceRecord>> batches = new ArrayList<>();
    private Snapshot snapshot = Snapshot.WHOLE;

    /** As feed and seconds, from one restart to the next. */
    final List<String> delays = new ArrayList<>();

    int toldAgain;
    long repaired;
    private Follower<?> follower;
    private Outbox outbox;

    FollowedInbox(FakeWorkspace workspace) {
        this(workspace, workspace.time);
    }

    FollowedInbox(Workspace workspace, ManualTime time) {
        this(workspace, time, false, Feeds.INBOX);
    }

    private FollowedInbox(Workspace workspace, ManualTime time, boolean hearing, Feeds feeds) {
        this.feeds = feeds;
        this.workspace = workspace;
        this.time = time;
        this.hearing = hearing;
        resume(Optional.empty());
    }

    /** One that is told of changes, and finds them by looking only where it was not told. */
    static FollowedInbox hearing(FakeWorkspace workspace) {
        return new FollowedInbox(workspace, workspace.time, true, Feeds.INBOX);
    }

    /** One that reads a list in another way. */
    static FollowedInbox of(Feeds feeds, Workspace workspace, ManualTime time) {
        return new FollowedInbox(workspace, time, false, feeds);
    }

    /** The same, told of changes. */
    static FollowedInbox hearing(Feeds feeds, FakeWorkspace workspace) {
        return new FollowedInbox(workspace, workspace.time, true, feeds);
    }

    private UnitMetrics.Counts counts() {
        return new UnitMetrics.Counts() {
            @Override
            public void delayed(Feed feed, Duration delay) {
                delays.add(feed.wire() + " " + delay.toSeconds());
            }

            @Override
            public void toldAgain() {
                toldAgain++;
            }

            @Override
            public void repaired(long messages) {
                repaired += messages;
            }
        };
    }

    /** Stores the offset as it is now, as a heartbeat does. */
    void beat() {
        Optional<UnitPosition> position = follower.state().position();
        if (position.isPresent()) {
            SourceOffset offset = new SourceOffset(position.get(), Spent.NOTHING);
            try {
                outbox.add(List.of(new Heartbeat(UNIT, time.now(), null).on("heartbeats", offset)));
            } catch (InterruptedException unexpected) {
                throw new IllegalStateException("there is room for a thousand", unexpected);
            }
        }
    }

    /** What hears, from one restart to the next. */
    UnitReader reader() {
        return follower;
    }

    /** One piece of work; what it brings arrives in the topics. */
    Duration step() throws InterruptedException {
        Duration idle = follower.step();
        for (List<SourceRecord> batch = outbox.poll(Duration.ZERO); batch != null; ) {
            batches.add(batch);
            batch = outbox.poll(Duration.ZERO);
        }
        return idle;
    }

    /** Steps until nothing is to be done at once. */
    void catchUp() throws InterruptedException {
        while (step().isZero()) {
            // the next step is due
        }
    }

    /** Looks at changes once more, at the next interval. */
    void look() throws InterruptedException {
        time.advance(POLL_INTERVAL);
        catchUp();
    }

    /** Ends without a word and resumes from what Connect has stored. */
    void restart() {
        resume(stored());
    }

    /** The same, but the transaction of the last batch was aborted. */
    void crashBeforeCommit() {
        if (!batches.isEmpty()) {
            batches.remove(batches.size() - 1);
        }
        restart();
    }

    /** Ends, and resumes with other settings. */
    void restartWith(Snapshot wanted) {
        snapshot = wanted;
        restart();
    }

    /** Ends while the last batch was being written: so many of its records were, each with its offset. */
    void crashAmid(int written) {
        if (!batches.isEmpty()) {
            List<SourceRecord> torn = batches.remove(batches.size() - 1);
            batches.add(torn.subList(0, 1 + written % torn.size()));
        }
        restart();
    }

    Optional<Position> stored() {
        return batches.isEmpty() ? Optional.empty() : Optional.of(position(last(last(batches))));
    }

    void resume(Optional<Position> position) {
        resume(position, RHYTHM.overlap());
    }

    void resume(Optional<Position> position, Duration overlap) {
        outbox = new Outbox(1, 1_000_000, Duration.ZERO);
        follower = follower(listing(), position, overlap);
        if (!hearing) {
            follower.pollInstead();
        }
    }

    private Listing<?> listing() {
        RecordMapper mapper = new RecordMapper("w", RecordStyle.to(new Topics("${feed}")));
        return switch (feeds) {
            case INBOX -> new Inbox(workspace, mapper, EnumSet.of(Feed.CONVERSATIONS, Feed.MESSAGES));
            case CONVERSATIONS_ALONE -> new Inbox(workspace, mapper, EnumSet.of(Feed.CONVERSATIONS));
            case CONTACTS -> new People(workspace, mapper, false);
        };
    }

    private <T> Follower<T> follower(Listing<T> listing, Optional<Position> position, Duration overlap) {
        return new Follower<>(
                new Followed<>(Purses.unbounded(UNIT, time), listing, snapshot, new UnitMetrics(time, counts())),
                new Rhythm(RHYTHM.tempo(), overlap, RHYTHM.safetyLag()),
                position,
                time,
                outbox);
    }

    List<SourceRecord> topic(String name) {
        return batches.stream()
                .flatMap(List::stream)
                .filter(entry -> entry.topic().equals(name))
                .toList();
    }

    /** Fingerprints of the messages of a conversation, in the order in which they were emitted. */
    List<Long> messagesOf(String sessionId) {
        return topic("messages").stream()
                .map(entry -> (Struct) entry.value())
                .filter(value -> value.getString("session_id").equals(sessionId))
                .map(value -> value.getInt64("fingerprint"))
                .toList();
    }

    static Position position(SourceRecord entry) {
        @SuppressWarnings("unchecked")
        Map<String, Object> offset = (Map<String, Object>) entry.sourceOffset();
        return Position.fromMap(offset);
    }

    private static <E> E last(List<E> list) {
        return list.get(list.size() - 1);
    }
}
