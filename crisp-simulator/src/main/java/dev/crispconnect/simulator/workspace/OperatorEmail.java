package dev.crispconnect.simulator.workspace;

/**
 * An e-mail that Crisp sends to operators (Crisp API reference, section 3.12). The simulator keeps it instead.
 *
 * @param recipient such as {@code owners}
 * @param userId the operator it is for; null when it is for no one in particular
 * @param targetLabel what its button says; null when it has none
 * @param targetUrl where its button leads; null when it has none
 */
public record OperatorEmail(
        String recipient, String userId, String subject, String message, String targetLabel, String targetUrl) {}
