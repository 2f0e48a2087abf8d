package dev.crispconnect.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is answered: a status and a body in Crisp's envelope (Crisp API reference, sections 1.4 to 1.6).
 *
 * @param body UTF-8 JSON; not to be changed
 */
record Answer(int status, byte[] body) {

    private static final byte[] NO_DATA = "{}".getBytes(StandardCharsets.UTF_8);

    static Answer resolved(byte[] data) {
        return of(200, false, "resolved", data);
    }

    static Answer updated() {
        return of(200, false, "updated", NO_DATA);
    }

    static Answer saved() {
        return of(200, false, "saved", NO_DATA);
    }

    static Answer deleted() {
        return of(200, false, "deleted", NO_DATA);
    }

    static Answer added(byte[] data) {
        return of(201, false, "added", data);
    }

    static Answer dispatched(byte[] data) {
        return of(202, false, "dispatched", data);
    }

    static Answer listed(boolean partial, byte[] data) {
        return of(partial ? 206 : 200, false, "listed", data);
    }

    static Answer error(int status, String reason) {
        return of(status, true, reason, NO_DATA);
    }

    static Answer error(int status, String reason, String message) {
        return of(status, true, reason, JsonText.of(Map.of("message", message)));
    }

    private static Answer of(int status, boolean error, String reason, byte[] data) {
        byte[] head =
                ("{\"error\":" + error + ",\"reason\":\"" + reason + "\",\"data\":").getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + data.length + 1];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(data, 0, body, head.length, data.length);
        body[body.length - 1] = '}';
        return new Answer(status, body);
    }
}
