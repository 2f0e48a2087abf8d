package dev.crispconnect.simulator;

import dev.crispconnect.simulator.access.Installations;
import dev.crispconnect.simulator.access.Tokens;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.Website;
import dev.crispconnect.simulator.workspace.Workspace;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The websites there are, who reaches them, and which of them installed the plugin. Thread-safe. */
final class Websites {

    private final SimulatorSettings settings;
    private final Switches switches;
    private final InstantSource clock;
    private final Consumer<Workspace> added;
    private final Map<String, Workspace> workspaces = new ConcurrentHashMap<>();
    private final Tokens tokens = new Tokens();
    private final Installations installations;
    private final AtomicInteger found = new AtomicInteger();

    /** @param added called with each new website's data, empty still */
    Websites(SimulatorSettings settings, Switches switches, InstantSource clock, Consumer<Workspace> added) {
        this.settings = settings;
        this.switches = switches;
        this.clock = clock;
        this.added = added;
        this.installations = new Installations(clock);
    }

    /** By website id; grows as websites are added. */
    Map<String, Workspace> workspaces() {
        return workspaces;
    }

    Tokens tokens() {
        return tokens;
    }

    Installations installations() {
        return installations;
    }

    /** The default website, and the tokens of the settings. */
    void open() {
        tokens.issue(settings.pluginToken());
        tokens.allow(settings.websiteToken(), settings.websiteId());
        tokens.allow(settings.userToken(), settings.websiteId());
        tokens.protect(settings.userToken(), settings.userSecret());
        add(settings.websiteId(), true);
    }

    void clear() {
        workspaces.clear();
        found.set(0);
        installations.clear();
        tokens.clear();
    }

    Workspace get(String websiteId) {
        Workspace workspace = workspaces.get(websiteId);
        if (workspace == null) {
            throw new IllegalArgumentException("no website " + websiteId + ": add it with addWebsite");
        }
        return workspace;
    }

    Workspace add(String websiteId, boolean pluginInstalled) {
        Workspace workspace = workspaces.computeIfAbsent(websiteId, this::newWorkspace);
        if (pluginInstalled) {
            tokens.allow(settings.pluginToken(), websiteId);
            installations.install(websiteId);
        }
        return workspace;
    }

    /** A website of a new id, which no token reaches. */
    Workspace found() {
        return add(Website.idOf(settings.seed() + found.incrementAndGet()), false);
    }

    void installPlugin(String websiteId) {
        add(websiteId, true);
        tellSubscription(websiteId, true);
    }

    /** Told before: afterwards the plugin hears nothing more. */
    void removePlugin(String websiteId) {
        tellSubscription(websiteId, false);
        installations.remove(websiteId);
        tokens.forbid(settings.pluginToken(), websiteId);
    }

    /** Whether the website installed the plugin, and its token is good there. */
    boolean pluginReaches(String websiteId) {
        return tokens.reaches(settings.pluginToken(), websiteId);
    }

    private Workspace newWorkspace(String websiteId) {
        Workspace workspace = new Workspace(websiteId, settings.seed() + workspaces.size(), switches, clock);
        added.accept(workspace);
        return workspace;
    }

    private void tellSubscription(String websiteId, boolean bound) {
        get(websiteId)
                .serverSays(
                        "plugin:subscription:updated",
                        Map.of("plugin_id", installations.pluginId(), "bound", bound, "target", "website"));
    }
}
