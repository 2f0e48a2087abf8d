package dev.crispconnect.benchmark;

import java.time.Duration;
import java.util.Locale;

/**
 * What one run of the sink brought.
 *
 * @param thinkTime how long the simulator took for each answer
 * @param inFlight how many calls were allowed at once, for the sink and for the plain loop
 * @param sink how fast the sink's calls arrived
 * @param plain how fast the plain loop's calls arrived; null before it is set beside
 * @param calls how many calls the sink made
 * @param cpu CPU time of the whole worker from the first call to the last
 * @param peakHeapBytes of the worker
 * @param outOfOrder messages that stand before one that was commanded earlier, in the same conversation
 */
record SinkFigures(
        Duration thinkTime,
        int inFlight,
        Rate sink,
        Rate plain,
        long calls,
        Duration cpu,
        long peakHeapBytes,
        int outOfOrder) {

    static final String HEADER = """
            | answer time | in flight | plain loop /s (steady) | sink /s (steady) | ratio (steady) | calls per command | \
            worker CPU us per command | worker peak heap MB | out of order |
            |---|---|---|---|---|---|---|---|---|
            """;

    SinkFigures beside(Rate other) {
        return new SinkFigures(thinkTime, inFlight, sink, other, calls, cpu, peakHeapBytes, outOfOrder);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %d ms | %d | %,.0f (%,.0f) | %,.0f (%,.0f) | %.2f (%.2f) | %.3f | %d | %d | %d |",
                thinkTime.toMillis(),
                inFlight,
                plain.perSecond(),
                plain.steadyPerSecond(),
                sink.perSecond(),
                sink.steadyPerSecond(),
                sink.perSecond() / plain.perSecond(),
                sink.steadyPerSecond() / plain.steadyPerSecond(),
                (double) calls / sink.count(),
                cpu.toNanos() / 1_000 / sink.count(),
                peakHeapBytes / (1 << 20),
                outOfOrder);
    }
}
