package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.journal.Line;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.function.Supplier;

/**
 * Notes in the journal which requests changed their website, and as which change: a write that is refused, or that finds
 * everything as it asks already, changes nothing. Called by the event loops.
 */
final class Effects {

    @SuppressWarnings("ThreadLocalUsage") // as many as there are simulators, and empty between two requests
    private final ThreadLocal<Watch> current = new ThreadLocal<>();

    private record Watch(Line line, Workspace workspace) {}

    /** Makes the answer of a request to write to that website. */
    Answer watch(Line line, Workspace workspace, Supplier<Answer> work) {
        return watch(new Watch(line, workspace), work);
    }

    /** Work that the present request leaves for later and that still counts as its own. */
    Runnable watched(Runnable work) {
        Watch watch = current.get();
        return watch == null
                ? work
                : () -> watch(watch, () -> {
                    work.run();
                    return null;
                });
    }

    private <T> T watch(Watch watch, Supplier<T> work) {
        long before = watch.workspace().lastChangeByThisThread();
        current.set(watch);
        try {
            return work.get();
        } finally {
            current.remove();
            long after = watch.workspace().lastChangeByThisThread();
            if (after > before) {
                watch.line().tookEffect(after);
            }
        }
    }
}
