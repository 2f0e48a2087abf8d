package dev.crispconnect.simulator.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/**
 * A pair of credentials that the simulator accepts (Crisp API reference, section 1.3).
 *
 * @param identifier a UUID
 * @param key 64 hexadecimal digits
 * @param tier whose token it is
 */
public record Token(String identifier, String key, Tier tier) {

    public Token {
        Objects.requireNonNull(identifier, "identifier");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(tier, "tier");
    }

    /** A token of the shape Crisp gives out; the same seed and tier give the same token. */
    public static Token seeded(long seed, Tier tier) {
        Random random = new Random(seed * 31 + tier.wire().hashCode());
        byte[] identifier = new byte[16];
        random.nextBytes(identifier);
        byte[] key = new byte[32];
        random.nextBytes(key);
        return new Token(
                UUID.nameUUIDFromBytes(identifier).toString(), HexFormat.of().formatHex(key), tier);
    }

    /** The {@code Authorization} header that carries it. */
    public String authorization() {
        byte[] pair = (identifier + ":" + key).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Token[identifier=" + identifier + ", key=***, tier=" + tier.wire() + "]";
    }
}
