package dev.crispconnect.simulator.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    /**
     * Puts other messages in the place of old ones.
     *
     * @param change gives the same message for those that stay
     * @return the new ones
     */
    List<Message> replaceAll(UnaryOperator<Message> change) {
        List<Message> replaced = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            Message old = ordered.get(i);
            Message changed = change.apply(old);
            if (!changed.equals(old)) {
                ordered.set(i, changed);
                byFingerprint.replace(changed.fingerprint(), old, changed);
                replaced.add(changed);
            }
        }
        return replaced;
    }

    /** Removes a message. Its twin, if it has one, is then the one that its fingerprint finds. */
    void remove(Message message) {
        ordered.remove(ordered.lastIndexOf(message));
        byFingerprint.remove(message.fingerprint());
        ordered.stream()
                .filter(other -> other.fingerprint() == message.fingerprint())
                .forEach(twin -> byFingerprint.put(twin.fingerprint(), twin));
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
