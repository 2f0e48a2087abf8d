package dev.crispconnect.simulator.fault;

import java.util.List;
import java.util.Objects;

/**
 * Faults and when they strike. Begin with {@link #of} and change what matters. Immutable.
 *
 * @param faults what strikes; with several, each is equally likely
 * @param target which requests are struck
 * @param skip how many such requests pass first
 * @param times how many are struck; {@link #ALWAYS} for all until the plan is cleared
 * @param share which share of the requests that do not pass is struck, more than 0 and up to 1
 * @param seed the same seed strikes the same requests with the same faults, counted from the beginning of the plan
 */
public record Plan(List<Fault> faults, Target target, int skip, int times, double share, long seed) {

    /** Until the plan is cleared. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    public Plan {
        faults = List.copyOf(faults);
        Objects.requireNonNull(target, "target");
        require(!faults.isEmpty(), "A plan needs at least one fault.");
        require(skip >= 0, "A plan skips 0 requests or more, not " + skip + ".");
        require(times > 0, "A plan strikes once or more, not " + times + " times.");
        require(share >= 0 && share <= 1, "A plan strikes a share from 0 to 1, not " + share + ".");
    }

    /** The next request, whichever it is, meets this fault. */
    public static Plan of(Fault fault) {
        return of(List.of(fault));
    }

    /** The next request, whichever it is, meets one of these faults. */
    public static Plan of(List<Fault> faults) {
        return new Plan(faults, Target.any(), 0, 1, 1, 1);
    }

    /** Only for these requests. */
    public Plan at(Target wanted) {
        return new Plan(faults, wanted, skip, times, share, seed);
    }

    /** After so many of them have passed. */
    public Plan skipping(int count) {
        return new Plan(faults, target, count, times, share, seed);
    }

    /** So many of them. */
    public Plan times(int count) {
        return new Plan(faults, target, skip, count, share, seed);
    }

    /** All of them, from then on until the plan is cleared. */
    public Plan always() {
        return times(ALWAYS);
    }

    /** Only this share of them, chosen by the seed. */
    public Plan share(double wanted, long chosenSeed) {
        return new Plan(faults, target, skip, times, wanted, chosenSeed);
    }

    private static void require(boolean valid, String otherwise) {
        if (!valid) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
