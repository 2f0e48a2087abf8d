package dev.crispconnect.simulator.hook;

import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.json.JsonCodec;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One event on its way to one hook: the same body at every attempt (Crisp API reference, section 6.2).
 *
 * @param attempt from 1
 */
record Delivery(Hook hook, Event event, int attempt) {

    Delivery next() {
        return new Delivery(hook, event, attempt + 1);
    }

    /**
     * The request of this attempt.
     *
     * @param now when it is signed
     * @param limit how many attempts there will be at most
     */
    HttpRequest request(Instant now, int limit) {
        String body = body();
        String timestamp = Long.toString(now.toEpochMilli());
        HttpRequest.Builder request = HttpRequest.newBuilder(hook.url())
                .header("Content-Type", "application/json")
                .header("X-Crisp-Hook-Origin", hook.origin())
                .header("X-Crisp-Request-Timestamp", timestamp)
                .header("X-Delivery-Attempt-Count", Integer.toString(attempt))
                .header("X-Delivery-Attempt-Limit", Integer.toString(limit));
        if (hook.secret() != null) {
            request.header("X-Crisp-Signature", Signature.of(hook.secret(), timestamp, body));
        }
        return request.POST(BodyPublishers.ofString(body)).build();
    }

    private String body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("website_id", event.websiteId());
        body.put("event", event.name());
        body.put("data", event.data());
        body.put("timestamp", event.time().toEpochMilli());
        return JsonCodec.text(body);
    }
}
