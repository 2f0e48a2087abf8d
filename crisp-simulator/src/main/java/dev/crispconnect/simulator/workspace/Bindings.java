package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.event.EventName;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ties conversations to people. Takes the store's lock before that of people. Thread-safe. */
final class Bindings {

    private final ConversationStore store;
    private final Conversations conversations;
    private final People people;
    private final ServerVoice voice;

    Bindings(ConversationStore store, Conversations conversations, People people, ServerVoice voice) {
        this.store = store;
        this.conversations = conversations;
        this.people = people;
        this.voice = voice;
    }

    /** Says {@code people:bind:session} when the conversation was not bound to that profile before. */
    Conversation bind(String sessionId, String idOrEmail) {
        synchronized (store) {
            String peopleId = people.get(idOrEmail).peopleId();
            if (peopleId.equals(conversations.get(sessionId).peopleId())) {
                return conversations.get(sessionId);
            }
            Conversation bound = conversations.bindProfile(sessionId, peopleId);
            voice.sayOf(EventName.PEOPLE_BIND_SESSION, sessionId, Map.of("people_id", peopleId));
            return bound;
        }
    }

    /** Says {@code people:sync:profile} with the identity, which goes into the profile. */
    Profile sync(String sessionId, Map<String, Object> person, Map<String, Object> company) {
        synchronized (store) {
            String peopleId = conversations.get(sessionId).peopleId();
            if (peopleId == null) {
                throw new IllegalStateException(sessionId + " is bound to no profile: bind it first");
            }
            Profile profile = people.patch(peopleId, new ProfileCard(null, person, company, null, null, null));
            Map<String, Object> identity = new LinkedHashMap<>();
            if (person != null) {
                identity.put("person", person);
            }
            if (company != null) {
                identity.put("company", company);
            }
            voice.sayOf(EventName.PEOPLE_SYNC_PROFILE, sessionId, Map.of("people_id", peopleId, "identity", identity));
            return profile;
        }
    }
}
