package dev.crispconnect.simulator.hook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.crispconnect.simulator.json.JsonCodec;
import dev.crispconnect.simulator.json.MalformedJsonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Somebody's endpoint for web hooks: notes what comes and answers as told, 200 when told nothing. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>(new ArrayDeque<>());

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    /** What came. */
    record Received(String query, Map<String, List<String>> headers, String text) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }

        Map<?, ?> json() {
            try {
                return JsonCodec.parse(text, Map.class);
            } catch (MalformedJsonException e) {
                throw new IllegalStateException(e);
            }
        }

        Object event() {
            return json().get("event");
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/crisp?key=in-the-query");
    }

    void willAnswer(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
    }

    List<Received> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(exchange.getRequestURI().getQuery(), Map.copyOf(exchange.getRequestHeaders()), text));
        Integer status = answers.poll();
        exchange.sendResponseHeaders(status == null ? 200 : status, -1);
        exchange.close();
    }
}
