package dev.crispconnect.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A server on loopback that answers byte for byte what a test says, and may leave in the middle of it. It takes any
 * request that HTTP/1.1 allows, keeps connections open as told, and remembers what it saw.
 */
final class WireServer implements AutoCloseable {

    /** What it does to the connection once its bytes are out. */
    enum Then {
        KEEP,
        CLOSE,
        STALL
    }

    /** What it answers. */
    record Reaction(String text, Then then) {}

    /** A request as it came; header names in lower case. */
    record Seen(String method, String target, Map<String, String> headers, String body) {}

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "wire-server");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final Function<Seen, Reaction> script;

    private WireServer(Function<Seen, Reaction> script) {
        this.script = script;
        try {
            this.listener = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        threads.execute(this::accept);
    }

    /** Answers the first request with the first reaction and so on; the last one repeats. */
    static WireServer answering(Reaction... reactions) {
        Queue<Reaction> queue = new ConcurrentLinkedQueue<>(List.of(reactions));
        Reaction last = reactions[reactions.length - 1];
        return new WireServer(request -> {
            Reaction next = queue.poll();
            return next == null ? last : next;
        });
    }

    static WireServer scripted(Function<Seen, Reaction> script) {
        return new WireServer(script);
    }

    /** A well-formed answer on a connection that stays open. */
    static Reaction answer(int status, String body, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" Status\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        head.append("Content-Length: ")
                .append(body.getBytes(StandardCharsets.UTF_8).length)
                .append("\r\n\r\n");
        return raw(head + body, Then.KEEP);
    }

    /** Crisp's envelope around data, with a status. */
    static Reaction envelope(int status, String reason, String data) {
        return answer(
                status, "{\"error\":" + (status >= 400) + ",\"reason\":\"" + reason + "\",\"data\":" + data + "}");
    }

    static Reaction raw(String text, Then then) {
        return new Reaction(text, then);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/v1/");
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    int connectionCount() {
        return connections.size();
    }

    private void dropConnections() throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
    }

    /** Whether each connection was closed from the other side; waits for those that were not. */
    boolean everyClientLeft() {
        return connections.stream().allMatch(WireServer::clientLeft);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
        dropConnections();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = listener.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException closing) {
            closed.countDown();
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            Seen request = read(in);
            while (request != null) {
                seen.add(request);
                Reaction reaction = script.apply(request);
                OutputStream out = connection.getOutputStream();
                out.write(reaction.text().getBytes(StandardCharsets.UTF_8));
                out.flush();
                if (reaction.then() == Then.STALL) {
                    closed.await();
                }
                request = reaction.then() == Then.KEEP ? read(in) : null;
            }
        } catch (IOException clientLeft) {
            // a client that leaves is part of many tests
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean clientLeft(Socket connection) {
        try {
            return connection.isClosed() || connection.getInputStream().read() == -1;
        } catch (IOException reset) {
            return true;
        }
    }

    private static Seen read(InputStream in) throws IOException {
        String requestLine = line(in);
        if (requestLine.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        String[] parts = requestLine.split(" ", -1);
        return new Seen(parts[0], parts[1], headers, body);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != -1 && octet != '\n'; octet = in.read()) {
            line.append((char) octet);
        }
        return line.toString().strip();
    }
}
