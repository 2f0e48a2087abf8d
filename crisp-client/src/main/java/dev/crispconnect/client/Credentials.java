package dev.crispconnect.client;

import java.util.Objects;

/**
 * A token of Crisp: an identifier (a UUID), its key and the tier it belongs to. Printing it shows neither half.
 *
 * @param tier whose token it is
 * @param identifier the token's identifier
 * @param key the token's secret key
 */
public record Credentials(Tier tier, String identifier, String key) {

    /**
     * @throws NullPointerException when a part is null
     * @throws IllegalArgumentException when identifier or key is blank; the message does not contain them
     */
    public Credentials {
        Objects.requireNonNull(tier, "tier");
        if (identifier.isBlank()) {
            throw new IllegalArgumentException("the token identifier is blank");
        }
        if (key.isBlank()) {
            throw new IllegalArgumentException("the token key is blank");
        }
    }

    @Override
    public String toString() {
        return "Credentials[" + tier.wire() + "]";
    }
}
