package dev.crispconnect.simulator.hook;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An address that is told what happens (Crisp API reference, section 6.1).
 *
 * @param websiteId the website whose events it hears; null for every website (of a plugin)
 * @param url where to POST; Crisp asks for HTTPS for plugins, the simulator takes HTTP too
 * @param secret what deliveries are signed with; null for a website's hook, which is not signed: its secret goes into the
 *     URL's query
 * @param events the namespaces it wants
 * @param origin the {@code X-Crisp-Hook-Origin} header
 */
public record Hook(String websiteId, URI url, String secret, Set<String> events, String origin) {

    private static final List<String> NEVER = List.of("spam:", "people:import:", "widget:", "media:");
    private static final List<String> OF_WEBSITES = List.of("session:", "message:", "people:");

    public Hook {
        requireHttp(url);
        events = Set.copyOf(events);
        Objects.requireNonNull(origin, "origin");
    }

    private static void requireHttp(URI url) {
        Objects.requireNonNull(url, "url");
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null) {
            // the query may hold a secret
            throw new IllegalArgumentException("A hook's url begins with http:// or https:// and a host.");
        }
    }

    /** A website's hook: not signed. */
    public static Hook website(String websiteId, URI url, Set<String> events) {
        Objects.requireNonNull(websiteId, "websiteId");
        return new Hook(websiteId, url, null, events, "website/" + websiteId);
    }

    /** A plugin's hook on every website that installed the plugin: signed. */
    public static Hook plugin(String pluginId, URI url, String secret, Set<String> events) {
        Objects.requireNonNull(secret, "secret");
        return new Hook(null, url, secret, events, "plugin/" + pluginId);
    }

    /**
     * Whether it hears this event of this website. Hooks of websites are told less than those of plugins: which namespaces
     * is our choice.
     */
    boolean hears(String eventName, String eventWebsiteId) {
        if (!events.contains(eventName) || NEVER.stream().anyMatch(eventName::startsWith)) {
            return false;
        }
        if (websiteId == null) {
            return true;
        }
        return websiteId.equals(eventWebsiteId) && OF_WEBSITES.stream().anyMatch(eventName::startsWith);
    }

    /** Without the secret and without the query, which may hold one. */
    @Override
    public String toString() {
        return "Hook[" + origin + " to " + url.getScheme() + "://" + url.getAuthority() + url.getPath() + "]";
    }
}
