package dev.crispconnect.benchmark;

import java.time.Duration;
import java.util.Locale;

/**
 * What a backfill brought.
 *
 * @param shape what was read
 * @param constant of a source that only hands over, on the same worker before
 * @param cold of the source, in a worker that has just begun
 * @param warm of the source, in the same worker after that
 * @param calls how many calls were made
 * @param peakHeapBytes of the worker
 * @param load how busy the machine was
 */
record SourceFigures(Shape shape, Pace constant, Pace cold, Pace warm, long calls, long peakHeapBytes, String load) {

    static final String HEADER = """
            | conversations | messages in each | records | bytes in each: constant, backfill | constant source /s | backfill /s: cold, warm | ratio | worker CPU us per record, each | ratio | \
            calls | fewest calls possible | ratio | worker peak heap MB | load |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    /**
     * How fast a source was.
     *
     * @param perSecond records
     * @param cpuPerRecord of the whole worker, which tells more than the seconds when others use the machine
     * @param bytes of a record's value, on average
     */
    record Pace(double perSecond, Duration cpuPerRecord, long bytes) {}

    /**
     * What is in the workspace and read from it.
     *
     * @param messagesEach 0 when only the conversations are read
     */
    record Shape(int conversations, int messagesEach) {

        private static final int CONVERSATIONS_A_CALL = 50;
        private static final int MESSAGES_A_CALL = 40;

        long records() {
            return conversations * (1L + messagesEach);
        }

        String feeds() {
            return messagesEach == 0 ? "conversations" : "conversations,messages";
        }

        /** Full pages of the list, and full batches of each conversation's messages. */
        long fewestCalls() {
            return ceil(conversations, CONVERSATIONS_A_CALL) + conversations * ceil(messagesEach, MESSAGES_A_CALL);
        }

        private static long ceil(long count, long size) {
            return (count + size - 1) / size;
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %,d | %d | %,d | %d, %d | %,.0f | %,.0f, %,.0f | %.2f | %d, %d | %.2f | %,d | %,d | %.3f | %d | %s |",
                shape.conversations(),
                shape.messagesEach(),
                shape.records(),
                constant.bytes(),
                warm.bytes(),
                constant.perSecond(),
                cold.perSecond(),
                warm.perSecond(),
                warm.perSecond() / constant.perSecond(),
                constant.cpuPerRecord().toNanos() / 1_000,
                warm.cpuPerRecord().toNanos() / 1_000,
                (double) constant.cpuPerRecord().toNanos() / warm.cpuPerRecord().toNanos(),
                calls,
                shape.fewestCalls(),
                (double) calls / shape.fewestCalls(),
                peakHeapBytes / (1 << 20),
                load);
    }
}
