package dev.crispconnect.simulator.admin;

import java.util.List;

/** The admin API refuses a request, with a sentence that says why. Carries no stack trace, as it is an everyday answer. */
final class Refused extends RuntimeException {

    private final int status;

    private Refused(int status, String sentence, Throwable cause) {
        super(sentence, cause, false, false);
        this.status = status;
    }

    static Refused invalid(String sentence) {
        return new Refused(400, sentence, null);
    }

    static Refused invalid(String sentence, Throwable cause) {
        return new Refused(400, sentence, cause);
    }

    static Refused conflict(String sentence) {
        return new Refused(409, sentence, null);
    }

    /** There is nothing of that name; the sentence goes on with what there is. */
    static Refused absent(String kind, String name, List<String> present) {
        String what = present.isEmpty() ? "none" : String.join(", ", present);
        return new Refused(404, "There is no " + kind + " " + name + "; there is " + what + ".", null);
    }

    static Refused absent(String sentence) {
        return new Refused(404, sentence, null);
    }

    int status() {
        return status;
    }
}
