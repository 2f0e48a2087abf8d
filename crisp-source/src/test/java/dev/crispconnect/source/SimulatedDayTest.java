package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.workspace.Conversation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What days cost, in calls as Crisp counts them, of a website with an inbox and contacts. */
class SimulatedDayTest {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedDayTest.class);
    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int GIVEN = 500;

    @Test
    void anIdleDay() throws InterruptedException {
        try (PollingWorker worker = new PollingWorker(MIDNIGHT.minus(Duration.ofHours(1)))) {
            begin(worker, 200);
            worker.pass(Duration.ofHours(1));
            long before = worker.crisp.journal().total();

            worker.pass(DAY);

            long calls = worker.crisp.journal().total() - before;
            LOG.info("An idle day: calls={}", calls);
            assertThat(calls).isLessThanOrEqualTo(300);
        }
    }

    @Test
    void aDayOfAThousandMessages() throws InterruptedException {
        try (PollingWorker worker = new PollingWorker(MIDNIGHT.minus(Duration.ofHours(1)))) {
            begin(worker, 200);
            worker.pass(Duration.ofHours(1));
            long before = worker.crisp.journal().total();
            int messages = worker.topic("messages").size();

            List<Conversation> all = worker.crisp.workspace().conversations().all();
            for (int i = 0; i < 1_000; i++) {
                worker.time.pass(DAY.dividedBy(1_000));
                worker.crisp.workspace().visitorWrites(all.get(i * 37 % 100).sessionId(), "message " + i);
                worker.time.glance();
            }
            worker.settle();

            long calls = worker.crisp.journal().total() - before;
            LOG.info("A day of 1,000 messages in 100 conversations: calls={}", calls);
            assertThat(worker.topic("messages").size() - messages).isEqualTo(1_000);
            assertThat(calls).isLessThan(2_000);
        }
    }

    @Test
    void aDayUnderAQuotaThatIsTooSmallForThePast() throws InterruptedException {
        try (PollingWorker worker = new PollingWorker(MIDNIGHT)) {
            worker.props.put("quota.requests.per.day", Integer.toString(GIVEN));
            begin(worker, 900);
            String session = worker.crisp
                    .workspace()
                    .visitorArrives("Ilse", "ilse@example.org")
                    .sessionId();
            long spentBefore = 0;
            int pastBefore = 0;
            for (int day = 0; day < 3; day++) {
                for (int hour = 0; hour < 24; hour++) {
                    if (hour == 12) {
                        worker.restart();
                        worker.pass(Duration.ofMinutes(1));
                    }
                    worker.time.tick();
                    worker.crisp.workspace().visitorWrites(session, "day " + day + " hour " + hour);
                    worker.settle();
                    worker.pass(Duration.ofMinutes(15));
                    int written = 24 * day + hour + 1;
                    assertThat(worker.awaitMessages(session, written)).isEqualTo(written);
                    worker.pass(until(worker, day, hour + 1));
                }
                long calls = worker.crisp.journal().total() - spentBefore;
                int past = worker.topic("conversations").size();
                LOG.info("Day {} of {} calls: calls={} conversations={}", day + 1, GIVEN, calls, past - pastBefore);
                assertThat(calls).isLessThanOrEqualTo(GIVEN);
                assertThat(past).isGreaterThan(pastBefore + 100);
                spentBefore = worker.crisp.journal().total();
                pastBefore = past;
            }
        }
    }

    /** Half a second before the hour, as what is spent after midnight belongs to the next day. */
    private static Duration until(PollingWorker worker, int day, int hour) {
        Instant end = MIDNIGHT.plus(DAY.multipliedBy(day)).plus(Duration.ofHours(hour));
        return Duration.between(worker.time.crisp.now(), end.minusMillis(500));
    }

    private static void begin(PollingWorker worker, int conversations) {
        worker.props.remove("feeds");
        worker.crisp.workspace().seed(conversations, 3, 100);
        worker.start();
    }
}
