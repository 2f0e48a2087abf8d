package dev.crispconnect.sink.command;

import java.util.Locale;
import java.util.Objects;

/**
 * What a command acts upon: a conversation or a profile of a website, or the website itself.
 *
 * @param sessionId the conversation; null when it is something else
 * @param peopleId the profile, by people id or e-mail address; null when it is something else
 */
public record Target(String websiteId, String sessionId, String peopleId) {

    public Target {
        Objects.requireNonNull(websiteId, "websiteId");
    }

    static Target conversation(String websiteId, String sessionId) {
        return new Target(websiteId, Objects.requireNonNull(sessionId, "sessionId"), null);
    }

    static Target profile(String websiteId, String peopleId) {
        return new Target(websiteId, null, Objects.requireNonNull(peopleId, "peopleId"));
    }

    static Target website(String websiteId) {
        return new Target(websiteId, null, null);
    }

    /** Commands of the same lane run one after another, in their order. E-mail addresses differ in case only by accident. */
    public String lane() {
        String object = sessionId != null ? sessionId : peopleId == null ? "" : "people/" + peopleId;
        return (websiteId + "/" + object).toLowerCase(Locale.ROOT);
    }
}
