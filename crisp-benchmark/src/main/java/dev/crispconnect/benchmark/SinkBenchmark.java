package dev.crispconnect.benchmark;

import dev.crispconnect.benchmark.SinkFigures.Setting;
import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.journal.Entry;
import dev.crispconnect.simulator.workspace.Conversation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The sink beside {@link PlainLoop}, against the same simulator in the same run. Both are measured where the calls
 * arrive, so both include their cold start.
 */
final class SinkBenchmark {

    private static final int CONVERSATIONS = 2_000;
    private static final int PARTITIONS = 6;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Lab lab;
    private final int commands;

    SinkBenchmark(Lab lab, int commands) {
        this.lab = lab;
        this.commands = commands;
    }

    /** One line of the table. */
    SinkFigures run(Setting setting) {
        SimulatorSettings settings =
                SimulatorSettings.defaults().withJournalLimit(2 * commands).withThinkTime(setting.thinkTime());
        try (CrispSimulator simulator = CrispSimulator.start(settings)) {
            simulator.workspace().seed(CONVERSATIONS, 0, 0);
            SinkLoad load = new SinkLoad(
                    commands,
                    simulator.workspace().conversations().all().stream()
                            .map(Conversation::sessionId)
                            .toList());
            Rate plain = plainLoop(simulator, load, setting.inFlight());
            return sink(simulator, load, setting, plain);
        }
    }

    private Rate plainLoop(CrispSimulator simulator, SinkLoad load, int inFlight) {
        String messages = "website/" + simulator.workspace().website().websiteId() + "/conversation/";
        List<String> paths = load.sessions().stream()
                .map(session -> messages + session + "/message")
                .toList();
        List<String> arguments = List.of(
                simulator.url().toString(),
                simulator.websiteToken().authorization(),
                Integer.toString(inFlight),
                Integer.toString(commands),
                lab.file("paths", paths).toString());
        try (ChildProcess loop = ChildProcess.start(PlainLoop.class, List.of("-Xmx512m"), arguments)) {
            loop.await("done");
        }
        Rate rate = arrivals(simulator, 0);
        simulator.journal().reset();
        return rate;
    }

    private SinkFigures sink(CrispSimulator simulator, SinkLoad load, Setting setting, Rate plain) {
        int run = lab.nextRun();
        String topic = "commands-" + run;
        lab.createTopic(topic, PARTITIONS);
        produce(topic, load);
        long before = simulator.journal().total();
        try (Lab.Worker worker = lab.startWorker("crisp-sink", run, Lab.MEMORY)) {
            worker.install("sink-" + run, connector(simulator, topic, setting.inFlight()));
            awaitCommands(simulator, 1);
            Duration cpuAtFirstCall = worker.cpu();
            awaitCommands(simulator, commands);
            Duration cpu = worker.cpu().minus(cpuAtFirstCall);
            long heap = worker.peakHeapBytes();
            long others = simulator.journal().total() - before - sent(simulator);
            return new SinkFigures(
                    setting,
                    plain,
                    arrivals(simulator, before),
                    sent(simulator),
                    others,
                    cpu,
                    heap,
                    new OrderCheck(simulator.workspace(), load).violations());
        }
    }

    private Rate arrivals(CrispSimulator simulator, long after) {
        return Rate.of(simulator.journal().since(after).stream()
                .filter(entry -> entry.method().equals("POST"))
                .map(Entry::time)
                .toList());
    }

    private static void awaitCommands(CrispSimulator simulator, long commands) {
        while (sent(simulator) < commands) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** The commands are messages to send: each is a POST, and nothing else that the sink does is. */
    private static long sent(CrispSimulator simulator) {
        return simulator.journal().counts().entrySet().stream()
                .filter(route -> route.getKey().startsWith("POST "))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private void produce(String topic, SinkLoad load) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", lab.bootstrap());
        // a topic that was made a moment ago refuses first batches; more in flight would be out of sequence for good
        settings.put("max.in.flight.requests.per.connection", "1");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            List<Future<RecordMetadata>> acknowledgements = IntStream.range(0, load.commands())
                    .mapToObj(number ->
                            producer.send(new ProducerRecord<>(topic, load.session(number), load.command(number))))
                    .toList();
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the commands could not be written", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static Map<String, String> connector(CrispSimulator simulator, String topic, int inFlight) {
        return Map.ofEntries(
                Map.entry("connector.class", "dev.crispconnect.sink.CrispSinkConnector"),
                Map.entry("tasks.max", "1"),
                Map.entry("topics", topic),
                Map.entry("key.converter", "org.apache.kafka.connect.storage.StringConverter"),
                Map.entry("value.converter", "org.apache.kafka.connect.storage.StringConverter"),
                Map.entry("crisp.api.url", simulator.url().toString()),
                Map.entry("crisp.token.tier", "website"),
                Map.entry("crisp.token.identifier", simulator.websiteToken().identifier()),
                Map.entry("crisp.token.key", simulator.websiteToken().key()),
                Map.entry("crisp.website.id", simulator.workspace().website().websiteId()),
                Map.entry("max.in.flight", Integer.toString(inFlight)));
    }
}
