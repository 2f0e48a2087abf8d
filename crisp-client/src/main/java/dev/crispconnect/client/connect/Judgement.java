package dev.crispconnect.client.connect;

import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.Tier;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * What the answers to probes say about the settings (Crisp API reference, sections 1.3 and 1.6). Pure. Where one answer may
 * have several causes, the finding names them all and stands on the setting that is most often to blame.
 */
final class Judgement {

    /** From here on an operator is told; the usual cause is a worker without NTP, which harms nothing of ours. */
    private static final Duration NOTABLE_SKEW = Duration.ofMinutes(1);

    /** From here on it is an error. Above the ten minutes for which a cache may repeat an answer with its old date. */
    private static final Duration HARMFUL_SKEW = Duration.ofMinutes(15);

    private static final String SWITCH_OFF =
            " To go on without asking Crisp, set " + ConnectionKeys.VALIDATE_LIVE + "=false.";

    private static final String SILENCE =
            "Nothing answered at this URL within " + ConnectionKeys.VALIDATE_LIVE_TIMEOUT_MS
                    + ". Check firewalls and proxies between the worker and it, or allow more time.";

    private Judgement() {}

    /** Of a probe that failed. */
    static Verdict of(Probe probe, Tier tier, CrispException failure) {
        if (failure instanceof CrispException.Unreachable) {
            return url(unreachable(failure.getCause()) + SWITCH_OFF);
        }
        if (failure instanceof CrispException.Unreadable) {
            return url("What answers at this URL is not Crisp's API: HTTP " + failure.status()
                    + " without Crisp's envelope. Check host and path; Crisp's own is https://api.crisp.chat/v1/.");
        }
        if (failure instanceof CrispException.Unavailable && failure.status() == 404) {
            return url("What answers at this URL is not Crisp's API: HTTP 404 without Crisp's envelope. Check host and"
                    + " path; Crisp's own is https://api.crisp.chat/v1/.");
        }
        if (failure instanceof CrispException.Denied) {
            return denied(probe, tier, failure);
        }
        if (failure instanceof CrispException.Missing) {
            return probe.website()
                    .map(website -> wrong(
                            website.key(),
                            "Crisp knows no website " + website.id()
                                    + ". Its id is in the Crisp app: Settings, Setup instructions."))
                    .orElseGet(() -> url("Crisp does not know what every token has: check the path of this URL."));
        }
        if (failure instanceof CrispException.Refused) {
            return refused(probe, failure);
        }
        return new Verdict.Open(failure.getMessage());
    }

    /**
     * Of a probe that was {@link Verdict.Forbidden}, by what became of {@link Probe#pluginAccount()}.
     *
     * @param account empty when it was answered well
     */
    static Verdict ofForbidden(Probe probe, Optional<CrispException> account) {
        if (account.isEmpty()) {
            return probe.need()
                    .map(need -> wrong(
                            need.key(),
                            "The token is good, but lacks the scope " + need.scope() + " (read)" + on(probe)
                                    + ". Add the scope to the plugin's token in the Marketplace, or leave out what needs"
                                    + " it."))
                    .orElseGet(Verdict.Good::new);
        }
        CrispException failure = account.get();
        if (failure.status() == 403 || failure.status() == 401) {
            return tier(Tier.PLUGIN);
        }
        return new Verdict.Open(failure.getMessage());
    }

    /**
     * Of a probe that was not answered in time.
     *
     * @param answered whether another one was
     */
    static Verdict ofSilence(boolean answered) {
        return answered
                ? new Verdict.Open("not every call was answered within " + ConnectionKeys.VALIDATE_LIVE_TIMEOUT_MS)
                : url(SILENCE + SWITCH_OFF);
    }

    /** Of the {@code Date} header of an answer. */
    static Verdict ofClock(Instant serverTime, Instant now) {
        Duration ahead = serverTime == null ? Duration.ZERO : Duration.between(now, serverTime);
        String found = "The Date header of the answers is " + ahead.abs().toSeconds() + " s "
                + (ahead.isNegative() ? "behind" : "ahead of") + " this worker's clock";
        if (ahead.abs().compareTo(HARMFUL_SKEW) >= 0) {
            return wrong(
                    ConnectionKeys.API_URL,
                    found + ". Set the worker's clock (NTP), or that of the gateway behind this URL: what is read is"
                            + " marked by that header, and changes would be missed." + SWITCH_OFF);
        }
        return ahead.abs().compareTo(NOTABLE_SKEW) >= 0 ? new Verdict.Open(found) : new Verdict.Good();
    }

