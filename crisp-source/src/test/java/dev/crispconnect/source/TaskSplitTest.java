package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.source.position.Unit;
import dev.crispconnect.source.position.UnitKey;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TaskSplitTest {

    @Property(tries = 200)
    void everyUnitGoesToOneTaskAndNoTaskIsEmpty(
            @ForAll @IntRange(max = 20) int websites, @ForAll @IntRange(min = 1, max = 50) int maxTasks) {
        List<UnitKey> units = units(websites);

        List<List<UnitKey>> split = TaskSplit.split(units, maxTasks);

        assertThat(split).hasSizeLessThanOrEqualTo(maxTasks).noneMatch(List::isEmpty);
        assertThat(split.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(units);
    }

    @Property(tries = 50)
    void oneTaskMoreTakesUnitsFromOthersButMovesNoneBetweenThem(@ForAll @IntRange(min = 1, max = 9) int tasks) {
        List<UnitKey> units = units(20);

        List<List<UnitKey>> before = TaskSplit.split(units, tasks);
        List<List<UnitKey>> after = TaskSplit.split(units, tasks + 1);

        long keptTogether = after.stream()
                .filter(task -> before.stream().anyMatch(earlier -> earlier.containsAll(task)))
                .count();
        assertThat(keptTogether).isGreaterThanOrEqualTo(after.size() - 1L);
    }

    private static List<UnitKey> units(int websites) {
        return IntStream.range(0, websites)
                .mapToObj(i -> "website-" + i)
                .flatMap(website -> Arrays.stream(Unit.values()).map(unit -> new UnitKey(website, unit)))
                .toList();
    }
}
