package dev.crispconnect.source.capture;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Call;
import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.Plugins;
import dev.crispconnect.client.Users;
import dev.crispconnect.client.Websites;
import dev.crispconnect.client.website.RealtimeEndpoints;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Asks Crisp where a token's events are to be had (Crisp API reference, section 5.1). Waits for nothing. */
final class Discovery {

    private final CrispClient client;
    private final Wanted wanted;

    Discovery(CrispClient client, Wanted wanted) {
        this.client = client;
        this.wanted = wanted;
    }

    /** Asks for the URL. Completes exceptionally with a {@link CrispException}. */
    CompletableFuture<String> ask() {
        return switch (wanted.tier()) {
            case PLUGIN -> ask(Plugins.endpoints());
            case USER -> ask(Users.endpoints());
            case WEBSITE -> askForWebsite();
        };
    }

    /** Crisp's own clients ask without naming the website, its reference with: the other way is tried on a 404 only. */
    private CompletableFuture<String> askForWebsite() {
        return ask(Websites.endpoints(wanted.websiteIds().get(0)))
                .exceptionallyCompose(thrown -> isUnknown(thrown)
                        ? ask(Websites.endpointsOfToken())
                                .exceptionallyCompose(again -> CompletableFuture.failedFuture(
                                        isUnknown(again) ? unwrapped(thrown) : unwrapped(again)))
                        : CompletableFuture.failedFuture(unwrapped(thrown)));
    }

    private CompletableFuture<String> ask(Call<RealtimeEndpoints> call) {
        return client.submit(call).thenApply(Answer::data).thenApply(RealtimeEndpoints::app);
    }

    /** Stages of a future wrap what the one before threw. */
    static Throwable unwrapped(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    private static boolean isUnknown(Throwable thrown) {
        return unwrapped(thrown) instanceof CrispException failure
                && failure.status() == 404
                && !failure.reason().equals("not_subscribed");
    }
}
