package dev.crispconnect.simulator.workspace;

import java.time.Instant;

/**
 * That one side of a conversation types, or has stopped (Crisp API reference, section 4.1, {@code compose}).
 *
 * @param started whether it types; otherwise it has stopped
 * @param excerpt what it has typed so far; null when it does not say
 * @param automated whether a bot types
 * @param user who types; null lets {@link Messages#compose} put in the visitor or the team
 * @param timestamp when; null lets {@link Messages#compose} put in now
 */
public record Typing(boolean started, String excerpt, boolean automated, Author user, Instant timestamp) {

    /** Somebody types. */
    public static Typing start(String excerpt) {
        return new Typing(true, excerpt, false, null, null);
    }

    /** Somebody types no more. */
    public static Typing stop() {
        return new Typing(false, null, false, null, null);
    }

    /** The same, by this one. */
    public Typing by(Author newUser) {
        return new Typing(started, excerpt, automated, newUser, timestamp);
    }

    /** {@code start} or {@code stop}. */
    public String wire() {
        return started ? "start" : "stop";
    }

    Typing completed(Author author, Instant now) {
        return new Typing(
                started, excerpt, automated, user == null ? author : user, timestamp == null ? now : timestamp);
    }
}
