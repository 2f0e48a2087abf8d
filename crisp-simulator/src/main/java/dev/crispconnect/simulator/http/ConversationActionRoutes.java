package dev.crispconnect.simulator.http;

import static dev.crispconnect.simulator.http.ConversationRoutes.ONE;

import java.util.List;
import java.util.function.Consumer;

/**
 * Things that are asked for in a conversation and happen outside of it: mails, notifications, what the chatbox shows (Crisp
 * API reference, section 3.4). They are checked and taken; nothing that can be read tells of them.
 */
final class ConversationActionRoutes {

    private static final String ACTIONS = "website:conversation:actions";

    private ConversationActionRoutes() {}

    static List<Route> routes() {
        return List.of(
                action("transcript", ConversationActionRoutes::checkTranscript),
                action("purge", body -> {}),
                action("feedback", body -> {}),
                action("reminder", ConversationActionRoutes::checkReminder),
                action("report", body -> body.requiredText("flag")),
                action("tool", ConversationActionRoutes::checkTool));
    }

    private static Route action(String name, Consumer<Body> check) {
        return Route.write("POST", ONE + "/" + name, call -> {
                    check.accept(call.body());
                    call.workspace().conversations().get(call.sessionId());
                    return Answer.dispatched();
                })
                .needing(ACTIONS);
    }

    private static void checkTranscript(Body body) {
        body.requiredText("to");
        body.text("email");
    }

    private static void checkReminder(Body body) {
        body.requiredDate("date");
        body.requiredText("note");
        ActingUser.check(body);
    }

    private static void checkTool(Body body) {
        body.requiredText("command");
        body.object("payload");
    }
}
