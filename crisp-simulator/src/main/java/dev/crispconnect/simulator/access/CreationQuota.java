package dev.crispconnect.simulator.access;

import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.Plan;
import dev.crispconnect.simulator.switches.Switches;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How fast a website may create conversations (Crisp API reference, section 2.2): so many in any window of the plan's length,
 * by the simulator's clock. A refused one does not count. Thread-safe.
 */
public final class CreationQuota {

    private final Switches switches;
    private final InstantSource clock;
    private final Map<String, Deque<Instant>> created = new ConcurrentHashMap<>();

    CreationQuota(Switches switches, InstantSource clock) {
        this.switches = switches;
        this.clock = clock;
    }

    void clear() {
        created.clear();
    }

    /** Counts one more creation, unless the plan allows no more at present. */
    public boolean take(String websiteId) {
        Plan plan = switches.get(AccessSwitch.PLAN);
        if (plan == Plan.UNLIMITED) {
            return true;
        }
        Deque<Instant> recent = created.computeIfAbsent(websiteId, id -> new ArrayDeque<>());
        synchronized (recent) {
            Instant now = clock.instant();
            Instant past = now.minus(plan.window());
            // one of the future was counted before the clock was put back
            recent.removeIf(time -> !time.isAfter(past) || time.isAfter(now));
            return recent.size() < plan.creations() && recent.add(now);
        }
    }
}
