package dev.crispconnect.simulator.admin;

import dev.crispconnect.simulator.access.Scopes;
import dev.crispconnect.simulator.access.Tier;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.access.Usage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Tokens. A key is told once, to whoever asks for a new one, as Crisp does. */
final class TokenSection implements Section {

    private static final long FIRST_SEED = 1_000;

    private final Simulated simulator;
    private final Places places;
    private final AtomicLong seeds = new AtomicLong(FIRST_SEED);

    TokenSection(Simulated simulator, Places places) {
        this.simulator = simulator;
        this.places = places;
    }

    @Override
    public List<AdminRoute> routes() {
        return List.of(
                new AdminRoute("GET", "/tokens", "every good token, without its key", call -> all()),
                new AdminRoute(
                        "POST",
                        "/tokens",
                        "a new token: {\"tier\": \"plugin\", \"websites\": [..], \"scopes\": [..]}; all websites "
                                + "and everything when not given",
                        this::issue),
                new AdminRoute("POST", "/tokens/{identifier}/roll", "another key", this::roll),
                new AdminRoute(
                        "PUT", "/tokens/{identifier}/scopes", "holds it to {\"scopes\": [..]}", this::changeScopes),
                new AdminRoute("POST", "/tokens/{identifier}/quota", "its day begins anew", this::resetQuota),
                new AdminRoute("DELETE", "/tokens/{identifier}", "no good from now on: 401", this::revoke));
    }

    private Object all() {
        return simulator.tokens().all().stream().map(this::described).toList();
    }

    private Object issue(AdminCall call) {
        Input body = call.body().only("tier", "websites", "scopes");
        Token plain = Token.seeded(seeds.incrementAndGet(), body.word("tier", Tier.class));
        Token token = body.has("scopes") ? plain.withScopes(scopes(body)) : plain;
        List<String> websites = body.has("websites") ? body.texts("websites") : places.ids();
        websites.forEach(places::named);
        simulator.tokens().issue(token);
        websites.forEach(websiteId -> simulator.tokens().allow(token, websiteId));
        return withKey(token);
    }

    private Object roll(AdminCall call) {
        return withKey(simulator.tokens().roll(named(call)));
    }

    private Object changeScopes(AdminCall call) {
        Token token = named(call).withScopes(scopes(call.body().only("scopes")));
        simulator.tokens().issue(token);
        return described(token);
    }

    private Object resetQuota(AdminCall call) {
        Token token = named(call);
        simulator.limits().resetQuota(token);
        return described(token);
    }

    private Object revoke(AdminCall call) {
        simulator.tokens().revoke(named(call));
        return all();
    }

    private static Scopes scopes(Input body) {
        return Scopes.parse(body.texts("scopes"));
    }

    private Token named(AdminCall call) {
        String identifier = call.path().get("identifier");
        List<Token> all = simulator.tokens().all();
        return all.stream()
                .filter(token -> token.identifier().equals(identifier))
                .findFirst()
                .orElseThrow(() -> Refused.absent(
                        "token", identifier, all.stream().map(Token::identifier).toList()));
    }

    private Map<String, Object> described(Token token) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("identifier", token.identifier());
        described.put("tier", token.tier().wire());
        described.put(
                "websites",
                places.ids().stream()
                        .filter(id -> simulator.tokens().reaches(token, id))
                        .toList());
        Usage usage = simulator.limits().usage(token);
        described.put("used", usage.used());
        described.put("left", usage.left().isPresent() ? usage.left().getAsLong() : null);
        described.put("refusedByRate", usage.refusedByRate());
        described.put("refusedByQuota", usage.refusedByQuota());
        described.put("earlyRetries", usage.earlyRetries());
        described.put(
                "scopes", token.scopes().unlimited() ? null : token.scopes().words());
        return described;
    }

    private Map<String, Object> withKey(Token token) {
        Map<String, Object> described = described(token);
        described.put("key", token.key());
        return described;
    }
}
