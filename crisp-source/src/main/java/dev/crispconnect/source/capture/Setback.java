package dev.crispconnect.source.capture;

import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.realtime.Ending;
import java.time.Duration;
import java.util.Optional;

/**
 * Why there is no connection. Pure.
 *
 * @param reason in an operator's words; holds no secret, no id and nothing that anybody wrote
 * @param lasting whether an operator must act, so that trying again soon does not help
 * @param retryAfter how long Crisp asked to wait, where it did
 */
record Setback(String reason, boolean lasting, Optional<Duration> retryAfter) {

    /** There was a connection, or an attempt at one, and it ended. */
    static Setback of(Ending ending) {
        if (ending instanceof Ending.Refused refused) {
            String message = refused.message().isEmpty() ? "" : " and said: " + refused.message();
            return new Setback(
                    "Crisp refused the token's authentication" + message
                            + ". Check that the token was not revoked, that its tier is the one that is set, and that its"
                            + " scopes allow to hear of conversations and contacts",
                    true,
                    Optional.empty());
        }
        return new Setback(passing(ending), false, Optional.empty());
    }

    /** Where to connect could not be learned. */
    static Setback of(Throwable thrown) {
        if (thrown instanceof CrispException failure) {
            return new Setback(failure.getMessage(), failure instanceof CrispException.Denied, failure.retryAfter());
        }
        return new Setback(
                "asking where to connect failed with " + thrown.getClass().getSimpleName(), false, Optional.empty());
    }

    /** The endpoint that Crisp told cannot be used. */
    static Setback of(IllegalArgumentException unusable) {
        return new Setback(unusable.getMessage(), false, Optional.empty());
    }

    private static String passing(Ending ending) {
        if (ending instanceof Ending.Lost lost) {
            return lost.status() == 0
                    ? "no connection, or it broke: " + lost.cause().getClass().getSimpleName()
                    : "the socket was refused: HTTP " + lost.status();
        }
        if (ending instanceof Ending.Silent silent) {
            return silent.silence() == Ending.Silence.HEARTBEAT
                    ? "Crisp's heartbeat stopped, so the connection was dead"
                    : "Crisp did not answer the authentication in time";
        }
        if (ending instanceof Ending.ClosedByServer closed) {
            return closed.code() == 0 ? "Crisp ended the connection" : "Crisp closed the socket: code " + closed.code();
        }
        if (ending instanceof Ending.Unintelligible unintelligible) {
            return "what came is nothing that Crisp would send: " + unintelligible.what();
        }
        return "the connection was closed on this side";
    }
}
