package dev.crispconnect.source.capture;

import dev.crispconnect.client.realtime.Ending;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.realtime.RealtimeListener;

/**
 * Puts what one connection tells into the mailbox, and does nothing else: the socket waits for it.
 *
 * @param attempt the connection's
 */
record Forwarder(int attempt, Mailbox mailbox, CaptureMetrics metrics) implements RealtimeListener {

    @Override
    public void authenticated() {
        mailbox.put(new Signal.Accepted(attempt));
    }

    @Override
    public void event(RealtimeEvent event) {
        metrics.received(event);
        mailbox.offer(attempt, event);
    }

    @Override
    public void ended(Ending ending) {
        mailbox.put(new Signal.Ended(attempt, ending));
    }
}
