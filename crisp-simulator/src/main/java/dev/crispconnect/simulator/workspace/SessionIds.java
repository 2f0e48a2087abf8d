package dev.crispconnect.simulator.workspace;

import java.util.OptionalLong;
import java.util.UUID;

/**
 * Session ids that stand for numbers: they look as random as the others and are told from them without a table. Of the 122
 * bits that a UUID of version 4 leaves free, 60 are the number, scrambled by a Feistel network, and 62 are a check.
 */
final class SessionIds {

    private static final String PREFIX = "session_";
    private static final int LENGTH = PREFIX.length() + 36;
    private static final int HALF = 30;
    private static final long HALF_MASK = (1L << HALF) - 1;
    private static final int ROUNDS = 4;

    private final Chance rounds;
    private final Chance check;

    SessionIds(Chance chance) {
        this.rounds = chance.of(1);
        this.check = chance.of(2);
    }

    /** @param number from 0 to below 2 to the power of 60 */
    String of(long number) {
        long scrambled = scrambled(number);
        long high = ((scrambled & ~0xfffL) << 4) | 0x4000L | (scrambled & 0xfffL);
        long low = (check.bits(number) >>> 2) | 0x8000000000000000L;
        return PREFIX + new UUID(high, low);
    }

    /** The number that an id stands for; none when it was not made here. */
    OptionalLong number(String sessionId) {
        if (sessionId.length() != LENGTH || !sessionId.startsWith(PREFIX)) {
            return OptionalLong.empty();
        }
        try {
            long high = UUID.fromString(sessionId.substring(PREFIX.length())).getMostSignificantBits();
            long number = unscrambled(((high >>> 4) & ~0xfffL) | (high & 0xfffL));
            return of(number).equals(sessionId) ? OptionalLong.of(number) : OptionalLong.empty();
        } catch (IllegalArgumentException noUuid) {
            return OptionalLong.empty();
        }
    }

    private long scrambled(long number) {
        long left = number >>> HALF;
        long right = number & HALF_MASK;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ shuffled(right, round);
            left = right;
            right = next;
        }
        return (left << HALF) | right;
    }

    private long unscrambled(long scrambled) {
        long left = scrambled >>> HALF;
        long right = scrambled & HALF_MASK;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            long before = right ^ shuffled(left, round);
            right = left;
            left = before;
        }
        return (left << HALF) | right;
    }

    private long shuffled(long half, int round) {
        return rounds.bits(((long) round << HALF) | half) & HALF_MASK;
    }
}
