package dev.crispconnect.source.feed;

import java.time.Duration;

/**
 * When to look, and how far back.
 *
 * @param pollInterval from one look at changes to the next
 * @param overlap how far each look reaches below the watermark, as changes become visible late
 * @param safetyLag how far the watermark stays behind Crisp's clock
 */
public record Rhythm(Duration pollInterval, Duration overlap, Duration safetyLag) {}
