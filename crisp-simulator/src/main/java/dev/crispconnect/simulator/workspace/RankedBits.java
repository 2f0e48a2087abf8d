package dev.crispconnect.simulator.workspace;

import java.util.function.IntPredicate;

/**
 * Some of the numbers from 0 to below a bound, one bit each. Knows how many come before a number and which is the n-th, in
 * steps that hardly grow with the bound. Numbers only ever leave. Not thread-safe.
 */
final class RankedBits {

    private static final int WORDS = 8;

    private final long[] words;
    // counts of eight words each, as a Fenwick tree
    private final int[] tree;
    private int size;

    RankedBits(int bound, IntPredicate members) {
        this.words = new long[(int) ((bound + 63L) / Long.SIZE)];
        for (int number = 0; number < bound; number++) {
            if (members.test(number)) {
                words[number / Long.SIZE] |= 1L << number;
                size++;
            }
        }
        this.tree = new int[(words.length + WORDS - 1) / WORDS + 1];
        for (int word = 0; word < words.length; word++) {
            tree[word / WORDS + 1] += Long.bitCount(words[word]);
        }
        for (int node = 1; node < tree.length; node++) {
            int parent = node + (node & -node);
            if (parent < tree.length) {
                tree[parent] += tree[node];
            }
        }
    }

    /** How many numbers are in it. */
    int size() {
        return size;
    }

    boolean contains(int number) {
        return (words[number / Long.SIZE] & (1L << number)) != 0;
    }

    /** Whether it was in it. */
    boolean remove(int number) {
        if (!contains(number)) {
            return false;
        }
        words[number / Long.SIZE] &= ~(1L << number);
        size--;
        for (int node = number / Long.SIZE / WORDS + 1; node < tree.length; node += node & -node) {
            tree[node]--;
        }
        return true;
    }

    /** How many of its numbers are smaller; the bound itself may be asked for. */
    int rank(int number) {
        int last = number / Long.SIZE;
        int count = 0;
        for (int node = last / WORDS; node > 0; node -= node & -node) {
            count += tree[node];
        }
        for (int word = last / WORDS * WORDS; word < last; word++) {
            count += Long.bitCount(words[word]);
        }
        boolean between = number % Long.SIZE != 0;
        return between ? count + Long.bitCount(words[last] & ((1L << number) - 1)) : count;
    }

    /** The number of that rank, from 0 and below {@link #size}. */
    int select(int rank) {
        int node = 0;
        int left = rank;
        for (int step = Integer.highestOneBit(tree.length); step > 0; step /= 2) {
            if (node + step < tree.length && tree[node + step] <= left) {
                node += step;
                left -= tree[node];
            }
        }
        int word = node * WORDS;
        while (Long.bitCount(words[word]) <= left) {
            left -= Long.bitCount(words[word++]);
        }
        long bits = words[word];
        for (; left > 0; left--) {
            bits &= bits - 1;
        }
        return word * Long.SIZE + Long.numberOfTrailingZeros(bits);
    }
}
