package dev.crispconnect.quickstart;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.lifecycle.Startable;

/**
 * The broker the end-to-end tests run against. System property {@code kafka.broker} says which: {@code container},
 * {@code in-process}, the {@code host:port} of one that runs already, or {@code auto} (the default), which is a
 * container where a container engine is found and in-process elsewhere.
 */
interface Broker extends Startable {
    String bootstrap();

    static Broker choose() {
        var how = System.getProperty("kafka.broker", "auto");
        return switch (how) {
            case "container" -> new ContainerBroker();
            case "in-process" -> new InProcessBroker();
            case "auto" -> DockerClientFactory.instance().isDockerAvailable()
                    ? new ContainerBroker()
                    : new InProcessBroker();
            default -> new GivenBroker(how);
        };
    }

    /** A broker that somebody else starts and stops. */
    record GivenBroker(String bootstrap) implements Broker {
        @Override
        public void start() {}

        @Override
        public void stop() {}
    }
}
