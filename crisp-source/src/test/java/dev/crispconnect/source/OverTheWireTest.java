package dev.crispconnect.source;

import dev.crispconnect.source.WireScene.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The connector, its task and the simulator over real HTTP and real sockets, while anything happens at any time. A soak:
 * {@code -Dwire.tries=2000}. A failure names its seed: {@code -Dwire.seed=<seed> -Dwire.tries=1} repeats it. Time is moved by
 * hand, and stands still while something travels.
 */
class OverTheWireTest {

    private static final int LENGTH = 40;

    private static final EnumSet<Kind> SILENT_LOSSES = EnumSet.of(Kind.LOSE, Kind.HOLD_BACK);

    @Test
    void everythingArrivesOnceAndInOrder() throws InterruptedException {
        run(EnumSet.complementOf(SILENT_LOSSES), scene -> {
            scene.assertEveryMessageArrived();
            scene.assertNothingArrivedTwice();
            scene.assertOrder();
            scene.assertNewestStates();
            scene.assertWhatWasHeardIsThere();
        });
    }

    @Test
    void whatIsNeverToldThoughTheSocketLivesArrivesOnceAllTheSame() throws InterruptedException {
        // an operator who answers has read what was never told, so that nothing tells of it any more
        run(EnumSet.complementOf(EnumSet.of(Kind.OPERATOR_ANSWERS)), scene -> {
            scene.assertEveryMessageArrived();
            scene.assertNothingArrivedTwice();
            scene.assertNewestStates();
        });
    }

    private interface Assertions {
        void hold(WireScene scene);
    }

    private static void run(EnumSet<Kind> kinds, Assertions assertions) throws InterruptedException {
        long first = Long.getLong("wire.seed", 1);
        int tries = Integer.getInteger("wire.tries", 60);
        Kind[] choice = kinds.toArray(new Kind[0]);
        for (long seed = first; seed < first + tries; seed++) {
            Random random = new Random(seed);
            List<Kind> timeline = new ArrayList<>();
            for (int i = 0; i < LENGTH; i++) {
                timeline.add(choice[random.nextInt(choice.length)]);
            }
            try (WireScene scene = new WireScene(seed)) {
                scene.worker.start();
                for (Kind kind : timeline) {
                    scene.happen(kind);
                }
                scene.calmDown();
                assertions.hold(scene);
            } catch (AssertionError failed) {
                throw new AssertionError("seed=" + seed + " timeline=" + timeline, failed);
            }
        }
    }
}
