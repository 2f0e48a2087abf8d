package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Tier;
import dev.crispconnect.simulator.switches.AnswerSwitch;
import dev.crispconnect.simulator.switches.AnswerSwitch.BatchTiers;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.ProfileCard;
import dev.crispconnect.simulator.workspace.Side;
import dev.crispconnect.simulator.workspace.State;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One change to many conversations or profiles (Crisp API reference, section 3.6), made one after the other. Those that do
 * not exist are passed over.
 */
final class BatchRoutes {

    private static final String SESSIONS = "website:conversation:sessions";
    private static final String MESSAGES = "website:conversation:messages";
    private static final String STATES = "website:conversation:states";
    private static final String ROUTING = "website:conversation:routing";
    private static final String PROFILES = "website:people:profiles";
    private static final String ACTIONS = "website:conversation:actions";

    private final Switches switches;

    BatchRoutes(Switches switches) {
        this.switches = switches;
    }

    List<Route> routes() {
        return List.of(
                patch("resolve", STATES, usersOnlyMaybe(call -> setState(call, State.RESOLVED))),
                patch("unresolve", STATES, call -> setState(call, State.UNRESOLVED)),
                patch("read", MESSAGES, usersOnlyMaybe(BatchRoutes::read)),
                patch("unread", MESSAGES, BatchRoutes::unread),
                patchAny("remove", usersOnlyMaybe(BatchRoutes::remove)),
                patch("block", ACTIONS, BatchRoutes::block),
                patch("routing", ROUTING, BatchRoutes::assign),
                patch("inbox", ROUTING, BatchRoutes::moveToInbox),
                patchAny("data", BatchRoutes::changeData),
                patchAny("segments", BatchRoutes::changeSegments),
                Route.write("POST", path("report"), BatchRoutes::report).needing(ACTIONS));
    }

    private static String path(String verb) {
        return "/website/{website_id}/batch/" + verb;
    }

    private static Route patch(String verb, String scope, Function<Call, Answer> handler) {
        return Route.write("PATCH", path(verb), handler).needing(scope);
    }

    /** The body says whether conversations or people are changed, and so which scope is needed. */
    private static Route patchAny(String verb, Function<Call, Answer> handler) {
        return Route.write("PATCH", path(verb), handler);
    }

    /** Whether it is people that the body names; requires the scope to write them, or else that of conversations. */
    private static boolean isAboutPeople(Call call, String scope) {
        boolean people = call.body().has("people");
        call.requireWriting(people ? scope : SESSIONS);
        return people;
    }

    private Function<Call, Answer> usersOnlyMaybe(Function<Call, Answer> handler) {
        return call -> {
            boolean userOnly = switches.get(AnswerSwitch.BATCH_TIERS) == BatchTiers.USER_ONLY;
            if (userOnly && call.token().tier() != Tier.USER) {
                throw Refusal.of(switches.get(AnswerSwitch.WRONG_TIER), "not_allowed");
            }
            return handler.apply(call);
        };
    }

    private static Answer setState(Call call, State state) {
        return BatchTargets.sessionsOrInbox(call)
                .each(sessionId -> call.workspace().conversations().setState(sessionId, state));
    }

    private static Answer read(Call call) {
        return BatchTargets.sessionsOrInbox(call)
                .each(sessionId -> call.workspace().marks().read(sessionId, Side.USER, "chat", List.of()));
    }

    private static Answer unread(Call call) {
        return BatchTargets.sessionsOrInbox(call)
                .each(sessionId -> call.workspace().marks().unread(sessionId, Side.USER));
    }

    private static Answer remove(Call call) {
        return isAboutPeople(call, PROFILES)
                ? BatchTargets.people(call)
                        .each(peopleId -> call.workspace().people().remove(peopleId))
                : BatchTargets.sessionsOrInbox(call)
                        .each(sessionId -> call.workspace().conversations().remove(sessionId));
    }

    private static Answer block(Call call) {
        boolean blocked = call.body().requiredFlag("blocked");
        return BatchTargets.sessions(call)
                .each(sessionId -> call.workspace().conversations().block(sessionId, blocked));
    }

    private static Answer assign(Call call) {
        String userId = ConversationStateRoutes.assigned(call.body());
        return BatchTargets.sessions(call)
                .each(sessionId -> call.workspace().conversations().assign(sessionId, userId));
    }

    private static Answer moveToInbox(Call call) {
        String inboxId = ConversationStateRoutes.inbox(call.body());
        return BatchTargets.sessions(call)
                .each(sessionId -> call.workspace().conversations().moveToInbox(sessionId, inboxId));
    }

    private static Answer changeData(Call call) {
        boolean people = isAboutPeople(call, "website:people:data");
        call.body().require("data");
        Map<String, Object> data = call.body().data("data").orElseThrow();
        return people
                ? BatchTargets.people(call)
                        .each(peopleId -> call.workspace().people().patchData(peopleId, data))
                : BatchTargets.sessions(call)
                        .each(sessionId ->
                                call.workspace().conversations().changeMeta(sessionId, Map.of("data", data)));
    }

    private static Answer changeSegments(Call call) {
        boolean people = isAboutPeople(call, PROFILES);
        call.body().require("segments");
        List<String> segments = call.body().texts("segments").orElseThrow();
        ProfileCard card = new ProfileCard(null, null, null, segments, null, null);
        return people
                ? BatchTargets.people(call)
                        .each(peopleId -> call.workspace().people().patch(peopleId, card))
                : BatchTargets.sessions(call)
                        .each(sessionId ->
                                call.workspace().conversations().changeMeta(sessionId, Map.of("segments", segments)));
    }

    /** Like the report of one conversation, nothing that can be read tells of it. */
    private static Answer report(Call call) {
        call.body().requiredText("flag");
        BatchTargets.sessions(call);
        return Answer.dispatched();
    }
}
