package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.access.Scopes;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.Target;
import dev.crispconnect.simulator.switches.AccessSwitch;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator is told before the connector runs, over real HTTP. */
class SourceValidationTest {

    private static final String OTHER = "1d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11";
    private static final String FOREIGN = "2d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11";

    private final CrispSimulator crisp = CrispSimulator.start(SimulatorSettings.defaults());
    private final Map<String, String> props = RunningConnector.props(crisp);
    private final CrispSourceConnector connector = new CrispSourceConnector();

    @AfterEach
    void close() {
        crisp.close();
    }

    @Test
    void goodSettingsCostTwoCallsAndAreNotTriedAgain() {
        assertThat(errors()).isEmpty();
        assertThat(crisp.journal().total()).isEqualTo(2);

        props.put("poll.interval.ms", "15000");
        assertThat(errors()).isEmpty();
        assertThat(crisp.journal().total()).isEqualTo(2);
    }

    @Test
    void onlyWhatIsReadIsTried() {
        props.put("feeds", "people");

        assertThat(errors()).isEmpty();
        assertThat(crisp.journal().total()).isEqualTo(1);
    }

    @Test
    void nothingIsAskedWhenSettingsAreWrongInThemselvesOrAskingIsSwitchedOff() {
        props.put("crisp.token.key", "wrong");
        props.put("feeds", "telepathy");
        assertThat(errors()).containsOnlyKeys("feeds");

        props.put("feeds", "people");
        props.put("validate.live", "false");
        assertThat(errors()).isEmpty();
        assertThat(crisp.journal().total()).isZero();
    }

    @Test
    void whatIsWantedOfAPastThatIsNotReadIsRefused() {
        props.put("snapshot.mode", "none");
        props.put("snapshot.since", "2026-01-01");
        props.put("snapshot.messages", "none");
        props.put("snapshot.request.id", "monday");

        assertThat(errors()).containsOnlyKeys("snapshot.since", "snapshot.messages", "snapshot.request.id");
    }

    @Test
    void aPastWithoutMessagesIsRefusedWhereNoneAreRead() {
        props.put("feeds", "conversations");
        props.put("snapshot.messages", "none");

        assertThat(errors()).containsOnlyKeys("snapshot.messages");
    }

    @Test
    void feedsWithoutAPastTakeNoWishesForIt() {
        props.put("feeds", "operators");
        props.put("snapshot.since", "2026-01-01T08:00:00+01:00");

        assertThat(errors()).containsOnlyKeys("snapshot.since");
    }

    @Test
    void theBeginningOfThePastIsADateOrATime() {
        for (String good : List.of("2026-01-31", "2026-01-31T08:00", "2026-01-31T08:00:00.123Z")) {
            props.put("snapshot.since", good);
            assertThat(errors()).as(good).isEmpty();
        }
        for (String bad : List.of("yesterday", "2026-13-01", "1760000000000")) {
            props.put("snapshot.since", bad);
            assertThat(errors()).as(bad).containsOnlyKeys("snapshot.since");
        }
    }

    @Test
    void aWrongKeyIsSaidOnceAndNotRepeated() {
        props.put("crisp.token.key", "deadbeef");

        assertThat(errors()).containsOnlyKeys("crisp.token.key");
        assertThat(errors().get("crisp.token.key")).singleElement().asString().doesNotContain("deadbeef");
    }

    @Test
    void aWebsiteThatTheTokenDoesNotReachIsNamed() {
        crisp.addWebsite(FOREIGN, false);
        props.put("crisp.website.ids", FOREIGN);

        assertThat(errors()).containsOnlyKeys("crisp.website.ids");
        assertThat(errors().get("crisp.website.ids").get(0)).contains(FOREIGN, "403");
    }

    @Test
    void aTokenOfAnotherTierIsSaid() {
        usePlugin(SimulatorSettings.defaults().websiteToken());

        assertThat(errors()).containsOnlyKeys("crisp.token.tier");
    }

    @Test
    void ofSeveralWebsitesTheOneWithoutThePluginIsNamed() {
        crisp.addWebsite(OTHER, true);
        crisp.addWebsite(FOREIGN, false);
        usePlugin(crisp.pluginToken());
        props.put("crisp.website.ids", String.join(",", props.get("crisp.website.ids"), OTHER, FOREIGN));

        assertThat(errors()).containsOnlyKeys("crisp.website.ids");
        assertThat(errors().get("crisp.website.ids"))
                .singleElement()
                .asString()
                .contains(FOREIGN, "not installed")
                .doesNotContain(OTHER);
    }

