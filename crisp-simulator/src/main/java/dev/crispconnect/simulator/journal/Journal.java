package dev.crispconnect.simulator.journal;

import dev.crispconnect.simulator.fault.Request;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Every request the simulator got, in the order of arrival. Keeps the newest entries up to its limit; the counts go on
 * for ever. Thread-safe.
 */
public final class Journal {

    private final int limit;
    private final Deque<Line> lines = new ArrayDeque<>();
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private volatile Counts counts = new Counts();

    /** Keeps the newest {@code limit} entries; 0 keeps none and only counts. */
    public Journal(int limit) {
        this.limit = limit;
    }

    /** The entries that are kept, oldest first. */
    public List<Entry> entries() {
        return select(Selection.all());
    }

    /** A place in the journal: everything that arrives from now on comes after it. */
    public long marker() {
        return sequence.get();
    }

    /** The entries that arrived after the marker, oldest first. */
    public List<Entry> since(long marker) {
        return select(Selection.all().since(marker));
    }

    /** The entries that are wanted, oldest first. */
    public List<Entry> select(Selection wanted) {
        synchronized (lines) {
            Stream<Entry> inOrder = lines.stream().map(Line::entry).sorted(Comparator.comparingLong(Entry::sequence));
            return wanted.of(inOrder);
        }
    }

    /** The writes to one conversation that changed something, in the order in which they took effect. */
    public List<Entry> writesTo(String sessionId) {
        return select(Selection.all().sessionId(sessionId).onlyEffects()).stream()
                .sorted(Comparator.comparingLong(Entry::effect))
                .toList();
    }

    /** How many requests each route got, by {@code METHOD template}. */
    public Map<String, Long> counts() {
        return counts.arrived();
    }

    /** How many requests one route got. */
    public long count(String method, String template) {
        return counts.of(method, template);
    }

    /** How the requests of each route ended: by {@code METHOD template} and status, 0 for no answer. */
    public Map<String, Map<Integer, Long>> countsByStatus() {
        return counts.byStatus();
    }

    /** How many requests there were. */
    public long total() {
        return sequence.get();
    }

    /** How many requests are being answered now. */
    public int inFlight() {
        return inFlight.get();
    }

    /** The most requests that were being answered at once, since the start or the last {@link #reset()}. */
    public int peakInFlight() {
        return peak.get();
    }

    /** Forgets the kept entries; counts and numbering go on. */
    public void clear() {
        synchronized (lines) {
            lines.clear();
        }
    }

    /** Forgets the kept entries, the counts of routes and the peak; numbering goes on, so that markers stay good. */
    public void reset() {
        clear();
        counts = new Counts();
        peak.set(inFlight.get());
    }

    /** Notes that a request arrived. */
    public Line arrived(Instant time, Request request) {
        Counts.Route route = counts.route(request.method(), request.template());
        route.arrived();
        int now = inFlight.incrementAndGet();
        peak.accumulateAndGet(now, Math::max);
        Line line = new Line(arrival(time, request, now), route, inFlight::decrementAndGet);
        if (limit > 0) {
            keep(line);
        }
        return line;
    }

    private Entry arrival(Instant time, Request request, int now) {
        return new Entry(
                sequence.incrementAndGet(),
                time,
                request.method(),
                request.template(),
                request.path(),
                request.sessionId(),
                request.token(),
                0,
                now,
                null,
                0);
    }

    private void keep(Line line) {
        synchronized (lines) {
            if (lines.size() == limit) {
                lines.removeFirst();
            }
            lines.addLast(line);
        }
    }
}
