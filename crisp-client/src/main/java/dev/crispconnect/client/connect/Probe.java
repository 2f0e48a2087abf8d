package dev.crispconnect.client.connect;

import dev.crispconnect.client.Call;
import dev.crispconnect.client.Plugins;
import dev.crispconnect.client.Websites;
import java.util.Optional;

/**
 * A read by which settings are tried on Crisp before a connector runs with them, and whom to blame when it fails.
 *
 * @param call a read, of which nothing but its success is used
 * @param website the website that the call names; empty when it names none
 * @param need what the connector needs beyond reaching the website; empty for nothing
 */
public record Probe(Call<?> call, Optional<Named> website, Optional<Need> need) {

    /**
     * A website as it was set.
     *
     * @param key the setting that names it
     */
    public record Named(String key, String id) {}

    /**
     * Something that Crisp may refuse to a good token.
     *
     * @param key the setting that asks for it
     * @param scope of Crisp, without its {@code :read}
     */
    public record Need(String key, String scope) {}

    /** Whether the token reaches a website; whether it may read anything there is left open. */
    public static Probe website(String key, String websiteId) {
        return new Probe(Websites.get(websiteId), Optional.of(new Named(key, websiteId)), Optional.empty());
    }

    /** Whether something of a website may be read. */
    public static Probe read(Call<?> call, String websiteKey, String websiteId, Need need) {
        return new Probe(call, Optional.of(new Named(websiteKey, websiteId)), Optional.of(need));
    }

    /** Whether a plugin's token is good, wherever it reaches. */
    public static Probe pluginAccount() {
        return new Probe(Plugins.connectAccount(), Optional.empty(), Optional.empty());
    }
}
