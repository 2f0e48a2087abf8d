package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Tier;
import java.util.Set;
import java.util.function.Function;

/**
 * A method and a path template, and what answers it.
 *
 * @param template below {@code /v1}, parameters in braces
 * @param tiers whose tokens may call it
 * @param scope what a token that is held to scopes needs, such as {@code website:conversation:messages}, to write or to
 *     read as the route does; null for nothing
 * @param writes whether it changes the workspace
 */
record Route(
        String method, String template, Set<Tier> tiers, String scope, boolean writes, Function<Call, Answer> handler) {

    private static final Set<Tier> ALL = Set.of(Tier.values());

    static Route read(String method, String template, Function<Call, Answer> handler) {
        return new Route(method, template, ALL, null, false, handler);
    }

    static Route write(String method, String template, Function<Call, Answer> handler) {
        return new Route(method, template, ALL, null, true, handler);
    }

    Route onlyFor(Tier tier) {
        return new Route(method, template, Set.of(tier), scope, writes, handler);
    }

    Route needing(String newScope) {
        return new Route(method, template, tiers, newScope, writes, handler);
    }
}
