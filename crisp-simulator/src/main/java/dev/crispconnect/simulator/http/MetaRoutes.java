package dev.crispconnect.simulator.http;

import static dev.crispconnect.simulator.http.ConversationRoutes.ONE;

import dev.crispconnect.simulator.workspace.Conversation.Participant;
import java.util.List;
import java.util.Map;

/** Who a conversation is with: meta, participants, relations (Crisp API reference, section 3.4). */
final class MetaRoutes {

    private static final String SESSIONS = "website:conversation:sessions";
    private static final String PARTICIPANTS = "website:conversation:participants";

    private final PlanGate plan;

    MetaRoutes(PlanGate plan) {
        this.plan = plan;
    }

    List<Route> routes() {
        return List.of(
                Route.read("GET", ONE + "/meta", MetaRoutes::meta).needing(SESSIONS),
                Route.write("PATCH", ONE + "/meta", MetaRoutes::changeMeta).needing(SESSIONS),
                Route.read("GET", ONE + "/participants", MetaRoutes::participants)
                        .needing(PARTICIPANTS),
                Route.write("PUT", ONE + "/participants", this::saveParticipants)
                        .needing(PARTICIPANTS),
                Route.read("GET", ONE + "/relations", MetaRoutes::relations).needing(SESSIONS));
    }

    private static Answer meta(Call call) {
        return Answer.resolved(JsonText.of(
                call.workspace().conversations().get(call.sessionId()).meta()));
    }

    private static Answer changeMeta(Call call) {
        call.workspace().conversations().changeMeta(call.sessionId(), MetaBody.patch(call.body()));
        return Answer.updated();
    }

    private static Answer participants(Call call) {
        var participants =
                call.workspace().conversations().get(call.sessionId()).participants();
        return Answer.resolved(JsonText.of(Map.of(
                "participants", participants.stream().map(Participant::wire).toList())));
    }

    private Answer saveParticipants(Call call) {
        ActingUser.check(call.body());
        call.body().require("participants");
        List<Participant> participants = call.body().objects("participants").orElseThrow().stream()
                .map(MetaRoutes::participant)
                .toList();
        plan.participants(participants.size());
        call.workspace().conversations().setParticipants(call.sessionId(), participants);
        return Answer.saved();
    }

    private static Participant participant(Body body) {
        body.require("type");
        return new Participant(body.allowed("type", List.of("email")).orElseThrow(), body.requiredText("target"));
    }

    private static Answer relations(Call call) {
        return Answer.resolved(
                JsonText.of(Wire.relations(call.workspace().sideLists().relations(call.sessionId()))));
    }
}
