package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.quickstart.worker.ConnectorStatus;
import dev.crispconnect.quickstart.worker.LocalWorker;
import dev.crispconnect.quickstart.worker.WorkerRest;
import dev.crispconnect.quickstart.worker.WorkerRestException;
import dev.crispconnect.quickstart.worker.WorkerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A real broker and a real distributed worker that finds both connectors in their packaged plugin directories. */
final class ConnectCluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final RunningKafka kafka = new RunningKafka();
    private LocalWorker worker;
    private WorkerRest rest;

    ConnectCluster() {
        startWorker();
    }

    String bootstrap() {
        return kafka.bootstrap();
    }

    WorkerRest rest() {
        return rest;
    }

    /** Ends the worker and starts another one of the same group. */
    void restartWorker() {
        worker.close();
        startWorker();
    }

    /** Creates the topics and starts to read them. */
    TopicReader topics(int partitions, String... names) {
        return kafka.topics(partitions, names);
    }

    /** Writes a command and waits until the broker has it. */
    void command(String topic, String key, String value) throws ExecutionException, InterruptedException {
        write(new ProducerRecord<>(topic, key, value));
    }

    /** Writes a record and waits until the broker has it. */
    void write(ProducerRecord<String, String> record) throws ExecutionException, InterruptedException {
        kafka.write(record);
    }

    /** Installs a connector and waits until it and its tasks run. */
    void install(String connector, Map<String, String> config) {
        patiently().untilAsserted(() -> rest.putConfig(connector, config));
        awaitStatus(connector, ConnectorStatus::running);
    }

    void awaitStatus(String connector, Predicate<ConnectorStatus> wanted) {
        patiently().untilAsserted(() -> assertThat(rest.status(connector)).matches(wanted));
    }

    /** Stops a connector and waits until its tasks have ended, as writing its offsets demands. */
    void stop(String connector) {
        rest.stop(connector);
        awaitStatus(
                connector,
                status -> status.state().equals("STOPPED") && status.tasks().isEmpty());
    }

    void resume(String connector) {
        rest.resume(connector);
        awaitStatus(connector, ConnectorStatus::running);
    }

    /** The connector's offsets once there are as many. */
    JsonNode awaitOffsets(String connector, int count) {
        patiently().until(() -> rest.offsets(connector).path("offsets").size() >= count);
        return rest.offsets(connector).path("offsets");
    }

    @Override
    public void close() {
        worker.close();
        kafka.close();
    }

    private void startWorker() {
        worker = LocalWorker.start(
                new WorkerSettings(bootstrap(), "end-to-end", List.of(plugins("source"), plugins("sink")), 0));
        rest = new WorkerRest(worker.url());
    }

    private static Path plugins(String module) {
        return Repository.ROOT.resolve("crisp-" + module).resolve("target").resolve("plugin");
    }

    /** Patient also with a worker that is just finding its place in the group, which answers 409 or 404. */
    private static ConditionFactory patiently() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsMatching(e -> e instanceof WorkerRestException refusal && refusal.soonBetter());
    }
}
