package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Tokens;

/** The password a user gives once more before something grave (Crisp API reference, sections 1.6, 3.12 and 3.13). */
record SecondProof(Tokens tokens) {

    private static final Shape VERIFY =
            Shape.object(Shape.TEXT, "method", "secret").requiring("method", "secret");

    /**
     * Requires {@code verify {method, secret}} in the body. The method may be any.
     *
     * @throws Refusal 423 when it is not the caller's secret
     */
    void require(Call call) {
        call.body().require("verify");
        Object secret = VERIFY.of(call.body().object("verify").orElseThrow()).get("secret");
        if (!tokens.isSecretOf(call.token(), (String) secret)) {
            throw Refusal.of(423, "password_unverified");
        }
    }
}
