package dev.crispconnect.simulator.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;

/** The three ways in which a connection ends without an answer. The last two have no word in Vert.x. */
@SuppressWarnings("FutureReturnValueIgnored") // what cannot be closed any more is closed
final class Sockets {

    private Sockets() {}

    /** Closes it in good order: FIN. */
    static void close(HttpServerRequest request) {
        request.connection().close();
    }

    /** Throws it away: RST. */
    static void reset(HttpServerRequest request) {
        Channel channel = channel(request);
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }

    /** Sends nothing more on it and goes on reading. */
    static void shutOutput(HttpServerRequest request) {
        ((DuplexChannel) channel(request)).shutdownOutput();
    }

    private static Channel channel(HttpServerRequest request) {
        return ((HttpServerConnection) request.connection()).channel();
    }
}
