package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WalkTest {

    @Test
    void readsAListOfOnePageWithOneCall() {
        MovingList list = MovingList.of(49);
        Walk<Long> walk = Walk.newestFirst(Item::createdAt);

        List<Long> read = list.readAll(walk);

        assertThat(read).containsExactlyElementsOf(list.ids());
        assertThat(list.calls).isEqualTo(1);
    }

    @Test
    void theOverlapCostsLessThanAQuarterMoreCalls() {
        MovingList list = MovingList.of(5_000);
        Walk<Long> walk = Walk.newestFirst(Item::createdAt);

        List<Long> read = list.readAll(walk);

        assertThat(read).containsExactlyElementsOf(list.ids());
        assertThat(list.calls).isLessThan(125);
    }

    @Test
    void aRemovalBetweenTwoPagesSkipsNothing() {
        MovingList list = MovingList.of(200);
        Walk<Long> walk = Walk.newestFirst(Item::createdAt);
        List<Long> read = new ArrayList<>(list.readOne(walk));
        Set<Long> stayed = list.removeFirst(30);

        read.addAll(list.readAll(walk));

        assertThat(read).doesNotHaveDuplicates().containsAll(stayed);
    }

    @Test
    void theEndIsFoundWhenEverythingBehindItWasRemoved() {
        MovingList list = MovingList.of(200);
        Walk<Long> walk = Walk.newestFirst(Item::createdAt);
        list.readOne(walk);
        list.readOne(walk);
        Set<Long> stayed = list.removeFirst(195);

        list.readAll(walk);

        assertThat(stayed).hasSize(5);
        assertThat(walk.ended()).isTrue();
        assertThat(walk.cutShort()).isFalse();
    }

    @Test
    void elementsThatShareOneTimeAreToldApart() {
        MovingList list = MovingList.allAt(170, 1_000);
        Walk<Long> walk = Walk.newestFirst(Item::createdAt);

        List<Long> read = list.readAll(walk);

        assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(list.ids());
    }

    @Test
    void aListThatIsNotNewestFirstIsNoticed() {
        MovingList list = MovingList.of(60);
        list.items.sort(Comparator.comparingLong(Item::createdAt));
        Walk<Long> walk = Walk.newestFirst(Item::createdAt);

        list.readAll(walk);

        assertThat(walk.inOrder()).isFalse();
    }

    @Test
    void aListInUnknownOrderIsReadToItsEnd() {
        MovingList list = MovingList.of(333);
        list.items.sort(Comparator.comparing(Item::id));
        Walk<Long> walk = Walk.exhaustive();

        List<Long> read = list.readAll(walk);

        assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(list.ids());
    }

    @Test
    void aListThatPromisesMoreButGivesNoneIsReported() {
        MovingList list = MovingList.of(150);
        list.deepestPlace = 100;
        Walk<Long> walk = Walk.newestFirst(Item::createdAt);

        list.readAll(walk);

        assertThat(walk.ended()).isTrue();
        assertThat(walk.cutShort()).isTrue();
    }

    @Test
    void aListThatGrowsAndShrinksBetweenPagesIsNotTakenForItsEnd() {
        MovingList list = MovingList.of(70);
        Walk<Long> walk = Walk.newestFirst(Item::createdAt);
        List<Long> read = new ArrayList<>();
        for (int move : List.of(56, 19, -4, 24, -23, 0, 9, -4)) {
            read.addAll(list.readOne(walk));
            list.move(move);
        }

        read.addAll(list.readAll(walk));

        assertThat(read).contains(1L);
        assertThat(walk.cutShort()).isFalse();
    }

    @Test
    void anEmptyListEndsAtOnce() {
        MovingList list = MovingList.of(0);
        Walk<Long> walk = Walk.newestFirst(Item::createdAt);

        assertThat(list.readAll(walk)).isEmpty();
        assertThat(list.calls).isEqualTo(1);
    }

    @Test
    void elementsWithoutATimeDoNotHideTheOthers() {
        MovingList list = MovingList.of(80);
        list.items.add(10, new Item<>("no time", 7_777, 0, 0, 7_777L));
        Walk<Long> walk = Walk.newestFirst(Item::createdAt);

        Set<Long> read = new HashSet<>(list.readAll(walk));

        assertThat(read).containsExactlyInAnyOrderElementsOf(list.ids());
    }

    @Property(tries = 1_000)
    void whateverStaysInTheListIsReadHoweverItMoves(
            @ForAll @IntRange(max = 400) int size,
            @ForAll @IntRange(min = 1, max = 9) int tiesOf,
            @ForAll @Size(max = 30) List<@IntRange(min = -60, max = 70) Integer> moves) {
        MovingList list = MovingList.tied(size, tiesOf);
        Walk<Long> walk = Walk.newestFirst(Item::createdAt);
        Set<Long> stayed = new HashSet<>(list.ids());
        List<Long> read = new ArrayList<>();
        for (int move : moves) {
            if (walk.ended()) {
                break;
            }
            read.addAll(list.readOne(walk));
            list.move(move);
            stayed.retainAll(list.ids());
        }

        read.addAll(list.readAll(walk));

        assertThat(read).doesNotHaveDuplicates().containsAll(stayed);
    }

    @Property(tries = 300)
    void aWalkResumesAfterARestartFromAnyElement(
            @ForAll @IntRange(min = 1, max = 300) int size,
            @ForAll @IntRange(min = 1, max = 9) int tiesOf,
            @ForAll @IntRange(min = 0, max = 299) int restartAfter,
            @ForAll @IntRange(min = -80, max = 200) int moved) {
        MovingList list = MovingList.tied(size, tiesOf);
        List<Walk.Placed<Long>> before = list.placed(Walk.newestFirst(Item::createdAt));
        List<Walk.Placed<Long>> done = before.subList(0, Math.min(restartAfter + 1, before.size()));
        long cursor = done.get(done.size() - 1).item().createdAt();
        Set<Long> tied = new HashSet<>();
        done.stream()
                .filter(placed -> placed.item().createdAt() == cursor)
                .forEach(placed -> tied.add(placed.item().identity()));
        Set<Long> open = new HashSet<>(list.ids());
        done.forEach(placed -> open.remove(placed.item().value()));
        list.move(moved);
        open.retainAll(list.ids());

        List<Long> read = list.readAll(Walk.resumed(
                Item::createdAt, cursor, tied, done.get(done.size() - 1).place()));

        assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(open);
    }

    /** A list as Crisp keeps it, newest first, that moves between two calls. */
    private static final class MovingList {

        private final List<Item<Long>> items = new ArrayList<>();
        private long nextId;
        private long now;
        private int calls;
        private long deepestPlace = Long.MAX_VALUE;

        static MovingList of(int size) {
            return tied(size, 1);
        }

        static MovingList tied(int size, int tiesOf) {
            MovingList list = new MovingList();
            list.now = 1_000_000;
            IntStream.range(0, size).forEach(i -> list.addNewest(list.now + i / tiesOf));
            list.now += size;
            return list;
        }

        static MovingList allAt(int size, long time) {
            MovingList list = new MovingList();
            IntStream.range(0, size).forEach(i -> list.addNewest(time));
            list.now = time + 1;
            return list;
        }

        private void addNewest(long time) {
            nextId++;
            items.add(0, new Item<>("id-" + nextId, nextId, time, time, nextId));
        }

        void insert(int count) {
            IntStream.range(0, count).forEach(i -> addNewest(++now));
        }

        Set<Long> removeFirst(int count) {
            items.subList(0, Math.min(count, items.size())).clear();
            return new HashSet<>(ids());
        }

        /** Adds that many, or removes as many as it is below zero, scattered. */
        void move(int count) {
            insert(count);
            for (int i = 0; i < -count && !items.isEmpty(); i++) {
                items.remove((i * 7 - count) % items.size());
            }
        }

        List<Long> ids() {
            return items.stream().map(Item::value).toList();
        }

        List<Long> readAll(Walk<Long> walk) {
            return placed(walk).stream().map(placed -> placed.item().value()).toList();
        }

        List<Walk.Placed<Long>> placed(Walk<Long> walk) {
            List<Walk.Placed<Long>> read = new ArrayList<>();
            while (!walk.ended()) {
                read.addAll(walk.take(page(walk.next())));
            }
            return read;
        }

        List<Long> readOne(Walk<Long> walk) {
            return walk.take(page(walk.next())).stream()
                    .map(placed -> placed.item().value())
                    .toList();
        }

        private ListPage<Long> page(PageChoice choice) {
            calls++;
            assertThat(calls).as("the walk must come to an end").isLessThan(2_000);
            int from = (int) Math.min(choice.start(), items.size());
            int to = (int) Math.min(choice.end(), items.size());
            boolean tooDeep = choice.end() > deepestPlace;
            List<Item<Long>> page = from < to && !tooDeep ? items.subList(from, to) : List.of();
            return new ListPage<>(page, choice.end() < items.size(), Instant.ofEpochMilli(now), false);
        }
    }
}
