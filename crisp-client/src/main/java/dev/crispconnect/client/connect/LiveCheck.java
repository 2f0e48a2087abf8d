package dev.crispconnect.client.connect;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.ClientSettings;
import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries settings on Crisp itself, for {@code Connector.validate}: whether the URL is Crisp's, the token good, the websites
 * within its reach, and what is needed there allowed.
 *
 * <p>Calls are scarce. What every probe would find is found by the first one, which goes alone; a probe that went well is not
 * sent again for a minute. That memory lives as long as this object, thus as long as the connector that holds it: a worker
 * keeps one instance of each connector to validate with, so no static field is needed, and where a worker should make a new
 * instance each time, nothing is remembered and a validation costs its one or two calls again.
 *
 * <p>Safe for use by many threads.
 */
public final class LiveCheck {

    private static final Logger LOG = LoggerFactory.getLogger(LiveCheck.class);
    private static final int MAX_IN_FLIGHT = 8;
    private static final int MAX_RESPONSE_BYTES = 16 << 20;

    private final Function<ClientSettings, CrispClient> clients;
    private final Time time;
    private final RecentlyGood recentlyGood;

    /** @param clients opens what the probes are sent by */
    public LiveCheck(Function<ClientSettings, CrispClient> clients, Time time) {
        this.clients = clients;
        this.time = time;
        this.recentlyGood = new RecentlyGood(time);
    }

    /** Over HTTP. */
    public static LiveCheck over(Time time) {
        return new LiveCheck(settings -> CrispClient.open(settings, time), time);
    }

    /**
     * Sends the probes and judges what comes back.
     *
     * @param settings how the connector would reach Crisp
     * @param atMost how long this may take
     * @param probes tried in this order
     * @return what is wrong, once each; empty when nothing is, when Crisp cannot tell now, or when the thread was interrupted
     */
    public List<Finding> findings(ClientSettings settings, Duration atMost, List<Probe> probes) {
        List<Probe> open = probes.stream()
                .filter(probe -> !recentlyGood.holds(tried(settings, probe)))
                .toList();
        if (open.isEmpty() || isUnresolved(settings)) {
            return List.of();
        }
        try (CrispClient client = clients.apply(hurried(settings, atMost))) {
            return new Round(settings, new ProbeSender(client, time, atMost)).run(open);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** A worker fills placeholders in before it validates. Whoever does not has no token that could be tried. */
    private static boolean isUnresolved(ClientSettings settings) {
        return settings.credentials().identifier().contains("${")
                || settings.credentials().key().contains("${");
    }

    private static RecentlyGood.Tried tried(ClientSettings settings, Probe probe) {
        return RecentlyGood.Tried.of(settings.apiUrl(), settings.credentials(), probe);
    }

    private static ClientSettings hurried(ClientSettings settings, Duration atMost) {
        return new ClientSettings(
                settings.apiUrl(),
                settings.credentials(),
                new ClientSettings.Timeouts(atMost, atMost, atMost),
                MAX_RESPONSE_BYTES,
                MAX_IN_FLIGHT,
                settings.userAgent());
    }

    /** One validation. */
    private final class Round {

        private final ClientSettings settings;
        private final ProbeSender sender;
        private final Set<Finding> findings = new LinkedHashSet<>();
        private ProbeSender.Sent account;
        private boolean answered;
        private boolean general;

        Round(ClientSettings settings, ProbeSender sender) {
            this.settings = settings;
            this.sender = sender;
        }

        List<Finding> run(List<Probe> probes) throws InterruptedException {
            send(probes.subList(0, 1));
            if (!general) {
                send(probes.subList(1, probes.size()));
            }
            return List.copyOf(findings);
        }

        private void send(List<Probe> probes) throws InterruptedException {
            List<ProbeSender.Sent> underWay =
                    new ArrayList<>(probes.stream().map(sender::send).toList());
            for (ProbeSender.Sent sent : underWay) {
                Verdict verdict = judge(sent);
                if (verdict instanceof Verdict.Good) {
                    recentlyGood.add(tried(settings, sent.probe()));
                }
                take(verdict);
            }
        }

        private Verdict judge(ProbeSender.Sent sent) throws InterruptedException {
            Answer<?> answer;
            try {
                answer = sent.await();
            } catch (TimeoutException silent) {
                return Judgement.ofSilence(answered);
            } catch (CrispException failure) {
                answered |= failure.status() != 0;
                Verdict verdict =
                        Judgement.of(sent.probe(), settings.credentials().tier(), failure);
                return verdict instanceof Verdict.Forbidden ? judgeForbidden(sent.probe()) : verdict;
            }
            answered = true;
            return Judgement.ofClock(answer.serverTime(), time.now());
        }

        /** One more call, whose answer also serves the probes that are forbidden after this one. */
        private Verdict judgeForbidden(Probe probe) throws InterruptedException {
            if (account == null) {
                account = sender.send(Probe.pluginAccount());
            }
            try {
                account.await();
            } catch (TimeoutException silent) {
                return Judgement.ofSilence(answered);
            } catch (CrispException failure) {
                return Judgement.ofForbidden(probe, Optional.of(failure));
            }
            return Judgement.ofForbidden(probe, Optional.empty());
        }

        private void take(Verdict verdict) {
            if (verdict instanceof Verdict.Wrong wrong) {
                general |= wrong.general();
                findings.add(wrong.finding());
            } else if (verdict instanceof Verdict.Open open) {
                LOG.warn("Validating against Crisp found nothing wrong, but is not sure: {}", open.why());
            }
        }
    }
}
