package dev.crispconnect.simulator.journal;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which entries of a journal are wanted: those that have all that is named. Begin with {@link #all()} and narrow it.
 *
 * @param since a marker: only what arrived after it; 0 for everything
 * @param method null for every one
 * @param template the route; null for every one
 * @param sessionId null for every one
 * @param token identifier of the token; null for every one
 * @param status null for every one
 * @param effects whether only what changed something is wanted
 * @param limit at most so many, the oldest of them
 */
public record Selection(
        long since,
        String method,
        String template,
        String sessionId,
        String token,
        Integer status,
        boolean effects,
        int limit) {

    /** Every entry. */
    public static Selection all() {
        return new Selection(0, null, null, null, null, null, false, Integer.MAX_VALUE);
    }

    /** Only what arrived after the marker. */
    public Selection since(long marker) {
        return new Selection(marker, method, template, sessionId, token, status, effects, limit);
    }

    /** Only with this HTTP method. */
    public Selection method(String wanted) {
        return new Selection(since, wanted, template, sessionId, token, status, effects, limit);
    }

    /** Only to this route. */
    public Selection template(String wanted) {
        return new Selection(since, method, wanted, sessionId, token, status, effects, limit);
    }

    /** Only to this conversation. */
    public Selection sessionId(String wanted) {
        return new Selection(since, method, template, wanted, token, status, effects, limit);
    }

    /** Only with the token of this identifier. */
    public Selection token(String identifier) {
        return new Selection(since, method, template, sessionId, identifier, status, effects, limit);
    }

    /** Only what was answered with this status; 0 for what was not. */
    public Selection status(Integer wanted) {
        return new Selection(since, method, template, sessionId, token, wanted, effects, limit);
    }

    /** Only what changed something. */
    public Selection onlyEffects() {
        return new Selection(since, method, template, sessionId, token, status, true, limit);
    }

    /** The oldest of them only, so many. */
    public Selection limit(int most) {
        return new Selection(since, method, template, sessionId, token, status, effects, most);
    }

    List<Entry> of(Stream<Entry> inOrderOfArrival) {
        return inOrderOfArrival.filter(this::takes).limit(limit).toList();
    }

    private boolean takes(Entry entry) {
        return entry.sequence() > since
                && is(method, entry.method())
                && is(template, entry.template())
                && is(sessionId, entry.sessionId())
                && is(token, entry.token())
                && is(status, entry.status())
                && (!effects || entry.effect() > 0);
    }

    private static boolean is(Object wanted, Object actual) {
        return wanted == null || wanted.equals(actual);
    }
}
