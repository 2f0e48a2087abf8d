package dev.crispconnect.simulator.http;

import static dev.crispconnect.simulator.http.ConversationRoutes.ONE;

import dev.crispconnect.simulator.workspace.Conversation.Identity;
import dev.crispconnect.simulator.workspace.Conversation.Verification;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a visitor is who they say they are (Crisp API reference, section 3.4). */
final class VerificationRoutes {

    private static final String SESSIONS = "website:conversation:sessions";

    private VerificationRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.read("GET", ONE + "/verify", VerificationRoutes::get).needing(SESSIONS),
                Route.write("PATCH", ONE + "/verify", VerificationRoutes::set).needing(SESSIONS),
                Route.write("POST", ONE + "/verify/identity", VerificationRoutes::request)
                        .needing(SESSIONS),
                Route.write("PUT", ONE + "/verify/identity/link", VerificationRoutes::redeem)
                        .needing(SESSIONS));
    }

    private static Answer get(Call call) {
        Identity identity =
                call.workspace().conversations().get(call.sessionId()).identity();
        return Answer.resolved(JsonText.of(Map.of(
                "verified",
                identity.verified(),
                "verifications",
                identity.verifications().stream().map(Verification::wire).toList())));
    }

    private static Answer set(Call call) {
        call.workspace().verifications().set(call.sessionId(), call.body().requiredFlag("verified"));
        return Answer.updated();
    }

    private static Answer request(Call call) {
        Body body = call.body();
        String identity = identity(body);
        body.require("method");
        body.allowed("method", List.of("link"));
        call.workspace().verifications().request(call.sessionId(), identity, body.requiredText("recipient"));
        return Answer.dispatched();
    }

    private static Answer redeem(Call call) {
        Body body = call.body();
        call.workspace()
                .verifications()
                .redeem(call.sessionId(), identity(body), body.requiredText("token"), body.requiredText("recipient"));
        return Answer.saved();
    }

    private static String identity(Body body) {
        return body.choice(
                "identity", Optional.of(body.requiredText("identity")).filter(VerificationRoutes::isKnown));
    }

    private static boolean isKnown(String identity) {
        return identity.equals("email") || identity.equals("phone") || identity.startsWith("urn:");
    }
}
