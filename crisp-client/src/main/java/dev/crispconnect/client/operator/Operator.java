package dev.crispconnect.client.operator;

/**
 * Somebody who answers for a website (Crisp API reference, section 4.7). Every field may be null; the user id is for an
 * invitation that nobody has accepted yet. The operator's own token ({@code identifier}, {@code key}) is not read.
 *
 * @param type {@code operator}, {@code invite} or {@code sandbox}
 * @param role such as {@code owner} or {@code member}
 * @param availability such as {@code online}
 * @param hasToken whether the account has a token of its own; the token itself is not read
 */
public record Operator(
        String type,
        String userId,
        String email,
        String avatar,
        String firstName,
        String lastName,
        String role,
        String title,
        String availability,
        Boolean hasToken) {

    /** Shows which operator it is, never who. */
    @Override
    public String toString() {
        return "Operator[type=" + type + ", userId=" + userId + "]";
    }
}
