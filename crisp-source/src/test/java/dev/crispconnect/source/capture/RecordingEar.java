package dev.crispconnect.source.capture;

import dev.crispconnect.client.realtime.RealtimeEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was told, in order: {@code hearing}, {@code deaf}, {@code poll}, and of events their session. */
final class RecordingEar implements Ear {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile Act whenHeard = () -> {};

    /** What an ear does when it hears. */
    interface Act {
        void run() throws InterruptedException;
    }

    List<String> told() {
        return List.copyOf(told);
    }

    void whenHeard(Act act) {
        whenHeard = act;
    }

    @Override
    public void hearing() {
        told.add("hearing");
    }

    @Override
    public void heard(RealtimeEvent event) throws InterruptedException {
        told.add(String.valueOf(event.sessionId()));
        whenHeard.run();
    }

    @Override
    public void deaf() {
        told.add("deaf");
    }

    @Override
    public void pollInstead() {
        told.add("poll");
    }
}
