package dev.crispconnect.source;

import dev.crispconnect.client.CrispException;
import dev.crispconnect.source.feed.UnitFailure;
import org.apache.kafka.connect.errors.ConnectException;

/** Says to Connect, and so to an operator, why a task cannot go on and what to do. */
final class Failures {

    private Failures() {}

    static ConnectException of(UnitFailure failure) {
        return new ConnectException(
                "Crisp cannot be read any further (" + failure.getMessage() + "): " + describe(failure.getCause()),
                failure.getCause());
    }

    private static String describe(Throwable cause) {
        if (cause instanceof CrispException.Denied denied) {
            // its message ends in the advice
            return denied.getMessage();
        }
        if (cause instanceof CrispException.Missing missing) {
            return missing.getMessage() + ". Check crisp.website.ids: Crisp knows no such website";
        }
        if (cause instanceof CrispException refused) {
            return refused.getMessage()
                    + ". Repeating does not help: report it with the connector's version, and restart the task when"
                    + " Crisp accepts the call";
        }
        return "an unexpected " + cause.getClass().getSimpleName()
                + "; restart the task to go on from the last stored offset, and report it with the connector's version";
    }
}
