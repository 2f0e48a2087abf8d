package dev.crispconnect.simulator.switches;

import dev.crispconnect.simulator.switches.AnswerSwitch.PlanFeature;
import java.time.Duration;

/**
 * What a workspace pays for (Crisp API reference, section 2.2): the figures are those of Crisp's own importer. Which plan
 * includes search and filters is our choice.
 */
public enum Plan {
    /** Everything, as often as wanted. */
    UNLIMITED(Integer.MAX_VALUE, 0, Integer.MAX_VALUE),
    FREE(10, 90, 1),
    MINI(15, 60, 3),
    ESSENTIALS(25, 60, 10),
    PLUS(40, 60, 10);

    private final int creations;
    private final Duration window;
    private final int participants;

    Plan(int creations, int windowSeconds, int participants) {
        this.creations = creations;
        this.window = Duration.ofSeconds(windowSeconds);
        this.participants = participants;
    }

    /** How many conversations may be created within a {@link #window}. */
    public int creations() {
        return creations;
    }

    /** The time in which {@link #creations} are counted. */
    public Duration window() {
        return window;
    }

    /** How many participants a conversation may have. */
    public int participants() {
        return participants;
    }

    /** Whether the plan does without that: the free one has dates to filter by, and nothing else. */
    public boolean lacks(PlanFeature feature) {
        return this == FREE && feature != PlanFeature.DATE_FILTERS;
    }
}
