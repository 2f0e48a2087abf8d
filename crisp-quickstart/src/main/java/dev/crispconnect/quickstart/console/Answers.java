package dev.crispconnect.quickstart.console;

import java.util.HashSet;
import java.util.Set;

/** Which of the commands sent are still to be answered, by their offsets. Threadsafe. */
final class Answers {
    private final Set<Long> awaited = new HashSet<>();
    private final Set<Long> early = new HashSet<>();

    /** A command was written at that offset. */
    synchronized void await(long offset) {
        if (!early.remove(offset)) {
            awaited.add(offset);
        }
    }

    /** The command at that offset was answered, perhaps before its writer learned the offset. */
    synchronized void answered(long offset) {
        if (!awaited.remove(offset)) {
            early.add(offset);
        }
    }

    synchronized boolean complete() {
        return awaited.isEmpty();
    }
}
