package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.realtime.SocketFault;
import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A socket that is cut again and again while people write. More of it: {@code -Dwire.cuts=10000}. */
class ManyCutsTest {

    private static final int CUTS = Integer.getInteger("wire.cuts", 1_000);

    @Test
    void nothingIsMissingAndNothingComesTwice() throws InterruptedException {
        Random random = new Random(1);
        try (PollingWorker worker = new PollingWorker(Instant.parse("2026-03-01T12:00:00Z"))) {
            worker.props.put("quota.requests.per.day", "0");
            worker.time.jitter = 0;
            List<String> sessions = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                sessions.add(worker.crisp
                        .workspace()
                        .visitorArrives("Ilse", "ilse@example.org")
                        .sessionId());
            }
            worker.start();
            worker.pass(Duration.ofSeconds(10));

            for (int i = 0; i < CUTS; i++) {
                connect(worker, i + 1);
                write(worker, sessions.get(random.nextInt(sessions.size())), "before cut " + i);
                worker.crisp.realtime().faults().strike(SocketFault.CUT);
                write(worker, sessions.get(random.nextInt(sessions.size())), "after cut " + i);
                worker.time.pass(Duration.ofMillis(random.nextInt(6_000)));
            }
            worker.pass(Duration.ofSeconds(30));

            assertThat(worker.reach.connections.get()).isEqualTo(CUTS + 1);
            for (Conversation conversation :
                    worker.crisp.workspace().conversations().all()) {
                assertThat(worker.messagesOf(conversation.sessionId()))
                        .containsExactlyElementsOf(
                                worker.crisp.workspace().messages().of(conversation.sessionId()).stream()
                                        .map(Message::fingerprint)
                                        .toList());
            }
            assertThat(worker.topic("messages")).hasSize(2 * CUTS);
        }
    }

    /** A connection that held briefly is followed by a longer wait, like any attempt that failed. */
    private static void connect(PollingWorker worker, int connections) throws InterruptedException {
        while (worker.reach.connections.get() < connections) {
            worker.time.pass(Duration.ofSeconds(1));
        }
    }

    private static void write(PollingWorker worker, String session, String text) {
        worker.time.tick();
        worker.crisp.workspace().visitorWrites(session, text);
    }
}
