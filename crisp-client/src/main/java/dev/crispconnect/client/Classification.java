package dev.crispconnect.client;

/**
 * Which kind of failure an answer is (Crisp API reference, section 1.6). Pure.
 *
 * <p>An answer that is no envelope was not written by Crisp's API but by something in front of it. Its status is
 * believed, with two exceptions: its 404 proves nothing about the object that the path names, and its 423 nothing
 * about a verification. Both count as {@link CrispException.Unavailable}, so that nothing is taken for deleted or
 * done; a proxy that restarts heals by itself, and an API URL that is wrong stays visible as repeated failures.
 */
final class Classification {

    private Classification() {}

    /** The failure that a status outside 2xx stands for; the reason is empty when the answer was no envelope. */
    static CrispException of(CrispException.Facts facts) {
        int status = facts.status();
        if (status >= 500) {
            return new CrispException.Unavailable(facts);
        }
        if (status < 400) {
            return new CrispException.Denied(
                    facts, "The API URL leads to a redirect, which is not followed: set the URL that it leads to.");
        }
        return switch (status) {
            case 401 ->
                new CrispException.Denied(
                        facts, "Check the token's identifier and key, and that its tier is the one it was made for.");
            case 402 ->
                new CrispException.Denied(
                        facts,
                        "The workspace's plan does not include this feature: upgrade the plan, or do without it.");
            case 403 ->
                new CrispException.Denied(
                        facts,
                        "Grant the token the scope that this call needs, or use a token of a tier that may make it.");
            case 404 -> notFound(facts);
            case 408, 425 -> new CrispException.Unavailable(facts);
            case 420, 429 -> new CrispException.Throttled(facts);
            case 423 -> locked(facts);
            default -> new CrispException.Refused(facts);
        };
    }

    private static CrispException notFound(CrispException.Facts facts) {
        return switch (facts.reason()) {
            case "" -> new CrispException.Unavailable(facts);
            case "not_subscribed" ->
                new CrispException.Denied(
                        facts,
                        "Install the plugin on this website, or use its production token:"
                                + " a development token reaches the plugin's trusted website only.");
            case "not_found" ->
                new CrispException.Denied(
                        facts, "Crisp does not know this route: the API URL is wrong, its version included.");
            default -> new CrispException.Missing(facts);
        };
    }

    private static CrispException locked(CrispException.Facts facts) {
        boolean passes = facts.reason().isEmpty() || facts.reason().equals("quota_limit_exceeded");
        return passes ? new CrispException.Unavailable(facts) : new CrispException.Refused(facts);
    }
}
