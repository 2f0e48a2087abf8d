package dev.crispconnect.quickstart.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A Connect worker's REST API, as far as it is needed here. Threadsafe. Every method throws a {@link
 * WorkerRestException} with what the worker said when it refuses, and when it does not answer.
 */
public final class WorkerRest {
    /** Connect itself answers within 90 s, also while the worker is joining its group. */
    private static final Duration TIMEOUT = Duration.ofSeconds(100);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI url;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param url the worker's address, such as {@code http://127.0.0.1:8083} */
    public WorkerRest(URI url) {
        this.url = url;
    }

    /** Every plugin the worker found, connectors and converters and transformations alike. */
    public List<ConnectPlugin> plugins() {
        return StreamSupport.stream(
                        get("/connector-plugins?connectorsOnly=false").spliterator(), false)
                .map(ConnectPlugin::of)
                .toList();
    }

    /** Asks the plugin itself what it thinks of a configuration; nothing is started. */
    public ConfigCheck validate(String connectorClass, Map<String, String> config) {
        return ConfigCheck.of(
                send("PUT", "/connector-plugins/" + segment(connectorClass) + "/config/validate", config));
    }

    /** Creates the connector or changes its configuration. */
    public void putConfig(String connector, Map<String, String> config) {
        send("PUT", path(connector) + "/config", config);
    }

    /** The configuration as the worker holds it, placeholders unresolved. */
    public JsonNode config(String connector) {
        return get(path(connector) + "/config");
    }

    /** The state of a connector and its tasks; a worker that has just been given one may not know it yet (404). */
    public ConnectorStatus status(String connector) {
        return ConnectorStatus.of(get(path(connector) + "/status"));
    }

    public void pause(String connector) {
        send("PUT", path(connector) + "/pause");
    }

    public void stop(String connector) {
        send("PUT", path(connector) + "/stop");
    }

    public void resume(String connector) {
        send("PUT", path(connector) + "/resume");
    }

    /** Restarts the connector and its tasks. */
    public void restart(String connector) {
        send("POST", path(connector) + "/restart?includeTasks=true");
    }

    /** Restarts those of the connector and its tasks that have failed. */
    public void restartFailed(String connector) {
        send("POST", path(connector) + "/restart?includeTasks=true&onlyFailed=true");
    }

    public void delete(String connector) {
        send("DELETE", path(connector));
    }

    /** The offsets as {@code {"offsets": [{"partition": {...}, "offset": {...}}]}}. */
    public JsonNode offsets(String connector) {
        return get(path(connector) + "/offsets");
    }

    /** Writes offsets, in the shape of {@link #offsets}, of a stopped connector. */
    public JsonNode alterOffsets(String connector, JsonNode offsets) {
        return send("PATCH", path(connector) + "/offsets", offsets);
    }

    /** Forgets every offset of a stopped connector. */
    public JsonNode resetOffsets(String connector) {
        return send("DELETE", path(connector) + "/offsets");
    }

    private static String path(String connector) {
        return "/connectors/" + segment(connector);
    }

    private static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode get(String path) {
        return send("GET", path);
    }

    private JsonNode send(String method, String path) {
        return exchange(method, path, BodyPublishers.noBody());
    }

    private JsonNode send(String method, String path, Object body) {
        return exchange(method, path, BodyPublishers.ofByteArray(write(body)));
    }

    private JsonNode exchange(String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(url.resolve(path))
                .method(method, body)
                .header("Content-Type", "application/json")
                .timeout(TIMEOUT)
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            var json = read(answer.body());
            if (answer.statusCode() >= 400) {
                throw new WorkerRestException(method + " " + path, answer.statusCode(), json);
            }
            return json;
        } catch (IOException e) {
            throw new WorkerRestException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkerRestException(method + " " + path, e);
        }
    }

    private static byte[] write(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not to be written as JSON: " + body.getClass(), e);
        }
    }

    /** The body as JSON; an empty one, or a proxy's HTML, as nothing. */
    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
