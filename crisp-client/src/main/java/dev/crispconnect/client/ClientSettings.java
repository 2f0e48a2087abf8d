package dev.crispconnect.client;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * What a {@link CrispClient} needs to be opened.
 *
 * @param apiUrl base of the REST API with its version, such as {@code https://api.crisp.chat/v1/}
 * @param credentials the token every request carries
 * @param timeouts how long each stage of a call may take
 * @param maxResponseBytes answers longer than this are refused as undecodable
 * @param maxInFlight how many calls may be on the wire at once; more are queued
 * @param userAgent value of the {@code User-Agent} header
 */
public record ClientSettings(
        URI apiUrl,
        Credentials credentials,
        Timeouts timeouts,
        int maxResponseBytes,
        int maxInFlight,
        String userAgent) {

    /** @throws IllegalArgumentException when a bound is not positive or the URL is not absolute http(s) */
    public ClientSettings {
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(timeouts, "timeouts");
        Objects.requireNonNull(userAgent, "userAgent");
        if (!"https".equals(apiUrl.getScheme()) && !"http".equals(apiUrl.getScheme())) {
            throw new IllegalArgumentException("the API URL must start with https:// or http://");
        }
        if (maxResponseBytes < 1 || maxInFlight < 1) {
            throw new IllegalArgumentException("maxResponseBytes and maxInFlight must be positive");
        }
    }

    /**
     * How long each stage of a call may take.
     *
     * @param connect to open the connection
     * @param read between two bytes of the answer
     * @param call from start to last byte, all in all
     */
    public record Timeouts(Duration connect, Duration read, Duration call) {}
}
