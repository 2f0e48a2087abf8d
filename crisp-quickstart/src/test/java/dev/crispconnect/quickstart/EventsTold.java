package dev.crispconnect.quickstart;

import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.event.Event;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Waits until a connection was told of so many more events with one of these names. */
final class EventsTold implements Watch {
    private final CrispSimulator crisp;
    private final Set<String> names;
    private final int wanted;
    private final AtomicInteger told = new AtomicInteger();
    private final Consumer<Event> listener = this::happened;

    EventsTold(CrispSimulator crisp, Set<String> names, int more) {
        this.crisp = crisp;
        this.names = names;
        this.wanted = more;
        crisp.workspace().events().listen(listener);
    }

    @Override
    public boolean reached() {
        return told.get() >= wanted;
    }

    @Override
    public void close() {
        crisp.workspace().events().forget(listener);
    }

    private void happened(Event event) {
        if (names.contains(event.name())
                && crisp.realtime().sockets().stream()
                        .anyMatch(socket -> socket.events().contains(event.name()))) {
            told.incrementAndGet();
        }
    }
}
