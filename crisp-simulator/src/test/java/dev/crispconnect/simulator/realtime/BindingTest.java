package dev.crispconnect.simulator.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.switches.RealtimeSwitch;
import dev.crispconnect.simulator.switches.RealtimeSwitch.EarlyBind;
import dev.crispconnect.simulator.switches.RealtimeSwitch.Wish;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Crisp API reference, section 5.4. */
class BindingTest {

    private static final String OTHER = "11111111-2222-4333-8444-555555555555";

    private final Site site = Site.open();
    private final Happenings all = new Happenings(site);
    private final Token plugin = site.simulator().pluginToken();

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42[\"socket:bind\",{}]", "42[\"socket:bind\",\"\"]", "42[\"socket:bind\"]"})
    void aWebsiteThatInstallsThePluginLaterIsHeardAfterABind(String frame) {
        try (RealtimeClient client = RealtimeClient.listening(site, plugin, "message:send")) {
            site.simulator().addWebsite(OTHER, true);
            all.happensOn(OTHER, "message:send", 1);
            all.happens("message:send", 2);
            client.hears("message:send", 2);

            client.send(frame);
            awaitBinds(1);
            all.happensOn(OTHER, "message:send", 3);

            client.hears("message:send", 3);
            assertThat(events()).containsExactly("message:send");
        }
    }

    @Test
    void aBindReplacesTheEventsThatItNames() {
        bound("socket:bind", List.of("message:received"));

        assertThat(events()).containsExactly("message:received");
    }

    @Test
    void aPushAddsEvents() {
        bound("socket:bind:push", List.of("message:received"));

        assertThat(events()).containsExactlyInAnyOrder("message:send", "message:removed", "message:received");
    }

    @Test
    void aPopTakesEventsAway() {
        bound("socket:bind:pop", List.of("message:removed", "message:received"));

        assertThat(events()).containsExactly("message:send");
    }

    @Test
    void aBindKeepsToTheRoomsThatWereAskedFor() {
        try (RealtimeClient client = RealtimeClient.connect(site, 4)) {
            Map<String, Object> fields = RealtimeClient.credentials(plugin, "message:send");
            String websiteId = site.workspace().website().websiteId();
            fields.put("rooms", List.of(websiteId));
            client.authenticate(fields);
            assertThat(client.next()).contains("authenticated");
            site.simulator().addWebsite(OTHER, true);

            client.emit("socket:bind", Map.of());
            awaitBinds(1);

            assertThat(site.simulator().realtime().sockets().get(0).rooms()).containsExactly(websiteId);
        }
    }

    @Test
    void whatTheTierMayNotReceiveIsLeftOut() {
        bound("socket:bind", List.of("spam:message", "message:received"));

        assertThat(events()).containsExactly("message:received");
    }

    @Test
    void orTheWholeBindIsWithoutEffect() {
        site.simulator().switches().set(RealtimeSwitch.FORBIDDEN_EVENT, Wish.REFUSE);

        bound("socket:bind", List.of("spam:message", "message:received"));

        assertThat(events()).containsExactlyInAnyOrder("message:send", "message:removed");
    }

    @Test
    void aBindThatMakesNoSenseIsWithoutEffect() {
        bound("socket:bind", Arrays.asList("message:received", null));

        assertThat(events()).containsExactlyInAnyOrder("message:send", "message:removed");
    }

    @Test
    void earlyBindsAreToleratedAndCounted() {
        twice();

        assertThat(events()).containsExactly("message:updated");
        assertThat(site.simulator().realtime().counts().earlyBinds()).isEqualTo(1);
    }

    @Test
    void earlyBindsMayBeIgnored() {
        site.simulator().switches().set(RealtimeSwitch.EARLY_BIND, EarlyBind.IGNORE);

        twice();

        assertThat(events()).containsExactly("message:received");
    }

    @Test
    void earlyBindsMayBeRefused() {
        site.simulator().switches().set(RealtimeSwitch.EARLY_BIND, EarlyBind.REFUSE);

        RealtimeClient client = twice();

        assertThat(client.next()).contains("unauthorized", "early");
    }

    @Test
    void aBindThatWaitedIsNotEarly() {
        site.simulator().switches().set(RealtimeSwitch.BIND_GAP, Duration.ofMillis(1));
        RealtimeClient client = bound("socket:bind", List.of("message:received"));

        await().until(() -> {
            long before = site.simulator().realtime().counts().binds();
            long early = site.simulator().realtime().counts().earlyBinds();
            client.emit("socket:bind", Map.of());
            awaitBinds(before + 1);
            return site.simulator().realtime().counts().earlyBinds() == early;
        });
    }

    private RealtimeClient twice() {
        RealtimeClient client = bound("socket:bind", List.of("message:received"));
        client.emit("socket:bind", Map.of("events", List.of("message:updated")));
        awaitBinds(2);
        return client;
    }

    /** A client for message:send and message:removed that bound once. */
    private RealtimeClient bound(String emitted, List<String> events) {
        RealtimeClient client = RealtimeClient.listening(site, plugin, "message:send", "message:removed");
        client.emit(emitted, Map.of("events", events));
        awaitBinds(1);
        return client;
    }

    private void awaitBinds(long count) {
        await().until(() -> site.simulator().realtime().counts().binds() == count);
    }

    private Iterable<String> events() {
        return site.simulator().realtime().sockets().get(0).events();
    }
}
