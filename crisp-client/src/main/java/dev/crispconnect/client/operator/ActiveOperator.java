package dev.crispconnect.client.operator;

import java.time.Instant;

/** An operator who is here now (Crisp API reference, section 3.12). Every field but the id may be null. */
public record ActiveOperator(String userId, String nickname, String avatar, Instant timestamp) {

    /** Shows which operator it is, never who. */
    @Override
    public String toString() {
        return "ActiveOperator[userId=" + userId + "]";
    }
}
