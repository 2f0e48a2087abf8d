package dev.crispconnect.sink;

import java.util.Map;

/** Settings as an operator gives them. */
final class Settings {

    private Settings() {}

    /**
     * What must be set, a default website, that nobody calls Crisp to see whether they will do, and that nobody waits for
     * what a task before may have sent.
     */
    static Map<String, String> minimal() {
        return Map.of(
                "name", "crisp-sink",
                "crisp.token.identifier", "0d9c4f3e-0000-4000-8000-000000000000",
                "crisp.token.key", "secret-key",
                "crisp.website.id", "w",
                "validate.live", "false",
                "lookup.delay.ms", "0");
    }
}
