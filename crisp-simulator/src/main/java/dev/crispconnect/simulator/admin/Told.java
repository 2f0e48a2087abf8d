package dev.crispconnect.simulator.admin;

import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.Profile;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is answered to whoever asked for an action: what its result is known by. */
final class Told {

    private Told() {}

    static Object nothingOf(Runnable work) {
        work.run();
        return Map.of();
    }

    static Object of(Conversation conversation) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("sessionId", conversation.sessionId());
        told.put("state", conversation.state().wire());
        told.put("updatedAt", conversation.updatedAt().toEpochMilli());
        return told;
    }

    static Object of(Message message) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("sessionId", message.sessionId());
        told.put("fingerprint", message.fingerprint());
        told.put("timestamp", message.timestamp().toEpochMilli());
        return told;
    }

    static Object of(Profile profile) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("peopleId", profile.peopleId());
        told.put("email", profile.email());
        return told;
    }
}
