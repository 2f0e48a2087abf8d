package dev.crispconnect.sink.command;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The identity of a message in its conversation, derived from the command that sends it: the same command makes the same
 * message. Crisp takes any integer; beyond 2^53-1 JavaScript would lose digits (Crisp API reference, section 3.9).
 */
final class Fingerprint {

    static final long MAX = Kinds.MAX_SAFE_WHOLE;

    private Fingerprint() {}

    /**
     * The first bytes of SHA-256 over the id and the step, made to fit 1 to 2^53-1.
     *
     * @param step which of the messages of the command
     */
    static long of(String commandId, String step) {
        byte[] identity = (step + '\n' + commandId).getBytes(StandardCharsets.UTF_8);
        long hash = ByteBuffer.wrap(sha256().digest(identity)).getLong();
        return Long.remainderUnsigned(hash, MAX) + 1;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException neverOnJava) {
            throw new IllegalStateException("every Java platform has SHA-256", neverOnJava);
        }
    }
}
