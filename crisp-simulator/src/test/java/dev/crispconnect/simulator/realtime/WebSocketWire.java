package dev.crispconnect.simulator.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The client's end of a WebSocket on a plain TCP connection (RFC 6455): nothing between a test and the bytes. */
final class WebSocketWire {

    /** The close code of a connection that ends without a close frame. */
    static final int CUT = 1006;

    private static final int PATIENCE_SECONDS = 10;
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int SHORT_LENGTH = 126;
    private static final int LONG_LENGTH = 127;

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    private WebSocketWire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /**
     * Connects; nothing is read but the answer to the upgrade.
     *
     * @throws IllegalStateException with the status when the upgrade is refused
     */
    static WebSocketWire open(URI url) {
        try {
            WebSocketWire wire = new WebSocketWire(new Socket(url.getHost(), url.getPort()));
            wire.upgrade(url);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads whatever comes, from now on. */
    WebSocketWire reading() {
        Thread reader = new Thread(this::read, "websocket-reader");
        reader.setDaemon(true);
        reader.start();
        return this;
    }

    void send(String text) {
        send(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** One message in two fragments. */
    void sendInTwo(String first, String second) {
        send(TEXT, first.getBytes(StandardCharsets.UTF_8), 0);
        send(CONTINUATION, second.getBytes(StandardCharsets.UTF_8), FINAL);
    }

    void sendBinary(byte... bytes) {
        send(BINARY, bytes);
    }

    /** The next frame, which is waited for. */
    String next() {
        try {
            String frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(frame).as("a frame from the server").isNotNull();
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How the connection ends, which is waited for. */
    int closeCode() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    /** Frames that came and were not looked at. */
    List<String> unread() {
        return List.copyOf(frames);
    }

    /** Ends the TCP connection. */
    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void upgrade(URI url) throws IOException {
        String request = String.join(
                "\r\n",
                "GET " + url.getPath() + "?" + url.getQuery() + " HTTP/1.1",
                "Host: " + url.getAuthority(),
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: c2l4dGVlbiBieXRlcyE/IQ==",
                "",
                "");
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101 ")) {
            socket.close();
            throw new IllegalStateException("refused: " + head.substring(0, head.indexOf("\r\n")));
        }
    }

    private void send(int type, byte[] data) {
        send(type, data, FINAL);
    }

    private synchronized void send(int type, byte[] data, int isFinal) {
        try {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(frame);
            fields.writeByte(isFinal | type);
            if (data.length < SHORT_LENGTH) {
                fields.writeByte(MASKED | data.length);
            } else if (data.length <= 0xFFFF) {
                fields.writeByte(MASKED | SHORT_LENGTH);
                fields.writeShort(data.length);
            } else {
                fields.writeByte(MASKED | LONG_LENGTH);
                fields.writeLong(data.length);
            }
            // a mask of zeros changes nothing
            fields.writeInt(0);
            fields.write(data);
            frame.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            while (true) {
                int head = in.readUnsignedByte();
                byte[] data = in.readNBytes(length(in.readUnsignedByte()));
                if ((head & 0xF) == CLOSE) {
                    send(CLOSE, data);
                    closed.complete((data[0] & 0xFF) << 8 | (data[1] & 0xFF));
                    return;
                }
                message.write(data);
                if ((head & FINAL) != 0) {
                    frames.add(message.toString(StandardCharsets.UTF_8));
                    message.reset();
                }
            }
        } catch (EOFException cut) {
            closed.complete(CUT);
        } catch (IOException | UncheckedIOException reset) {
            closed.complete(CUT);
        }
    }

    private int length(int first) throws IOException {
        return switch (first) {
            case SHORT_LENGTH -> in.readUnsignedShort();
            case LONG_LENGTH -> Math.toIntExact(in.readLong());
            default -> first;
        };
    }
}
