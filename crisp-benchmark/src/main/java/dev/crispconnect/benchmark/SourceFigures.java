package dev.crispconnect.benchmark;

import java.time.Duration;
import java.util.Locale;

/**
 * What a backfill brought.
 *
 * @param records how many records were read from the topics
 * @param took from the first call to the last record
 * @param calls how many calls were made
 * @param cpu CPU time of the whole worker, its start included
 * @param peakHeapBytes of the worker
 */
record SourceFigures(long records, Duration took, long calls, Duration cpu, long peakHeapBytes) {

    static final String HEADER = """
            | records | seconds | records /s | calls | calls per 1,000 records | worker CPU us per record | worker peak heap MB |
            |---|---|---|---|---|---|---|
            """;

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %,d | %.1f | %,.0f | %,d | %.1f | %d | %d |",
                records,
                took.toMillis() / 1e3,
                records / (took.toNanos() / 1e9),
                calls,
                calls * 1e3 / records,
                cpu.toNanos() / 1_000 / records,
                peakHeapBytes / (1 << 20));
    }
}
