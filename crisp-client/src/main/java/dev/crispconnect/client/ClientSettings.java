package dev.crispconnect.client;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a {@link CrispClient} needs to be opened.
 *
 * @param apiUrl base of the REST API with its version, such as {@code https://api.crisp.chat/v1/}
 * @param credentials the token every request carries
 * @param timeouts how long each stage of a call may take
 * @param maxResponseBytes answers longer than this are refused as unreadable
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

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException when a bound is not positive, or the URL is not http(s) with a host, or has
     *     more than a path: a user, a query or a fragment
     */
    public ClientSettings {
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(timeouts, "timeouts");
        Objects.requireNonNull(userAgent, "userAgent");
        if (!"https".equalsIgnoreCase(apiUrl.getScheme()) && !"http".equalsIgnoreCase(apiUrl.getScheme())) {
            throw new IllegalArgumentException("the API URL must start with https:// or http://");
        }
        if (apiUrl.getHost() == null
                || apiUrl.getRawUserInfo() != null
                || apiUrl.getRawQuery() != null
                || apiUrl.getRawFragment() != null) {
            throw new IllegalArgumentException("the API URL must have a host and a path, and nothing else");
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
     * @param call from the first attempt to connect to the last byte, all in all; waiting in the client's queue does
     *     not count
     */
    public record Timeouts(Duration connect, Duration read, Duration call) {

        /**
         * Checks the timeouts.
         *
         * @throws IllegalArgumentException when one is not positive
         */
        public Timeouts {
            if (Stream.of(connect, read, call).anyMatch(timeout -> timeout.isNegative() || timeout.isZero())) {
                throw new IllegalArgumentException("every timeout must be positive");
            }
        }
    }
}
