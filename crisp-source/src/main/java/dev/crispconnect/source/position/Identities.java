package dev.crispconnect.source.position;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An immutable bag of {@link Identity identities}, each with the time (epoch milliseconds) that decides when it may be
 * forgotten. Adding shares what was there, so that the position of every record in flight can hold its own.
 *
 * <p>Bags that grew out of each other share an index, too: asking and adding are for one thread. Whatever else reads a bag
 * that was published to another thread is safe.
 */
public final class Identities {

    public static final Identities NONE = new Identities(null, new Entry(0, 0), 0, null);

    private static final int VARINT_PAYLOAD_BITS = 7;

    private final Identities rest;
    private final Entry newest;
    private final int size;
    private final Lineage lineage;

    private Identities(Identities rest, Entry newest, int size, Lineage lineage) {
        this.rest = rest;
        this.newest = newest;
        this.size = size;
        this.lineage = lineage;
    }

    /** What a line of bags, each one entry longer than the one before, has in common. */
    private static final class Lineage {

        /** How each identity came into it first. */
        private final Map<Long, First> firsts = new HashMap<>();

        private int longest;
    }

    /**
     * An identity's first entry.
     *
     * @param size how large the bag was with it
     */
    private record First(int size, long time) {}

    /** One identity and its time. */
    public record Entry(long time, long identity) {

        /** The same, at this time, epoch milliseconds, if that is later. */
        public Entry notBefore(long earliest) {
            return earliest <= time ? this : new Entry(earliest, identity);
        }
    }

    public int size() {
        return size;
    }

    /** The identities without their times. */
    public Set<Long> asSet() {
        Set<Long> set = new HashSet<>();
        for (Identities at = this; at.rest != null; at = at.rest) {
            set.add(at.newest.identity);
        }
        return set;
    }

    /** The latest time of each identity. */
    public Map<Long, Long> latest() {
        Map<Long, Long> latest = new HashMap<>();
        for (Identities at = this; at.rest != null; at = at.rest) {
            latest.merge(at.newest.identity, at.newest.time, Math::max);
        }
        return latest;
    }

    public boolean contains(long identity) {
        return first(identity) != null;
    }

    /** Null when it is not there. */
    private First first(long identity) {
        First first = lineage == null ? null : lineage.firsts.get(identity);
        return first == null || first.size > size ? null : first;
    }

    /** Whether this very entry is there. */
    boolean holds(Entry entry) {
        First first = first(entry.identity);
        if (first == null || first.time == entry.time) {
            return first != null;
        }
        // it came again, at other times
        for (Identities at = this; at.size > first.size; at = at.rest) {
            if (at.newest.identity == entry.identity && at.newest.time == entry.time) {
                return true;
            }
        }
        return false;
    }

    public Identities plus(long time, long identity) {
        Lineage extended = lineage != null && lineage.longest == size ? lineage : branch();
        extended.longest = size + 1;
        extended.firsts.putIfAbsent(identity, new First(size + 1, time));
        return new Identities(this, new Entry(time, identity), size + 1, extended);
    }

    /** An index for a bag beside those that grew out of this one already. */
    private Lineage branch() {
        Lineage branch = new Lineage();
        for (Identities at = this; at.rest != null; at = at.rest) {
            branch.firsts.put(at.newest.identity, new First(at.size, at.newest.time));
        }
        return branch;
    }

    /** Those of this time and later. */
    public Identities since(long time) {
        Identities kept = NONE;
        for (Entry entry : sorted()) {
            if (entry.time >= time) {
                kept = kept.plus(entry.time, entry.identity);
            }
        }
        return kept.size == size ? this : kept;
    }

    /** Those of this time and earlier. */
    public Identities until(long time) {
        Identities kept = NONE;
        for (Entry entry : sorted()) {
            if (entry.time <= time) {
                kept = kept.plus(entry.time, entry.identity);
            }
        }
        return kept.size == size ? this : kept;
    }

    /**
     * The time of the newest one that has to go if only {@code most} may stay.
     *
     * @throws IllegalArgumentException when all may stay
     */
    public long newestBeyond(int most) {
        if (size <= most) {
            throw new IllegalArgumentException("nothing is beyond " + most);
        }
        return sorted().get(size - most - 1).time;
    }

    /** As one line of text: by time, the distance to the time before as a variable-length number, then 8 bytes each. */
    String encode() {
        ByteBuffer bytes = ByteBuffer.allocate(size * (Long.BYTES + 10));
        long before = 0;
        for (Entry entry : sorted()) {
            putVarint(bytes, entry.time - before);
            bytes.putLong(entry.identity);
            before = entry.time;
        }
        bytes.flip();
        return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes.array(), bytes.limit()));
    }

    /** @throws IllegalArgumentException when the text was not made by {@link #encode()} */
    static Identities decode(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        Identities decoded = NONE;
        long time = 0;
        while (bytes.hasRemaining()) {
            time += varint(bytes);
            if (bytes.remaining() < Long.BYTES) {
                throw new IllegalArgumentException("cut short");
            }
            decoded = decoded.plus(time, bytes.getLong());
        }
        return decoded;
    }

    private List<Entry> sorted() {
        List<Entry> entries = new ArrayList<>(size);
        for (Identities at = this; at.rest != null; at = at.rest) {
            entries.add(at.newest);
        }
        entries.sort(Comparator.comparingLong(Entry::time).thenComparingLong(Entry::identity));
        return entries;
    }

    private static void putVarint(ByteBuffer bytes, long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            bytes.put((byte) ((left & 0x7F) | 0x80));
            left >>>= VARINT_PAYLOAD_BITS;
        }
        bytes.put((byte) left);
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += VARINT_PAYLOAD_BITS) {
            if (!bytes.hasRemaining()) {
                throw new IllegalArgumentException("cut short");
            }
            byte next = bytes.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number too long");
    }
}
