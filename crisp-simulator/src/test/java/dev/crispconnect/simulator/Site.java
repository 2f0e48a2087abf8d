package dev.crispconnect.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A simulator on a clock that stands still, and a caller with its website token. */
public final class Site implements AutoCloseable {

    /** Where the clock stands at first. */
    public static final Instant START = Instant.parse("2026-03-02T09:30:00.125Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ManualClock clock;
    private final CrispSimulator simulator;
    private final Token token;
    private final HttpClient http;

    private Site(ManualClock clock, CrispSimulator simulator) {
        this.clock = clock;
        this.simulator = simulator;
        this.token = simulator.websiteToken();
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** With our choices for what is unknown. */
    public static Site open() {
        return open(SimulatorSettings.defaults());
    }

    /** With these settings, but for the clock. */
    public static Site open(SimulatorSettings settings) {
        ManualClock clock = new ManualClock(START);
        return new Site(clock, CrispSimulator.start(settings.withClock(clock)));
    }

    /** A text as JSON. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came back. */
    public record Reply(int status, HttpHeaders headers, String body) {

        /** The body as JSON. */
        public JsonNode json() {
            return Site.json(body);
        }

        /** The envelope's data. */
        public JsonNode data() {
            return json().get("data");
        }

        /** The envelope's reason. */
        public String reason() {
            return json().get("reason").asText();
        }
    }

    public CrispSimulator simulator() {
        return simulator;
    }

    public Workspace workspace() {
        return simulator.workspace();
    }

    /** Moves the clock by a second, so that what comes is later than what was. */
    public Instant tick() {
        return clock.advance(Duration.ofSeconds(1));
    }

    public ManualClock clock() {
        return clock;
    }

    /** GET of a path below the website. */
    public Reply get(String path) {
        return call("GET", path, null);
    }

    public Reply head(String path) {
        return call("HEAD", path, null);
    }

    public Reply delete(String path) {
        return call("DELETE", path, null);
    }

    public Reply post(String path, String json) {
        return call("POST", path, json);
    }

    public Reply patch(String path, String json) {
        return call("PATCH", path, json);
    }

    public Reply put(String path, String json) {
        return call("PUT", path, json);
    }

    /** A call below the website with the website token. */
    public Reply call(String method, String path, String json) {
        return send(request(method, "website/" + workspace().website().websiteId() + path, json, token));
    }

    /** A call below the base with any token. */
    public Reply callAs(Token caller, String method, String path) {
        return send(request(method, path, null, caller));
    }

    /** A call below the base with any token and a body. */
    public Reply callAs(Token caller, String method, String path, String json) {
        return send(request(method, path, json, caller));
    }

    /** A call below the website with the user's token. */
    public Reply asUser(String method, String path, String json) {
        String below = "website/" + workspace().website().websiteId() + path;
        return callAs(simulator.userToken(), method, below, json);
    }

    /** What happens in the workspace from now on: the list grows. */
    public List<Event> events() {
        List<Event> events = new CopyOnWriteArrayList<>();
        workspace().events().listen(events::add);
        return events;
    }

    /** A request below the base with a token's two headers, to be changed. */
    public HttpRequest.Builder request(String path, Token caller) {
        return HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .header("Authorization", caller.authorization())
                .header("X-Crisp-Tier", caller.tier().wire());
    }

    /** Sends it. */
    public Reply send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String method, String path, String json, Token caller) {
        BodyPublisher body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        return request(path, caller)
                .header("Content-Type", "application/json")
                .method(method, body)
                .timeout(Duration.ofSeconds(10))
                .build();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
