package dev.crispconnect.client.realtime;

import java.util.regex.Pattern;

/** Why a connection ended. Printing one shows no secret and nothing that anybody wrote. */
public sealed interface Ending {

    /**
     * Crisp refused the token, or the namespace. Connecting again with the same token does not help.
     *
     * @param message what Crisp said about it, if that was a few plain words; else empty
     */
    record Refused(String message) implements Ending {

        /** Words only: no digits, so no id, no address, no key. */
        private static final Pattern WORDS = Pattern.compile("[A-Za-z][A-Za-z _.,'-]{0,99}");

        static Refused saying(String message, String... secrets) {
            boolean harmless = message != null && WORDS.matcher(message).matches();
            for (String secret : secrets) {
                harmless = harmless && !message.contains(secret);
            }
            return new Refused(harmless ? message : "");
        }
    }

    /**
     * There was no connection, or it broke.
     *
     * @param status the HTTP status with which the upgrade was refused; 0 when it was not
     * @param cause what broke it
     */
    record Lost(int status, Throwable cause) implements Ending {

        /** Shows the kind of cause only: its message may name a host or hold what a listener put there. */
        @Override
        public String toString() {
            return "Lost[status=" + status + ", cause=" + cause.getClass().getSimpleName() + "]";
        }
    }

    /** Nothing was heard for too long. */
    record Silent(Silence silence) implements Ending {}

    /** What was waited for. */
    enum Silence {
        /** The connection, or the answer to the authentication. */
        AUTHENTICATION,
        /** Crisp's heartbeat. */
        HEARTBEAT
    }

    /**
     * Crisp ended it.
     *
     * @param code the WebSocket's close code; 0 when it was ended by a packet
     */
    record ClosedByServer(int code) implements Ending {}

    /** It was closed on this side. */
    record ClosedByUs() implements Ending {}

    /**
     * What came is nothing that a Crisp would send.
     *
     * @param what in words of our own
     */
    record Unintelligible(String what) implements Ending {}
}
