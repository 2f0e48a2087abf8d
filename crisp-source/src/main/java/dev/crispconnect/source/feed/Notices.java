package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.record.Notice;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Notices until they are handed over: whoever has one to tell is often in the middle of something, and cannot wait. Bounded;
 * the oldest give way.
 *
 * <p>For the reading thread.
 */
final class Notices {

    static final int MOST = 1_000;

    private final boolean wanted;
    private final Time time;
    private final Deque<Notice> told = new ArrayDeque<>();

    /** @param wanted whether anybody takes them; else they are forgotten at once */
    Notices(boolean wanted, Time time) {
        this.wanted = wanted;
        this.time = time;
    }

    void tell(Notice.Kind kind, UnitKey unit, Map<String, String> detail) {
        if (!wanted) {
            return;
        }
        if (told.size() == MOST) {
            told.remove();
        }
        told.add(new Notice(time.now(), kind, unit, detail));
    }

    boolean isEmpty() {
        return told.isEmpty();
    }

    /** Takes the oldest; null when there is none. */
    Notice take() {
        return told.poll();
    }
}
