package dev.crispconnect.benchmark;

import java.time.Duration;
import java.util.Locale;

/**
 * What one run of the sink brought, after its warm-up.
 *
 * @param setting the same for the sink and for the plain loop
 * @param plain the plain loop
 * @param sink the sink
 * @param calls how many calls the sink made for its commands
 * @param lookups how many calls it had spent in its warm-up, to look up what may have been sent before it started
 * @param memory of the worker
 * @param check what became of the commands
 * @param load of the machine
 */
record SinkFigures(
        Setting setting,
        Pace plain,
        Pace sink,
        long calls,
        long lookups,
        Memory memory,
        DeliveryCheck check,
        String load) {

    static final String HEADER = """
            | answer time | in flight | busy conversations | plain loop /s (cold) | sink /s (cold) | ratio | \
            CPU us per command: plain loop / worker | calls per command | look-ups at the start | worker peak heap / RSS MB | \
            delivery | load |
            |---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    /**
     * What a run is made with.
     *
     * @param thinkTime how long the simulator takes for each answer
     * @param inFlight how many calls are allowed at once
     * @param conversations among how many the messages are divided
     */
    record Setting(Duration thinkTime, int inFlight, int conversations) {}

    /**
     * How fast messages were sent.
     *
     * @param cold the first ones, in a process that was just started; the sink's begin with its look-ups
     * @param warm the others, which are the measured ones
     * @param cpu of the whole process, for the measured ones
     */
    record Pace(Rate cold, Rate warm, Duration cpu) {

        long cpuMicros() {
            return cpu.toNanos() / 1_000 / warm.count();
        }
    }

    /** The most that a process had of memory, in bytes. */
    record Memory(long heap, long resident) {}

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %d ms | %d | %,d | %,.0f (%,.0f) | %,.0f (%,.0f) | %.2f | %d / %d | %.3f | %,d | %d / %d | %s | %s |",
                setting.thinkTime().toMillis(),
                setting.inFlight(),
                setting.conversations(),
                plain.warm().perSecond(),
                plain.cold().perSecond(),
                sink.warm().perSecond(),
                sink.cold().perSecond(),
                sink.warm().perSecond() / plain.warm().perSecond(),
                plain.cpuMicros(),
                sink.cpuMicros(),
                (double) calls / sink.warm().count(),
                lookups,
                memory.heap() >> 20,
                memory.resident() >> 20,
                check,
                load);
    }
}
