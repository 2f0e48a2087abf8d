package dev.crispconnect.simulator.workspace;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Chance without a memory: what is drawn for a number follows from the seed and that number alone. */
record Chance(long seed) {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    /** A chance of its own for one purpose. */
    Chance of(long purpose) {
        return new Chance(mixed(seed + purpose * GOLDEN));
    }

    long bits(long number) {
        return mixed(seed ^ mixed(number + GOLDEN));
    }

    /** From 0 to below the bound. */
    int below(int bound, long number) {
        return (int) Math.floorMod(bits(number), (long) bound);
    }

    <T> T pick(List<T> list, long number) {
        return list.get(below(list.size(), number));
    }

    /** For when there is more than one thing to draw. */
    RandomGenerator generator(long number) {
        return new SplittableRandom(bits(number));
    }

    /** Stafford's variant 13 of the finisher of MurmurHash3. */
    private static long mixed(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
