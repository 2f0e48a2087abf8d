package dev.crispconnect.sink;

import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.metrics.CallMetrics;
import dev.crispconnect.client.metrics.Exposure;
import dev.crispconnect.client.metrics.FirstAnswer;
import dev.crispconnect.client.metrics.MeteredClient;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.sink.delivery.DaemonTimer;
import dev.crispconnect.sink.delivery.Timer;
import dev.crispconnect.sink.result.KafkaResultTopic;
import dev.crispconnect.sink.result.ResultTopic;
import org.apache.kafka.common.KafkaException;

/** What a running sink holds open. */
record Connections(CrispClient client, Timer timer, ResultTopic results, TaskMetrics metrics, Time time)
        implements AutoCloseable {

    /**
     * Opens them; nothing is called yet.
     *
     * @param exposure where the task's metrics are shown
     * @throws org.apache.kafka.common.KafkaException when the settings of the results make no producer
     */
    static Connections open(SinkSettings settings, Exposure exposure, Time time) {
        TaskMetrics metrics = new TaskMetrics(exposure);
        CrispClient client = new MeteredClient(
                CrispClient.open(settings.client(), time),
                time,
                new CallMetrics(metrics),
                new FirstAnswer(settings.taskName()));
        try {
            ResultTopic results = settings.results()
                    .<ResultTopic>map(wanted -> KafkaResultTopic.open(wanted, settings.name() + "-results"))
                    .orElseGet(ResultTopic::none);
            return new Connections(
                    client, new DaemonTimer("crisp-sink-timer-" + settings.name()), results, metrics, time);
        } catch (KafkaException unusableSettings) {
            client.close();
            throw unusableSettings;
        }
    }

    /** Cancels what is under way; returns within about a second. */
    @Override
    public void close() {
        timer.close();
        client.close();
        results.close();
        metrics.close();
    }
}
