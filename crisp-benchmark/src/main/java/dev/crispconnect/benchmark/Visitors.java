package dev.crispconnect.benchmark;

import dev.crispconnect.simulator.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Writes numbered messages, and changes conversations, in the simulated workspace, and looks for them among the records of
 * the source. Written by one thread, and shown records by another.
 */
final class Visitors {

    private static final String TEXT = "\"text\":\"#";
    private static final String SUBJECT = "\"subject\":\"#";
    private static final String VIA = "crisp.via";

    private final Workspace workspace;
    private final List<String> sessions;
    private final AtomicLongArray sentNanos;
    private final AtomicLongArray seenNanos;

    /** By conversation: the newest burst of changes that a record told of. */
    private final AtomicLongArray seenBurst;

    private final Map<String, Integer> places;
    private final AtomicInteger foundByReading = new AtomicInteger();
    private int next;

    Visitors(Workspace workspace, List<String> sessions, int mostMessages) {
        this.workspace = workspace;
        this.sessions = List.copyOf(sessions);
        this.sentNanos = new AtomicLongArray(mostMessages);
        this.seenNanos = new AtomicLongArray(mostMessages);
        this.seenBurst = new AtomicLongArray(sessions.size());
        this.places = new HashMap<>();
        for (int place = 0; place < sessions.size(); place++) {
            places.put(sessions.get(place), place);
        }
    }

    /** The number of the next message. */
    int next() {
        return next;
    }

    /** How many messages were not told of as they happened, but found by reading. */
    int foundByReading() {
        return foundByReading.get();
    }

    /** Sends messages to the first {@code conversations} conversations in rotation, evenly. */
    void write(int messages, int perSecond, int conversations) {
        evenly(messages, perSecond, ignored -> {
            int number = next++;
            sentNanos.set(number, Stopwatch.nanos());
            workspace.visitorWrites(
                    sessions.get(number % conversations),
                    "#" + number + " Where is my parcel? It should have come on Tuesday, and it is Thursday now.");
        });
    }

    /** Changes conversations, evenly. */
    void change(int from, int to, int burst, int perSecond) {
        evenly(to - from, perSecond, i -> workspace
                .conversations()
                .changeMeta(sessions.get(from + i), Map.of("subject", "#" + burst + " parcel")));
    }

    /** How many of these conversations were emitted with what the burst made of them. */
    long changed(int from, int to, int burst) {
        long found = 0;
        for (int place = from; place < to; place++) {
            found += seenBurst.get(place) >= burst ? 1 : 0;
        }
        return found;
    }

    /** How many messages of these have come. */
    long seen(int from, int to) {
        long seen = 0;
        for (int number = from; number < to; number++) {
            seen += seenNanos.get(number) != 0 ? 1 : 0;
        }
        return seen;
    }

    /** How long each of these messages was under way; all of them must have come. */
    Percentiles latencies(int from, int to) {
        long[] nanos = new long[to - from];
        for (int number = from; number < to; number++) {
            nanos[number - from] = seenNanos.get(number) - sentNanos.get(number);
        }
        return Percentiles.ofNanos(nanos);
    }

    /** A record of the source has been consumed. */
    void view(ConsumerRecord<String, String> each) {
        if (each.value() == null) {
            return;
        }
        int number = numberBehind(TEXT, each.value());
        if (number >= 0) {
            viewMessage(number, each);
            return;
        }
        int burst = numberBehind(SUBJECT, each.value());
        if (burst >= 0) {
            int place = places.get(session(each.key()));
            seenBurst.accumulateAndGet(place, burst, Math::max);
        }
    }

    private void viewMessage(int number, ConsumerRecord<String, String> each) {
        seenNanos.compareAndSet(number, 0, Stopwatch.nanos());
        boolean told = new String(each.headers().lastHeader(VIA).value(), StandardCharsets.UTF_8).contains("realtime");
        if (!told) {
            foundByReading.incrementAndGet();
        }
    }

    private static String session(String key) {
        int begin = key.indexOf("session_", key.indexOf("\"session_id\":") + "\"session_id\":".length());
        return key.substring(begin, key.indexOf('"', begin));
    }

    private static int numberBehind(String mark, String value) {
        int begin = value.indexOf(mark);
        if (begin < 0) {
            return -1;
        }
        int end = value.indexOf(' ', begin);
        return Integer.parseInt(value.substring(begin + mark.length(), end));
    }

    private static void evenly(int times, int perSecond, IntConsumer action) {
        long start = Stopwatch.nanos();
        for (int i = 0; i < times; i++) {
            long due = start + (long) (i * (1e9 / perSecond));
            for (long left = due - Stopwatch.nanos(); left > 0; left = due - Stopwatch.nanos()) {
                LockSupport.parkNanos(left);
            }
            action.accept(i);
        }
    }
}
