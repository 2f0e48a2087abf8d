package dev.crispconnect.client.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Remembers what a connection told. */
final class Told implements RealtimeListener {

    private static final String AUTHENTICATED = "authenticated";

    private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();

    @Override
    public void authenticated() {
        told.add(AUTHENTICATED);
    }

    @Override
    public void event(RealtimeEvent event) {
        told.add(event);
    }

    @Override
    public void ended(Ending ending) {
        told.add(ending);
    }

    void awaitAuthenticated() throws InterruptedException {
        assertThat(next()).isEqualTo(AUTHENTICATED);
    }

    RealtimeEvent nextEvent() throws InterruptedException {
        return (RealtimeEvent) next();
    }

    Ending nextEnding() throws InterruptedException {
        return (Ending) next();
    }

    void nothingElse() {
        assertThat(told).isEmpty();
    }

    private Object next() throws InterruptedException {
        Object next = told.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("what was told").isNotNull();
        return next;
    }
}
