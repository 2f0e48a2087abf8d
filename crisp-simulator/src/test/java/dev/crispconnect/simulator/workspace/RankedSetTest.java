package dev.crispconnect.simulator.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RankedSetTest {

    private static final int ELEMENTS = 3_000;

    @Property(tries = 20)
    void itIsSortedAndCountedWhateverIsAddedAndRemoved(@ForAll long seed) {
        RankedSet<Integer> ranked = new RankedSet<>(Comparator.naturalOrder());
        TreeSet<Integer> model = new TreeSet<>();
        Random random = new Random(seed);
        for (int i = 0; i < ELEMENTS; i++) {
            toggle(ranked, model, random.nextInt(2 * ELEMENTS));
        }
        for (int i = 0; i < ELEMENTS; i++) {
            toggle(ranked, model, random.nextInt(200));
        }
        List<Integer> expected = new ArrayList<>(model);
        int bound = random.nextInt(2 * ELEMENTS);
        int from = random.nextInt(expected.size());
        int to = from + random.nextInt(expected.size() - from);

        assertThat(ranked.size()).isEqualTo(expected.size());
        assertThat(ranked.slice(0, ranked.size())).isEqualTo(expected);
        assertThat(ranked.slice(from, to)).isEqualTo(expected.subList(from, to));
        assertThat(ranked.countWhile(element -> element < bound))
                .isEqualTo(model.headSet(bound).size());
        assertThat(ranked.get(from)).isEqualTo(expected.get(from));
    }

    @Property(tries = 5)
    void itCanBeEmptiedAndFilledAgain(@ForAll int element) {
        RankedSet<Integer> ranked = new RankedSet<>(Comparator.naturalOrder());
        ranked.add(element);

        assertThat(ranked.remove(element)).isTrue();
        assertThat(ranked.remove(element)).isFalse();
        assertThat(ranked.size()).isZero();
        assertThat(ranked.slice(0, 1)).isEmpty();
        ranked.add(element);
        assertThat(ranked.slice(0, 1)).containsExactly(element);
    }

    private static void toggle(RankedSet<Integer> ranked, Set<Integer> model, int element) {
        if (model.add(element)) {
            ranked.add(element);
        } else {
            model.remove(element);
            ranked.remove(element);
        }
    }
}
