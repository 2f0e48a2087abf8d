package dev.crispconnect.source.feed;

import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.source.capture.Ear;
import java.util.ArrayList;
import java.util.List;

/** The units of a task, each told what is about its website. For the reading thread. */
final class Units implements Ear {

    private final List<UnitReader> readers = new ArrayList<>();
    private final List<GapWatch> gaps = new ArrayList<>();

    void add(UnitReader reader) {
        readers.add(reader);
    }

    /** To be told of gaps, of a unit that hears. */
    void add(GapWatch gap) {
        gaps.add(gap);
    }

    List<UnitReader> readers() {
        return readers;
    }

    /** Nothing is told yet: what happened since the last stop, and will until there is a connection, is to be read. */
    void begins() {
        gaps.forEach(gap -> gap.opens("task_started"));
    }

    @Override
    public void hearing() {
        readers.forEach(UnitReader::hearing);
    }

    @Override
    public void heard(RealtimeEvent event) throws InterruptedException {
        for (UnitReader reader : readers) {
            if (reader.unit().websiteId().equals(event.websiteId())) {
                reader.heard(event);
            }
        }
    }

    @Override
    public void deaf() {
        readers.forEach(UnitReader::deaf);
        gaps.forEach(gap -> gap.opens("events_missed"));
    }

    @Override
    public void pollInstead() {
        readers.forEach(UnitReader::pollInstead);
        gaps.forEach(GapWatch::polls);
    }
}
