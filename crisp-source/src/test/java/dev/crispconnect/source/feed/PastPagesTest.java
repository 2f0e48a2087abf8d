package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.source.position.Backfill;
import dev.crispconnect.source.position.Unit;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.position.WalkOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A past that is read under a moving end date, and what becomes of it where that is not to be had. */
class PastPagesTest {

    private static final UnitKey UNIT = new UnitKey("w", Unit.PEOPLE);
    private static final int A_MINUTE = 60_000;

    private final DatedList list = new DatedList();
    private PastPages<Long> pages = pages(list);
    private Backfill backfill = Backfill.NOT_STARTED;
    private final List<Long> read = new ArrayList<>();

    @Test
    void aPageNeedsToOverlapByOneElementOnly() throws InterruptedException {
        list.add(10_000, A_MINUTE);

        readAll();

        assertThat(read).containsExactlyElementsOf(list.ids());
        assertThat(list.calls()).isLessThanOrEqualTo((int) (1.03 * 10_000 / PageChoice.MOST));
    }

    @Test
    void theOffsetCountsTheElementsItHasComeBy() throws InterruptedException {
        list.add(170, A_MINUTE);

        readPages(3);

        assertThat(backfill.index()).isEqualTo(read.size() - 1L);
    }

    @Test
    void aRestartGoesOnWithTheFirstPageOfAWindow() throws InterruptedException {
        list.add(120, A_MINUTE);
        readPages(1);

        restart();
        readAll();

        assertThat(read).containsExactlyElementsOf(list.ids());
        assertThat(list.queries.get(1).until()).isLessThan(Long.MAX_VALUE);
        assertThat(list.queries).hasSize(3);
    }

    @Test
    void whatIsAddedMeanwhileCostsNothing() throws InterruptedException {
        list.add(150, A_MINUTE);
        readPages(1);
        list.add(500, A_MINUTE);

        readAll();

        assertThat(read).hasSize(150);
        assertThat(list.calls()).isEqualTo(4);
    }

    @Test
    void tenThousandOfOneMillisecondAreReadByNumber() throws InterruptedException {
        list.add(60, A_MINUTE);
        list.add(10_000, 0);
        list.add(60, A_MINUTE);

        readAll();

        assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(list.ids());
        assertThat(list.calls()).isLessThan(260);
    }

    @Test
    void thousandsOfOneSecondAreReadByNumber() throws InterruptedException {
        list.end = FakeFilter.End.BY_THE_SECOND;
        for (int second = 0; second < 5; second++) {
            list.add(900, 1);
        }

        readAll();

        assertThat(read).containsExactlyElementsOf(list.ids());
        assertThat(list.calls()).isLessThan(130);
    }

    @Test
    void whereWhatAPageShouldBeginWithWasRemovedOneCallProvesThatNothingElseIsMissing() throws InterruptedException {
        list.add(300, A_MINUTE);
        readPages(2);
        List<Long> stay = list.idsBut(read.get(read.size() - 1));

        readAll();

        assertThat(read).containsAll(stay).doesNotHaveDuplicates();
        assertThat(list.queries.stream().filter(query -> !query.isFiltered())).hasSize(2);
    }

    @Test
    void whereTheRestWasRemovedTheWalkEnds() throws InterruptedException {
        list.add(300, A_MINUTE);
        readPages(2);
        list.removeFrom(read.get(read.size() - 1));

        readAll();

        assertThat(list.calls()).isLessThan(8);
    }

    @Test
    void aFilterThatShowsWhatIsNewerIsAskedForOnceOnly() throws InterruptedException {
        list.add(300, A_MINUTE);
        list.end = FakeFilter.End.IGNORED;

        readAll();

        assertThat(read).containsExactlyElementsOf(list.ids());
        assertThat(list.queries.stream().filter(PageQuery::isFiltered)).hasSize(1);
    }

    @Test
    void aFilterThatLeavesOutWhatItShouldNotIsAskedForOnceOnly() throws InterruptedException {
        list.add(300, A_MINUTE);
        list.end = FakeFilter.End.AN_HOUR_TOO_EARLY;

        readAll();

        assertThat(read).containsExactlyElementsOf(list.ids());
        assertThat(list.queries.stream().filter(PageQuery::isFiltered)).hasSize(1);
    }

    @Test
    void aFilterThatThePlanRefusesInMidWalkIsAskedForNoMore() throws InterruptedException {
        list.add(300, A_MINUTE);
        readPages(3);
        list.refused = true;

        readAll();

        assertThat(read).containsExactlyElementsOf(list.ids());
        assertThat(list.refusals).isEqualTo(1);
    }

