package dev.crispconnect.simulator.junit;

import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.json.JsonCodec;
import dev.crispconnect.simulator.json.MalformedJsonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** Stands for a user's own program: answers every conversation that is not resolved, and asks again where Crisp fails. */
final class SupportBot {

    private static final int ATTEMPTS = 3;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI website;
    private final Token token;

    SupportBot(URI url, Token token, String websiteId) {
        this.website = url.resolve("website/" + websiteId + "/");
        this.token = token;
    }

    void answerAll(String answer) {
        String open = ask("GET", "conversations/1?filter_not_resolved=1", BodyPublishers.noBody());
        for (Object conversation : (List<?>) json(open).get("data")) {
            Object sessionId = ((Map<?, ?>) conversation).get("session_id");
            Map<String, String> message =
                    Map.of("type", "text", "from", "operator", "origin", "chat", "content", answer);
            ask("POST", "conversation/" + sessionId + "/message", BodyPublishers.ofString(JsonCodec.text(message)));
        }
    }

    private String ask(String method, String path, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(website.resolve(path))
                .method(method, body)
                .header("Authorization", token.authorization())
                .header("X-Crisp-Tier", token.tier().wire())
                .header("Content-Type", "application/json")
                .build();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            HttpResponse<String> response = send(request);
            if (response.statusCode() < 300) {
                return response.body();
            }
        }
        throw new IllegalStateException("Crisp does not answer");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<?, ?> json(String text) {
        try {
            return JsonCodec.parse(text, Map.class);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException(e);
        }
    }
}
