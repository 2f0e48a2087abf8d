package dev.crispconnect.simulator.access;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * On which websites the plugin is installed, and how it is set up there (Crisp API reference, section 3.14). Thread-safe:
 * guarded by this object.
 */
public final class Installations {

    private static final String PLUGIN_ID = "6c1f8f0e-2b7d-4f3a-9d35-2f0a5b8c4e10";

    private final InstantSource clock;
    private final Map<String, Installation> byWebsite = new LinkedHashMap<>();

    /** The plugin is installed nowhere. */
    public Installations(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The plugin on one website.
     *
     * @param installed false when it was removed
     * @param token what the plugin knows the website by
     * @param settings as the website chose; empty when it was not configured; not modifiable
     * @param plan which of the plugin's plans; null for none
     * @param price a month
     * @param since when it was installed or removed
     */
    public record Installation(
            String websiteId,
            boolean installed,
            String token,
            Map<String, Object> settings,
            String plan,
            double price,
            Instant since) {

        public Installation {
            settings = Map.copyOf(settings);
        }

        /** Whether the website chose any settings. */
        public boolean configured() {
            return !settings.isEmpty();
        }
    }

    /** The plugin's own id. */
    public String pluginId() {
        return PLUGIN_ID;
    }

    /** The plugin is on the website from now on; nothing happens when it was before. */
    public synchronized void install(String websiteId) {
        Installation old = byWebsite.get(websiteId);
        if (old == null || !old.installed()) {
            String token = UUID.nameUUIDFromBytes((PLUGIN_ID + websiteId).getBytes(StandardCharsets.UTF_8))
                    .toString();
            keep(new Installation(websiteId, true, token, Map.of(), null, 0, clock.instant()));
        }
    }

    /** The plugin is no longer on the website; nothing happens when it was not. */
    public synchronized void remove(String websiteId) {
        Installation old = byWebsite.get(websiteId);
        if (old != null && old.installed()) {
            keep(new Installation(
                    websiteId, false, old.token(), old.settings(), old.plan(), old.price(), clock.instant()));
        }
    }

    /**
     * The website sets the plugin up.
     *
     * @throws IllegalArgumentException when the plugin is not installed there
     */
    public synchronized void configure(String websiteId, Map<String, Object> settings) {
        Installation old = installed(websiteId);
        keep(new Installation(websiteId, true, old.token(), settings, old.plan(), old.price(), old.since()));
    }

    /**
     * The website takes a plan of the plugin's.
     *
     * @throws IllegalArgumentException when the plugin is not installed there
     */
    public synchronized void subscribe(String websiteId, String plan, double price) {
        Installation old = installed(websiteId);
        keep(new Installation(websiteId, true, old.token(), old.settings(), plan, price, old.since()));
    }

    /** Where it is, and where it was; the first website first. */
    public synchronized List<Installation> all() {
        return List.copyOf(byWebsite.values());
    }

    /** It is nowhere, and never was. */
    public synchronized void clear() {
        byWebsite.clear();
    }

    private Installation installed(String websiteId) {
        Installation installation = byWebsite.get(websiteId);
        if (installation == null || !installation.installed()) {
            throw new IllegalArgumentException("the plugin is not installed on " + websiteId);
        }
        return installation;
    }

    private void keep(Installation installation) {
        byWebsite.put(installation.websiteId(), installation);
    }
}
