package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Tier;
import dev.crispconnect.simulator.workspace.LastOwnerException;
import dev.crispconnect.simulator.workspace.Membership;
import dev.crispconnect.simulator.workspace.Membership.Role;
import dev.crispconnect.simulator.workspace.OperatorEmail;
import dev.crispconnect.simulator.workspace.Operators;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Operators of a website (Crisp API reference, sections 3.12 and 4.7). */
final class OperatorRoutes {

    private static final String WEBSITE = "/website/{website_id}";
    private static final String ONE = WEBSITE + "/operator/{user_id}";
    private static final Shape EMAIL = Shape.object(Map.of(
                    "recipient", Shape.TEXT,
                    "user_id", Shape.TEXT,
                    "subject", Shape.TEXT,
                    "message", Shape.TEXT,
                    "target", Shape.object(Shape.TEXT, "label", "url").requiring("label", "url")))
            .requiring("recipient", "subject", "message");

    private final SecondProof proof;

    OperatorRoutes(SecondProof proof) {
        this.proof = proof;
    }

    List<Route> routes() {
        return List.of(
                Route.read("GET", WEBSITE + "/operators/list", OperatorRoutes::list),
                Route.read("GET", WEBSITE + "/operators/active", OperatorRoutes::active),
                Route.write("DELETE", WEBSITE + "/operators/active", OperatorRoutes::forgetActive)
                        .onlyFor(Tier.USER),
                Route.write("POST", WEBSITE + "/operators/email", OperatorRoutes::email),
                Route.read("GET", ONE, OperatorRoutes::get),
                Route.write("POST", WEBSITE + "/operator", this::invite).onlyFor(Tier.USER),
                Route.write("PATCH", ONE, OperatorRoutes::change).onlyFor(Tier.USER),
                Route.write("DELETE", ONE, OperatorRoutes::unlink).onlyFor(Tier.USER));
    }

    private static Answer list(Call call) {
        return Answer.listed(
                false,
                JsonText.of(operators(call).list().stream()
                        .map(member -> Map.of("type", member.type().wire(), "details", details(member)))
                        .toList()));
    }

    private static Answer active(Call call) {
        return Answer.listed(
                false,
                JsonText.of(operators(call).active().stream()
                        .map(OperatorRoutes::active)
                        .toList()));
    }

    private static Map<String, Object> active(Operators.Active active) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("user_id", active.operator().userId());
        wire.put("avatar", active.operator().avatar());
        wire.put("nickname", active.operator().nickname());
        wire.put("timestamp", active.time().toEpochMilli());
        return wire;
    }

    private static Answer forgetActive(Call call) {
        operators(call).forgetActive();
        return Answer.deleted();
    }

    private static Answer email(Call call) {
        Map<String, Object> email = EMAIL.of(call.body());
        Map<?, ?> target = (Map<?, ?>) email.getOrDefault("target", Map.of());
        operators(call)
                .send(new OperatorEmail(
                        (String) email.get("recipient"),
                        (String) email.get("user_id"),
                        (String) email.get("subject"),
                        (String) email.get("message"),
                        (String) target.get("label"),
                        (String) target.get("url")));
        return Answer.dispatched(JsonText.of(Map.of()));
    }

    private static Answer get(Call call) {
        return Answer.resolved(JsonText.of(details(operators(call).get(userId(call)))));
    }

    private Answer invite(Call call) {
        String email = call.body().requiredText("email");
        call.body().require("role");
        Role role = role(call.body(), null);
        proof.require(call);
        operators(call).invite(email, role);
        return Answer.added(JsonText.of(Map.of()));
    }

    private static Answer change(Call call) {
        Membership old = operators(call).get(userId(call));
        Role role = role(call.body(), old.role());
        String title = call.body().text("title").orElse(old.title());
        keepingAnOwner(() -> operators(call).change(old.userId(), role, title));
        return Answer.updated();
    }

    private static Answer unlink(Call call) {
        keepingAnOwner(() -> operators(call).unlink(userId(call)));
        return Answer.deleted();
    }

    private static void keepingAnOwner(Runnable change) {
        try {
            change.run();
        } catch (LastOwnerException e) {
            throw Refusal.of(403, "not_allowed");
        }
    }

    private static Role role(Body body, Role otherwise) {
        return body.text("role")
                .map(name -> body.choice("role", Role.ofWire(name)))
                .orElse(otherwise);
    }

    private static Map<String, Object> details(Membership member) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("user_id", member.userId());
        wire.put("email", member.email());
        wire.put("avatar", member.avatar());
        wire.put("first_name", member.firstName());
        wire.put("last_name", member.lastName());
        wire.put("role", member.role().wire());
        wire.put("title", member.title());
        wire.put("availability", member.availability().wire());
        wire.put("has_token", member.type() == Membership.Type.OPERATOR);
        return wire;
    }

    private static String userId(Call call) {
        return call.path().get("user_id");
    }

    private static Operators operators(Call call) {
        return call.workspace().operators();
    }
}
