package dev.crispconnect.source.feed;

import java.time.Duration;

/**
 * When to look, as the operator set it.
 *
 * @param inbox from one look at conversations to the next
 * @param people from one look at contacts to the next
 * @param directory from one look at operators and settings to the next
 * @param overlap how far each look reaches below the watermark, as changes become visible late
 * @param safetyLag how far the watermark stays behind Crisp's clock
 */
public record Pacing(Every inbox, Every people, Duration directory, Duration overlap, Duration safetyLag) {

    /**
     * Intervals of one kind of unit; zero where they are derived from what is left of the day's calls.
     *
     * @param poll while nothing is told as it happens
     * @param audit while everything is
     * @param refresh while what was told calls for a look
     */
    public record Every(Duration poll, Duration audit, Duration refresh) {}
}
