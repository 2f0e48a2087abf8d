package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.workspace.AbsentException.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Screens that are shared and calls that are made (Crisp API reference, section 3.4): that they are asked for, refused and
 * ended, not what is shown or said. Every method throws {@link AbsentException} when the conversation, or what it names,
 * does not exist. Thread-safe.
 */
public final class LiveSessions {

    private final ConversationStore store;
    private final Ids ids;
    private final SessionEvents events;

    LiveSessions(ConversationStore store, Ids ids, SessionEvents events) {
        this.store = store;
        this.ids = ids;
        this.events = events;
    }

    /** A screen that is shared. */
    public record Browsing(String browsingId, String browsingToken) {}

    /** The screens that are shared, the first one first. */
    public List<Browsing> browsing(String sessionId) {
        synchronized (store) {
            return List.copyOf(store.read(sessionId).aside().browsing.values());
        }
    }

    /** One screen that is shared. */
    public Browsing browsing(String sessionId, String browsingId) {
        return browsing(sessionId).stream()
                .filter(session -> session.browsingId().equals(browsingId))
                .findFirst()
                .orElseThrow(() -> new AbsentException(Kind.BROWSING, browsingId));
    }

    /** Asks the visitor to share the screen. */
    public Browsing startBrowsing(String sessionId) {
        synchronized (store) {
            StoredConversation conversation = store.get(sessionId);
            Browsing session = new Browsing(ids.browsing(), ids.uuid());
            conversation.aside().browsing.put(session.browsingId(), session);
            events.publish(
                    "browsing:request:initiated",
                    conversation,
                    Map.of("browsing_id", session.browsingId(), "browsing_token", session.browsingToken()));
            return session;
        }
    }

    /** The screen is no longer shared. */
    public void stopBrowsing(String sessionId, String browsingId) {
        synchronized (store) {
            browsing(sessionId, browsingId);
            store.get(sessionId).aside().browsing.remove(browsingId);
            store.changes().made();
        }
    }

    /** The visitor refuses to share the screen. */
    public void rejectBrowsing(String sessionId, String browsingId) {
        synchronized (store) {
            stopBrowsing(sessionId, browsingId);
            events.publish("browsing:request:rejected", store.get(sessionId));
        }
    }

    /** The call that goes on, if one does. */
    public Optional<String> call(String sessionId) {
        synchronized (store) {
            return Optional.ofNullable(store.read(sessionId).aside().callId);
        }
    }

    /** Requires that this very call goes on. */
    public void requireCall(String sessionId, String callId) {
        if (!callId.equals(call(sessionId).orElse(null))) {
            throw new AbsentException(Kind.CALL, callId);
        }
    }

    /**
     * Calls the visitor. A call that went on is over.
     *
     * @return the call's id
     */
    public String startCall(String sessionId) {
        synchronized (store) {
            StoredConversation conversation = store.get(sessionId);
            String callId = ids.call();
            conversation.aside().callId = callId;
            events.publish("call:request:initiated", conversation, "call_id", callId);
            return callId;
        }
    }

    /** The call is over. */
    public void endCall(String sessionId, String callId) {
        synchronized (store) {
            requireCall(sessionId, callId);
            store.get(sessionId).aside().callId = null;
            store.changes().made();
        }
    }

    /** The visitor does not take the call. */
    public void rejectCall(String sessionId, String callId) {
        synchronized (store) {
            endCall(sessionId, callId);
            events.publish("call:request:rejected", store.get(sessionId), "call_id", callId);
        }
    }
}
