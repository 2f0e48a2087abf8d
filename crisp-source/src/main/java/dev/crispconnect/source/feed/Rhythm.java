package dev.crispconnect.source.feed;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * When to look, and how far back.
 *
 * @param tempo from one look to the next
 * @param overlap how far each look reaches below the watermark, as changes become visible late
 * @param safetyLag how far the watermark stays behind Crisp's clock
 */
record Rhythm(Tempo tempo, Duration overlap, Duration safetyLag) {

    /**
     * How often to look. Asked each time, as it may depend on how many calls are left.
     *
     * @param poll while nothing is told as it happens
     * @param audit while everything is told as it happens, to be sure
     * @param refresh while what was told calls for a look
     */
    record Tempo(Supplier<Duration> poll, Supplier<Duration> audit, Supplier<Duration> refresh) {}
}
