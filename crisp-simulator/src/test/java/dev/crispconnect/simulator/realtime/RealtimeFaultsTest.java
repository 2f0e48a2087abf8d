package dev.crispconnect.simulator.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.switches.RealtimeSwitch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Crisp API reference, section 10.2. */
class RealtimeFaultsTest {

    private static final String SEND = "message:send";
    private static final String REMOVED = "message:removed";

    private final Site site = Site.open();
    private final Happenings all = new Happenings(site);
    private final Token token = site.simulator().websiteToken();
    private final Realtime realtime = site.simulator().realtime();
    private final RealtimeFaults faults = realtime.faults();
    private RealtimeClient client;

    @BeforeEach
    void connect() {
        client = listening();
    }

    @AfterEach
    void close() {
        client.close();
        site.close();
    }

    @Test
    void anEventIsDroppedForAll() {
        faults.once(new EventFault.Drop());
        try (RealtimeClient other = listening()) {
            happen(SEND, SEND);

            client.hears(SEND, 2);
            other.hears(SEND, 2);
            assertThat(realtime.counts().dropped()).isEqualTo(1);
        }
    }

    @Test
    void theNextEventsOfANameAreDropped() {
        faults.times(2, REMOVED, new EventFault.Drop());

        happen(SEND, REMOVED, REMOVED, REMOVED);

        client.hears(SEND, 1);
        client.hears(REMOVED, 4);
    }

    @Test
    void everyEventOfANameIsDroppedUntilThePlanIsCleared() {
        faults.always(SEND, new EventFault.Drop());
        happen(SEND, REMOVED, SEND);
        faults.clear();
        all.happens(SEND, 4);

        client.hears(REMOVED, 2);
        client.hears(SEND, 4);
    }

    @Test
    void anEventThatNobodyWouldHearUsesUpNoFault() {
        faults.once(new EventFault.Drop());

        happen("session:set_state", SEND, SEND);

        client.hears(SEND, 3);
    }

    @Test
    void theSameSeedDropsTheSameShare() {
        List<Integer> first = heardAtARate();
        List<Integer> second = heardAtARate();

        assertThat(first).isEqualTo(second).hasSizeBetween(30, 70);
    }

    @Test
    void anEventIsToldTwice() {
        faults.once(SEND, new EventFault.Duplicate());

        happen(SEND, SEND);

        client.hears(SEND, 1);
        client.hears(SEND, 1);
        client.hears(SEND, 2);
    }

    @Test
    void anEventIsOvertakenByTheNext() {
        faults.once(SEND, new EventFault.HoldBack());

        happen(SEND, REMOVED, SEND);

        client.hears(REMOVED, 2);
        client.hears(SEND, 1);
        client.hears(SEND, 3);
    }

    @Test
    void whatIsHeldBackIsToldWhenThePlanIsCleared() {
        faults.once(new EventFault.HoldBack());
        happen(SEND);
        faults.clear();

        client.hears(SEND, 1);
    }

    @Test
    void aDelayedEventKeepsItsPlaceInTheOrder() {
        faults.once(SEND, new EventFault.Delay(Duration.ofMillis(200)));
        faults.once(REMOVED, new EventFault.Duplicate());

        happen(SEND, REMOVED, SEND);

        client.hears(SEND, 1);
        client.hears(REMOVED, 2);
        client.hears(REMOVED, 2);
        client.hears(SEND, 3);
    }

    @Test
    void aDelayedEventWaitsWhileHeartbeatsGoOn() {
        faults.once(SEND, new EventFault.Delay(Duration.ofMillis(600)));
        try (RealtimeClient pinged = pinged()) {
            happen(SEND);

            String frame = pinged.next();
            assertThat(frame).isEqualTo("2");
            while (frame.equals("2")) {
                pinged.send("3");
                frame = pinged.next();
            }
            assertThat(frame).contains("\"number\":1");
        }
    }

    @Test
    void theSocketIsCutAfterAnEvent() {
        faults.once(SEND, new EventFault.CutAfter());

        happen(SEND, REMOVED);

        client.hears(SEND, 1);
        assertThat(client.closeCode()).isEqualTo(RealtimeClient.CUT);
        assertThat(client.unread()).isEmpty();
    }

    @Test
    void theSocketIsCutBetweenTwoNamedEvents() {
        faults.cutBetween(SEND, REMOVED);

        happen(REMOVED, SEND, "message:updated", REMOVED);

        client.hears(REMOVED, 1);
        client.hears(SEND, 2);
        client.hears("message:updated", 3);
        assertThat(client.closeCode()).isEqualTo(RealtimeClient.CUT);
        assertThat(client.unread()).isEmpty();
    }

    @Test
    void everySocketIsCut() {
        faults.strike(SocketFault.CUT);

        assertThat(client.closeCode()).isEqualTo(RealtimeClient.CUT);
        await().until(() -> realtime.sockets().isEmpty());
    }

    @Test
    void oneSocketIsCut() {
        String id = realtime.sockets().get(0).id();
        try (RealtimeClient other = listening()) {
            faults.strike(id, SocketFault.CUT);

            assertThat(client.closeCode()).isEqualTo(RealtimeClient.CUT);
            happen(SEND);
            other.hears(SEND, 1);
        }
    }

