package dev.crispconnect.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crispconnect.simulator.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** A caller of the admin API, without a token. */
public record AdminCaller(Site site) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public JsonNode get(String path) {
        return good(call("GET", path, null));
    }

    public JsonNode post(String path, String json) {
        return good(call("POST", path, json));
    }

    public JsonNode put(String path, String json) {
        return good(call("PUT", path, json));
    }

    public JsonNode delete(String path) {
        return good(call("DELETE", path, null));
    }

    public Site.Reply call(String method, String path, String json) {
        URI uri = site.simulator().adminUrl().resolve(path);
        return site.send(HttpRequest.newBuilder(uri)
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .timeout(Duration.ofSeconds(20))
                .build());
    }

    private static JsonNode good(Site.Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError(reply.status() + " " + reply.body());
        }
        try {
            return JSON.readTree(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
