package dev.crispconnect.simulator.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.hook.Receiver.Received;
import dev.crispconnect.simulator.switches.HookSwitch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HooksTest {

    private static final String PLUGIN_ID = "6c1f8f0e-2b7d-4f3a-9d35-2f0a5b8c4e10";
    private static final Set<String> WANTED = Set.of("session:removed", "message:send", "plugin:event", "spam:message");

    private final Site site =
            Site.open(SimulatorSettings.defaults().with(HookSwitch.RETRY_DELAY, Duration.ofMillis(1)));
    private final Receiver receiver = new Receiver();
    private final Hooks hooks = site.simulator().hooks();
    private final String websiteId = site.workspace().website().websiteId();

    @AfterEach
    void close() {
        site.close();
        receiver.close();
    }

    @Test
    void aWebsitesHookIsToldTheEventUnsignedWithItsSecretInTheQuery() {
        hooks.add(Hook.website(websiteId, receiver.url(), WANTED));

        happens("session:removed");

        Received told = only();
        assertThat(told.query()).isEqualTo("key=in-the-query");
        assertThat(told.header("X-crisp-signature")).isEmpty();
        assertThat(told.header("X-crisp-hook-origin")).isEqualTo("website/" + websiteId);
        assertThat(told.header("X-delivery-attempt-count")).isEqualTo("1");
        assertThat(told.header("Content-type")).isEqualTo("application/json");
        assertThat(told.json())
                .isEqualTo(Map.of(
                        "website_id",
                        websiteId,
                        "event",
                        "session:removed",
                        "data",
                        Map.of("website_id", websiteId, "session_id", "s"),
                        "timestamp",
                        Site.START.toEpochMilli()));
    }

    @Test
    void aPluginsHookIsSignedOverTheRawBody() {
        hooks.add(Hook.plugin(PLUGIN_ID, receiver.url(), "whsec", WANTED));

        happens("message:send");

        Received told = only();
        assertThat(told.header("X-crisp-hook-origin")).isEqualTo("plugin/" + PLUGIN_ID);
        assertThat(told.header("X-crisp-signature"))
                .isEqualTo(Signature.of("whsec", told.header("X-crisp-request-timestamp"), told.text()));
    }

    @Test
    void whatWasNotAskedForAndWhatHooksNeverCarryIsNotTold() {
        hooks.add(Hook.plugin(PLUGIN_ID, receiver.url(), "whsec", WANTED));

        happens("message:received");
        happens("spam:message");
        happens("session:removed");

        assertThat(only().event()).isEqualTo("session:removed");
    }

    @Test
    void websitesAreToldLessThanPluginsAndOnlyOfThemselves() {
        site.simulator().addWebsite("11111111-2222-4333-8444-555555555555", true);
        hooks.add(Hook.website("11111111-2222-4333-8444-555555555555", receiver.url(), WANTED));
        hooks.add(Hook.website(websiteId, receiver.url(), WANTED));

        happens("plugin:event");
        happens("session:removed");

        assertThat(only().header("X-crisp-hook-origin")).isEqualTo("website/" + websiteId);
    }

    @Test
    void aPluginHearsNothingOfAWebsiteThatRemovedIt() {
        hooks.add(Hook.plugin(PLUGIN_ID, receiver.url(), "whsec", WANTED));
        site.simulator().tokens().forbid(site.simulator().pluginToken(), websiteId);
        happens("message:send");
        site.simulator().tokens().allow(site.simulator().pluginToken(), websiteId);

        happens("session:removed");

        assertThat(only().event()).isEqualTo("session:removed");
    }

    @Test
    void aRefusedDeliveryComesAgainWithTheSameBodyAndTheNextNumber() {
        hooks.add(Hook.plugin(PLUGIN_ID, receiver.url(), "whsec", WANTED));
        receiver.willAnswer(500, 404);

        happens("message:send");

        List<Received> told = told(3);
        assertThat(told)
                .extracting(attempt -> attempt.header("X-delivery-attempt-count"))
                .containsExactly("1", "2", "3");
        assertThat(told)
                .extracting(attempt -> attempt.header("X-delivery-attempt-limit"))
                .containsOnly("3");
        assertThat(told).extracting(Received::text).containsOnly(told.get(0).text());
        assertThat(attempts(3)).extracting(Attempt::status).containsExactly(500, 404, 200);
    }

    @Test
    void afterTheLastAttemptItIsLost() {
        site.simulator().switches().set(HookSwitch.ATTEMPTS, 2);
        hooks.add(Hook.website(websiteId, receiver.url(), WANTED));
        receiver.willAnswer(500, 500);
        happens("message:send");

        assertThat(attempts(2)).last().satisfies(attempt -> {
            assertThat(attempt.last()).isTrue();
            assertThat(attempt.delivered()).isFalse();
        });
    }

    @Test
    void nobodyListeningIsAFailureLikeAnother() {
        receiver.close();
        hooks.add(Hook.website(websiteId, receiver.url(), WANTED));

        happens("message:send");

        assertThat(attempts(3)).extracting(Attempt::status).containsOnly(0);
    }

    @Test
    void deliveriesKeepTheirOrder() {
        hooks.add(Hook.website(websiteId, receiver.url(), WANTED));

        for (int i = 0; i < 20; i++) {
            happens(i % 2 == 0 ? "message:send" : "session:removed");
        }

        assertThat(told(20)).extracting(Received::event).startsWith("message:send", "session:removed", "message:send");
    }

    @Test
    void aDeliveryCanBeMadeToComeTwiceOrLate() {
        hooks.add(Hook.website(websiteId, receiver.url(), WANTED));
        hooks.faults().twice(1);
        happens("message:send");
        hooks.faults().late(1);
        happens("message:send");
        happens("session:removed");

        assertThat(told(4))
                .extracting(Received::event)
                .containsExactly("message:send", "message:send", "session:removed", "message:send");
    }

    @Test
    void neitherSecretIsPrinted() {
        assertThat(Hook.plugin(PLUGIN_ID, receiver.url(), "whsec", WANTED).toString())
                .doesNotContain("whsec")
                .doesNotContain("in-the-query");
    }

    private void happens(String name) {
        Map<String, Object> data = Map.of("website_id", websiteId, "session_id", "s");
        site.workspace().events().publish(new Event(name, websiteId, data, Site.START));
    }

    private Received only() {
        return told(1).get(0);
    }

    private List<Received> told(int count) {
        await().until(() -> receiver.received().size() >= count);
        await().until(() -> hooks.attempts().size() >= count);
        assertThat(receiver.received()).hasSize(count);
        return receiver.received();
    }

    private List<Attempt> attempts(int count) {
        await().until(() -> hooks.attempts().size() >= count);
        return hooks.attempts();
    }
}