    @Test
    void everySocketIsClosedProperly() {
        faults.strike(SocketFault.CLOSE);

        assertThat(client.closeCode()).isEqualTo(1001);
    }

    @Test
    void everySocketIsDisconnected() {
        faults.strike(SocketFault.DISCONNECT);

        assertThat(client.next()).isEqualTo("41");
        assertThat(client.closeCode()).isEqualTo(1000);
    }

    @Test
    void aHalfOpenSocketHearsNothingAndStaysOpen() {
        faults.strike(SocketFault.HALF_OPEN);
        try (RealtimeClient witness = pinged()) {
            happen(SEND);
            witness.hears(SEND, 1);
            client.send("41");
            beat(witness, 3);

            assertThat(client.isOpen()).isTrue();
            assertThat(client.unread()).isEmpty();
            assertThat(realtime.sockets()).hasSize(2);
        }
    }

    @Test
    void aSocketWithoutHeartbeatHearsEventsOnly() {
        try (RealtimeClient silent = pinged()) {
            faults.strike(SocketFault.NO_HEARTBEAT);
            try (RealtimeClient witness = pinged()) {
                beat(witness, 3);
                happen(SEND);

                silent.hears(SEND, 1);
            }
        }
    }

    @Test
    void inRevision3AClientsPingsStayUnanswered() {
        try (RealtimeClient old = RealtimeClient.connect(site, 3)) {
            old.authenticate(RealtimeClient.credentials(token, SEND));
            assertThat(old.next()).contains("authenticated");
            faults.strike(SocketFault.NO_HEARTBEAT);

            old.send("2");
            await().until(() -> {
                happen(SEND);
                return !old.unread().isEmpty();
            });

            assertThat(old.unread()).doesNotContain("3");
        }
    }

    @Test
    void connectsAreAnsweredAsByAGateway() {
        faults.refuseConnects(1, ConnectFault.BAD_GATEWAY);

        assertThatThrownBy(this::listening).hasMessageContaining("502");

        assertThat(realtime.counts().refusedConnects()).isEqualTo(1);
        listening().close();
    }

    @Test
    void connectsAreAcceptedAndCut() {
        faults.refuseConnects(ConnectFault.CUT);

        try (RealtimeClient refused = RealtimeClient.dial(site, 4)) {
            assertThat(refused.closeCode()).isEqualTo(RealtimeClient.CUT);
            assertThat(refused.unread()).isEmpty();
        }

        faults.acceptConnects();
        listening().close();
    }

    @Test
    void connectsAreRefusedForAWhile() {
        faults.refuseConnects(Duration.ofMillis(100), ConnectFault.CUT);

        try (RealtimeClient refused = RealtimeClient.dial(site, 4)) {
            assertThat(refused.closeCode()).isEqualTo(RealtimeClient.CUT);
        }
        await().untilAsserted(() -> {
            try (RealtimeClient later = RealtimeClient.dial(site, 4)) {
                later.opened();
            }
        });
    }

    @Test
    void nobodyIsAuthorizedFromNowOn() {
        faults.refuseAuthentication(true);

        try (RealtimeClient refused = RealtimeClient.connect(site, 4)) {
            refused.authenticate(RealtimeClient.credentials(token, SEND));
            assertThat(refused.next()).contains("unauthorized", "not authorized");
        }
        happen(SEND);
        client.hears(SEND, 1);

        faults.refuseAuthentication(false);
        listening().close();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        EventFault drop = new EventFault.Drop();

        assertThatIllegalArgumentException().isThrownBy(() -> faults.times(-1, SEND, drop));
        assertThatIllegalArgumentException().isThrownBy(() -> faults.rate(1.5, 1, SEND, drop));
        assertThatIllegalArgumentException().isThrownBy(() -> faults.refuseConnects(-1, ConnectFault.CUT));
    }

    private List<Integer> heardAtARate() {
        faults.clear();
        faults.rate(0.5, 7, RealtimeFaults.ANY, new EventFault.Drop());
        for (int i = 1; i <= 100; i++) {
            all.happens(SEND, i);
        }
        faults.clear();
        all.happens(REMOVED, 0);
        List<Integer> heard = new ArrayList<>();
        for (String frame = client.next(); frame.contains(SEND); frame = client.next()) {
            heard.add(Integer.valueOf(frame.replaceAll(".*\"number\":(\\d+).*", "$1")));
        }
        return heard;
    }

    /** These, one after the other, with numbers from 1. */
    private void happen(String... names) {
        for (int i = 0; i < names.length; i++) {
            all.happens(names[i], i + 1);
        }
    }

    private RealtimeClient listening() {
        return RealtimeClient.listening(site, token, SEND, REMOVED, "message:updated");
    }

    /** A client that is pinged ten times a second. */
    private RealtimeClient pinged() {
        site.simulator().switches().set(RealtimeSwitch.PING_INTERVAL, Duration.ofMillis(100));
        return listening();
    }

    private static void beat(RealtimeClient client, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(client.next()).isEqualTo("2");
            client.send("3");
        }
    }
}
