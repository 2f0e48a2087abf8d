package dev.crispconnect.source.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crispconnect.client.ClientSettings;
import dev.crispconnect.client.Credentials;
import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.Tier;
import dev.crispconnect.client.metrics.RecordingExposure;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.client.realtime.Realtime;
import dev.crispconnect.client.time.SystemTime;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.realtime.SocketFault;
import dev.crispconnect.simulator.switches.RealtimeSwitch;
import dev.crispconnect.source.capture.CaptureSettings.Mode;
import dev.crispconnect.source.record.Feed;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hearing of a Crisp that answers over real HTTP and a real socket. */
@Timeout(60)
class CaptureOverSocketTest {

    private static final int ROOM = 5;

    private final CrispSimulator crisp = CrispSimulator.start(SimulatorSettings.defaults());
    private final String website = crisp.workspace().website().websiteId();
    private final Time time = new SystemTime();
    private final RecordingEar ear = new RecordingEar();
    private final RecordingExposure exposure = new RecordingExposure();
    private CrispClient client;
    private Realtime realtime;
    private Capture capture;

    @AfterEach
    void close() {
        capture.close();
        realtime.close();
        client.close();
        crisp.close();
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void hearsWhatAVisitorWrites(Tier tier) {
        open(tier);
        until(() -> ear.told().equals(List.of("hearing")));

        String session = session();
        crisp.workspace().visitorWrites(session, "hello");

        until(() -> ear.told().contains(session));
        assertThat(crisp.realtime().sockets()).singleElement().satisfies(socket -> assertThat(socket.rooms())
                .containsExactly(website));
    }

    @ParameterizedTest
    @EnumSource(
            value = SocketFault.class,
            names = {"CUT", "CLOSE", "DISCONNECT"})
    void aConnectionThatEndedIsAGapAndComesBackSoon(SocketFault fault) {
        open(Tier.WEBSITE);
        until(() -> ear.told().equals(List.of("hearing")));

        crisp.realtime().faults().strike(fault);

        until(() -> ear.told().equals(List.of("hearing", "deaf", "hearing")));
    }

    @Test
    void aServerThatFellSilentIsNoticed() {
        crisp.switches()
                .set(RealtimeSwitch.PING_INTERVAL, Duration.ofMillis(300))
                .set(RealtimeSwitch.PING_TIMEOUT, Duration.ofMillis(1_500));
        open(Tier.WEBSITE);
        until(() -> ear.told().equals(List.of("hearing")));

        crisp.realtime().faults().strike(SocketFault.HALF_OPEN);

        until(() -> ear.told().equals(List.of("hearing", "deaf", "hearing")));
    }

    @Test
    void aRefusedTokenPolls() {
        crisp.realtime().faults().refuseAuthentication(true);

        open(Tier.WEBSITE);

        until(() -> ear.told().equals(List.of("poll")));
    }

    @Test
    void theSocketNeverWaitsForABlockedEar() {
        open(Tier.WEBSITE);
        until(() -> ear.told().equals(List.of("hearing")));
        String session = session();
        for (int i = 0; i < 4 * ROOM; i++) {
            crisp.workspace().visitorWrites(session, "message " + i);
        }
        // nobody turns meanwhile
        await().until(() -> exposure.value("realtime-events-lost-total").longValue() > 0);

        until(() -> ear.told().contains("deaf"));

        List<String> told = ear.told();
        int gap = told.indexOf("deaf");
        assertThat(told.get(0)).isEqualTo("hearing");
        assertThat(told.subList(1, gap)).as("what was queued").hasSize(ROOM).containsOnly(session);
        assertThat(told.get(gap + 1)).isEqualTo("hearing");
    }

    @Test
    void anArrivalEndsTheWaitOfTheReadingThread() throws InterruptedException {
        open(Tier.WEBSITE);
        until(() -> ear.told().equals(List.of("hearing")));
        capture.turn();
        crisp.workspace().visitorWrites(session(), "hello");

        capture.await(Duration.ofDays(1));
        capture.turn();

        assertThat(ear.told()).hasSizeGreaterThan(1);
    }

    private String session() {
        return crisp.workspace().visitorArrives("Ilse", "ilse@example.org").sessionId();
    }

    private void until(Callable<Boolean> condition) {
        await().until(() -> {
            capture.turn();
            return condition.call();
        });
    }

    private void open(Tier tier) {
        Token token =
                switch (tier) {
                    case WEBSITE -> crisp.websiteToken();
                    case PLUGIN -> crisp.pluginToken();
                    case USER -> crisp.userToken();
                };
        Duration patience = Duration.ofSeconds(10);
        ClientSettings settings = new ClientSettings(
                crisp.url(),
                new Credentials(tier, token.identifier(), token.key()),
                new ClientSettings.Timeouts(patience, patience, patience),
                1 << 24,
                1,
                "test");
        client = CrispClient.open(settings, time);
        realtime = Realtime.open(settings, time);
        capture = Capture.realtime(
                new CaptureSettings(Mode.REALTIME, Duration.ofMinutes(2), ROOM, Duration.ofMinutes(5)),
                Wanted.by(Set.of(Feed.MESSAGES), tier, List.of(website)),
                new CaptureTools(client, realtime, time, new CaptureMetrics(new TaskMetrics(exposure), time)),
                ear);
    }
}
