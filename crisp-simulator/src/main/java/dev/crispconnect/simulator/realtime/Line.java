package dev.crispconnect.simulator.realtime;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.impl.WebSocketInternal;

/**
 * One WebSocket and the TCP connection under it. Vert.x offers no way to end the one without ending the other properly, so
 * the connection is taken from below it. Used on the loop only.
 */
final class Line {

    private final ServerWebSocket socket;
    private final Channel connection;
    private Future<Void> lastWrite = Future.succeededFuture();
    private boolean silent;

    /** @param backlog how many bytes may wait to be sent before {@link #isOverrun} */
    Line(ServerWebSocket socket, int backlog) {
        this.socket = socket;
        this.connection = ((WebSocketInternal) socket).channelHandlerContext().channel();
        socket.setWriteQueueMaxSize(backlog);
    }

    /** Sends a frame, unless the socket is closed or frozen. */
    boolean send(String frame) {
        boolean open = !silent && !socket.isClosed();
        if (open) {
            lastWrite = socket.writeTextMessage(frame);
        }
        return open;
    }

    /** Whether more waits to be sent than may. */
    boolean isOverrun() {
        return socket.writeQueueFull();
    }

    /** Says goodbye: a close frame. */
    void close(CloseCode code) {
        if (!silent && !socket.isClosed()) {
            lastWrite = socket.close(code.number());
        }
    }

    /** Ends the connection without a close frame; what waits to be sent is lost. One that has ended stays so. */
    void cut() {
        // from below the handlers, which would say goodbye first
        ChannelHandlerContext lowest = connection.pipeline().firstContext();
        if (lowest != null) {
            var unused = lowest.close();
        }
    }

    /** Ends the connection without a close frame when everything is sent. */
    void cutWhenSent() {
        lastWrite.onComplete(sent -> cut());
    }

    /** Neither sends nor reads any more, and keeps the connection. */
    void freeze() {
        silent = true;
        connection.config().setAutoRead(false);
    }

    boolean isFrozen() {
        return silent;
    }

    /** What a close frame says (RFC 6455, section 7.4.1). */
    enum CloseCode {
        NORMAL(1000),
        GOING_AWAY(1001),
        UNSUPPORTED_DATA(1003),
        TOO_LARGE(1009);

        private final short number;

        CloseCode(int number) {
            this.number = (short) number;
        }

        short number() {
            return number;
        }
    }
}
