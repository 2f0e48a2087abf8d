package dev.crispconnect.simulator.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.switches.HookSwitch;
import dev.crispconnect.simulator.switches.HookSwitch.Order;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that hang, and starting anew while deliveries are on their way. */
class HookTroubleTest {

    private static final Set<String> WANTED = Set.of("message:send");
    private static final Duration SOON = Duration.ofMillis(400);

    private final Site site = Site.open(SimulatorSettings.defaults()
            .with(HookSwitch.ATTEMPTS, 1)
            .with(HookSwitch.RETRY_DELAY, Duration.ofMillis(200)));
    private final Receiver receiver = new Receiver();
    private final Hooks hooks = site.simulator().hooks();
    private final String websiteId = site.workspace().website().websiteId();

    @AfterEach
    void close() {
        site.close();
        receiver.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"})
    void aReceiverThatHangsAnywhereHoldsUpNothingForLongerThanTheTimeout(String words) {
        site.simulator().switches().set(HookSwitch.TIMEOUT, Duration.ofMillis(50));
        try (Silent silent = new Silent(words)) {
            hooks.add(Hook.website(websiteId, silent.url(), WANTED));

            happens();
            happens();

            await().until(() -> hooks.attempts().size() == 2);
            assertThat(hooks.attempts()).extracting(Attempt::status).containsOnly(0);
        }
    }

    @Test
    void withoutPatienceEveryAttemptFails() {
        site.simulator().switches().set(HookSwitch.TIMEOUT, Duration.ZERO);
        try (Silent silent = new Silent("")) {
            hooks.add(Hook.website(websiteId, silent.url(), WANTED));

            happens();
            happens();

            await().until(() -> hooks.attempts().size() == 2);
        }
    }

    @Test
    void ofDeliveriesAtOnceOnlySoManyAreUnderWay() {
        site.simulator().switches().set(HookSwitch.ORDER, Order.AT_ONCE);
        try (Silent silent = new Silent("")) {
            hooks.add(Hook.website(websiteId, silent.url(), WANTED));

            for (int i = 0; i < 300; i++) {
                happens();
            }

            await().until(() -> silent.callers() == 64);
            await().during(SOON).until(() -> silent.callers() == 64);
        }
    }

    @Test
    @Timeout(10)
    void closingEndsTheAttemptsThatAreUnderWay() {
        try (Silent silent = new Silent("")) {
            hooks.add(Hook.website(websiteId, silent.url(), WANTED));
            happens();
            await().until(() -> silent.callers() == 1);

            site.close();

            silent.awaitEndOfFirst();
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("hook-courier")));
        }
    }

    @Test
    void afterClosingNoThreadIsLeft() {
        Set<Thread> before = Set.copyOf(clientThreads());
        try (Silent silent = new Silent("")) {
            hooks.add(Hook.website(websiteId, silent.url(), WANTED));
            happens();
            happens();
            await().until(() -> silent.callers() == 1);
            assertThat(clientThreads()).anyMatch(thread -> !before.contains(thread));

            site.close();

            // the JDK's client notices that it is no longer used when it is collected
            await().until(() -> {
                System.gc();
                return before.containsAll(clientThreads());
            });
        }
    }

    private static List<Thread> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("HttpClient-"))
                .toList();
    }

    @Test
    void nothingOfBeforeComesAfterStartingAnew() {
        site.simulator().switches().set(HookSwitch.ATTEMPTS, 3);
        receiver.willAnswer(500);
        hooks.add(Hook.website(websiteId, receiver.url(), WANTED));
        happens();
        await().until(() -> receiver.received().size() == 1);
        hooks.faults().late(1);
        happens();

        hooks.reset();
        hooks.add(Hook.website(websiteId, receiver.url(), WANTED));
        happens();

        await().during(SOON).until(() -> receiver.received().size() == 2);
        assertThat(hooks.attempts()).extracting(Attempt::status).containsExactly(200);
    }

    @Test
    void anEventThatIsToComeTwiceComesTwiceToEachHook() {
        hooks.add(Hook.website(websiteId, receiver.url(), WANTED));
        hooks.add(Hook.plugin("p", receiver.url(), "whsec", WANTED));
        hooks.faults().twice(1);

        happens();
        happens();

        await().until(() -> hooks.attempts().size() == 6);
        assertThat(receiver.received())
                .extracting(told -> told.header("X-crisp-hook-origin"))
                .filteredOn("plugin/p"::equals)
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://127.0.0.1/", "nonsense", "http:/path", "mailto:ilse@example.org"})
    void anAddressThatNobodyCanPostToIsRefused(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hook.website(websiteId, URI.create(url), WANTED))
                .withMessageContaining("http");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aRedirectIsNotFollowedAndIsAFailure(int status) {
        receiver.willAnswer(status);
        hooks.add(Hook.website(websiteId, receiver.url(), WANTED));

        happens();

        await().until(() -> hooks.attempts().size() == 1);
        assertThat(hooks.attempts()).extracting(Attempt::status).isEqualTo(List.of(status));
    }

    private void happens() {
        Map<String, Object> data = Map.of("website_id", websiteId, "session_id", "s");
        site.workspace().events().publish(new Event("message:send", websiteId, data, Site.START));
    }
}
