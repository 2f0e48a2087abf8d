package dev.crispconnect.simulator.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Reads the body of a request, but keeps no more than it may have. */
final class BodyReader {

    private final int most;
    private final Buffer body = Buffer.buffer();
    private long length;

    private BodyReader(int most) {
        this.most = most;
    }

    /**
     * Reads to the end, also what is too much, so that the caller has sent everything before it is answered.
     *
     * @return empty when it was too much; fails when the connection is gone
     */
    static Future<Optional<Buffer>> read(HttpServerRequest request, int most) {
        String announced = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced == null || announced.length() > 18 || Long.parseLong(announced) > most) {
            return new BodyReader(most).drain(request);
        }
        return request.body().map(Optional::of);
    }

    private Future<Optional<Buffer>> drain(HttpServerRequest request) {
        Promise<Optional<Buffer>> read = Promise.promise();
        request.handler(this::add);
        request.endHandler(end -> read.tryComplete(length > most ? Optional.empty() : Optional.of(body)));
        request.exceptionHandler(read::tryFail);
        return read.future();
    }

    private void add(Buffer part) {
        length += part.length();
        if (length <= most) {
            body.appendBuffer(part);
        }
    }
}
