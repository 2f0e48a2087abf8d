package dev.crispconnect.quickstart.worker;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.distributed.DistributedHerder;

/**
 * One distributed Connect worker in this JVM. Workers started with the same group, one after the other or side by side,
 * continue each other's connectors and offsets.
 *
 * <p>Threadsafe; {@link #close()} returns when the worker's tasks have ended and it has left its group.
 */
public final class LocalWorker implements AutoCloseable {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final Connect<DistributedHerder> connect;

    private LocalWorker(Connect<DistributedHerder> connect) {
        this.connect = connect;
    }

    /**
     * Starts a worker; returns when its REST server answers, which may be before it has joined its group.
     *
     * @throws ConnectException when the worker cannot start, for example as its REST port is taken
     */
    public static LocalWorker start(WorkerSettings settings) {
        // Connect ends the whole process when it fails; here it is one part of a program that says why and cleans up.
        Exit.setExitProcedure((status, message) -> {
            throw new ConnectException("The Connect worker gave up with status " + status);
        });
        // Connect leaves its plugin class loader behind on the thread that starts it.
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        try {
            return new LocalWorker(new ConnectDistributed().startConnect(settings.toProperties()));
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    /** Where the worker's REST API answers. */
    public URI url() {
        return connect.rest().serverUrl();
    }

    /** Whether the worker has ended, by {@link #close()} or by a failure that its log tells. */
    public boolean ended() {
        return connect.herderTask().isDone();
    }

    /**
     * Stops the worker and waits for it, also when the JVM's shutdown, where Connect stops itself, was quicker.
     *
     * @throws ConnectException when the worker does not stop within 30 seconds
     */
    @Override
    public void close() {
        connect.stop();
        try {
            connect.herderTask().get(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            throw new ConnectException("The Connect worker did not stop in order", e);
        }
    }
}
