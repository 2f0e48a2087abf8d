package dev.crispconnect.client;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * What became of one call on the wire, noted where the connection stands and the request is about to be written.
 * Travels with the request as its tag.
 *
 * <p>Written by the thread that runs the call, read by the one that ends it; safe for both.
 */
final class Transmission {

    private static final String RETRY_AFTER = "Retry-After";

    private volatile boolean started;
    private volatile String retryAfter;

    /** Whether a byte of the request may have left: false only when no connection was made for it. */
    boolean started() {
        return started;
    }

    /** The {@code Retry-After} header of the answer; null when there was none. */
    String retryAfter() {
        return retryAfter;
    }

    /**
     * The network interceptor that takes the notes. It also takes the {@code Retry-After} header out of the answer:
     * OkHttp would repeat any call, writes included, on a 503 that says {@code Retry-After: 0}, and stumbles over one
     * whose number is longer than an int.
     */
    static Response observe(Interceptor.Chain chain) throws IOException {
        Transmission transmission = chain.request().tag(Transmission.class);
        transmission.started = true;
        Response response = chain.proceed(chain.request());
        transmission.retryAfter = response.header(RETRY_AFTER);
        return transmission.retryAfter == null
                ? response
                : response.newBuilder().removeHeader(RETRY_AFTER).build();
    }
}
