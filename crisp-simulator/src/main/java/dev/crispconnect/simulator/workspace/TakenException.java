package dev.crispconnect.simulator.workspace;

/** A fingerprint or an e-mail address is in use already, and the rules refuse a second one. */
public final class TakenException extends RuntimeException {

    private final boolean conflict;

    TakenException(String what, boolean conflict) {
        super(what + " is in use", null, false, false);
        this.conflict = conflict;
    }

    /** Whether it is refused as a conflict, rather than as invalid data. */
    public boolean conflict() {
        return conflict;
    }
}
