package dev.crispconnect.client.realtime;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The server end of WebSockets on loopback, spoken by a test byte for byte, one connection after the other. */
final class SocketServer implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket listener;
    private final List<Socket> connections = new ArrayList<>();

    SocketServer() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        listener.setSoTimeout(PATIENCE_MILLIS);
    }

    /** As discovery would tell it. */
    String endpoint() {
        return "ws://127.0.0.1:" + listener.getLocalPort() + "/p/68/";
    }

    /** Takes the next connection and upgrades it. */
    Peer accept() throws IOException {
        Peer peer = take();
        peer.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accepted(peer.headers.get("sec-websocket-key")) + "\r\n\r\n");
        return peer;
    }

    /** Takes the next connection and answers the upgrade with something else. */
    Peer refuse(String statusLine) throws IOException {
        Peer peer = take();
        peer.write(statusLine + "\r\nContent-Length: 0\r\n\r\n");
        return peer;
    }

    /** Takes the next connection and reads its request, no more. */
    Peer take() throws IOException {
        Socket socket = listener.accept();
        socket.setSoTimeout(PATIENCE_MILLIS);
        connections.add(socket);
        return new Peer(socket);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private static String accepted(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    /** One connection, seen from the server. */
    static final class Peer {

        private final Socket socket;
        private final DataInputStream in;
        private final OutputStream out;
        private final String target;
        private final Map<String, String> headers = new TreeMap<>();

        private Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            this.out = socket.getOutputStream();
            this.target = line(in).split(" ", -1)[1];
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                int colon = header.indexOf(':');
                headers.put(
                        header.substring(0, colon).toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).strip());
            }
        }

        String target() {
            return target;
        }

        Map<String, String> headers() {
            return headers;
        }

        void send(String text) throws IOException {
            frame(0x81, text.getBytes(StandardCharsets.UTF_8));
        }

        void sendBinary(byte... bytes) throws IOException {
            frame(0x82, bytes);
        }

        void sendClose(int code) throws IOException {
            frame(0x88, new byte[] {(byte) (code >> 8), (byte) code});
        }

        /** Sends texts and a close in one go, so that the client cannot leave between them. */
        void sendThenClose(int code, String... texts) throws IOException {
            ByteArrayOutputStream together = new ByteArrayOutputStream();
            for (String text : texts) {
                write(together, 0x81, text.getBytes(StandardCharsets.UTF_8));
            }
            write(together, 0x88, new byte[] {(byte) (code >> 8), (byte) code});
            together.writeTo(out);
            out.flush();
        }

        /** Sends as much of an endless text frame as the other side takes; ends when it leaves. */
        void sendWithoutEnd() throws IOException {
            frame(0x01, new byte[65536]);
            while (true) {
                frame(0x00, new byte[65536]);
            }
        }

        /** The next text frame of the client; null when it left. */
        String receive() throws IOException {
            int first = in.read();
            if (first == -1) {
                return null;
            }
            int length = in.readUnsignedByte() & 0x7F;
            if (length == 126) {
                length = in.readUnsignedShort();
            }
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            return new String(payload, StandardCharsets.UTF_8);
        }

        /** Whether the client leaves; waits for it. */
        boolean clientLeft() {
            try {
                return receive() == null;
            } catch (IOException reset) {
                return true;
            }
        }

        /** Ends the connection without a word. */
        void cut() throws IOException {
            socket.close();
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        private void frame(int head, byte[] payload) throws IOException {
            write(out, head, payload);
            out.flush();
        }

        private static void write(OutputStream to, int head, byte[] payload) throws IOException {
            to.write(head);
            if (payload.length < 126) {
                to.write(payload.length);
            } else {
                to.write(127);
                for (int shift = 56; shift >= 0; shift -= 8) {
                    to.write((int) (((long) payload.length) >> shift));
                }
            }
            to.write(payload);
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int octet = in.read(); octet != -1 && octet != '\n'; octet = in.read()) {
                line.append((char) octet);
            }
            return line.toString().strip();
        }
    }
}
