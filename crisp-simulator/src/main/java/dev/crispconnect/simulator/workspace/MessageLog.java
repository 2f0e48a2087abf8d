package dev.crispconnect.simulator.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The messages of one conversation by the time they carry; among equal times, by arrival. Guarded by its store. */
final class MessageLog {

    private final List<Message> ordered = new ArrayList<>(8);
    private final Map<Long, Message> byFingerprint = new HashMap<>(8);

    void add(Message message) {
        int index = ordered.size();
        while (index > 0 && ordered.get(index - 1).timestamp().isAfter(message.timestamp())) {
            index--;
        }
        ordered.add(index, message);
        byFingerprint.put(message.fingerprint(), message);
    }

    void replace(Message old, Message replacement) {
        ordered.set(ordered.lastIndexOf(old), replacement);
        byFingerprint.put(replacement.fingerprint(), replacement);
    }

    void remove(Message message) {
        ordered.remove(ordered.lastIndexOf(message));
        byFingerprint.remove(message.fingerprint());
    }

    Optional<Message> find(long fingerprint) {
        return Optional.ofNullable(byFingerprint.get(fingerprint));
    }

    Optional<Message> newest() {
        return ordered.isEmpty() ? Optional.empty() : Optional.of(ordered.get(ordered.size() - 1));
    }

    List<Message> all() {
        return Collections.unmodifiableList(ordered);
    }
}
