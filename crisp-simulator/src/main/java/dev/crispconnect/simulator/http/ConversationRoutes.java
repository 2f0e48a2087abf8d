package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.CreationQuota;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.Conversation;
import java.util.List;
import java.util.Map;

/** Making, reading, listing and removing conversations (Crisp API reference, sections 3.1 and 3.3). */
final class ConversationRoutes {

    /** Path of one conversation, on which all that belongs to it is built. */
    static final String ONE = "/website/{website_id}/conversation/{session_id}";

    private static final String LIST = "/website/{website_id}/conversations";
    private static final String SESSIONS = "website:conversation:sessions";
    private static final String INITIATE = "website:conversation:initiate";

    private final Paging paging;
    private final ConversationFilters filters;
    private final Thinning texts;
    private final CreationQuota creations;

    ConversationRoutes(Switches switches, CreationQuota creations) {
        this.paging = new Paging(switches);
        this.filters = new ConversationFilters(new PlanGate(switches));
        this.texts = new Thinning(switches, new ConversationTexts());
        this.creations = creations;
    }

    List<Route> routes() {
        return List.of(
                Route.read("GET", LIST, this::list).needing(SESSIONS),
                Route.read("GET", LIST + "/{page}", this::list).needing(SESSIONS),
                Route.write("POST", "/website/{website_id}/conversation", this::create)
                        .needing(INITIATE),
                Route.read("HEAD", ONE, this::get).needing(SESSIONS),
                Route.read("GET", ONE, this::get).needing(SESSIONS),
                Route.write("DELETE", ONE, ConversationRoutes::remove).needing(SESSIONS),
                Route.write("POST", ONE + "/initiate", ConversationRoutes::initiate)
                        .needing(INITIATE));
    }

    private Answer list(Call call) {
        int page = paging.page(call);
        var query = filters.query(call.query(), page, paging.perPage(call.query()));
        return paging.answer(page, call.workspace().conversations().list(query), each -> texts.of(call.token(), each));
    }

    private Answer create(Call call) {
        if (!creations.take(call.workspace().website().websiteId())) {
            throw Refusal.of(423, "quota_limit_exceeded");
        }
        Conversation conversation = call.workspace().conversations().start();
        return Answer.added(JsonText.of(Map.of("session_id", conversation.sessionId())));
    }

    private Answer get(Call call) {
        return Answer.resolved(
                texts.of(call.token(), call.workspace().conversations().get(call.sessionId())));
    }

    private static Answer remove(Call call) {
        call.workspace().conversations().remove(call.sessionId());
        return Answer.deleted();
    }

    private static Answer initiate(Call call) {
        call.workspace().conversations().initiate(call.sessionId());
        return Answer.dispatched();
    }
}
