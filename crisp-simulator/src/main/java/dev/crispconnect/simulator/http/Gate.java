package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Tier;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.access.Tokens;
import dev.crispconnect.simulator.switches.AnswerSwitch;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.Map;

/** Who may call what (Crisp API reference, sections 1.3 and 1.6). */
record Gate(Tokens tokens, Map<String, Workspace> workspaces, Switches switches) {

    /**
     * Lets a request through.
     *
     * @param token the token of the request; null when it has none that is good
     * @param tier the {@code X-Crisp-Tier} header; null when there is none
     * @return the workspace the path names; null when it names none
     */
    Workspace pass(Token token, String tier, Router.Match match) {
        if (token == null) {
            throw Refusal.of(401, "invalid_session");
        }
        boolean sameTier = Tier.ofWire(tier).filter(token.tier()::equals).isPresent();
        if (!sameTier || !match.route().tiers().contains(token.tier())) {
            throw Refusal.of(switches.get(AnswerSwitch.WRONG_TIER), "not_allowed");
        }
        if (!isInScope(token, match.route())) {
            throw Refusal.of(403, "not_allowed");
        }
        String websiteId = match.parameters().get("website_id");
        return websiteId == null ? null : workspace(token, websiteId);
    }

    private static boolean isInScope(Token token, Route route) {
        String scope = route.scope();
        return scope == null || (route.writes() ? token.mayWrite(scope) : token.mayRead(scope));
    }

    private Workspace workspace(Token token, String websiteId) {
        Workspace workspace = workspaces.get(websiteId);
        if (workspace != null && tokens.reaches(token, websiteId)) {
            return workspace;
        }
        throw token.tier() == Tier.PLUGIN ? Refusal.of(404, "not_subscribed") : Refusal.of(403, "not_allowed");
    }
}
