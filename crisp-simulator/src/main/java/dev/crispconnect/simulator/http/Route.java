package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Tier;
import java.util.Set;
import java.util.function.Function;

/**
 * A method and a path template, and what answers it.
 *
 * @param template below {@code /v1}, parameters in braces
 * @param tiers whose tokens may call it
 * @param writes whether it changes the workspace
 */
record Route(String method, String template, Set<Tier> tiers, boolean writes, Function<Call, Answer> handler) {

    private static final Set<Tier> ALL = Set.of(Tier.values());

    static Route read(String method, String template, Function<Call, Answer> handler) {
        return new Route(method, template, ALL, false, handler);
    }

    static Route write(String method, String template, Function<Call, Answer> handler) {
        return new Route(method, template, ALL, true, handler);
    }

    Route onlyFor(Tier tier) {
        return new Route(method, template, Set.of(tier), writes, handler);
    }
}
