package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Backoff;
import dev.crispconnect.client.operator.Operator;
import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.client.website.WebsiteSettings;
import dev.crispconnect.source.budget.BudgetSettings;
import dev.crispconnect.source.budget.Patience;
import dev.crispconnect.source.position.DirectoryPosition;
import dev.crispconnect.source.position.Unit;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.record.Feed;
import dev.crispconnect.source.record.RecordMapper;
import dev.crispconnect.source.record.RecordStyle;
import dev.crispconnect.source.record.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is emitted of a directory that changes between looks, and what is not. */
class DirectoryFollowerTest {

    private static final UnitKey UNIT = new UnitKey("w", Unit.DIRECTORY);
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final ManualTime time = new ManualTime();
    private final FakeDirectory directory = new FakeDirectory();
    private final List<SourceRecord> records = new ArrayList<>();
    private Set<Feed> feeds = Set.of(Feed.OPERATORS, Feed.SETTINGS);
    private Outbox outbox;
    private DirectoryFollower follower;

    @BeforeEach
    void begin() {
        directory.join("anna", "Support");
        directory.join("ben", "Sales");
        resume(Optional.empty());
    }

    @Test
    void theFirstLookEmitsEverything() throws InterruptedException {
        look();

        assertThat(told()).containsExactly("settings w", "operators anna Support", "operators ben Sales");
        assertThat(headers()).containsOnly("backfill create");
    }

    @Test
    void whatDidNotChangeIsNotEmittedAgain() throws InterruptedException {
        look();
        Optional<DirectoryPosition> stored = stored();
        records.clear();

        look();
        resume(stored);
        look();

        assertThat(records).isEmpty();
    }

    @Test
    void aLookIsDueOnceAnInterval() throws InterruptedException {
        assertThat(follower.step()).isEqualTo(INTERVAL);
        time.advance(INTERVAL.minusSeconds(1));
        assertThat(follower.step()).isEqualTo(Duration.ofSeconds(1));

        assertThat(directory.calls).isEqualTo(2);
    }

    @Test
    void whatChangedIsEmitted() throws InterruptedException {
        look();
        records.clear();
        directory.join("ben", "Head of Sales");
        directory.join("carl", "Support");
        directory.theme = "red";

        look();

        assertThat(told()).containsExactly("settings w", "operators ben Head of Sales", "operators carl Support");
        assertThat(headers()).containsExactly("poll update", "poll update", "poll create");
    }

    @Test
    void whatChangedWhileTheTaskWasDownIsEmitted() throws InterruptedException {
        look();
        Optional<DirectoryPosition> stored = stored();
        records.clear();
        directory.join("ben", "Head of Sales");

        resume(stored);
        look();

        assertThat(told()).containsExactly("operators ben Head of Sales");
        assertThat(headers()).containsExactly("poll update");
    }

    @Test
    void resumingFromAnyRecordEmitsWhatIsMissingAndNothingElse() throws InterruptedException {
        look();
        List<String> all = told();
        for (int i = 0; i < all.size(); i++) {
            Optional<DirectoryPosition> stored = Optional.of(position(records.get(i)));
            List<SourceRecord> before = List.copyOf(records);
            records.clear();

            resume(stored);
            look();

            assertThat(told()).as("after record " + i).isEqualTo(all.subList(i + 1, all.size()));
            records.clear();
            records.addAll(before);
        }
    }

    @Test
    void anOperatorThatIsMissingTwiceIsGone() throws InterruptedException {
        look();
        records.clear();
        directory.leave("ben");

        look();
        assertThat(records).isEmpty();
        look();
        look();

        assertThat(told()).containsExactly("operators ben gone");
        assertThat(headers()).containsExactly("poll delete");
    }

    @Test
    void anOperatorThatIsMissingOnceIsNot() throws InterruptedException {
        look();
        records.clear();
        directory.leave("ben");
        look();
        directory.join("ben", "Sales");
        look();
        directory.leave("ben");
        look();

        assertThat(records).isEmpty();
    }

    @Test
    void thatSomebodyWasMissingIsForgottenWithTheTask() throws InterruptedException {
        look();
        Optional<DirectoryPosition> stored = stored();
        records.clear();
        directory.leave("ben");
        look();
        resume(stored);

        look();
        assertThat(records).isEmpty();
        look();
        assertThat(told()).containsExactly("operators ben gone");
    }

    @Test
    void aCachedAnswerDoesNotTellWhoIsGone() throws InterruptedException {
        directory.cached = true;

        assertNobodyIsGone();
    }

    @Test
    void anAnswerThatPromisesMoreDoesNotTellWhoIsGone() throws InterruptedException {
        directory.status = 206;

        assertNobodyIsGone();
    }

    @Test
    void anAnswerWithAnOperatorWhoseIdIsHiddenDoesNotTellWhoIsGone() throws InterruptedException {
        directory.nameless = "operator";

        assertNobodyIsGone();
    }

