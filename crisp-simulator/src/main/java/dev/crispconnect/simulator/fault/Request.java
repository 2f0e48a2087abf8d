package dev.crispconnect.simulator.fault;

/**
 * What a {@link Target} is compared with.
 *
 * @param method the HTTP method
 * @param template the route; {@code (unknown)} for no route
 * @param path path and query as sent
 * @param sessionId the conversation that the path names; null for none
 * @param token identifier of the token; null when there was none that is known
 */
public record Request(String method, String template, String path, String sessionId, String token) {

    /** Whether it reads a list: of conversations, messages, profiles and so on. */
    public boolean readsList() {
        return method.equals("GET") && (template.endsWith("s") || template.endsWith("{page}"));
    }

    /** Whether it reads a page of conversations. */
    public boolean readsConversations() {
        return method.equals("GET") && template.contains("/conversations");
    }
}
