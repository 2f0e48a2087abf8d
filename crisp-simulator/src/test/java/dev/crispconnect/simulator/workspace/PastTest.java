package dev.crispconnect.simulator.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.ManualClock;
import dev.crispconnect.simulator.switches.Switches;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PastTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00.125Z");

    @Property
    void everySessionIdTellsItsNumberAndNobodyElsesIsTaken(
            @ForAll long seed, @ForAll @LongRange(min = 0, max = (1L << 60) - 1) long number) {
        SessionIds ids = new SessionIds(new Chance(seed));

        String sessionId = ids.of(number);

        assertThat(sessionId).matches("session_[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(ids.number(sessionId)).hasValue(number);
        assertThat(new SessionIds(new Chance(seed + 1)).number(sessionId)).isEmpty();
        assertThat(ids.number(new Ids(seed).session())).isEmpty();
    }

    @Test
    void whatIsNoSessionIdIsRefused() {
        SessionIds ids = new SessionIds(new Chance(3));
        String good = ids.of(7);

        assertThat(List.of(
                        "",
                        "session_",
                        good + "0",
                        good.substring(1),
                        "session_" + "x".repeat(36),
                        good.toUpperCase(Locale.ROOT),
                        good.replace('-', '_')))
                .allMatch(id -> ids.number(id).isEmpty());
    }

    @Property(tries = 200)
    void timesRiseWithTheirNumbersAndNeverReachIntoTheFuture(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3_000_000) int conversations,
            @ForAll @IntRange(max = 50) int messages,
            @ForAll @IntRange(min = 0, max = 2_999_999) int any) {
        PastTimes times = new PastTimes(NOW, conversations, messages, new Chance(seed));
        int number = any % conversations;

        assertThat(times.rank(number)).isBetween(0, conversations - 1);
        assertThat(times.rank(times.rank(number))).isEqualTo(number);
        assertThat(times.updated(times.rank(number))).isBetween(times.created(number), NOW.toEpochMilli());
        if (number > 0) {
            assertThat(times.created(number)).isGreaterThan(times.created(number - 1));
            assertThat(times.updated(number)).isGreaterThanOrEqualTo(times.updated(number - 1));
        }
        assertThat(IntStream.range(0, messages).mapToLong(index -> times.written(number, index)))
                .isSorted()
                .allMatch(time -> time >= times.created(number) && time <= times.updated(times.rank(number)));
    }

    @Property(tries = 100)
    void ranksAndNumbersOfBitsAgreeWithCounting(
            @ForAll @IntRange(max = 3_000) int bound, @ForAll @IntRange(min = 1, max = 9) int every) {
        RankedBits bits = new RankedBits(bound, number -> number % every == 0);
        IntStream.range(0, bound).filter(number -> number % 5 == 0).forEach(bits::remove);
        List<Integer> left = IntStream.range(0, bound)
                .filter(number -> number % every == 0 && number % 5 != 0)
                .boxed()
                .toList();

        assertThat(IntStream.range(0, bits.size()).map(bits::select).boxed()).isEqualTo(left);
        assertThat(IntStream.range(0, left.size()).allMatch(rank -> bits.rank(left.get(rank)) == rank))
                .isTrue();
        assertThat(bits.rank(bound)).isEqualTo(left.size());
    }

    @Property(tries = 30)
    void whatIsSaidOfAConversationFollowsFromItsMessages(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int conversations,
            @ForAll @IntRange(max = 12) int messages) {
        Workspace workspace = new Workspace("w", seed, new Switches(), new ManualClock(NOW)::now);
        workspace.seed(conversations, messages, 2);

        assertThat(workspace.conversations().all())
                .allSatisfy(conversation ->
                        assertThat(retold(workspace, conversation)).isEqualTo(conversation));
    }

    @Test
    void theOrdersOfCreationAndOfUpdateDiffer() {
        Workspace workspace = new Workspace("w", 5, new Switches(), new ManualClock(NOW)::now);
        workspace.seed(5_000, 2, 0);

        List<Conversation> byCreation = workspace.conversations().all();

        assertThat(byCreation)
                .isNotEqualTo(byCreation.stream()
                        .sorted(Comparator.comparing(Conversation::updatedAt))
                        .toList());
        assertThat(byCreation)
                .allMatch(c -> Duration.between(c.createdAt(), c.updatedAt()).toHours() < 6);
    }

    /** The same conversation, had its messages come one by one, and been read as they say. */
    private static Conversation retold(Workspace workspace, Conversation made) {
        StoredConversation retold =
                new StoredConversation(made.websiteId(), made.sessionId(), made.meta(), made.createdAt());
        retold.peopleId = made.peopleId();
        retold.assignedTo = made.assignedTo();
        retold.lastActive = made.createdAt();
        for (Message message : workspace.messages().of(made.sessionId())) {
            retold.messages().add(message);
            retold.heard(message, true);
            retold.updatedAt = message.timestamp();
        }
        retold.unreadOperator = unread(retold, Side.USER);
        retold.unreadVisitor = unread(retold, Side.OPERATOR);
        if (made.state() == State.RESOLVED) {
            retold.state = State.RESOLVED;
            retold.waitingSince = null;
        }
        return retold.snapshot();
    }

    private static int unread(StoredConversation conversation, Side from) {
        return (int) conversation.messages().all().stream()
                .filter(message -> message.from() == from && message.read().isEmpty())
                .filter(message -> !List.of("note", "event").contains(message.type()))
                .count();
    }
}
