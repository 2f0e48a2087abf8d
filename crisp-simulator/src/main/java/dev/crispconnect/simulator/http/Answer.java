package dev.crispconnect.simulator.http;

import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;

/**
 * What is answered: a status and a body in Crisp's envelope (Crisp API reference, sections 1.4 to 1.6).
 *
 * @param body UTF-8 JSON; not to be changed
 * @param headers besides those that every answer has
 */
record Answer(int status, Buffer body, Map<String, String> headers) {

    private static final Buffer NO_DATA = Buffer.buffer("{}");
    private static final Answer UPDATED = of(200, false, "updated", NO_DATA);
    private static final Answer SAVED = of(200, false, "saved", NO_DATA);
    private static final Answer DELETED = of(200, false, "deleted", NO_DATA);
    private static final Answer DISPATCHED = of(202, false, "dispatched", NO_DATA);

    static Answer dispatched() {
        return DISPATCHED;
    }

    /** Without further headers. */
    Answer(int status, Buffer body) {
        this(status, body, Map.of());
    }

    /** The same answer with one header more. */
    Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, body, Map.copyOf(more));
    }

    /** 304 with the same headers. */
    Answer notModified() {
        return new Answer(304, Buffer.buffer(), headers);
    }

    static Answer resolved(Buffer data) {
        return of(200, false, "resolved", data);
    }

    static Answer updated() {
        return UPDATED;
    }

    static Answer saved() {
        return SAVED;
    }

    static Answer deleted() {
        return DELETED;
    }

    static Answer added(Buffer data) {
        return of(201, false, "added", data);
    }

    static Answer dispatched(Buffer data) {
        return of(202, false, "dispatched", data);
    }

    static Answer listed(boolean partial, Buffer data) {
        return of(partial ? 206 : 200, false, "listed", data);
    }

    static Answer error(int status, String reason) {
        return of(status, true, reason, NO_DATA);
    }

    static Answer error(int status, String reason, String message) {
        return of(status, true, reason, JsonText.of(Map.of("message", message)));
    }

    private static Answer of(int status, boolean error, String reason, Buffer data) {
        Buffer body = Buffer.buffer(data.length() + 64)
                .appendString("{\"error\":")
                .appendString(Boolean.toString(error))
                .appendString(",\"reason\":\"")
                .appendString(reason)
                .appendString("\",\"data\":")
                .appendBuffer(data)
                .appendByte((byte) '}');
        return new Answer(status, body);
    }
}
