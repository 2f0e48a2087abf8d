package dev.crispconnect.simulator.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Passes on what happens in one workspace, in the order in which it took effect. Thread-safe. Listeners are called one event
 * after the other, under the lock of what changed, by whoever caused the event: they hand it over and return, and never call
 * back.
 */
public final class EventFeed {

    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /** Calls the listener for every event from now on. */
    public void listen(Consumer<Event> listener) {
        listeners.add(listener);
    }

    /** Calls the watcher after every change, whether an event tells of it or not: under the same lock, by the same rules. */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Something changed. */
    public void changed() {
        watchers.forEach(Runnable::run);
    }

    /** The listener hears nothing more. */
    public void forget(Consumer<Event> listener) {
        listeners.remove(listener);
    }

    /** Tells every listener. */
    public synchronized void publish(Event event) {
        listeners.forEach(listener -> listener.accept(event));
    }
}
