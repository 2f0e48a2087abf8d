package dev.crispconnect.sink.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ProgressPropertiesTest {

    @Property
    void nothingIsCommittedBeforeItsOutcomeWhateverTheOrder(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 1, max = 3) Integer> steps, @ForAll long seed) {
        Progress progress = new Progress();
        TreeSet<Long> undone = new TreeSet<>();
        long offset = 10;
        for (int step : steps) {
            offset += step;
            assertThat(progress.begin(offset)).isTrue();
            undone.add(offset);
        }
        List<Long> order = new ArrayList<>(undone);
        Collections.shuffle(order, new Random(seed));

        for (long done : order) {
            assertThat(progress.committable(offset + 1)).isEqualTo(undone.first());
            assertThat(progress.outstanding()).isEqualTo(undone.size());
            progress.done(done);
            undone.remove(done);
        }

        assertThat(progress.committable(offset + 1)).isEqualTo(offset + 1);
    }

    @Test
    void aRecordThatComesAgainIsNotTakenInTwiceBeItInFlightOrDone() {
        Progress progress = new Progress();
        progress.begin(5);
        progress.begin(6);
        progress.done(5);

        assertThat(progress.begin(5)).isFalse();
        assertThat(progress.begin(6)).isFalse();
        assertThat(progress.begin(7)).isTrue();
    }

    @Test
    void recordsThatNeverCameToUsAreCommittedWithTheOthers() {
        Progress progress = new Progress();
        progress.begin(5);

        assertThat(progress.committable(9)).isEqualTo(5);
        progress.done(5);
        assertThat(progress.committable(9)).isEqualTo(9);
    }

    @Test
    void nothingIsCommittedBeyondTheConsumersPositionAsTheWorkerWouldCommitNothingAtAll() {
        Progress progress = new Progress();
        progress.begin(5);
        progress.done(5);
        assertThat(progress.committable(5)).isEqualTo(5);

        progress.begin(6);
        assertThat(progress.committable(5)).isEqualTo(5);
    }
}
