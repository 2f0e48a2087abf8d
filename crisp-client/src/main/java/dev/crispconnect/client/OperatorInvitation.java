package dev.crispconnect.client;

import java.util.Objects;

/**
 * Whom to invite as an operator, and the proof that the one who invites may (Crisp API reference, section 3.12).
 *
 * @param role such as {@code member} or {@code owner}
 * @param verifyMethod how the one who invites proves it, such as {@code password}
 * @param verifySecret the password or code; never printed
 */
public record OperatorInvitation(String email, String role, String verifyMethod, String verifySecret) {

    /** @throws NullPointerException when a part is null; it names the part */
    public OperatorInvitation {
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(verifyMethod, "verifyMethod");
        Objects.requireNonNull(verifySecret, "verifySecret");
    }

    /** Shows the role, neither the person nor the secret. */
    @Override
    public String toString() {
        return "OperatorInvitation[role=" + role + "]";
    }
}
