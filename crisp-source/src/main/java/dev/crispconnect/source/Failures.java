package dev.crispconnect.source;

import dev.crispconnect.client.CrispException;
import dev.crispconnect.source.feed.UnitFailure;
import org.apache.kafka.connect.errors.ConnectException;

/** Says to Connect, and so to an operator, why a task or the connector cannot go on and what to do. */
final class Failures {

    private Failures() {}

    static ConnectException of(UnitFailure failure) {
        return new ConnectException(
                "Crisp cannot be read any further (" + failure.getMessage() + "): " + describe(failure.getCause()),
                failure.getCause());
    }

    /** Crisp will not list the websites that installed the plugin, and none is known. */
    static ConnectException ofListing(CrispException refused) {
        return new ConnectException(
                "Crisp does not list the websites that installed the plugin: " + refused.getMessage()
                        + ". Correct that and restart the connector, or name the websites in "
                        + SourceSettings.WEBSITE_IDS,
                refused);
    }

    /** Tasks were to be made before Crisp listed the websites. Those that run must not be given up for that. */
    static ConnectException ofUnknownWebsites() {
        return new ConnectException("Which websites installed the plugin is not known yet, as Crisp could not be asked."
                + " It is asked until it answers; tasks that run go on. To do without, name the websites in "
                + SourceSettings.WEBSITE_IDS);
    }

    static ConnectException ofDiscovery(RuntimeException unexpected) {
        return new ConnectException(
                "The discovery of websites ended by an unexpected "
                        + unexpected.getClass().getSimpleName()
                        + "; restart the connector, and report it with the connector's version",
                unexpected);
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
