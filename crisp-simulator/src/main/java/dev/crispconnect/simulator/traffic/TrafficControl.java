package dev.crispconnect.simulator.traffic;

import dev.crispconnect.simulator.workspace.Workspace;
import java.util.Map;
import java.util.TreeMap;

/** The traffic of all websites, at most one of each. Thread-safe. */
public final class TrafficControl implements AutoCloseable {

    private final Map<String, Running> byWebsite = new TreeMap<>();

    /**
     * How a website's traffic goes.
     *
     * @param eventsPerSecond its pace
     * @param performed how many actions were performed
     */
    public record Flow(double eventsPerSecond, long performed) {}

    private record Running(VisitorTraffic traffic, double eventsPerSecond) {}

    /**
     * Lets visitors into a website, or changes the pace of those who are there.
     *
     * @param eventsPerSecond more than 0
     * @param seed the same seed on the same workspace gives the same actions; of no use when visitors are there already
     */
    public synchronized void start(Workspace workspace, double eventsPerSecond, long seed) {
        String websiteId = workspace.website().websiteId();
        Running running = byWebsite.get(websiteId);
        VisitorTraffic traffic = running == null ? new VisitorTraffic(workspace, seed) : running.traffic();
        traffic.start(eventsPerSecond);
        byWebsite.put(websiteId, new Running(traffic, eventsPerSecond));
    }

    /** The website's visitors leave; false when there were none. */
    public synchronized boolean stop(String websiteId) {
        Running running = byWebsite.remove(websiteId);
        if (running != null) {
            running.traffic().close();
        }
        return running != null;
    }

    /** How it goes, by website. */
    public synchronized Map<String, Flow> flows() {
        Map<String, Flow> flows = new TreeMap<>();
        byWebsite.forEach((id, running) -> flows.put(
                id, new Flow(running.eventsPerSecond(), running.traffic().performed())));
        return flows;
    }

    /** All visitors leave. May be called twice; visitors may be let in again. */
    @Override
    public synchronized void close() {
        byWebsite.values().forEach(running -> running.traffic().close());
        byWebsite.clear();
    }
}
