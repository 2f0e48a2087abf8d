package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.Identities;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known besides the position: what was emitted lately, whose history was, and which elements are no more. Bounded,
 * and lost with the task, like the events to which it is held: after a restart none of those can come. Stale lists can, so
 * the versions that the position remembers are taken over.
 */
final class KnownElements {

    private static final int MOST_COVERED = 20_000;
    private static final int MOST_GONE = 2_000;
    private static final int MOST_EMITTED = 50_000;

    /** An event may wait so long until it is told: while catching up is held up, say. */
    private static final long MOST_LATE_MS = 3_600_000;

    private final Set<Long> emitted = newest(MOST_EMITTED);
    private final Set<String> covered = newest(MOST_COVERED);
    private final Set<String> left = newest(MOST_COVERED);
    private final Map<String, Long> shown = newestOf(MOST_COVERED);

    /** When the elements that tasks before have emitted had last changed, as far as the position tells, by identity. */
    private final Map<Long, Long> shownBefore;

    private final Set<String> gone = newest(MOST_GONE);

    /** @param stored what the position remembered when the task began */
    KnownElements(Identities stored) {
        this.shownBefore = stored.latest();
    }

    /** This version of an element was emitted. */
    void shown(String id, long updatedAt) {
        shown.merge(id, updatedAt, Math::max);
    }

    /** Whether a later version than this one was emitted: then this one came from a stale cache. */
    boolean hasShownLater(Item<?> item) {
        // the position remembers an element by its last date, of whatever kind that is
        long lastDate = Math.max(item.createdAt(), item.updatedAt());
        return item.updatedAt() != 0
                && (shown.getOrDefault(item.id(), item.updatedAt()) > item.updatedAt()
                        || shownBefore.getOrDefault(item.identity(), lastDate) > lastDate);
    }

    void covered(String id) {
        covered.add(id);
        left.remove(id);
    }

    /** It was told of before its history was read: what is told of it from now on has to wait for that, too. */
    void left(String id) {
        left.add(id);
    }

    /** Whether something of it is still to be read that belongs before what is told now. */
    boolean isLeft(String id) {
        return left.contains(id);
    }

    boolean isCovered(String id) {
        return covered.contains(id);
    }

    void gone(String id) {
        gone.add(id);
    }

    /** Whether it was removed, whatever a list that was read before still says. */
    boolean isGone(String id) {
        return gone.contains(id);
    }

    /** These were emitted, while the position remembers what is not older than {@code floor}. */
    void emitted(List<Identities.Entry> entries, long floor) {
        for (Identities.Entry entry : entries) {
            if (entry.time() >= rememberedFrom(floor)) {
                emitted.add(entry.identity());
            }
        }
    }

    /** What is older than this, epoch milliseconds, nobody remembers, while the position remembers what is not older than {@code floor}. */
    static long rememberedFrom(long floor) {
        return floor - MOST_LATE_MS;
    }

    /** Whether this is known to be emitted, although the position has forgotten it: an event may come late. */
    boolean wasEmitted(long identity) {
        return emitted.contains(identity);
    }

    private static <E> Set<E> newest(int most) {
        return Collections.newSetFromMap(newestOf(most));
    }

    private static <K, V> Map<K, V> newestOf(int most) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
