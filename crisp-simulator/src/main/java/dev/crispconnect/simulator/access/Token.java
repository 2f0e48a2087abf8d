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
 * @param scopes what it may do; only a plugin's production token is held to any
 */
public record Token(String identifier, String key, Tier tier, Scopes scopes) {

    private static final int KEY_BYTES = 32;

    public Token {
        Objects.requireNonNull(identifier, "identifier");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(scopes, "scopes");
        if (tier != Tier.PLUGIN && !scopes.unlimited()) {
            throw new IllegalArgumentException("only a plugin's token is held to scopes, not one of tier " + tier);
        }
    }

    /** A token that is not held to scopes. */
    public Token(String identifier, String key, Tier tier) {
        this(identifier, key, tier, Scopes.everything());
    }

    /** A token of the shape Crisp gives out, not held to scopes; the same seed and tier give the same token. */
    public static Token seeded(long seed, Tier tier) {
        Random random = new Random(seed * 31 + tier.wire().hashCode());
        byte[] identifier = new byte[16];
        random.nextBytes(identifier);
        return new Token(UUID.nameUUIDFromBytes(identifier).toString(), key(random), tier);
    }

    /**
     * The same token, held to these scopes: a plugin's production token.
     *
     * @throws IllegalArgumentException when it is no plugin's
     */
    public Token withScopes(Scopes chosen) {
        return new Token(identifier, key, tier, chosen);
    }

    /** The same token with the key that comes after this one. */
    public Token rolled() {
        return new Token(identifier, key(new Random(key.hashCode())), tier, scopes);
    }

    /** Whether it may read that, such as {@code website:conversation:messages}. */
    public boolean mayRead(String scope) {
        return scopes.mayRead(scope);
    }

    /** Whether it may write that, such as {@code website:conversation:messages}. */
    public boolean mayWrite(String scope) {
        return scopes.mayWrite(scope);
    }

    /** The {@code Authorization} header that carries it. */
    public String authorization() {
        byte[] pair = (identifier + ":" + key).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static String key(Random random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Token[identifier=" + identifier + ", key=***, tier=" + tier.wire() + ", scopes=" + scopes + "]";
    }
}
