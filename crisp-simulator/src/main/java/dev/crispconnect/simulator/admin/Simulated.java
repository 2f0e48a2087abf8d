package dev.crispconnect.simulator.admin;

import dev.crispconnect.simulator.access.Limits;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.access.Tokens;
import dev.crispconnect.simulator.clock.SettableClock;
import dev.crispconnect.simulator.fault.FaultPlan;
import dev.crispconnect.simulator.hook.Hooks;
import dev.crispconnect.simulator.journal.Journal;
import dev.crispconnect.simulator.realtime.Realtime;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.traffic.TrafficControl;
import dev.crispconnect.simulator.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A simulator as the admin API sees it. Thread-safe. */
public interface Simulated {

    /** The data of the default website. */
    Workspace workspace();

    /** The data of every website, by its id. */
    Map<String, Workspace> workspaces();

    /** Adds a website, on which the plugin is installed or not. */
    Workspace addWebsite(String websiteId, boolean pluginInstalled);

    /** Installs the plugin on a website, and tells so. */
    void installPlugin(String websiteId);

    /** Takes the plugin from a website, and tells so. */
    void removePlugin(String websiteId);

    /** How much each token did. */
    Limits limits();

    /** The token of the plugin. */
    Token pluginToken();

    /** Which tokens are good. */
    Tokens tokens();

    /** Every request so far. */
    Journal journal();

    /** Which faults are still to come. */
    FaultPlan faults();

    /** What is chosen where nobody knows how Crisp behaves. */
    Switches switches();

    /** What time it is. */
    SettableClock clock();

    /** Visitors and operators at work. */
    TrafficControl traffic();

    /** The realtime API. */
    Realtime realtime();

    /** Who is told by web hooks. */
    Hooks hooks();

    /** The routes of the REST API, such as {@code GET /website/{website_id}}. */
    List<String> routes();

    /** How long every answer takes. */
    Duration thinkTime();

    /** From now on every answer takes this long. */
    void thinkTime(Duration thinkTime);

    /** Everything as it was at the start, with nothing seeded. */
    void reset();
}
