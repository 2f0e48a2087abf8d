package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.switches.Switches;
import java.util.ArrayList;
import java.util.List;

/** Everything that is served (Crisp API reference, section 3). */
final class Routes {

    private Routes() {}

    static List<Route> all(HttpApi.Parts parts, Switches switches, Later later) {
        SecondProof proof = new SecondProof(parts.tokens());
        List<Route> routes = new ArrayList<>(new WebsiteRoutes(parts, proof).routes());
        routes.addAll(new OperatorRoutes(proof).routes());
        routes.addAll(new InboxRoutes(switches).routes());
        routes.addAll(new VisitorRoutes(switches).routes());
        routes.addAll(new PluginRoutes(parts, switches).routes());
        routes.addAll(new BucketRoutes(parts).routes());
        routes.addAll(new ConversationRoutes(switches, parts.limits().creations()).routes());
        routes.addAll(new SuggestionRoutes(switches).routes());
        routes.addAll(ConversationStateRoutes.routes());
        routes.addAll(new MetaRoutes(new PlanGate(switches)).routes());
        routes.addAll(VerificationRoutes.routes());
        routes.addAll(ConversationActionRoutes.routes());
        routes.addAll(LiveSessionRoutes.routes());
        routes.addAll(new SideListRoutes(switches).routes());
        routes.addAll(new BatchRoutes(switches).routes());
        routes.addAll(UserOnlyRoutes.routes());
        routes.addAll(new MessageRoutes(switches, later).routes());
        routes.addAll(MessageMarkRoutes.routes());
        routes.addAll(new PeopleRoutes(switches).routes());
        routes.addAll(new PeopleLogRoutes(switches).routes());
        routes.addAll(new PeopleSuggestionRoutes(switches).routes());
        routes.addAll(ConnectRoutes.routes());
        return routes;
    }
}
