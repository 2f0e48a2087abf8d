package dev.crispconnect.simulator.fault;

import java.util.regex.Pattern;

/**
 * Which requests a fault is for: those that have all that is named. Begin with {@link #any()} and narrow it.
 *
 * @param method the HTTP method; null for every one
 * @param template the path template, such as {@code /website/{website_id}/conversations/{page}}; null for every one
 * @param sessionId the conversation that the path names; null for every one
 * @param token identifier of the token; null for every one
 * @param path what is found somewhere in path and query as sent; null for everything
 */
public record Target(String method, String template, String sessionId, String token, Pattern path) {

    private static final Target ANY = new Target(null, null, null, null, null);

    /** Every request. */
    public static Target any() {
        return ANY;
    }

    /** Every request of this method. */
    public static Target method(String method) {
        return ANY.withMethod(method);
    }

    /** The requests of one route. */
    public static Target route(String method, String template) {
        return ANY.withMethod(method).withTemplate(template);
    }

    /** Every request to one conversation. */
    public static Target session(String sessionId) {
        return ANY.withSession(sessionId);
    }

    /** Only with this HTTP method. */
    public Target withMethod(String wanted) {
        return new Target(wanted, template, sessionId, token, path);
    }

    /** Only to this route, such as {@code /website/{website_id}/conversations/{page}}. */
    public Target withTemplate(String wanted) {
        return new Target(method, wanted, sessionId, token, path);
    }

    /** Only to this conversation. */
    public Target withSession(String wanted) {
        return new Target(method, template, wanted, token, path);
    }

    /** Only with the token of this identifier. */
    public Target withToken(String identifier) {
        return new Target(method, template, sessionId, identifier, path);
    }

    /**
     * Only where this is found somewhere in path and query.
     *
     * @param regex such as {@code /conversations/[0-9]+.*order_date_updated=1}
     * @throws java.util.regex.PatternSyntaxException when it is no regular expression
     */
    public Target withPath(String regex) {
        return new Target(method, template, sessionId, token, Pattern.compile(regex));
    }

    boolean matches(Request request) {
        return is(method, request.method())
                && is(template, request.template())
                && is(sessionId, request.sessionId())
                && is(token, request.token())
                && (path == null || path.matcher(request.path()).find());
    }

    private static boolean is(String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }
}