    @Test
    void anEmptyAnswerAndNoneDoNotTellWhoIsGone() throws InterruptedException {
        look();
        records.clear();
        directory.operators.clear();
        look();
        look();
        directory.absent = true;
        look();
        look();

        assertThat(records).isEmpty();
    }

    @Test
    void anInvitationWithoutAnIdIsPassedOver() throws InterruptedException {
        directory.nameless = "invite";
        look();
        records.clear();
        directory.leave("ben");

        look();
        look();

        assertThat(told()).containsExactly("operators ben gone");
    }

    @Test
    void aFeedThatIsLeftOutCostsNoCall() throws InterruptedException {
        feeds = Set.of(Feed.SETTINGS);
        resume(Optional.empty());

        look();

        assertThat(told()).containsExactly("settings w");
        assertThat(directory.calls).isEqualTo(1);
    }

    @Test
    void operatorsBeyondWhatAnOffsetRemembersAreEmittedAtEachLook() throws InterruptedException {
        for (int i = 0; i < DirectoryPosition.MOST_OPERATORS; i++) {
            directory.join("many-" + (10_000 + i), "Support");
        }
        look();
        records.clear();

        look();
        look();

        assertThat(records).hasSize(4);
    }

    private void assertNobodyIsGone() throws InterruptedException {
        look();
        records.clear();
        directory.leave("ben");

        look();
        look();
        look();

        assertThat(records).isEmpty();
    }

    private void look() throws InterruptedException {
        follower.step();
        for (List<SourceRecord> batch = outbox.poll(Duration.ZERO); batch != null; ) {
            records.addAll(batch);
            batch = outbox.poll(Duration.ZERO);
        }
        time.advance(INTERVAL);
    }

    private Optional<DirectoryPosition> stored() {
        return Optional.of(position(records.get(records.size() - 1)));
    }

    private void resume(Optional<DirectoryPosition> position) {
        RecordMapper mapper = new RecordMapper("w", RecordStyle.to(new Topics("${feed}")));
        Pacing.Every unused = new Pacing.Every(INTERVAL, INTERVAL, INTERVAL);
        FeedPlan plan = new FeedPlan(
                feeds,
                RecordStyle.to(new Topics("${feed}")),
                false,
                new Pacing(unused, unused, INTERVAL, INTERVAL, INTERVAL),
                false,
                Snapshot.WHOLE,
                new BudgetSettings(0, 0),
                new Patience(INTERVAL, INTERVAL),
                new Backoff(INTERVAL, INTERVAL));
        outbox = new Outbox(1, 1_000_000, Duration.ZERO);
        UnitMetrics metrics = new UnitMetrics(time, new UnitMetrics.Counts() {});
        follower = new DirectoryFollower(
                new DirectoryFollower.Followed(Purses.unbounded(UNIT, time), directory, mapper, metrics),
                plan,
                position,
                time,
                outbox);
    }

    private List<String> told() {
        return records.stream()
                .map(entry -> {
                    Struct key = (Struct) entry.key();
                    Struct value = (Struct) entry.value();
                    return entry.topic().equals("settings")
                            ? "settings " + key.getString("website_id")
                            : "operators " + key.getString("user_id") + " "
                                    + (value == null ? "gone" : value.getString("title"));
                })
                .toList();
    }

    private List<String> headers() {
        return records.stream()
                .map(entry -> entry.headers().lastWithName("crisp.via").value() + " "
                        + entry.headers().lastWithName("crisp.op").value())
                .toList();
    }

    private static DirectoryPosition position(SourceRecord entry) {
        @SuppressWarnings("unchecked")
        Map<String, Object> offset = (Map<String, Object>) entry.sourceOffset();
        return DirectoryPosition.fromMap(offset);
    }

    /** A website's directory in memory, and how it answers. */
    private static final class FakeDirectory implements Directory {

        private final Map<String, Operator> operators = new TreeMap<>();
        private String theme = "blue";
        private boolean cached;
        private int status = 200;
        private boolean absent;

        /** Type of one more in the list, who has no id; null when there is none. */
        private String nameless;

        private int calls;

        void join(String userId, String title) {
            operators.put(userId, operator("operator", userId, title));
        }

        void leave(String userId) {
            operators.remove(userId);
        }

        private static Operator operator(String type, String userId, String title) {
            return new Operator(type, userId, null, null, null, null, "member", title, "online", false);
        }

        @Override
        public Optional<Answer<List<Operator>>> operators() {
            List<Operator> list = new ArrayList<>(operators.values());
            if (nameless != null) {
                list.add(operator(nameless, null, null));
            }
            return answer(list);
        }

        @Override
        public Optional<Answer<WebsiteSettings>> settings() {
            return answer(new WebsiteSettings(
                    "w", "Shop", null, null, null, null, null, null, null, Map.of("color_theme", theme)));
        }

        private <T> Optional<Answer<T>> answer(T data) {
            calls++;
            return absent
                    ? Optional.empty()
                    : Optional.of(new Answer<>(status, "listed", new Answer.Headers(null, null, cached), data));
        }
    }
}
