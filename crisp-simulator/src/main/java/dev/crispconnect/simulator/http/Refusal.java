package dev.crispconnect.simulator.http;

/** The request is answered with an error of the envelope. Carries no stack trace, as it is an everyday answer. */
final class Refusal extends RuntimeException {

    private final int status;
    private final String reason;
    private final String sentence;

    private Refusal(int status, String reason, String sentence, Throwable cause) {
        super(reason, cause, false, false);
        this.status = status;
        this.reason = reason;
        this.sentence = sentence;
    }

    static Refusal of(int status, String reason) {
        return new Refusal(status, reason, null, null);
    }

    /** 400 with a sentence that names the field. */
    static Refusal invalid(String sentence) {
        return new Refusal(400, "invalid_data", sentence, null);
    }

    static Refusal invalid(String sentence, Throwable cause) {
        return new Refusal(400, "invalid_data", sentence, cause);
    }

    Answer answer() {
        return sentence == null ? Answer.error(status, reason) : Answer.error(status, reason, sentence);
    }
}
