package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * The messages of one conversation by the time they carry; among equal times, by arrival. Those of a made-up past are made
 * up when somebody asks for more than the newest. Guarded by its store.
 */
final class MessageLog {

    private final List<Message> lines = new ArrayList<>(0);
    private final Map<Long, Message> fingerprints = new HashMap<>(0);
    private int pastCount;
    private IntFunction<Message> past;

    /**
     * Has these messages from the beginning, without making them up yet. Only for a log that is empty.
     *
     * @param message gives the message of an index, from 0; later ones carry no earlier times
     */
    void remember(int count, IntFunction<Message> message) {
        pastCount = count;
        past = count == 0 ? null : message;
    }

    void add(Message message) {
        List<Message> ordered = ordered();
        ordered.add(firstAfter(message.timestamp(), ordered), message);
        fingerprints.put(message.fingerprint(), message);
    }

    void replace(Message old, Message replacement) {
        ordered().set(indexOf(old), replacement);
        fingerprints.put(replacement.fingerprint(), replacement);
    }

    /**
     * Puts other messages in the place of old ones.
     *
     * @param change gives the same message for those that stay
     * @return the new ones
     */
    List<Message> replaceAll(UnaryOperator<Message> change) {
        List<Message> ordered = ordered();
        List<Message> replaced = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            Message old = ordered.get(i);
            Message changed = change.apply(old);
            if (!changed.equals(old)) {
                ordered.set(i, changed);
                fingerprints.replace(changed.fingerprint(), old, changed);
                replaced.add(changed);
            }
        }
        return replaced;
    }

    /** Removes a message. Its twin, if it has one, is then the one that its fingerprint finds. */
    void remove(Message message) {
        List<Message> ordered = ordered();
        ordered.remove(indexOf(message));
        fingerprints.remove(message.fingerprint());
        boolean twins = ordered.size() > fingerprints.size();
        if (twins) {
            ordered.stream()
                    .filter(other -> other.fingerprint() == message.fingerprint())
                    .forEach(twin -> fingerprints.put(twin.fingerprint(), twin));
        }
    }

    Optional<Message> find(long fingerprint) {
        ordered();
        return Optional.ofNullable(fingerprints.get(fingerprint));
    }

    Optional<Message> newest() {
        if (past != null) {
            return Optional.of(past.apply(pastCount - 1));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
    }

    List<Message> all() {
        return Collections.unmodifiableList(ordered());
    }

    /** Those that carry a later time. */
    List<Message> after(Instant time) {
        return all().subList(firstAfter(time, ordered()), lines.size());
    }

    private List<Message> ordered() {
        if (past != null) {
            for (int i = 0; i < pastCount; i++) {
                Message message = past.apply(i);
                lines.add(message);
                fingerprints.put(message.fingerprint(), message);
            }
            past = null;
        }
        return lines;
    }

    /** The last place of a message that is in it. */
    private int indexOf(Message message) {
        List<Message> ordered = ordered();
        int index = firstAfter(message.timestamp(), ordered) - 1;
        while (!ordered.get(index).equals(message)) {
            index--;
        }
        return index;
    }

    private static int firstAfter(Instant time, List<Message> ordered) {
        int low = 0;
        int high = ordered.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ordered.get(middle).timestamp().isAfter(time)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
