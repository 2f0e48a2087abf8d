package dev.crispconnect.source;

import dev.crispconnect.client.Backoff;
import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.metrics.MeteredClient;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.budget.BudgetSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the websites that installed the plugin, and goes on looking for changes. Its one daemon thread asks Crisp; whoever
 * wants to know the websites is told what is known at that moment, without waiting, as Connect asks on the thread that leads
 * the whole worker.
 *
 * <p>{@code known} is written by that thread and read by any.
 */
final class Discovery implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);

    /** As long as Crisp's cache keeps an answer: earlier, the same listing would come again. */
    private static final Duration CACHED_FOR = Duration.ofMinutes(10);

    private static final Duration LONGEST_JOIN = Duration.ofSeconds(2);

    private final Supplier<CrispClient> clients;
    private final Rhythm rhythm;
    private final ListingBudget budget;
    private final Owner owner;
    private final Time time;
    private final Thread thread;

    /** Completed by the first outcome, or when nobody waits for it any more. */
    private final CompletableFuture<Void> first = new CompletableFuture<>();

    /** Null until there was a listing. */
    private volatile KnownWebsites known;

    private int failures;
    private boolean owed;

    /** @param clients opens a client for one listing, which closes it */
    Discovery(String name, Supplier<CrispClient> clients, Rhythm rhythm, Owner owner, Time time) {
        this.clients = clients;
        this.rhythm = rhythm;
        this.budget = new ListingBudget(rhythm.budget(), time);
        this.owner = owner;
        this.time = time;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    /**
     * When to ask.
     *
     * @param interval from one listing to the next
     * @param backoff after failures, while nothing is known
     * @param budget of the whole connector; once something is known, listing keeps to its part of it
     */
    record Rhythm(Duration interval, Backoff backoff, BudgetSettings budget) {}

    /** Who wants to know. Told by the thread of the discovery, after {@link #start} has returned. */
    interface Owner {

        /** There are other websites than before. */
        void changed();

        /** Nothing is known, and an operator must act. */
        void failed(ConnectException failure);
    }

    /**
     * Begins, and waits for the first listing so that it can be used at once.
     *
     * @param atMost how long to wait; an outage of Crisp is no error, as it passes
     * @throws ConnectException when an operator must act
     */
    void start(Duration atMost) {
        thread.start();
        try {
            first.completeOnTimeout(null, atMost.toNanos(), TimeUnit.NANOSECONDS);
            first.get();
        } catch (ExecutionException denied) {
            throw (ConnectException) denied.getCause();
        } catch (InterruptedException interrupted) {
            close();
            Thread.currentThread().interrupt();
            throw new ConnectException("interrupted while listing the websites that installed the plugin", interrupted);
        }
    }

    /**
     * The websites, in a steady order.
     *
     * @throws ConnectException when none is known yet; tasks that run already must not be given up for that
     */
    Collection<String> websites() {
        KnownWebsites now = known;
        if (now == null) {
            throw Failures.ofUnknownWebsites();
        }
        return new TreeSet<>(now.ids());
    }

    /** Ends the thread. May be called twice. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(LONGEST_JOIN.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!thread.isInterrupted()) {
                time.sleep(step());
            }
        } catch (InterruptedException stopped) {
            LOG.debug("The discovery of websites ends, as it was told to");
        } catch (ConnectException denied) {
            fail(denied);
        } catch (RuntimeException unexpected) {
            // the outermost loop of a thread of our own: nobody else would tell
            fail(Failures.ofDiscovery(unexpected));
        }
    }

    private void fail(ConnectException failure) {
        if (!first.completeExceptionally(failure)) {
            owner.failed(failure);
        }
    }

    /** @return how long to wait */
    private Duration step() throws InterruptedException {
        budget.begins();
        try (CrispClient client = new MeteredClient(clients.get(), time, budget)) {
            take(WebsiteListing.read(client));
        } catch (CrispException failure) {
            return afterFailure(failure);
        }
        boolean doubtful = !known.missing().isEmpty() && rhythm.interval().compareTo(CACHED_FOR) > 0;
        return budget.stretched(doubtful ? CACHED_FOR : rhythm.interval());
    }

    private void take(WebsiteListing listing) {
        if (failures > 0) {
            LOG.info("Crisp lists the websites that installed the plugin again");
            failures = 0;
        }
        KnownWebsites before = known;
        KnownWebsites now = before == null ? KnownWebsites.first(listing) : before.after(listing);
        known = now;
        boolean changed = before == null || !before.ids().equals(now.ids());
        if (changed) {
            LOG.info(
                    "Websites that installed the plugin: count={} websites={}",
                    now.ids().size(),
                    websites());
        }
        // in time for start(), after which Connect asks by itself
        boolean isFirst = first.complete(null);
        owed |= changed && !isFirst;
        if (owed) {
            tell();
        }
    }

    /** What goes wrong in the worker must not end the discovery: it is told again after the next listing. */
    private void tell() {
        try {
            owner.changed();
            owed = false;
        } catch (RuntimeException refused) {
            LOG.warn(
                    "The worker could not give the websites to tasks; it is asked again after the next listing",
                    refused);
        }
    }

    private Duration afterFailure(CrispException failure) {
        if (known == null && !passes(failure)) {
            throw Failures.ofListing(failure);
        }
        failures++;
        Duration wait = known == null
                ? rhythm.backoff().delay(failures, time.fraction(), failure.retryAfter())
                : budget.stretched(rhythm.interval());
        if (failures == 1) {
            LOG.warn(
                    "Crisp cannot list the websites that installed the plugin now; those known are read on: failure={}"
                            + " nextAttemptInMs={}",
                    failure.getMessage(),
                    wait.toMillis());
        }
        first.complete(null);
        return wait;
    }

    private static boolean passes(CrispException failure) {
        return failure instanceof CrispException.Unreachable
                || failure instanceof CrispException.Throttled
                || failure instanceof CrispException.Unavailable
                || failure instanceof CrispException.Unreadable;
    }
}
