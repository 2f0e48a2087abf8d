package dev.crispconnect.quickstart;

import dev.crispconnect.quickstart.console.Ending;
import dev.crispconnect.quickstart.worker.ConnectorStatus;
import dev.crispconnect.quickstart.worker.WorkerRest;
import dev.crispconnect.quickstart.worker.WorkerRestException;
import java.time.Duration;
import java.util.Map;

/** Installs connectors through the worker's REST API. */
final class Installation {
    private static final Duration STEP = Duration.ofMillis(100);
    private static final int MOST_STEPS = 300;

    private final WorkerRest rest;
    private final Ending ending;

    Installation(WorkerRest rest, Ending ending) {
        this.rest = rest;
        this.ending = ending;
    }

    /** @throws SetupException when the connector refuses its configuration */
    void install(String connector, Map<String, String> config) {
        for (int step = 0; step < MOST_STEPS; step++) {
            try {
                rest.putConfig(connector, config);
                return;
            } catch (WorkerRestException e) {
                if (!e.soonBetter()) {
                    throw new SetupException("Connect does not take " + connector + ": " + e.getMessage(), e);
                }
            }
            if (ending.within(STEP)) {
                return;
            }
        }
        throw new SetupException("Connect did not take " + connector + " within 30 s");
    }

    /**
     * Waits until the connector and its tasks run.
     *
     * @throws SetupException when one fails, or they do not run within 30 s
     */
    void awaitRunning(String connector) {
        for (int step = 0; step < MOST_STEPS; step++) {
            var status = status(connector);
            if (status.running() || ending.within(STEP)) {
                return;
            }
            status.failure().ifPresent(reason -> {
                throw new SetupException(connector + " failed: " + reason);
            });
        }
        throw new SetupException(connector + " does not run within 30 s");
    }

    private ConnectorStatus status(String connector) {
        try {
            return rest.status(connector);
        } catch (WorkerRestException e) {
            if (e.soonBetter()) {
                return ConnectorStatus.unknown();
            }
            throw e;
        }
    }
}
