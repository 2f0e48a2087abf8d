package dev.crispconnect.source.feed;

import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which messages are known to be emitted, conversation by conversation. A message bears the time that its writer gave it, so
 * an old one may be new: this tells, as far as it reaches. The position, which remembers by time, cannot.
 *
 * <p>Bounded, and lost with the task: nothing is missing by it of which it is not sure.
 */
final class KnownMessages {

    /** Of one conversation, the newest. */
    static final int MOST_OF_ONE = 200;

    /** Of all, those of the conversations that were last told of or read: 17 bytes each. */
    static final int MOST = 100_000;

    /** Clocks of Crisp's servers may differ. */
    private static final long CLOCK_MARGIN_MS = 5_000;

    private static final long UNKNOWN = Long.MAX_VALUE;

    private static final byte NOBODY = 0;
    private static final byte VISITOR = 1;
    private static final byte OPERATORS = 2;

    private final Map<String, Log> logs = new LinkedHashMap<>(16, 0.75f, true);
    private int size;

    /** Whatever was emitted and is not older was emitted by this task and is known; {@link #UNKNOWN} for nothing. */
    private long completeFrom = UNKNOWN;

    /** Those of one conversation, in no order. */
    private static final class Log {

        private long[] fingerprints = new long[4];
        private long[] times = new long[4];

        /** Who wrote each, unless the other side was told to have read it. */
        private byte[] unreadFrom = new byte[4];

        private int size;

        /** All that was emitted and is not older is in it. */
        private long from = UNKNOWN;

        /** What was dropped of it was not younger. */
        private long dropped = Long.MIN_VALUE;

        private boolean contains(long fingerprint) {
            return indexOf(fingerprint) >= 0;
        }

        private int indexOf(long fingerprint) {
            for (int i = 0; i < size; i++) {
                if (fingerprints[i] == fingerprint) {
                    return i;
                }
            }
            return -1;
        }

        private void add(long fingerprint, long time, byte from) {
            if (size == fingerprints.length) {
                fingerprints = Arrays.copyOf(fingerprints, 2 * size);
                times = Arrays.copyOf(times, 2 * size);
                unreadFrom = Arrays.copyOf(unreadFrom, 2 * size);
            }
            fingerprints[size] = fingerprint;
            times[size] = time;
            unreadFrom[size] = from;
            size++;
        }

        /** Returns who wrote it, unless that was told before. */
        private byte read(long fingerprint) {
            int index = indexOf(fingerprint);
            byte from = index < 0 ? NOBODY : unreadFrom[index];
            if (index >= 0) {
                unreadFrom[index] = NOBODY;
            }
            return from;
        }

        private void dropOldest() {
            int oldest = 0;
            for (int i = 1; i < size; i++) {
                oldest = times[i] < times[oldest] ? i : oldest;
            }
            dropped = Math.max(dropped, times[oldest]);
            from = from == UNKNOWN ? UNKNOWN : Math.max(from, dropped + 1);
            size--;
            times[oldest] = times[size];
            fingerprints[oldest] = fingerprints[size];
            unreadFrom[oldest] = unreadFrom[size];
        }
    }

    /** Crisp's clock was this. What an earlier task emitted was written before. */
    void asOf(Instant crispTime) {
        if (completeFrom == UNKNOWN) {
            completeFrom = crispTime.toEpochMilli() + CLOCK_MARGIN_MS;
        }
    }

    /** The message is emitted, or need not be. */
    void emitted(Message message) {
        add(message);
        shrink();
    }

    /** All there were, from this time on, epoch milliseconds, were read and are emitted, or were not wanted. */
    void readFrom(String sessionId, long time) {
        Log log = logs.get(sessionId);
        if (log != null) {
            log.from = Math.max(log.dropped + 1, Math.min(log.from, time));
        }
    }

    /** The conversation was made then, epoch milliseconds: since this task reads, all that was emitted of it is known. */
    void madeAt(String sessionId, long createdAt) {
        Log log = logs.get(sessionId);
        if (log != null && createdAt >= completeFrom) {
            log.from = Math.min(log.from, log.dropped + 1);
        }
    }

    /** Whether the message is known to be emitted. */
    boolean contains(String sessionId, long fingerprint) {
        Log log = logs.get(sessionId);
        return log != null && log.contains(fingerprint);
    }

    /** These were read by the other side. Returns how many of them that are known were not, as far as was told before. */
    Conversation.Unread read(String sessionId, List<Long> fingerprints) {
        Log log = logs.get(sessionId);
        int byOperators = 0;
        int byVisitor = 0;
        for (long fingerprint : log == null ? List.<Long>of() : fingerprints) {
            byte from = log.read(fingerprint);
            byOperators += from == VISITOR ? 1 : 0;
            byVisitor += from == OPERATORS ? 1 : 0;
        }
        return new Conversation.Unread(byOperators, byVisitor);
    }

    /** Whether the message was surely never emitted, however old it says to be. */
    boolean isMissing(Message message) {
        Log log = logs.get(message.sessionId());
        return log != null
                && message.timestamp() != null
                && time(message) >= log.from
                && !log.contains(message.fingerprint());
    }

    /** Whether a message that was written when it says was surely never emitted. */
    boolean isMissingByItsTime(Message message) {
        Log log = logs.get(message.sessionId());
        return isSince(time(message))
                && (log == null || (time(message) > log.dropped && !log.contains(message.fingerprint())));
    }

    /** Whether all that was emitted since a time, epoch milliseconds, is known. */
    boolean isSince(long time) {
        return time >= completeFrom && time != UNKNOWN;
    }

    /** From which time on, epoch milliseconds, all is known that was emitted; later than any for nothing. */
    long since() {
        return completeFrom;
    }

    /** From which time on it is known, epoch milliseconds, what was emitted of a conversation. */
    long from(String sessionId) {
        Log log = logs.get(sessionId);
        return log == null ? UNKNOWN : log.from;
    }

    private void add(Message message) {
        Log log = logs.computeIfAbsent(message.sessionId(), session -> new Log());
        if (log.contains(message.fingerprint())) {
            return;
        }
        log.add(message.fingerprint(), time(message), message.isFromVisitor() ? VISITOR : OPERATORS);
        size++;
        if (log.size > MOST_OF_ONE) {
            log.dropOldest();
            size--;
        }
    }

    private void shrink() {
        for (Iterator<Log> eldest = logs.values().iterator(); size > MOST && eldest.hasNext(); ) {
            size -= eldest.next().size;
            eldest.remove();
            completeFrom = UNKNOWN;
        }
    }

    /** One without a time is as young as any. */
    private static long time(Message message) {
        return message.timestamp() == null ? UNKNOWN : message.timestamp().toEpochMilli();
    }
}
