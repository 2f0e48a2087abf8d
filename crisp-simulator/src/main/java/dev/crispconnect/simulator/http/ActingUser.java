package dev.crispconnect.simulator.http;

import java.util.List;

/**
 * {@code user} and {@code origin} in a change: who does it and on which channel (Crisp API reference, section 3.4). Looked at
 * for their types only: nothing that can be read tells who changed what.
 */
final class ActingUser {

    private ActingUser() {}

    static void check(Body body) {
        body.text("origin");
        body.object("user").ifPresent(user -> {
            user.allowed("type", List.of("website", "participant"));
            user.text("user_id");
            user.text("nickname");
            user.text("avatar");
        });
    }
}
