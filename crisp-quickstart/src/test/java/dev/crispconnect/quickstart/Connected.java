package dev.crispconnect.quickstart;

import static java.util.stream.Collectors.toSet;

import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.realtime.SocketView;
import java.util.Set;
import java.util.stream.Stream;

/** Waits until somebody hears an event by a connection that is not there yet. */
final class Connected implements Watch {
    private final CrispSimulator crisp;
    private final String event;
    private final Set<String> before;

    Connected(CrispSimulator crisp, String event) {
        this.crisp = crisp;
        this.event = event;
        this.before = hearing().collect(toSet());
    }

    @Override
    public boolean reached() {
        return hearing().anyMatch(id -> !before.contains(id));
    }

    @Override
    public void close() {
        // nothing is held up
    }

    private Stream<String> hearing() {
        return crisp.realtime().sockets().stream()
                .filter(socket -> socket.events().contains(event))
                .map(SocketView::id);
    }
}
