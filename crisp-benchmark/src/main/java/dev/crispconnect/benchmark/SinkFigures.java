package dev.crispconnect.benchmark;

import java.time.Duration;
import java.util.Locale;

/**
 * What one run of the sink brought.
 *
 * @param setting the same for the sink and for the plain loop
 * @param plain how fast the plain loop's calls arrived
 * @param sink how fast the sink's calls arrived
 * @param commandCalls how many calls the sink made to execute commands, repetitions included
 * @param otherCalls how many more it made: to try its settings, and to look up what may have been sent before it started
 * @param cpu CPU time of the whole worker from the first call to the last
 * @param peakHeapBytes of the worker
 * @param outOfOrder messages that stand before one that was commanded earlier, in the same conversation
 */
record SinkFigures(
        Setting setting,
        Rate plain,
        Rate sink,
        long commandCalls,
        long otherCalls,
        Duration cpu,
        long peakHeapBytes,
        int outOfOrder) {

    static final String HEADER = """
            | answer time | in flight | plain loop /s (steady) | sink /s (steady) | ratio (steady) | calls per command | other calls | \
            worker CPU us per command | worker peak heap MB | out of order |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    /**
     * What a run is made with.
     *
     * @param thinkTime how long the simulator takes for each answer
     * @param inFlight how many calls are allowed at once
     */
    record Setting(Duration thinkTime, int inFlight) {}

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %d ms | %d | %,.0f (%,.0f) | %,.0f (%,.0f) | %.2f (%.2f) | %.3f | %d | %d | %d | %d |",
                setting.thinkTime().toMillis(),
                setting.inFlight(),
                plain.perSecond(),
                plain.steadyPerSecond(),
                sink.perSecond(),
                sink.steadyPerSecond(),
                sink.perSecond() / plain.perSecond(),
                sink.steadyPerSecond() / plain.steadyPerSecond(),
                (double) commandCalls / sink.count(),
                otherCalls,
                cpu.toNanos() / 1_000 / sink.count(),
                peakHeapBytes / (1 << 20),
                outOfOrder);
    }
}
