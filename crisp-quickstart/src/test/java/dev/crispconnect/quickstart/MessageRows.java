package dev.crispconnect.quickstart;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a topic tells of the messages of each conversation, in its order.
 *
 * @param bySession by session_id; those without messages are missing
 */
record MessageRows(Map<String, List<Row>> bySession) {

    /**
     * What a record tells.
     *
     * @param op what became of the message: {@code create}, {@code update} or {@code delete}
     * @param via how the source knows of it
     * @param text what it says, if that is a text
     */
    record Row(String op, String via, long fingerprint, String text) {
        private static Row of(Received message) {
            return new Row(
                    message.headers().get("crisp.op"),
                    message.headers().get("crisp.via"),
                    message.value().path("fingerprint").asLong(),
                    message.text("text"));
        }

        boolean isA(String wanted, long message) {
            return op.equals(wanted) && fingerprint == message;
        }
    }

    static MessageRows of(List<Received> topic) {
        return new MessageRows(
                topic.stream().collect(groupingBy(message -> message.text("session_id"), mapping(Row::of, toList()))));
    }

    List<Row> of(String sessionId) {
        return bySession.getOrDefault(sessionId, List.of());
    }

    Stream<Row> all() {
        return bySession.values().stream().flatMap(List::stream);
    }

    /** The messages of a conversation in the order in which they came. */
    List<Long> created(String sessionId) {
        return of(sessionId).stream()
                .filter(row -> row.op().equals("create"))
                .map(Row::fingerprint)
                .toList();
    }

    /** What a message says by its last record; empty when it has none. */
    Optional<String> text(String sessionId, long fingerprint) {
        return of(sessionId).stream()
                .filter(row -> row.fingerprint() == fingerprint)
                .map(Row::text)
                .reduce((earlier, later) -> later);
    }
}
