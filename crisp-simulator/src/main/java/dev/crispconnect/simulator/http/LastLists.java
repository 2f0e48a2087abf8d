package dev.crispconnect.simulator.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** The lists that were answered last, as a cache that nobody purges would remember them. Thread-safe. */
final class LastLists {

    private static final int KEPT = 64;

    private final Map<Key, Answer> answers = new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Answer> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(String token, String uri) {}

    /** What this token was answered last for this path and query; {@code otherwise} when that is not known. */
    synchronized Answer last(Exchange exchange, Answer otherwise) {
        Answer known = answers.get(key(exchange));
        return known == null ? otherwise : known.with(Bloom.STATUS, Bloom.FROM_MEMORY);
    }

    /** Remembers a list. */
    synchronized void remember(Exchange exchange, Answer answer) {
        answers.put(key(exchange), answer);
    }

    synchronized void clear() {
        answers.clear();
    }

    private static Key key(Exchange exchange) {
        return new Key(
                exchange.token() == null ? null : exchange.token().identifier(),
                exchange.request().uri());
    }
}
