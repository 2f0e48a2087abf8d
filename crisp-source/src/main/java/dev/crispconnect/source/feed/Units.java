package dev.crispconnect.source.feed;

import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.source.capture.Ear;
import java.util.ArrayList;
import java.util.List;

/** The units of a task, each told what is about its website. For the reading thread. */
final class Units implements Ear {

    private final List<UnitReader> readers = new ArrayList<>();

    void add(UnitReader reader) {
        readers.add(reader);
    }

    List<UnitReader> readers() {
        return readers;
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
    }

    @Override
    public void pollInstead() {
        readers.forEach(UnitReader::pollInstead);
    }
}
