package dev.crispconnect.quickstart;

import static java.util.Collections.synchronizedMap;

import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.realtime.SocketView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What was done to messages, in the order in which it took effect, and which connection was told of it. Crisp itself keeps no
 * trace of what was removed. Written by whoever acts; to be read when nobody does.
 */
final class Chronicle implements AutoCloseable {
    private static final Set<String> WRITTEN = Set.of("message:send", "message:received");

    private final SimulatedWebsite crisp;
    private final Map<String, List<Deed>> deeds = synchronizedMap(new LinkedHashMap<>());
    private final Map<String, String> removedConversations = synchronizedMap(new LinkedHashMap<>());
    private final Consumer<Event> listener = this::happened;

    enum Kind {
        WRITTEN,
        EDITED,
        REMOVED
    }

    /**
     * Something that was done to a message.
     *
     * @param text what it says from then on; empty when that is no text
     * @param toldTo the connection that was told; null when none was
     */
    record Deed(Kind kind, long fingerprint, String text, String toldTo, Instant time) {
        boolean isOf(Kind wanted, long message) {
            return kind == wanted && fingerprint == message;
        }
    }

    /** Knows what is there, and listens from now on. */
    Chronicle(SimulatedWebsite crisp) {
        this.crisp = crisp;
        for (var sessionId : crisp.sessionIds()) {
            crisp.workspace().messages().of(sessionId).forEach(message -> of(sessionId)
                    .add(new Deed(
                            Kind.WRITTEN, message.fingerprint(), text(message.content()), null, message.timestamp())));
        }
        crisp.workspace().events().listen(listener);
    }

    /** What was done to the messages of a conversation. */
    List<Deed> of(String sessionId) {
        return deeds.computeIfAbsent(sessionId, unknown -> new ArrayList<>());
    }

    Set<String> sessionIds() {
        return new TreeSet<>(deeds.keySet());
    }

    Set<String> removedConversations() {
        return new TreeSet<>(removedConversations.keySet());
    }

    /** The connection that is told of messages; empty when there is none. */
    Optional<String> connection() {
        return crisp.simulator().realtime().sockets().stream()
                .filter(socket -> socket.events().containsAll(WRITTEN))
                .map(SocketView::id)
                .reduce((older, newer) -> newer);
    }

    /** What messages say that were edited last so soon after they were written, by fingerprint. */
    Map<Long, String> editedWithin(String sessionId, Duration age) {
        var texts = new LinkedHashMap<Long, String>();
        var written = new LinkedHashMap<Long, Instant>();
        for (var deed : of(sessionId)) {
            texts.remove(deed.fingerprint());
            if (deed.kind() == Kind.WRITTEN) {
                written.put(deed.fingerprint(), deed.time());
            } else if (deed.kind() == Kind.EDITED
                    && deed.time().isBefore(written.get(deed.fingerprint()).plus(age))) {
                texts.put(deed.fingerprint(), deed.text());
            }
        }
        return texts;
    }

    @Override
    public void close() {
        crisp.workspace().events().forget(listener);
    }

    private void happened(Event event) {
        if (WRITTEN.contains(event.name())) {
            add(Kind.WRITTEN, event);
        } else if (event.name().equals("message:updated")) {
            add(Kind.EDITED, event);
        } else if (event.name().equals("message:removed")) {
            add(Kind.REMOVED, event);
        } else if (event.name().equals("session:removed")) {
            removedConversations.put(event.sessionId(), connection().orElse(""));
        }
    }

    private void add(Kind kind, Event event) {
        long fingerprint = ((Number) event.data().get("fingerprint")).longValue();
        var text = text(event.data().get("content"));
        of(event.sessionId()).add(new Deed(kind, fingerprint, text, connection().orElse(null), event.time()));
    }

    private static String text(Object content) {
        return content instanceof String text ? text : "";
    }
}
