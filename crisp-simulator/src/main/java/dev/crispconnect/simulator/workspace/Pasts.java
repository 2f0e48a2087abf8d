package dev.crispconnect.simulator.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** All that is left of the made-up pasts of one workspace, by session id. Guarded by its store. */
final class Pasts {

    private final SessionIds sessions;
    private final NavigableMap<Long, Past> byFirst = new TreeMap<>();
    private long size;

    Pasts(SessionIds sessions) {
        this.sessions = sessions;
    }

    SessionIds sessions() {
        return sessions;
    }

    /** What the session id of the first conversation of the next past stands for. */
    long next() {
        return size;
    }

    void add(Past past) {
        byFirst.put(size, past);
        size += past.size();
    }

    /** A conversation that is still untouched. */
    Optional<Found> find(String sessionId) {
        OptionalLong number = sessions.number(sessionId);
        Map.Entry<Long, Past> holder = number.isEmpty() ? null : byFirst.floorEntry(number.getAsLong());
        if (holder == null || !holder.getValue().has(number.getAsLong() - holder.getKey())) {
            return Optional.empty();
        }
        return Optional.of(new Found(holder.getValue(), (int) (number.getAsLong() - holder.getKey())));
    }

    List<Run> runs(ListOrder order, boolean includeEmpty) {
        List<Run> runs = new ArrayList<>();
        byFirst.values().forEach(past -> runs.addAll(past.runs(order, includeEmpty)));
        return runs;
    }

    /** How many conversations are still untouched. */
    long left() {
        return byFirst.values().stream().mapToLong(Past::left).sum();
    }

    /** Where a conversation was found. */
    record Found(Past past, int number) {

        /** Made up for the moment. */
        StoredConversation conversation() {
            return past.conversation(number);
        }

        /** Takes it out, to be kept elsewhere or not at all. */
        StoredConversation leave() {
            StoredConversation conversation = conversation();
            past.leave(number);
            return conversation;
        }
    }
}
