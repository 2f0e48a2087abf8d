package dev.crispconnect.source.capture;

import dev.crispconnect.client.Tier;
import dev.crispconnect.client.realtime.EventContent;
import dev.crispconnect.client.realtime.RealtimeEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Crisp's socket: found, connected, and after its end found again. One connection at a time.
 *
 * <p>For the reading thread, but for {@link #close()}, which is for any.
 */
final class SocketLine implements Line {

    /** So that what is due, here and elsewhere, is not held up by many events. */
    private static final int MOST_SIGNALS_A_TURN = 100;

    private final CaptureTools tools;
    private final Ear ear;
    private final Mailbox mailbox;
    private final Discovery discovery;
    private final Link link;
    private final Retries retries = new Retries();
    private final Absence absence;
    private final Announcer announcer;

    private Stage stage = Stage.WAITING;

    /** Counts attempts to connect, and their ends; signals of an earlier one mean nothing. */
    private int attempt;

    /** When the next attempt is due; by the monotonic clock. */
    private long attemptNanos;

    /** Since when events are told; by the monotonic clock. */
    private long hearingNanos;

    private enum Stage {
        /** For the next attempt. */
        WAITING,
        /** For Crisp to tell where to connect. */
        FINDING,
        /** For Crisp to accept the token. */
        CONNECTING,
        /** Events are told. */
        HEARING
    }

    SocketLine(CaptureSettings settings, Wanted wanted, CaptureTools tools, Ear ear, Mailbox mailbox) {
        this.tools = tools;
        this.ear = ear;
        this.mailbox = mailbox;
        this.discovery = new Discovery(tools.client(), wanted);
        Binds binds = new Binds(wanted.tier() == Tier.PLUGIN, settings.bindInterval());
        this.link = new Link(tools.realtime(), wanted.subscription(), binds);
        this.absence = new Absence(settings.fallbackAfter());
        this.announcer = new Announcer(wanted.websiteIds());
        this.attemptNanos = tools.time().nanoTime();
        absence.begins(attemptNanos);
        tools.metrics().start();
    }

    @Override
    public Duration turn() throws InterruptedException {
        for (int i = 0; i < MOST_SIGNALS_A_TURN && !link.isClosed(); i++) {
            Signal signal = mailbox.take();
            if (signal == null) {
                break;
            }
            handle(signal);
        }
        if (link.isClosed()) {
            return NEVER;
        }
        long now = tools.time().nanoTime();
        doWhatIsDue(now);
        return mailbox.isEmpty() ? untilDue(now) : Duration.ZERO;
    }

    @Override
    public void close() {
        link.close();
    }

    private void handle(Signal signal) throws InterruptedException {
        if (signal instanceof Signal.Lost) {
            // of whichever attempt: events of a later one were lost behind it too
            lost();
        } else if (signal.attempt() != attempt) {
            return;
        } else if (signal instanceof Signal.Found found) {
            connect(found.endpoint());
        } else if (signal instanceof Signal.NotFound notFound) {
            retry(Setback.of(notFound.cause()));
        } else if (signal instanceof Signal.Accepted) {
            accepted();
        } else if (signal instanceof Signal.Told told) {
            told(told.event());
        } else if (signal instanceof Signal.Ended ended) {
            retry(Setback.of(ended.ending()));
        }
    }

    private void doWhatIsDue(long now) {
        if (stage == Stage.WAITING && now - attemptNanos >= 0) {
            find();
        }
        link.lookAfter(now);
        if (stage != Stage.HEARING && absence.isTooLong(now)) {
            pollInstead(now);
        }
    }

    private Duration untilDue(long now) {
        long wait = link.untilDue(now).toNanos();
        if (stage != Stage.HEARING) {
            wait = Math.min(wait, absence.left(now).toNanos());
        }
        if (stage == Stage.WAITING) {
            wait = Math.min(wait, attemptNanos - now);
        }
        return Duration.ofNanos(Math.max(wait, 0));
    }

    private void find() {
        stage = Stage.FINDING;
        attempt++;
        int current = attempt;
        CompletableFuture<?> unused = discovery
                .ask()
                .whenComplete((endpoint, thrown) -> mailbox.put(
                        thrown == null
                                ? new Signal.Found(current, endpoint)
                                : new Signal.NotFound(current, Discovery.unwrapped(thrown))));
    }

    private void connect(String endpoint) {
        stage = Stage.CONNECTING;
        try {
            Forwarder listener = new Forwarder(attempt, mailbox, tools.metrics());
            link.connect(endpoint, listener, tools.time().nanoTime());
        } catch (IllegalArgumentException unusable) {
            retry(Setback.of(unusable));
        }
    }

    private void accepted() throws InterruptedException {
        long now = tools.time().nanoTime();
        stage = Stage.HEARING;
        hearingNanos = now;
        link.accepted(now);
        tools.metrics().connected();
        announcer.connected(absence.length(now), absence.isMadeUpFor());
        ear.hearing();
    }

    private void told(RealtimeEvent event) throws InterruptedException {
        if (stage != Stage.HEARING) {
            // nobody was told that events count yet, so what it tells of will be read
            return;
        }
        if (event.content() instanceof EventContent.SubscriptionUpdated) {
            link.websitesChanged(tools.time().nanoTime());
        }
        ear.heard(event);
    }

    private void lost() throws InterruptedException {
        if (stage == Stage.HEARING) {
            tools.metrics().gap();
            announcer.lost();
            ear.deaf();
            ear.hearing();
        }
    }

    private void retry(Setback setback) {
        long now = tools.time().nanoTime();
        boolean wasHearing = stage == Stage.HEARING;
        Duration held = wasHearing ? Duration.ofNanos(now - hearingNanos) : Duration.ZERO;
        Duration wait = retries.after(setback, held, tools.time().fraction());
        stage = Stage.WAITING;
        attempt++;
        attemptNanos = now + wait.toNanos();
        link.gone();
        announcer.setback(setback, held, wait);
        if (wasHearing) {
            absence.begins(now);
            tools.metrics().disconnected();
            ear.deaf();
        }
        if (setback.lasting() && !absence.isMadeUpFor()) {
            pollInstead(now);
        }
    }

    private void pollInstead(long now) {
        absence.makeUp();
        announcer.polling(absence.length(now));
        ear.pollInstead();
    }
}
