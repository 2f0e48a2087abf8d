package dev.crispconnect.client;

import dev.crispconnect.client.time.SystemTime;
import java.net.URI;
import java.time.Duration;

/** Opens clients on a server of a test. */
final class Clients {

    static final ClientSettings.Timeouts PATIENT =
            new ClientSettings.Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(30));

    private static final int MAX_RESPONSE_BYTES = 1 << 20;
    private static final Credentials CREDENTIALS = new Credentials(Tier.PLUGIN, "identifier", "secret-key");

    private Clients() {}

    static ClientSettings settings(URI url) {
        return settings(url, PATIENT, 8);
    }

    static ClientSettings settings(URI url, ClientSettings.Timeouts timeouts, int maxInFlight) {
        return new ClientSettings(url, CREDENTIALS, timeouts, MAX_RESPONSE_BYTES, maxInFlight, "test/1");
    }

    static CrispClient open(URI url) {
        return CrispClient.open(settings(url), new SystemTime());
    }

    static CrispClient open(URI url, int maxResponseBytes) {
        return CrispClient.open(
                new ClientSettings(url, CREDENTIALS, PATIENT, maxResponseBytes, 8, "test/1"), new SystemTime());
    }

    static CrispClient open(URI url, ClientSettings.Timeouts timeouts, int maxInFlight) {
        return CrispClient.open(settings(url, timeouts, maxInFlight), new SystemTime());
    }
}
