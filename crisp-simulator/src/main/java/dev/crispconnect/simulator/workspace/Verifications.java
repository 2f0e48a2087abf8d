package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.switches.WorkspaceSwitch.Change;
import dev.crispconnect.simulator.workspace.AbsentException.Kind;
import dev.crispconnect.simulator.workspace.Conversation.Identity;
import dev.crispconnect.simulator.workspace.Conversation.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether visitors are who they say they are (Crisp API reference, section 3.4). Every method throws
 * {@link AbsentException} when there is no such conversation. Thread-safe.
 */
public final class Verifications {

    private final ConversationStore store;
    private final Ids ids;
    private final SessionEvents events;

    Verifications(ConversationStore store, Ids ids, SessionEvents events) {
        this.store = store;
        this.ids = ids;
        this.events = events;
    }

    /** A link that proves this identity of this recipient to whoever opens it. */
    record Request(String identity, String recipient) {}

    /** Takes the visitor's word, or takes it back; taken back, what was proven is forgotten. */
    public Conversation set(String sessionId, boolean verified) {
        return store.change(sessionId, Change.VERIFICATION, conversation -> {
            List<Verification> proven = verified ? conversation.identity.verifications() : List.of();
            return become(conversation, new Identity(verified, proven));
        });
    }

    /**
     * Sends the visitor a link.
     *
     * @param identity what it will prove: {@code email}, {@code phone} or a {@code urn:}
     * @param recipient where the link goes
     * @return the link's token
     */
    public String request(String sessionId, String identity, String recipient) {
        synchronized (store) {
            StoredConversation conversation = store.get(sessionId);
            String token = ids.uuid();
            conversation.aside().verificationsByToken.put(token, new Request(identity, recipient));
            return token;
        }
    }

    /**
     * The visitor opened the link: it holds once.
     *
     * @throws AbsentException also when no such link was sent
     */
    public Conversation redeem(String sessionId, String identity, String token, String recipient) {
        return store.change(sessionId, Change.VERIFICATION, conversation -> {
            boolean known = conversation.aside().verificationsByToken.remove(token, new Request(identity, recipient));
            if (!known) {
                throw new AbsentException(Kind.VERIFICATION, token);
            }
            List<Verification> proven = new ArrayList<>(conversation.identity.verifications());
            proven.removeIf(old -> old.identity().equals(identity));
            proven.add(new Verification(identity, "link", recipient));
            return become(conversation, new Identity(true, List.copyOf(proven)));
        });
    }

    private boolean become(StoredConversation conversation, Identity identity) {
        if (conversation.identity.equals(identity)) {
            return false;
        }
        conversation.identity = identity;
        events.publish(
                "session:update_verify",
                conversation,
                Map.of(
                        "is_verified",
                        identity.verified(),
                        "verifications",
                        identity.verifications().stream()
                                .map(Verification::wire)
                                .toList()));
        return true;
    }
}
