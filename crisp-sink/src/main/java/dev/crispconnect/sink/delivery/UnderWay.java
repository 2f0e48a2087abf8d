package dev.crispconnect.sink.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The executions that have begun and not ended. Guarded by the lock of the {@link Lanes}. */
final class UnderWay {

    private final Set<Execution> running = new HashSet<>();
    private final Map<Execution, CountDownLatch> watched = new HashMap<>();

    int size() {
        return running.size();
    }

    void began(Execution execution) {
        running.add(execution);
    }

    void ended(Execution execution) {
        running.remove(execution);
        CountDownLatch watcher = watched.remove(execution);
        if (watcher != null) {
            watcher.countDown();
        }
    }

    /** Those that are to end now. */
    Leaving leaving(Predicate<Order> which) {
        List<Execution> executions = running.stream()
                .filter(execution -> which.test(execution.order()))
                .toList();
        CountDownLatch left = new CountDownLatch(executions.size());
        executions.forEach(execution -> watched.put(execution, left));
        return new Leaving(executions, left);
    }

    /**
     * Executions that are to end. Not guarded by anything: used by the thread that wants it.
     *
     * @param left counted down by each that has ended
     */
    record Leaving(List<Execution> executions, CountDownLatch left) {

        /**
         * Gives those whose calls are on the wire a moment to end, and drops the rest.
         *
         * @throws InterruptedException when interrupted while waiting; then nothing is cancelled
         */
        void endWithin(Duration moment) throws InterruptedException {
            // a call that is sent in this very moment is cancelled by the one who sends it
            executions.stream().filter(Execution::isIdle).forEach(Execution::drop);
            if (!left.await(moment.toNanos(), TimeUnit.NANOSECONDS)) {
                executions.forEach(Execution::drop);
            }
        }
    }
}
