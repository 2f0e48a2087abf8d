package dev.crispconnect.simulator.hook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An endpoint for web hooks that takes connections, says a few words at most, and never comes to an end. */
final class Silent implements AutoCloseable {

    private final String words;
    private final ServerSocket server;
    private final List<Socket> callers = new CopyOnWriteArrayList<>();

    /** @param words what every caller is told at once */
    Silent(String words) {
        this.words = words;
        try {
            server = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread acceptor = new Thread(this::accept, "silent-receiver");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    /** How many have called. */
    int callers() {
        return callers.size();
    }

    /** Reads until the first caller is gone, which is waited for. */
    void awaitEndOfFirst() {
        try {
            callers.get(0).getInputStream().readAllBytes();
        } catch (IOException reset) {
            // gone is gone
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket caller : callers) {
                caller.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket caller = server.accept();
                caller.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
                callers.add(caller);
            }
        } catch (IOException closed) {
            // the test is over
        }
    }
}
