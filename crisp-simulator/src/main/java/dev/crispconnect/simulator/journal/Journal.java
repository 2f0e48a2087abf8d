package dev.crispconnect.simulator.journal;

import dev.crispconnect.simulator.fault.Fault;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Every request the simulator got, in the order of arrival. Keeps the newest entries up to its limit; the counts go on
 * for ever. Thread-safe.
 */
public final class Journal {

    private final int limit;
    private final Deque<Line> lines = new ArrayDeque<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicLong effects = new AtomicLong();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();

    /** Keeps the newest {@code limit} entries; 0 keeps none and only counts. */
    public Journal(int limit) {
        this.limit = limit;
    }

    /** The entries that are kept, oldest first. */
    public List<Entry> entries() {
        return since(0);
    }

    /** A place in the journal: everything that arrives from now on comes after it. */
    public long marker() {
        return sequence.get();
    }

    /** The entries that arrived after the marker, oldest first. */
    public List<Entry> since(long marker) {
        synchronized (lines) {
            return lines.stream()
                    .map(Line::entry)
                    .filter(entry -> entry.sequence() > marker)
                    .sorted(Comparator.comparingLong(Entry::sequence))
                    .toList();
        }
    }

    /** The writes to one conversation, in the order in which they took effect. */
    public List<Entry> writesTo(String sessionId) {
        String part = "/conversation/" + sessionId;
        return entries().stream()
                .filter(entry -> entry.effect() > 0 && entry.path().contains(part))
                .sorted(Comparator.comparingLong(Entry::effect))
                .toList();
    }

    /** How many requests each route got, by {@code METHOD template}. */
    public Map<String, Long> counts() {
        Map<String, Long> totals = new TreeMap<>();
        counts.forEach((route, count) -> totals.put(route, count.sum()));
        return totals;
    }

    /** How many requests one route got. */
    public long count(String method, String template) {
        LongAdder count = counts.get(method + " " + template);
        return count == null ? 0 : count.sum();
    }

    /** How many requests there were. */
    public long total() {
        return sequence.get();
    }

    /** How many requests are being answered now. */
    public int inFlight() {
        return inFlight.get();
    }

    /** The most requests that were ever being answered at once. */
    public int peakInFlight() {
        return peak.get();
    }

    /** Forgets the kept entries; counts and numbering go on. */
    public void clear() {
        synchronized (lines) {
            lines.clear();
        }
    }

    /** Notes that a request arrived. */
    public Line arrived(Instant time, String method, String template, String path) {
        counts.computeIfAbsent(method + " " + template, route -> new LongAdder())
                .increment();
        int now = inFlight.incrementAndGet();
        peak.accumulateAndGet(now, Math::max);
        Line line =
                new Line(new Entry(sequence.incrementAndGet(), time, method, template, path, null, 0, now, null, 0));
        if (limit > 0) {
            keep(line);
        }
        return line;
    }

    private void keep(Line line) {
        synchronized (lines) {
            if (lines.size() == limit) {
                lines.removeFirst();
            }
            lines.addLast(line);
        }
    }

    /** One request while it is being answered. Called by the event loop that answers it, read by any thread. */
    public final class Line {

        private final Entry arrival;
        private volatile String token;
        private volatile Fault fault;
        private volatile int status;
        private volatile long effect;
        private final AtomicBoolean over = new AtomicBoolean();

        private Line(Entry arrival) {
            this.arrival = arrival;
        }

        Entry entry() {
            return new Entry(
                    arrival.sequence(),
                    arrival.time(),
                    arrival.method(),
                    arrival.template(),
                    arrival.path(),
                    token,
                    status,
                    arrival.inFlight(),
                    fault,
                    effect);
        }

        /** Notes whose request it is. */
        public void from(String identifier) {
            token = identifier;
        }

        /** Notes the fault it meets. */
        public void met(Fault met) {
            fault = met;
        }

        /** Notes that it changed the workspace just now. */
        public void tookEffect() {
            effect = effects.incrementAndGet();
        }

        /** Notes what was answered. */
        public void answered(int code) {
            status = code;
        }

        /** Notes that nothing more will be sent. May be called twice. */
        public void over() {
            if (over.compareAndSet(false, true)) {
                inFlight.decrementAndGet();
            }
        }
    }
}
