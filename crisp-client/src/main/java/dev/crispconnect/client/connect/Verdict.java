package dev.crispconnect.client.connect;

/** What the answer to a {@link Probe} says about the settings. */
sealed interface Verdict {

    /** Nothing against them. */
    record Good() implements Verdict {}

    /**
     * They will not work.
     *
     * @param general whether every other probe would find the same, so that none need be sent
     */
    record Wrong(Finding finding, boolean general) implements Verdict {}

    /**
     * Crisp cannot tell now, which is not the settings' fault.
     *
     * @param why for the log
     */
    record Open(String why) implements Verdict {}

    /** Crisp forbids the call to a plugin's token: for its tier or for its scopes, which another call tells apart. */
    record Forbidden() implements Verdict {}
}
