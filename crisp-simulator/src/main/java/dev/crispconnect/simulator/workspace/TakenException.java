package dev.crispconnect.simulator.workspace;

/** A fingerprint or an e-mail address is in use already, and the rules refuse a second one. */
public final class TakenException extends RuntimeException {

    TakenException(String what) {
        super(what, null, false, false);
    }
}
