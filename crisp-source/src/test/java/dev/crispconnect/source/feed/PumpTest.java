package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.client.metrics.Exposure;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.client.people.Profile;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.source.feed.Follower.Followed;
import dev.crispconnect.source.position.Unit;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.position.WalkOrder;
import dev.crispconnect.source.record.Notice;
import dev.crispconnect.source.record.RecordMapper;
import dev.crispconnect.source.record.RecordStyle;
import dev.crispconnect.source.record.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PumpTest {

    private static final Duration LONG = Duration.ofSeconds(5);
    private static final UnitKey UNIT = new UnitKey("w", Unit.PEOPLE);

    private final ManualTime time = new ManualTime();
    private final CountDownLatch broken = new CountDownLatch(1);
    private final Notices notices = new Notices(true, time);
    private Pump pump;

    @AfterEach
    void close() {
        pump.close();
    }

    @Test
    void whatWasReadBeforeAFailureIsHandedOverFirst() throws InterruptedException {
        start(new IllegalArgumentException("an id that no path can hold"));
        assertThat(broken.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(pump.poll(LONG)).hasSize(1);
        assertThat(pump.poll(LONG)).hasSize(1);
        assertThatThrownBy(() -> pollUntilFailure()).isInstanceOf(UnitFailure.class);
    }

    @Test
    void anErrorReachesThePollInsteadOfEndingTheThreadInSilence() {
        start(new NoClassDefFoundError("missing"));

        assertThatThrownBy(() -> pollUntilFailure())
                .isInstanceOf(UnitFailure.class)
                .hasCauseInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void whatFailsWhileNothingIsDueReachesThePoll() {
        Outbox outbox = new Outbox(1, 1_000, Duration.ZERO);
        pump = new Pump("test", List.of(new Quiet(UNIT)), new Breaking(), outbox, notices, time);
        pump.start();

        assertThatThrownBy(() -> pollUntilFailure())
                .isInstanceOf(UnitFailure.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aWebsiteThatIsNotSubscribedIsSetAsideWhileAnotherIsRead() throws InterruptedException {
        Outbox outbox = new Outbox(1, 1_000, Duration.ZERO);
        Quiet good = new Quiet(new UnitKey("good", Unit.PEOPLE));
        Quiet bad = new Quiet(new UnitKey("bad", Unit.PEOPLE));
        bad.failure = Denials.of("not_subscribed", 404);
        pump = new Pump("test", List.of(bad, good), Waiting.deaf(time), outbox, notices, time);
        pump.start();
        Awaitility.await().until(() -> good.steps.get() > 20 && bad.steps.get() > 2);
        int tried = bad.steps.get();

        assertThat(tried).isLessThan(good.steps.get());
        assertThat(pump.poll(Duration.ofMillis(1))).isNull();
        pump.close();
        assertThat(notices.take().kind()).isEqualTo(Notice.Kind.WEBSITE_SET_ASIDE);
        assertThat(notices.isEmpty()).isTrue();
    }

    @Test
    void aTokenThatIsRefusedFailsTheTaskAtOnce() {
        Quiet bad = new Quiet(UNIT);
        bad.failure = Denials.of("invalid_session", 401);
        pump = new Pump(
                "test",
                List.of(bad, new Quiet(new UnitKey("good", Unit.PEOPLE))),
                Waiting.deaf(time),
                new Outbox(1, 1_000, Duration.ZERO),
                notices,
                time);
        pump.start();

        assertThatThrownBy(() -> pollUntilFailure()).isInstanceOf(UnitFailure.class);
    }

    @Test
    void aTaskWithNothingElseFailsWithItsLastWebsite() {
        Quiet bad = new Quiet(UNIT);
        bad.failure = Denials.of("not_subscribed", 404);
        pump = new Pump("test", List.of(bad), Waiting.deaf(time), new Outbox(1, 1_000, Duration.ZERO), notices, time);
        pump.start();

        assertThatThrownBy(() -> pollUntilFailure()).isInstanceOf(UnitFailure.class);
    }

    /** A unit that is due each second, and brings nothing. */
    private static final class Quiet implements UnitReader {

        private final UnitKey unit;
        private final AtomicInteger steps = new AtomicInteger();
        private volatile RuntimeException failure;

        private Quiet(UnitKey unit) {
            this.unit = unit;
        }

        @Override
        public UnitKey unit() {
            return unit;
        }

        @Override
        public String describe() {
            return unit.asText();
        }

        @Override
        public UnitState state() {
            return new UnitState(Optional.empty(), false, 0);
        }

        @Override
        public Duration step() {
            steps.incrementAndGet();
            if (failure != null) {
                throw failure;
            }
            return Duration.ofSeconds(60);
        }
    }

    /** Hears something that cannot be emitted. */
    private static final class Breaking implements Waiting {

        @Override
        public void until(CompletableFuture<?> answer) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public void pause(Duration duration) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public void idle(Duration atMost) {
            throw new IllegalStateException("an event that no record can hold");
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private void pollUntilFailure() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            pump.poll(Duration.ofMillis(100));
        }
    }

    private void start(Throwable failure) {
        Outbox outbox = new Outbox(1, 1_000, Duration.ZERO);
        Rhythm rhythm = new Rhythm(new Rhythm.Tempo(() -> LONG, () -> LONG, () -> LONG), Duration.ZERO, Duration.ZERO);
        Followed<Profile> followed = new Followed<>(
                Purses.unbounded(UNIT, time),
                new BreakingList(failure),
                Snapshot.WHOLE,
                new FeedMetrics(new TaskMetrics(Exposure.none()), time).unit(UNIT));
        pump = new Pump(
                "test",
                List.of(new Follower<>(followed, rhythm, Optional.empty(), time, outbox)),
                Waiting.deaf(time),
                outbox,
                notices,
                time);
        pump.start();
    }

    /** Two contacts that can be emitted, then one that cannot. */
    private final class BreakingList implements Listing<Profile> {

        private final RecordMapper mapper = new RecordMapper("w", RecordStyle.to(new Topics("${feed}")));
        private final Throwable failure;

        private BreakingList(Throwable failure) {
            this.failure = failure;
        }

        @Override
        public ListPage<Profile> page(PageQuery query) {
            return new ListPage<>(List.of(item("a", 3), item("b", 2), item("broken", 1)), false, time.now(), false);
        }

        @Override
        public WalkOrder filteredBy() {
            return WalkOrder.CREATED;
        }

        @Override
        public WalkOrder orderOfPast(boolean withMessages) {
            return WalkOrder.CREATED;
        }

        @Override
        public Optional<Item<Profile>> element(String id) {
            return Optional.empty();
        }

        @Override
        public Heard hear(RealtimeEvent event, LongPredicate emitted) {
            return Heard.NOTHING;
        }

        @Override
        public Finding find(Item<Profile> item, Look look) {
            if (item.id().equals("broken")) {
                broken.countDown();
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            }
            return new Finding(List.of(mapper.profile(item.value(), null, look.provenance())), List.of());
        }

        private static Item<Profile> item(String id, long createdAt) {
            Instant created = Instant.ofEpochMilli(createdAt);
            Profile profile = new Profile(id, null, null, null, null, null, null, null, created, created);
            return Item.of(id, created, created, profile);
        }
    }
}
