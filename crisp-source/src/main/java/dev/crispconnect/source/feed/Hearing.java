package dev.crispconnect.source.feed;

import dev.crispconnect.client.realtime.EventContent;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.position.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a unit makes of events. They are emitted at once, unless something that belongs before them is still to be read: then
 * they are held. An event may come while the unit waits for an answer of Crisp; elements for which it has asked are busy until
 * they are emitted.
 *
 * <p>For one thread.
 */
final class Hearing {

    /** A silent connection is noticed by its heartbeat, some 45 s after it fell silent. */
    private static final long MOST_UNNOTICED_MS = 120_000;

    private static final long NO_GAP = Long.MAX_VALUE;

    /** Events held; an event is about 2 kB. */
    static final int MOST_HELD = 10_000;

    private final Listing<?> listing;
    private final Progress progress;
    private final KnownElements known;
    private final Todo todo;
    private final Deque<RealtimeEvent> held = new ArrayDeque<>();
    private State state = State.DEAF;
    private int epoch;
    private long gapFrom = Long.MIN_VALUE;
    private boolean lost;

    /** Elements that are being read. */
    private final Set<String> busy = new HashSet<>();

    Hearing(Listing<?> listing, Progress progress, KnownElements known, Todo todo) {
        this.listing = listing;
        this.progress = progress;
        this.known = known;
        this.todo = todo;
    }

    /** How a unit hears of changes. */
    enum State {
        /** In no way, for now. */
        DEAF,
        /** By looking on a timer. */
        POLLING,
        /** It is told, but what happened before has to be read first. */
        CATCHING_UP,
        /** It is told. */
        LIVE
    }

    State state() {
        return state;
    }

    /** Which connection it hears by, or heard by last. */
    int epoch() {
        return epoch;
    }

    /**
     * Since when, epoch milliseconds by Crisp's clock, something may not have been told: {@link Long#MIN_VALUE} before
     * everything was told for the first time.
     */
    long gapFrom() {
        return gapFrom;
    }

    /** Whether events found no room although everything was told: there is a gap then. */
    boolean hasLost() {
        return lost && state == State.LIVE;
    }

    /** Events come from now on. */
    void begins() {
        openGap();
        epoch++;
        state = State.CATCHING_UP;
    }

    /**
     * No more events come. Messages that are held will be found by whoever looks next; they cannot wait until then, as by that
     * time nobody may remember whether they were emitted. Edits and removals can, and must, as nobody will find them.
     */
    void stops(State next) {
        openGap();
        state = next;
        held.removeIf(event -> !isIrrecoverable(event.content()));
    }

    void heard(RealtimeEvent event) throws InterruptedException {
        if (state == State.LIVE) {
            take(event);
        } else {
            hold(event);
        }
    }

    /**
     * All that happened before the events that are held has been read.
     *
     * @return whether the unit is live now; else too many events came, and it has to be read once more
     */
    boolean caughtUp() throws InterruptedException {
        if (lost) {
            lost = false;
            held.clear();
            return false;
        }
        state = State.LIVE;
        gapFrom = NO_GAP;
        replay();
        return true;
    }

    /** A connection may have been dead for a while before that was noticed. */
    private void openGap() {
        gapFrom = Math.min(gapFrom, progress.now() - MOST_UNNOTICED_MS);
    }

    /** This element is being read: what is told of it from now on waits. May be said more than once. */
    void begin(String id) {
        busy.add(id);
    }

    /** It was emitted, or will be read again. */
    void end(String id) throws InterruptedException {
        if (busy.remove(id) && state == State.LIVE) {
            replay();
        }
    }

    private static boolean isIrrecoverable(EventContent content) {
        return content instanceof EventContent.MessageUpdated
                || content instanceof EventContent.MessageRemoved
                || content instanceof EventContent.ConversationRemoved
                || content instanceof EventContent.ProfileRemoved;
    }

    /** What is told of elements that are still being read is held again, in its order. */
    private void replay() throws InterruptedException {
        for (int left = held.size(); left > 0; left--) {
            take(held.remove());
        }
    }

    private void hold(RealtimeEvent event) {
        if (state != State.LIVE && event.content() instanceof EventContent.MessagesRead) {
            // what it may give away will be read anyway
            return;
        }
        if (held.size() < MOST_HELD) {
            held.add(event);
        } else {
            lost = true;
        }
    }

    private void take(RealtimeEvent event) throws InterruptedException {
        Position position = progress.position();
        Heard heard = listing.hear(event, identity -> wasEmitted(identity, position));
        if (heard.id() == null) {
            return;
        }
        if (busy.contains(heard.id())) {
            hold(event);
        } else if (heard.gone()) {
            emitGone(heard, position);
        } else if (known.isCovered(heard.id()) || (position.backfill().done() && !known.isLeft(heard.id()))) {
            emit(heard, position);
            todo.add(heard);
        } else {
            // its history belongs before what happened now
            known.left(heard.id());
            todo.add(
                    isIrrecoverable(event.content()) ? heard.later() : Heard.changed(heard.id(), Heard.Follow.ELEMENT));
        }
    }

    private boolean wasEmitted(long identity, Position position) {
        boolean emitted = position.recent().contains(identity) || known.wasEmitted(identity);
        if (emitted) {
            progress.toldAgain();
        }
        return emitted;
    }

    private void emitGone(Heard heard, Position position) throws InterruptedException {
        if (!known.isGone(heard.id())) {
            known.gone(heard.id());
            emit(heard, position);
        }
    }

    private void emit(Heard heard, Position position) throws InterruptedException {
        List<Identities.Entry> entries = progress.asOfNow(heard.identities());
        known.emitted(entries, position.floor());
        progress.move(heard.drafts(), position.emitted(entries, position.floor()));
        heard.onEmitted().run();
    }
}
