package dev.crispconnect.quickstart;

import org.testcontainers.kafka.KafkaContainer;

/** A broker in a container of its own; the same version as the one in-process. */
final class ContainerBroker implements Broker {
    private final KafkaContainer container = new KafkaContainer("apache/kafka:4.3.1");

    @Override
    public String bootstrap() {
        return container.getBootstrapServers();
    }

    @Override
    public void start() {
        container.start();
    }

    @Override
    public void stop() {
        container.stop();
    }
}
