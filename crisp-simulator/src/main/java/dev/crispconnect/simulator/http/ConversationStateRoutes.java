package dev.crispconnect.simulator.http;

import static dev.crispconnect.simulator.http.ConversationRoutes.ONE;

import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.State;
import dev.crispconnect.simulator.workspace.Website.Operator;
import java.util.List;
import java.util.Map;

/** State, routing, inbox and flags of a conversation (Crisp API reference, section 3.4): absolute values, safe to repeat. */
final class ConversationStateRoutes {

    private static final String STATES = "website:conversation:states";
    private static final String ROUTING = "website:conversation:routing";
    private static final String ACTIONS = "website:conversation:actions";

    private ConversationStateRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.read("GET", ONE + "/state", ConversationStateRoutes::state)
                        .needing(STATES),
                Route.write("PATCH", ONE + "/state", ConversationStateRoutes::changeState)
                        .needing(STATES),
                Route.read("GET", ONE + "/routing", ConversationStateRoutes::routing)
                        .needing(ROUTING),
                Route.write("PATCH", ONE + "/routing", ConversationStateRoutes::assign)
                        .needing(ROUTING),
                Route.write("PATCH", ONE + "/inbox", ConversationStateRoutes::moveToInbox)
                        .needing(ROUTING),
                Route.read("GET", ONE + "/block", ConversationStateRoutes::blocked)
                        .needing(ACTIONS),
                Route.write("PATCH", ONE + "/block", ConversationStateRoutes::block)
                        .needing(ACTIONS),
                Route.write("PATCH", ONE + "/open", ConversationStateRoutes::open)
                        .needing(ACTIONS));
    }

    /** The {@code assigned} that a body must name, if only as null. */
    static String assigned(Body body) {
        body.requireNamed("assigned");
        return body.object("assigned")
                .map(assigned -> assigned.requiredText("user_id"))
                .orElse(null);
    }

    /** The {@code inbox_id} that a body must name, if only as null. */
    static String inbox(Body body) {
        body.requireNamed("inbox_id");
        return body.text("inbox_id").orElse(null);
    }

    private static Conversation conversation(Call call) {
        return call.workspace().conversations().get(call.sessionId());
    }

    private static Answer state(Call call) {
        return Answer.resolved(
                JsonText.of(Map.of("state", conversation(call).state().wire())));
    }

    private static Answer changeState(Call call) {
        ActingUser.check(call.body());
        State state = call.body().choice("state", State.ofWire(call.body().requiredText("state")));
        call.workspace().conversations().setState(call.sessionId(), state);
        return Answer.updated();
    }

    private static Answer routing(Call call) {
        return Answer.resolved(JsonText.of(Wire.routing(conversation(call))));
    }

    private static Answer assign(Call call) {
        call.body().flag("silent");
        call.workspace().conversations().assign(call.sessionId(), assigned(call.body()));
        return Answer.updated();
    }

    private static Answer moveToInbox(Call call) {
        call.workspace().conversations().moveToInbox(call.sessionId(), inbox(call.body()));
        return Answer.updated();
    }

    private static Answer blocked(Call call) {
        return Answer.resolved(JsonText.of(Map.of("blocked", conversation(call).blocked())));
    }

    private static Answer block(Call call) {
        ActingUser.check(call.body());
        call.workspace().conversations().block(call.sessionId(), call.body().requiredFlag("blocked"));
        return Answer.updated();
    }

    private static Answer open(Call call) {
        boolean opened = call.body().requiredFlag("opened");
        call.workspace().conversations().setOpened(call.sessionId(), operator(call), opened);
        return Answer.updated();
    }

    /** A token is no operator, yet the event names one: whom it is assigned to, else the first. */
    private static Operator operator(Call call) {
        String assignedTo = conversation(call).assignedTo();
        List<Operator> operators = call.workspace().website().operators();
        return operators.stream()
                .filter(operator -> operator.userId().equals(assignedTo))
                .findFirst()
                .orElse(operators.get(0));
    }
}