    @Test
    void thePageThatIsAskedForEarlyIsTheOneThatIsReadNext() throws InterruptedException {
        list.add(170, A_MINUTE);
        list.add(120, 1);
        list.add(170, A_MINUTE);
        boolean last = false;
        while (!last) {
            PastPages.Past<Long> past = pages.past(backfill);
            emit(past);
            pages.askForPageBehind(past, backfill);
            int asked = list.queries.size();
            last = past.last();
            if (!last) {
                last = emit(pages.past(backfill));
                assertThat(list.queries.get(asked)).isEqualTo(list.early);
            }
        }

        assertThat(read).containsExactlyElementsOf(list.ids());
    }

    @Property(tries = 2_000)
    void whateverStaysInTheListIsReadHoweverItMoves(
            @ForAll @Size(max = 12) List<@IntRange(max = 120) Integer> runs,
            @ForAll FakeFilter.End end,
            @ForAll @IntRange(max = 20) int refusedAfter,
            @ForAll @IntRange(max = 4) int restarts,
            @ForAll @Size(max = 30) List<@IntRange(min = -60, max = 70) Integer> moves)
            throws InterruptedException {
        PastPagesTest each = new PastPagesTest();
        each.readWhileItMoves(runs, end, refusedAfter, restarts, moves);
    }

    private void readWhileItMoves(
            List<Integer> runs, FakeFilter.End end, int refusedAfter, int restarts, List<Integer> moves)
            throws InterruptedException {
        list.end = end;
        for (int i = 0; i < runs.size(); i++) {
            list.add(runs.get(i), List.of(0, 1, 300, 1_000, A_MINUTE).get(i % 5));
        }
        Set<Long> stayed = new HashSet<>(list.ids());
        boolean last = false;
        for (int i = 0; i < moves.size() && !last; i++) {
            list.refused = i >= refusedAfter;
            if (i % 5 < restarts) {
                restart();
            }
            last = emit(pages.past(backfill));
            list.move(moves.get(i));
            stayed.retainAll(list.ids());
        }
        if (!last) {
            readAll();
        }

        assertThat(read).doesNotHaveDuplicates().containsAll(stayed);
    }

    private void restart() {
        pages = pages(list);
    }

    private void readAll() throws InterruptedException {
        boolean last = false;
        while (!last) {
            last = emit(pages.past(backfill));
        }
    }

    private void readPages(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            emit(pages.past(backfill));
        }
    }

    /** Returns whether nothing follows. */
    private boolean emit(PastPages.Past<Long> past) {
        for (Walk.Placed<Long> placed : past.items()) {
            read.add(placed.item().value());
            backfill = backfill.reached(placed.item().createdAt(), placed.item().identity(), placed.place());
        }
        return past.last();
    }

    private static PastPages<Long> pages(DatedList list) {
        return new PastPages<>(UNIT, list, new CrispClock(new ManualTime()), new UnusualSizes());
    }

    /** A list as Crisp keeps it, newest first, that honours the end of a window. */
    private static final class DatedList implements BareListing<Long> {

        private final List<Item<Long>> items = new ArrayList<>();
        private final List<PageQuery> queries = new ArrayList<>();
        private final FakeFilter filter = new FakeFilter();
        private FakeFilter.End end = FakeFilter.End.BY_THE_MILLISECOND;
        private boolean refused;
        private int refusals;
        private PageQuery early;
        private long now = 1_700_000_000_000L;

        void add(int count, int apart) {
            for (int i = 0; i < count; i++) {
                now += apart;
                long id = now * 100_000 + items.size();
                items.add(0, new Item<>("id-" + id, id, now, now, id));
            }
            now += 1_007;
        }

        /** Adds that many, or removes as many as it is below zero, scattered. */
        void move(int count) {
            add(Math.max(0, count), 40);
            for (int i = 0; i < -count && !items.isEmpty(); i++) {
                items.remove((i * 7 - count) % items.size());
            }
        }

        List<Long> ids() {
            return items.stream().map(Item::value).toList();
        }

        /** Removes one; those that stay. */
        List<Long> idsBut(long removed) {
            items.removeIf(item -> item.value() == removed);
            return ids();
        }

        void removeFrom(long first) {
            items.subList(ids().indexOf(first), items.size()).clear();
        }

        int calls() {
            return queries.size();
        }

        @Override
        public ListPage<Long> page(PageQuery query) {
            queries.add(query);
            assertThat(queries.size()).as("the walk must come to an end").isLessThan(2_000);
            if (refused && query.isFiltered()) {
                refusals++;
                throw Denials.of("subscription_upgrade_required", 402);
            }
            filter.end = end;
            List<Item<Long>> shown = items.stream()
                    .filter(item -> filter.passes(item.createdAt(), query))
                    .toList();
            int from = (int) Math.min(query.choice().start(), shown.size());
            int to = (int) Math.min(query.choice().end(), shown.size());
            return new ListPage<>(shown.subList(from, to), to < shown.size(), null, false);
        }

        @Override
        public void askForPast(PageQuery query) {
            early = query;
        }

        @Override
        public WalkOrder filteredBy() {
            return WalkOrder.CREATED;
        }
    }
}
