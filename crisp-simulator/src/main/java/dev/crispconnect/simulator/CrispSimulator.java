package dev.crispconnect.simulator;

import dev.crispconnect.simulator.access.Installations;
import dev.crispconnect.simulator.access.Limits;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.access.Tokens;
import dev.crispconnect.simulator.admin.AdminApi;
import dev.crispconnect.simulator.admin.Simulated;
import dev.crispconnect.simulator.clock.SettableClock;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.FaultPlan;
import dev.crispconnect.simulator.hook.Hook;
import dev.crispconnect.simulator.hook.Hooks;
import dev.crispconnect.simulator.http.HttpApi;
import dev.crispconnect.simulator.journal.Journal;
import dev.crispconnect.simulator.realtime.Realtime;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.traffic.TrafficControl;
import dev.crispconnect.simulator.workspace.Workspace;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Crisp's side of the wire on loopback: REST, realtime and web hooks over real HTTP, on data in memory. Facts that Crisp documents or that
 * its own clients show are kept; what nobody knows is a switch (see {@code docs/simulator.md}). Thread-safe.
 */
public final class CrispSimulator implements Simulated, AutoCloseable {

    private final SimulatorSettings settings;
    private final Switches switches = new Switches();
    private final SettableClock clock;
    private final Websites websites;
    private final TrafficControl traffic = new TrafficControl();
    private final Limits limits;
    private final Journal journal;
    private final FaultPlan faults = new FaultPlan();
    private final Hooks hooks;
    private final Realtime realtime;
    private final HttpApi api;

    private CrispSimulator(SimulatorSettings settings) {
        this.settings = settings;
        settings.choose(switches);
        this.clock = new SettableClock(settings.clock()::now);
        this.websites = new Websites(settings, switches, clock, this::follow);
        this.limits = new Limits(switches, clock);
        this.journal = new Journal(settings.journalLimit());
        this.hooks = new Hooks(switches, clock, this::hears);
        this.realtime = new Realtime(websites.workspaces().keySet(), websites.tokens(), switches, journal, clock);
        websites.open();
        this.api = HttpApi.open(parts(), switches, settings.eventLoops());
        api.add(new AdminApi(this));
        api.add(realtime.extension());
        api.thinkTime(settings.thinkTime());
    }

    private HttpApi.Parts parts() {
        return new HttpApi.Parts(
                websites.workspaces(),
                websites.tokens(),
                limits,
                websites.installations(),
                websites::found,
                journal,
                faults,
                clock);
    }

    private void follow(Workspace workspace) {
        workspace.events().listen(hooks::tell);
        realtime.follow(workspace.events());
    }

    /** A plugin's hook hears of the websites that installed the plugin. */
    private boolean hears(Hook hook, String websiteId) {
        return hook.websiteId() != null || websites.pluginReaches(websiteId);
    }

    /**
     * Starts to listen and returns when requests are answered.
     *
     * @throws UncheckedIOException when the port cannot be bound
     */
    public static CrispSimulator start(SimulatorSettings settings) {
        CrispSimulator simulator = new CrispSimulator(settings);
        try {
            simulator.api.listen(settings.host(), settings.port());
            return simulator;
        } catch (UncheckedIOException e) {
            simulator.close();
            throw e;
        }
    }

    /** Base of the REST API with its version, such as {@code http://127.0.0.1:40123/v1/}. */
    public URI url() {
        return URI.create("http://" + settings.host() + ":" + api.port() + "/v1/");
    }

    /** Base of the admin API, such as {@code http://127.0.0.1:40123/admin/}. */
    public URI adminUrl() {
        return url().resolve("/admin/");
    }

    /** The data of the default website. */
    @Override
    public Workspace workspace() {
        return workspace(settings.websiteId());
    }

    /** The data of a website. */
    public Workspace workspace(String websiteId) {
        return websites.get(websiteId);
    }

    /**
     * Adds a website, on which the plugin is installed or not. The website token does not reach it.
     *
     * @return its data, empty
     */
    @Override
    public Workspace addWebsite(String websiteId, boolean pluginInstalled) {
        return websites.add(websiteId, pluginInstalled);
    }

    /** Installs the plugin on a website while the simulator runs, and tells so. */
    @Override
    public void installPlugin(String websiteId) {
        websites.installPlugin(websiteId);
    }

    /** Takes the plugin from a website, after telling so: its token is answered with 404 {@code not_subscribed}. */
    @Override
    public void removePlugin(String websiteId) {
        websites.removePlugin(websiteId);
    }

    /** The data of every website, by its id. */
    @Override
    public Map<String, Workspace> workspaces() {
        return Map.copyOf(websites.workspaces());
    }

    /** What time it is: that of the settings' clock until it is moved. */
    @Override
    public SettableClock clock() {
        return clock;
    }

    /** Visitors and operators at work. Nobody is until they are let in. */
    @Override
    public TrafficControl traffic() {
        return traffic;
    }

    /** The routes of the REST API, such as {@code GET /website/{website_id}}. */
    @Override
    public List<String> routes() {
        return api.routes();
    }

    /** The token of the default website. */
    public Token websiteToken() {
        return settings.websiteToken();
    }

    /** The token of the plugin. */
    @Override
    public Token pluginToken() {
        return settings.pluginToken();
    }

    /** The token of a user who owns the default website. */
    public Token userToken() {
        return settings.userToken();
    }

    /** On which websites the plugin is installed. */
    public Installations installations() {
        return websites.installations();
    }

    /** Which tokens are good: they may be revoked, and plugins removed from websites, while the simulator runs. */
    @Override
    public Tokens tokens() {
        return websites.tokens();
    }

    /** How much each token did and may do yet. */
    @Override
    public Limits limits() {
        return limits;
    }

    /** Who is told by web hooks what happens. */
    @Override
    public Hooks hooks() {
        return hooks;
    }

    /** The realtime API: who is connected, what was told, and what is to go wrong. */
    @Override
    public Realtime realtime() {
        return realtime;
    }

    /** Every request so far. */
    @Override
    public Journal journal() {
        return journal;
    }

    /** Which faults are still to come. */
    @Override
    public FaultPlan faults() {
        return faults;
    }

    /** What is chosen where nobody knows how Crisp behaves; may be changed at any time. */
    @Override
    public Switches switches() {
        return switches;
    }

    /** The next request meets this fault. */
    public void inject(Fault fault) {
        faults.once(fault);
    }

    /** How long every answer takes. */
    @Override
    public Duration thinkTime() {
        return api.thinkTime();
    }

    /** From now on every answer takes this long. */
    @Override
    public void thinkTime(Duration thinkTime) {
        api.thinkTime(thinkTime);
    }

    /**
     * Everything as it was at the start, on the same port: an empty workspace of the default website, its tokens, nothing used
     * up, the clock and the switches of the settings, no faults, no traffic, no hooks, nobody connected, an empty journal.
     * Workspaces that were handed out before are no longer served.
     */
    @Override
    public void reset() {
        traffic.close();
        faults.clear();
        faults.release();
        hooks.reset();
        realtime.reset();
        clock.reset();
        journal.reset();
        websites.clear();
        limits.clear();
        settings.choose(switches);
        api.thinkTime(settings.thinkTime());
        api.forget();
        websites.open();
    }

    /** Stops listening, resets what is being answered, and returns when the port is free. May be called twice. */
    @Override
    public void close() {
        traffic.close();
        hooks.close();
        api.close();
    }
}
