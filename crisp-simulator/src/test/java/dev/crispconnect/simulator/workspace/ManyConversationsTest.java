package dev.crispconnect.simulator.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.simulator.ManualClock;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.ConversationQuery.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ManyConversationsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00.125Z");

    private final ManualClock clock = new ManualClock(NOW);

    @Property(tries = 300)
    void aPageIsTheOneThatSortingEverythingGives(
            @ForAll long seed,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 70) Integer> pasts,
            @ForAll @Size(max = 30) List<@IntRange(max = 10_000) Integer> changes,
            @ForAll("queries") ConversationQuery query) {
        clock.set(NOW);
        Workspace workspace = new Workspace("w", seed, new Switches(), clock::now);
        for (int size : pasts) {
            workspace.seed(size, size % 4, size % 3);
            workspace.visitorWrites(workspace.conversations().start().sessionId(), "Between two pasts");
            workspace.conversations().start();
        }
        List<String> sessionIds = new ArrayList<>(workspace.conversations().all().stream()
                .map(Conversation::sessionId)
                .toList());
        changes.forEach(change -> change(workspace, sessionIds, change));

        Page<Conversation> page = workspace.conversations().list(query);

        List<Conversation> expected = expected(workspace, sessionIds, query);
        long start = Math.min(expected.size(), (query.page() - 1L) * query.perPage());
        assertThat(page.items())
                .isEqualTo(expected.stream().skip(start).limit(query.perPage()).toList());
        assertThat(page.more()).isEqualTo(start + query.perPage() < expected.size());
        assertThat(workspace.conversations().count()).isEqualTo(sessionIds.size());
    }

    @Test
    @Timeout(20)
    void aMillionAreListedWithoutBeingStored() {
        Workspace workspace = new Workspace("w", 7, new Switches(), clock::now);
        workspace.seed(1_000_000, 5, 50);

        List<Page<Conversation>> pages = Stream.of(ListOrder.values())
                .flatMap(order -> Stream.of(1, 400, 3_000, 19_000)
                        .map(number -> workspace.conversations().list(page(order, number))))
                .toList();
        Page<Conversation> last = workspace.conversations().list(page(ListOrder.CREATED, 20_000));

        assertThat(pages).filteredOn(page -> page.items().size() == 50).hasSize(15);
        assertThat(pages.stream()
                        .flatMap(page -> page.items().stream())
                        .limit(50)
                        .map(Conversation::sessionId))
                .allMatch(sessionId -> workspace.messages().of(sessionId).size() == 5);
        assertThat(last.more()).isFalse();
        assertThat(last.items().get(49).peopleId()).isNotNull();
        assertThat(workspace.conversations().count()).isEqualTo(1_000_000);
        assertThat(workspace.conversations().touchedCount()).isZero();
    }

    @Test
    void whatIsChangedIsStoredAndMovesToTheFront() {
        Workspace workspace = new Workspace("w", 7, new Switches(), clock::now);
        workspace.seed(100_000, 3, 0);
        List<Conversation> deep =
                workspace.conversations().list(page(ListOrder.UPDATED, 1_500)).items();
        String written = deep.get(10).sessionId();
        String removed = deep.get(20).sessionId();
        clock.advance(Duration.ofSeconds(1));

        workspace.visitorWrites(written, "One more thing");
        workspace.conversations().remove(removed);

        assertThat(workspace.conversations().touchedCount()).isEqualTo(1);
        assertThat(workspace.conversations().count()).isEqualTo(99_999);
        assertThat(workspace.messages().of(written)).hasSize(4);
        assertThat(workspace
                        .conversations()
                        .list(page(ListOrder.UPDATED, 1))
                        .items()
                        .get(0)
                        .sessionId())
                .isEqualTo(written);
        assertThat(workspace.conversations().find(removed)).isEmpty();
        assertThatThrownBy(() -> workspace.visitorWrites(removed, "Hello")).isInstanceOf(AbsentException.class);
        assertThat(workspace
                        .conversations()
                        .list(page(ListOrder.UPDATED, 1_500))
                        .items()
                        .subList(1, 11))
                .isEqualTo(deep.subList(0, 10));
    }

    @Test
    @Timeout(20)
    void aConversationMayHaveTenThousandMessagesBackDatedOnes() {
        Workspace workspace = new Workspace("w", 7, new Switches(), clock::now);
        workspace.seed(1, 10_000, 0);
        String sessionId = workspace.conversations().all().get(0).sessionId();
        for (int i = 0; i < 10_000; i++) {
            MessageDraft draft = MessageDraft.text(Side.USER, "Much earlier").withTimestamp(NOW.minusSeconds(i));
            workspace.messages().send(sessionId, draft);
        }

        assertThat(workspace.messages().of(sessionId))
                .hasSize(20_000)
                .isSortedAccordingTo(Comparator.comparing(Message::timestamp));
    }

    @Provide
    Arbitrary<ConversationQuery> queries() {
        Predicate<ConversationTraits> unread = conversation -> conversation.unreadOperator() > 0;
        Predicate<ConversationTraits> resolved = conversation -> conversation.state() == State.RESOLVED;
        Predicate<ConversationTraits> assigned = conversation -> conversation.assignedTo() != null;
        Predicate<Conversation> vip = conversation -> conversation.segments().contains("vip");
        Arbitrary<Instant> dates = Arbitraries.longs().between(-95, 1).map(days -> NOW.plus(Duration.ofDays(days)));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.of(ListOrder.class),
                        Arbitraries.of(true, false),
                        dates.injectNull(0.7),
                        dates.injectNull(0.7),
                        Arbitraries.of(unread, resolved, assigned).injectNull(0.5),
                        Arbitraries.of(List.of(vip)).injectNull(0.7))
                .as(ConversationQuery::new);
    }

    private void change(Workspace workspace, List<String> sessionIds, int change) {
        if (change % 3 == 0) {
            clock.advance(Duration.ofMillis(change));
        }
        String sessionId = sessionIds.get(change % sessionIds.size());
        switch (change % 7) {
            case 0 ->
                workspace
                        .conversations()
                        .setState(sessionId, List.of(State.values()).get(change % 3));
            case 1 -> workspace.visitorWrites(sessionId, "Hello");
            case 2 -> workspace.operatorAnswers(sessionId, "Good morning");
            case 3 -> workspace.marks().read(sessionId, Side.USER, "chat", List.of());
            case 4 -> workspace.conversations().assign(sessionId, null);
            case 5 -> sessionIds.add(workspace.conversations().start().sessionId());
            default -> {
                if (sessionIds.size() > 1) {
                    workspace.conversations().remove(sessionId);
                    sessionIds.remove(sessionId);
                }
            }
        }
    }

    private static List<Conversation> expected(Workspace workspace, List<String> sessionIds, ConversationQuery query) {
        return sessionIds.stream()
                .map(workspace.conversations().store()::read)
                .filter(stored -> query.order().place(stored).isPresent())
                .sorted(Comparator.comparing(
                        stored -> query.order().place(stored).orElseThrow()))
                .map(StoredConversation::snapshot)
                .filter(conversation -> query.includeEmpty() || !conversation.empty())
                .filter(conversation ->
                        query.updatedFrom() == null || !conversation.updatedAt().isBefore(query.updatedFrom()))
                .filter(conversation ->
                        query.updatedTo() == null || !conversation.updatedAt().isAfter(query.updatedTo()))
                .filter(Objects.requireNonNullElse(query.filter(), conversation -> true))
                .filter(Objects.requireNonNullElse(query.search(), conversation -> true))
                .toList();
    }

    private static ConversationQuery page(ListOrder order, int number) {
        return new ConversationQuery(number, 50, order, false, null, null, null, null);
    }
}