    private static Verdict denied(Probe probe, Tier tier, CrispException failure) {
        return switch (failure.status()) {
            case 401 ->
                general(
                        ConnectionKeys.TOKEN_KEY,
                        "Crisp does not know this token (401). Check that identifier and key belong together and are"
                                + " whole, that the token was not revoked, and that " + ConnectionKeys.TOKEN_TIER
                                + " is the one it was made for (now " + tier.wire() + ").");
            case 402 ->
                wrong(
                        probe.need().map(Probe.Need::key).orElse(websiteKey(probe)),
                        "The plan of the workspace does not include this" + on(probe)
                                + " (402). Upgrade the plan, or leave out what needs it.");
            case 403 -> forbidden(probe, tier, failure);
            case 404 -> failure.reason().equals("not_subscribed") ? notSubscribed(probe) : unknownRoute();
            default ->
                url("This URL leads to a redirect (HTTP " + failure.status()
                        + "), which is not followed, as it would carry the token along: set the URL that it leads to.");
        };
    }

    private static Verdict forbidden(Probe probe, Tier tier, CrispException failure) {
        if (failure.reason().isEmpty()) {
            return url(
                    "Something in front of Crisp refuses the call: HTTP 403 without Crisp's envelope. Check the URL, and"
                            + " whether a proxy or firewall stands between.");
        }
        if (probe.website().isEmpty()) {
            return tier(tier);
        }
        if (tier == Tier.PLUGIN) {
            return new Verdict.Forbidden();
        }
        Probe.Named website = probe.website().get();
        return wrong(
                website.key(),
                "The token may not read website " + website.id() + " (403). A token of tier " + tier.wire()
                        + " reaches its own workspace only: check this id, and that " + ConnectionKeys.TOKEN_TIER
                        + " is the one the token was made for.");
    }

    private static Verdict notSubscribed(Probe probe) {
        return wrong(
                websiteKey(probe),
                "The plugin is not installed" + on(probe) + " (404 not_subscribed). Install it there, take the website"
                        + " out, or use the plugin's production token: its development token reaches the trusted website"
                        + " only.");
    }

    private static Verdict unknownRoute() {
        return url("Crisp answers, but does not know the route (404 not_found): check the path of this URL, its version"
                + " included, as in https://api.crisp.chat/v1/.");
    }

    private static Verdict refused(Probe probe, CrispException failure) {
        if (failure.reason().isEmpty()) {
            return url("What answers at this URL is not Crisp's API: HTTP " + failure.status()
                    + " without Crisp's envelope. Check host and path.");
        }
        if (failure.status() == 400 && probe.website().isPresent()) {
            return wrong(
                    websiteKey(probe),
                    "Crisp takes this for no website id (400). It is a UUID: in the Crisp app, Settings, Setup"
                            + " instructions.");
        }
        return new Verdict.Open(failure.getMessage());
    }

    private static String unreachable(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return "The host of this URL cannot be found. Check its name, and the worker's DNS.";
        }
        if (cause instanceof SSLException) {
            return "No trusted TLS connection to this URL can be made. Check that it serves TLS, and that the worker's Java"
                    + " trusts its certificate (a proxy that inspects TLS has one of its own).";
        }
        if (cause instanceof InterruptedIOException) {
            return SILENCE;
        }
        if (cause instanceof ConnectException || !(cause instanceof IOException)) {
            return "Nobody accepts connections at this URL. Check host and port, and firewalls between the worker and it.";
        }
        return "The connection to this URL was cut before an answer came. Check what stands between the worker and it.";
    }

    private static Verdict tier(Tier tier) {
        return general(
                ConnectionKeys.TOKEN_TIER,
                "The token is not of tier " + tier.wire()
                        + ": Crisp forbids it what every such token may do. Set the tier" + " it was made for.");
    }

    private static String on(Probe probe) {
        return probe.website().map(website -> " on website " + website.id()).orElse("");
    }

    private static String websiteKey(Probe probe) {
        return probe.website().map(Probe.Named::key).orElse(ConnectionKeys.TOKEN_KEY);
    }

    private static Verdict url(String message) {
        return general(ConnectionKeys.API_URL, message);
    }

    private static Verdict general(String key, String message) {
        return new Verdict.Wrong(new Finding(key, message), true);
    }

    private static Verdict wrong(String key, String message) {
        return new Verdict.Wrong(new Finding(key, message), false);
    }
}
