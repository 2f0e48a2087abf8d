package dev.crispconnect.sink.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
        Progress progress = new Progress(0, Duration.ZERO);
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
        Progress progress = new Progress(0, Duration.ZERO);
        progress.begin(5);
        progress.begin(6);
        progress.done(5);

        assertThat(progress.begin(5)).isFalse();
        assertThat(progress.begin(6)).isFalse();
        assertThat(progress.begin(7)).isTrue();
    }

    @Test
    void recordsThatNeverCameToUsAreCommittedWithTheOthers() {
        Progress progress = new Progress(0, Duration.ZERO);
        progress.begin(5);

        assertThat(progress.committable(9)).isEqualTo(5);
        progress.done(5);
        assertThat(progress.committable(9)).isEqualTo(9);
    }

    @Test
    void nothingIsCommittedBeyondTheConsumersPositionAsTheWorkerWouldCommitNothingAtAll() {
        Progress progress = new Progress(0, Duration.ZERO);
        progress.begin(5);
        progress.done(5);
        assertThat(progress.committable(5)).isEqualTo(5);

        progress.begin(6);
        assertThat(progress.committable(5)).isEqualTo(5);
    }

    @Test
    void noMoreRecordsAreExecutedThanTheBoundBeyondWhatTheWorkerHasCommitted() {
        Progress progress = new Progress(2, Duration.ZERO);
        for (long offset : new long[] {10, 20, 30}) {
            progress.begin(offset);
        }
        assertThat(progress.mayExecute(1, 0)).isTrue();
        assertThat(progress.mayExecute(2, 0)).isFalse();

        progress.done(10);
        assertThat(progress.committable(31)).isEqualTo(20);
        assertThat(progress.mayExecute(2, 0))
                .as("told to the worker, not known to be stored")
                .isFalse();

        assertThat(progress.committable(31)).isEqualTo(20);
        assertThat(progress.mayExecute(2, 0))
                .as("the worker came for the next one")
                .isTrue();
        assertThat(progress.mayExecute(3, 0)).isFalse();
    }

    @Test
    void anyNumberOfRecordsIsExecutedWithoutABoundAndNoneIsInDoubt() {
        Progress progress = new Progress(0, Duration.ZERO);

        assertThat(progress.mayExecute(1_000_000, 0)).isTrue();
        assertThat(progress.doubt().covers(0)).isFalse();
    }

    @Test
    void aCommitPressesOnlyWhenItWouldLetMoreBeExecuted() {
        Progress progress = new Progress(2, Duration.ZERO);
        progress.begin(1);
        progress.begin(2);
        assertThat(progress.isPressing()).isFalse();

        progress.done(1);
        assertThat(progress.isPressing()).isTrue();
        assertThat(progress.committable(3)).isEqualTo(2);
        assertThat(progress.isPressing()).isTrue();
        assertThat(progress.committable(3)).isEqualTo(2);
        assertThat(progress.isPressing()).isFalse();
    }
}
