package dev.crispconnect.simulator.realtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.event.EventName;
import dev.crispconnect.simulator.workspace.Availability;
import dev.crispconnect.simulator.workspace.Membership.Role;
import dev.crispconnect.simulator.workspace.ProfileCard;
import dev.crispconnect.simulator.workspace.Visitor;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A website with an operator, a profile and a conversation that has a message of each side. */
final class EventScene implements AutoCloseable {

    static final String ILSE = "ilse@example.org";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site = Site.open(SimulatorSettings.defaults());
    private final String operatorId = site.workspace()
            .operators()
            .join("Lena", "Lind", "lena@example.org", Role.OWNER)
            .userId();
    private final String sessionId =
            site.workspace().visitorArrives("Ilse", ILSE).sessionId();
    private final long question =
            site.workspace().visitorWrites(sessionId, "Where is it?").fingerprint();
    private final long answer =
            site.workspace().operatorAnswers(sessionId, "On its way").fingerprint();

    EventScene() {
        site.workspace().people().create(ProfileCard.of(ILSE, "Ilse"));
    }

    Site site() {
        return site;
    }

    Workspace workspace() {
        return site.workspace();
    }

    String sessionId() {
        return sessionId;
    }

    String operatorId() {
        return operatorId;
    }

    /** The fingerprint of what the visitor wrote. */
    long question() {
        return question;
    }

    /** The fingerprint of what the operator answered. */
    long answer() {
        return answer;
    }

    Visitor visitor() {
        return workspace().visitor(sessionId);
    }

    /** A request below the conversation, which has to be answered well. */
    void asks(String method, String path, String json) {
        below("/conversation/" + sessionId + path, method, json);
    }

    /** A request below the website, which has to be answered well. */
    void below(String path, String method, String json) {
        expectGood(site.call(method, path, json));
    }

    /** Every operator is away. */
    void everybodyLeaves() {
        workspace().operators().list().forEach(member -> workspace()
                .operators()
                .setAvailability(member.userId(), Availability.AWAY));
    }

    /** A plugin asks for the address of an upload. */
    void generatesUrl(String namespace) {
        String website = workspace().website().websiteId();
        String json = "{\"namespace\": \"" + namespace + "\", \"id\": \"7\", \"file\": {\"name\": \"a.png\", \"type\":"
                + " \"image/png\"}, \"resource\": {\"type\": \"website\", \"id\": \"" + website + "\"}}";
        expectGood(site.callAs(site.simulator().pluginToken(), "POST", "bucket/url/generate", json));
    }

    /** Crisp's servers say it, with the conversation where it is about one. */
    @SuppressWarnings("unchecked") // the parser makes no other keys than strings
    void serverSays(String name, String fields) {
        try {
            Map<String, Object> said = new LinkedHashMap<>(JSON.readValue(fields, Map.class));
            if (EventName.ofWire(name).orElseThrow().isAboutAConversation()) {
                said.put("session_id", sessionId);
            }
            workspace().serverSays(name, said);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token that may hear the event. */
    Token listenerOf(EventName name) {
        return Stream.of(
                        site.simulator().websiteToken(),
                        site.simulator().pluginToken(),
                        site.simulator().userToken())
                .filter(token -> name.isFor(token.tier()))
                .findFirst()
                .orElseThrow();
    }

    private static void expectGood(Site.Reply reply) {
        if (reply.status() >= 300) {
            throw new AssertionError("answered " + reply.status() + ": " + reply.body());
        }
    }

    @Override
    public void close() {
        site.close();
    }
}
