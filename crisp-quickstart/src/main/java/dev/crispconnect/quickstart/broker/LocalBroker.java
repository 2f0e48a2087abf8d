package dev.crispconnect.quickstart.broker;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka node in this JVM, broker and KRaft controller at once, on free ports of the loopback interface. Its data
 * stay in the folder given; a folder formatted by an earlier run is continued.
 *
 * <p>Threadsafe; {@link #close()} returns when the log is on disk and every thread of the node has ended.
 */
public final class LocalBroker implements AutoCloseable {
    private static final String CLUSTER_ID = "Y3Jpc3AtcXVpY2tzdGFydA";

    private final KafkaRaftServer server;
    private final String bootstrap;

    private LocalBroker(KafkaRaftServer server, String bootstrap) {
        this.server = server;
        this.bootstrap = bootstrap;
    }

    /**
     * Formats the folder if need be and starts the node; returns when it serves.
     *
     * @throws UncheckedIOException when the folder cannot be written or no port is free
     */
    public static LocalBroker start(Path folder) {
        try {
            Files.createDirectories(folder);
            var ports = FreePorts.pick();
            var settings = settings(folder, ports);
            format(folder, settings);
            var server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
            startOrShutDown(server);
            return new LocalBroker(server, "127.0.0.1:" + ports.broker());
        } catch (IOException e) {
            throw new UncheckedIOException("The broker cannot keep its data in " + folder, e);
        }
    }

    /** The address for {@code bootstrap.servers}. */
    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void startOrShutDown(KafkaRaftServer server) {
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
    }

    private static Properties settings(Path folder, FreePorts ports) {
        var settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "log.dirs",
                folder.resolve("data").toString(),
                "listeners",
                "PLAINTEXT://127.0.0.1:" + ports.broker() + ",CONTROLLER://127.0.0.1:" + ports.controller(),
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + ports.broker(),
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names",
                "CONTROLLER",
                "controller.quorum.voters",
                "1@127.0.0.1:" + ports.controller()));
        settings.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "4194304"));
        return settings;
    }

    private static void format(Path folder, Properties settings) throws IOException {
        var file = folder.resolve("server.properties");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        var said = new ByteArrayOutputStream();
        String[] arguments = {"format", "--ignore-formatted", "--cluster-id", CLUSTER_ID, "--config", file.toString()};
        int status = StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IllegalStateException(
                    "The broker's folder " + folder + " cannot be formatted: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    /** Two ports nobody listened on a moment ago: KRaft wants them named before anything is bound. */
    private record FreePorts(int broker, int controller) {
        static FreePorts pick() throws IOException {
            try (var first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    var second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return new FreePorts(first.getLocalPort(), second.getLocalPort());
            }
        }
    }
}
