package dev.crispconnect.simulator.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crispconnect.simulator.Site;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Starting anew, and closing, while clients are connected. */
class RealtimeResetTest {

    private static final String SEND = "message:send";

    private final Site site = Site.open();
    private final Realtime realtime = site.simulator().realtime();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aSocketIsClosedInGoodOrder() {
        try (RealtimeClient client = listening()) {
            site.simulator().reset();

            assertThat(client.closeCode()).isEqualTo(1001);
            await().until(() -> realtime.sockets().isEmpty());
        }
    }

    @Test
    void aSocketThatIsHalfOpenIsCut() {
        try (RealtimeClient client = listening()) {
            realtime.faults().strike(SocketFault.HALF_OPEN);

            site.simulator().reset();

            assertThat(client.closeCode()).isEqualTo(RealtimeClient.CUT);
            await().until(() -> realtime.sockets().isEmpty());
        }
    }

    @Test
    void whatWasDelayedIsToldNobodyWhoConnectsAfterwards() {
        try (RealtimeClient before = listening()) {
            realtime.faults().once(SEND, new EventFault.Delay(Duration.ofMillis(200)));
            new Happenings(site).happens(SEND, 1);
            site.simulator().reset();
            assertThat(before.closeCode()).isEqualTo(1001);
        }
        try (RealtimeClient after = listening()) {
            await().during(Duration.ofMillis(400)).until(() -> after.unread().isEmpty());
        }
    }

    @Test
    void closingEndsEverySocket() {
        try (RealtimeClient client = listening();
                RealtimeClient halfOpen = listening()) {
            String id = realtime.sockets().get(1).id();
            realtime.faults().strike(id, SocketFault.HALF_OPEN);

            site.close();

            assertThat(client.closeCode()).isPositive();
            assertThat(halfOpen.closeCode()).isPositive();
        }
    }

    private RealtimeClient listening() {
        return RealtimeClient.listening(site, site.simulator().websiteToken(), SEND);
    }
}
