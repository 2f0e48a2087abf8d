package dev.crispconnect.simulator.cache;

import dev.crispconnect.simulator.event.EventFeed;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.AccessSwitch.Cache;
import dev.crispconnect.simulator.switches.Switches;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Remembers answers as the cache in front of Crisp does (Crisp API reference, section 2.4): until they are too old, until the
 * website they are about changes (or a while longer, by a switch), until any token changes. Keeps the most recently used ones.
 * Thread-safe.
 *
 * @param <A> an answer
 */
public final class AnswerCache<A> {

    private static final int MOST = 2_000;

    private final Switches switches;
    private final InstantSource clock;
    private final LongSupplier tokenChanges;
    private final Map<EventFeed, Purges> websites = new ConcurrentHashMap<>();
    private final Map<Key, Kept<A>> kept = new LeastRecentlyUsed<>();
    private volatile boolean empty = true;

    /**
     * An empty cache.
     *
     * @param tokenChanges a number that is another one after any change of the tokens
     */
    public AnswerCache(Switches switches, InstantSource clock, LongSupplier tokenChanges) {
        this.switches = switches;
        this.clock = clock;
        this.tokenChanges = tokenChanges;
    }

    /** What an answer depends on. Any part may be null but the method and the path with its query. */
    public record Key(String authorization, String tier, String method, String path) {}

    /**
     * An answer about to be made, and what it will have seen.
     *
     * @param purges null when the answer is about no website
     */
    public record Draft(Key key, Purges purges, long seen, long tokensSeen) {}

    /**
     * To be called before the answer is made, so that a change meanwhile is not overlooked.
     *
     * @param website what happens on the website the answer is about; null when it is about none
     */
    public Draft begin(Key key, EventFeed website) {
        Purges purges = website == null ? null : purges(website);
        return new Draft(key, purges, purges == null ? 0 : purges.seen(), tokenChanges.getAsLong());
    }

    /** The remembered answer that is as good as the one about to be made; null when there is none. */
    public A find(Draft draft) {
        Kept<A> found;
        synchronized (kept) {
            found = kept.get(draft.key());
        }
        return found != null && found.isGood(draft, clock.instant()) ? found.answer() : null;
    }

    /** Remembers an answer. */
    public void keep(Draft draft, A answer) {
        Instant now = clock.instant();
        Kept<A> fresh = new Kept<>(draft, answer, now, now.plus(switches.get(AccessSwitch.CACHE_TTL)));
        synchronized (kept) {
            kept.put(draft.key(), fresh);
            empty = false;
        }
    }

    private void changed(Purges website) {
        Instant now = clock.instant();
        boolean stale = switches.get(AccessSwitch.CACHE) == Cache.STALE;
        Duration delay = stale ? switches.get(AccessSwitch.STALE_FOR) : Duration.ZERO;
        website.changed(now.plus(delay), now);
    }

    /** Forgets everything. */
    public void clear() {
        if (!empty) {
            synchronized (kept) {
                kept.clear();
                empty = true;
            }
        }
    }

    /** Forgets everything, and every website. */
    public void reset() {
        clear();
        websites.clear();
    }

    /** Watched from the first answer on, so that a website nobody caches costs nothing. */
    private Purges purges(EventFeed website) {
        Purges known = websites.get(website);
        if (known != null) {
            return known;
        }
        Purges fresh = new Purges();
        Purges other = websites.putIfAbsent(website, fresh);
        if (other != null) {
            return other;
        }
        website.watch(() -> changed(fresh));
        return fresh;
    }

    private record Kept<A>(Draft made, A answer, Instant since, Instant until) {

        @SuppressWarnings("ReferenceEquality") // the very same website, not one put in its place
        boolean isGood(Draft wanted, Instant now) {
            // one of the future was kept before the clock was put back
            return now.isBefore(until)
                    && !now.isBefore(since)
                    && made.tokensSeen() == wanted.tokensSeen()
                    && made.purges() == wanted.purges()
                    && (made.purges() == null || made.purges().holds(made.seen(), now));
        }
    }

    private static final class LeastRecentlyUsed<K, V> extends LinkedHashMap<K, V> {

        private static final float LOAD = 0.75f;

        LeastRecentlyUsed() {
            super(MOST, LOAD, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }
}
