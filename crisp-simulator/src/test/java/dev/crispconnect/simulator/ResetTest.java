package dev.crispconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.Moment;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Starting anew while things are under way; sockets and hooks have their own. */
class ResetTest {

    private static final String LIST = "/conversations/1";

    private final Site site = Site.open();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aStaleListIsNotOneOfBefore() {
        site.workspace().seed(3, 1, 0);
        site.get(LIST);

        site.simulator().reset();
        site.simulator().inject(new Fault.Stale());

        assertThat(site.get(LIST).data()).isEmpty();
    }

    @Test
    void aRequestThatIsKeptSilentIsAnswered() {
        site.simulator().inject(new Fault.Silence(Moment.AFTER_WRITE));
        CompletableFuture<Site.Reply> reply = CompletableFuture.supplyAsync(() -> site.get(LIST));
        Awaitility.await().until(() -> site.simulator().faults().silent() == 1);

        site.simulator().reset();

        assertThat(reply.join().status()).isEqualTo(200);
        Awaitility.await().until(() -> site.simulator().journal().inFlight() == 0);
    }
}
