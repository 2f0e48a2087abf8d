package dev.crispconnect.source.feed;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Up to which message conversations are known to be emitted. Saves calls only, so it is bounded, and lost with the task.
 */
final class CompleteConversations {

    private static final int MOST = 10_000;

    private final Map<Long, Long> newest = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > MOST;
        }
    };

    boolean isUpTo(long conversation, long fingerprint) {
        Long known = newest.get(conversation);
        return known != null && known == fingerprint;
    }

    void note(long conversation, long fingerprint) {
        newest.put(conversation, fingerprint);
    }
}
