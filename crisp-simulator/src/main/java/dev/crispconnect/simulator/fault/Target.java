package dev.crispconnect.simulator.fault;

/**
 * Which requests a fault is for.
 *
 * @param method the HTTP method; null for every one
 * @param template the path template, such as {@code /website/{website_id}/conversations/{page}}; null for every one
 */
public record Target(String method, String template) {

    /** Every request. */
    public static Target any() {
        return new Target(null, null);
    }

    /** Every request of this method. */
    public static Target method(String method) {
        return new Target(method, null);
    }

    /** The requests of one route. */
    public static Target route(String method, String template) {
        return new Target(method, template);
    }

    boolean matches(String requestMethod, String requestTemplate) {
        return (method == null || method.equals(requestMethod))
                && (template == null || template.equals(requestTemplate));
    }
}
