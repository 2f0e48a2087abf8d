package dev.crispconnect.client.realtime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/**
 * Makes sockets that stop reading when more has come since the last whole frame than a frame may hold: OkHttp gathers a frame
 * in memory however long it is. Counts what the wire brings, encryption included, so the bound is not exact.
 *
 * <p>Safe for use by many threads.
 */
final class FrameMeter extends SocketFactory {

    /** For the upgrade and the encryption, and for what is read ahead. */
    private static final int SLACK_BYTES = 128 * 1024;

    private final long limitBytes;
    private final AtomicLong sinceFrame = new AtomicLong();

    FrameMeter(long frameBytes) {
        this.limitBytes = frameBytes + SLACK_BYTES;
    }

    /** A frame is whole. */
    void frame() {
        sinceFrame.set(0);
    }

    /** Whether this is why reading failed. */
    static boolean stopped(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof TooLongException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Socket createSocket() {
        return new Metered();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        throw connected();
    }

    private static SocketException connected() {
        return new SocketException("OkHttp connects its sockets itself");
    }

    private int count(int bytes) throws TooLongException {
        if (bytes > 0 && sinceFrame.addAndGet(bytes) > limitBytes) {
            throw new TooLongException();
        }
        return bytes;
    }

    private final class Metered extends Socket {

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {

                @Override
                public int read() throws IOException {
                    int octet = super.read();
                    count(octet == -1 ? 0 : 1);
                    return octet;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    return count(super.read(buffer, offset, length));
                }
            };
        }
    }

    private static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("a frame is longer than allowed");
        }
    }
}