    @Test
    void aPluginThatNamesNoWebsiteIsAskedForItsList() {
        usePlugin(crisp.pluginToken());
        props.remove("crisp.website.ids");

        assertThat(errors()).isEmpty();
        assertThat(crisp.journal().count("GET", "/plugin/connect/websites/all/{page}"))
                .isEqualTo(1);
        assertThat(crisp.journal().total()).isEqualTo(1);
    }

    @Test
    void aTokenThatIsNoPluginsCannotListWebsites() {
        usePlugin(SimulatorSettings.defaults().websiteToken());
        props.remove("crisp.website.ids");

        assertThat(errors()).containsOnlyKeys("crisp.token.tier");
    }

    @Test
    void aMissingScopeIsSaidOnTheFeedsThatNeedIt() {
        Token scoped = crisp.pluginToken().withScopes(Scopes.none().reading("website:conversation:sessions"));
        crisp.tokens().issue(scoped);
        usePlugin(scoped);

        assertThat(errors()).containsOnlyKeys("feeds");
        assertThat(errors().get("feeds"))
                .singleElement()
                .asString()
                .contains("website:people:profiles")
                .doesNotContain("sessions");

        props.put("feeds", "conversations");
        assertThat(errors()).isEmpty();
    }

    @Test
    void aPlanThatDoesNotIncludeIt() {
        crisp.faults().always(Target.any(), Fault.status(402, "subscription_upgrade_required"));

        assertThat(errors()).containsOnlyKeys("feeds");
    }

    @Test
    void aPathThatIsNotTheApi() {
        props.put("crisp.api.url", crisp.url().resolve("/v2/").toString());

        assertThat(errors()).containsOnlyKeys("crisp.api.url");
    }

    @Test
    void aHostThatServesPages() {
        crisp.faults().always(Target.any(), new Fault.Garbage());

        assertThat(errors()).containsOnlyKeys("crisp.api.url");
    }

    @Test
    void aPortWhereNobodyListens() {
        crisp.close();

        assertThat(errors()).containsOnlyKeys("crisp.api.url");
        assertThat(errors().get("crisp.api.url").get(0)).contains("host and port");
    }

    @Test
    void silenceEndsWithTheTimeout() {
        crisp.faults().always(Target.any(), new Fault.Stall(Duration.ofMinutes(5)));
        props.put("validate.live.timeout.ms", "200");

        assertThat(errors().get("crisp.api.url").get(0)).contains("validate.live.timeout.ms");
    }

    @Test
    void aLimitedTokenAndAnOutageAreNoFaultOfTheSettings() {
        crisp.faults().once(Fault.status(429, "rate_limited"));
        crisp.faults().once(Fault.html(502));

        assertThat(errors()).isEmpty();
    }

    @Test
    void clocksThatAreFarApart() {
        crisp.switches().set(AccessSwitch.DATE_SKEW, Duration.ofHours(-1));

        assertThat(errors()).containsOnlyKeys("crisp.api.url");
        assertThat(errors().get("crisp.api.url").get(0)).contains("behind this worker's clock");
    }

    @Test
    void anIntervalThatHasNoEffectIsNotShown() {
        props.put("feeds", "people");
        props.put("validate.live", "false");

        assertThat(connector.validate(props).configValues())
                .filteredOn(value -> !value.visible())
                .extracting(ConfigValue::name)
                .containsExactlyInAnyOrder(
                        "poll.interval.ms",
                        "audit.interval.ms",
                        "refresh.interval.ms",
                        "realtime.fallback.after.ms",
                        "realtime.buffer.events",
                        "realtime.bind.interval.ms",
                        "directory.poll.interval.ms",
                        "website.discovery.interval.ms",
                        "validate.live.timeout.ms");
    }

    private void usePlugin(Token token) {
        props.put("crisp.token.tier", "plugin");
        props.put("crisp.token.identifier", token.identifier());
        props.put("crisp.token.key", token.key());
    }

    private Map<String, List<String>> errors() {
        Map<String, List<String>> errors = new HashMap<>();
        for (ConfigValue value : connector.validate(props).configValues()) {
            if (!value.errorMessages().isEmpty()) {
                errors.put(value.name(), value.errorMessages());
            }
        }
        return errors;
    }
}
