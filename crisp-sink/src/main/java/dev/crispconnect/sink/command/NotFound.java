package dev.crispconnect.sink.command;

/**
 * How a look-up ends when there is no such object: refused, since whoever asked needs to know. The reasons begin with a word
 * of ours; Crisp's own are not documented for every route.
 */
final class NotFound {

    private static final String CACHE =
            " If it was made a moment ago, look again later: Crisp's cache may not know it yet.";

    private NotFound() {}

    static Step conversation() {
        return refuse("conversation_not_found: there is no such conversation", "Correct session_id.");
    }

    static Step message() {
        return refuse(
                "message_not_found: there is no such message, or no such conversation",
                "Correct session_id and fingerprint.");
    }

    static Step profile() {
        return refuse("profile_not_found: there is no such profile", "Correct people_id or email.");
    }

    static Step operator() {
        return refuse("operator_not_found: there is no such operator", "Correct user_id.");
    }

    static Step website() {
        return refuse("website_not_found: there is no such website", "Correct website_id.");
    }

    private static Step refuse(String reason, String advice) {
        return new Step.Refuse(reason, advice + CACHE);
    }
}
