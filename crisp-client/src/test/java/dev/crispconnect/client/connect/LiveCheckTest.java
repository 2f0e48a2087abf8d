package dev.crispconnect.client.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.ClientSettings;
import dev.crispconnect.client.ConversationQuery;
import dev.crispconnect.client.Conversations;
import dev.crispconnect.client.Credentials;
import dev.crispconnect.client.FakeCrisp;
import dev.crispconnect.client.ListOrder;
import dev.crispconnect.client.Tier;
import dev.crispconnect.client.time.ManualTime;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator is told of every answer that Crisp, or something in its place, may give. */
class LiveCheckTest {

    private static final String WEBSITE = "/website/{website_id}";
    private static final String LIST = "/website/{website_id}/conversations/{page}";
    private static final String ACCOUNT = "/plugin/connect/account";
    private static final String IDENTIFIER = "7c3bef21-1f51-4c5c-9d94-0ef0fdd8c3c0";
    private static final String KEY = "0123456789abcdef";

    private final ManualTime time = new ManualTime();
    private final FakeCrisp crisp = new FakeCrisp();
    private final List<ClientSettings> opened = new ArrayList<>();
    private final LiveCheck check = new LiveCheck(
            settings -> {
                opened.add(settings);
                return crisp;
            },
            time);

    @BeforeEach
    void clocksAgree() {
        crisp.serverTime(time.now());
    }

    @Test
    void nothingIsWrongWhenTheListIsAnswered() {
        answering(sent -> sent.answer(200, "[]"));

        assertThat(find(Tier.WEBSITE, list("w1"))).isEmpty();
        assertThat(crisp.isClosed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            website | 401 | invalid_session               | crisp.token.key   | does not know this token
            website | 401 | ''                            | crisp.token.key   | does not know this token
            plugin  | 401 | invalid_session               | crisp.token.key   | does not know this token
            website | 402 | subscription_upgrade_required | feeds             | plan of the workspace
            website | 403 | not_allowed                   | crisp.website.ids | w1
            user    | 403 | not_allowed                   | crisp.website.ids | crisp.token.tier
            website | 404 | website_not_found             | crisp.website.ids | no website w1
            plugin  | 404 | not_subscribed                | crisp.website.ids | not installed on website w1
            website | 404 | not_found                     | crisp.api.url     | path
            website | 400 | invalid_data                  | crisp.website.ids | UUID
            website | 301 | moved                         | crisp.api.url     | redirect
            """)
    void anAnswerOfCrispIsBlamedOnTheSettingThatHelps(
            String tier, int status, String reason, String key, String advice) {
        answering(sent -> sent.error(status, reason));

        assertThat(find(Tier.valueOf(tier.toUpperCase(Locale.ROOT)), list("w1")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.key()).isEqualTo(key);
                    assertThat(finding.message()).contains(advice);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | <html>a body</html>         | not Crisp's API
            200 | {"a body": "of another API"} | not Crisp's API
            404 | <html>a body</html>         | not Crisp's API
            404 | {"error": "a body"}         | not Crisp's API
            403 | <html>a body</html>         | in front of Crisp
            405 | <html>a body</html>         | not Crisp's API
            """)
    void whatIsNotCrispIsBlamedOnTheUrl(int status, String body, String advice) {
        answering(sent -> sent.body(status, body));

        assertThat(find(Tier.WEBSITE, list("w1"))).singleElement().satisfies(finding -> {
            assertThat(finding.key()).isEqualTo("crisp.api.url");
            assertThat(finding.message()).contains(advice);
        });
    }

    static Stream<Arguments> waysToBeUnreachable() {
        return Stream.of(
                Arguments.of(new UnknownHostException("a body"), "DNS"),
                Arguments.of(new ConnectException("a body"), "host and port"),
                Arguments.of(new SSLHandshakeException("a body"), "certificate"),
                Arguments.of(new InterruptedIOException("a body"), "validate.live.timeout.ms"),
                Arguments.of(new IOException("a body"), "cut"));
    }

    @ParameterizedTest
    @MethodSource("waysToBeUnreachable")
    void whoCannotBeReachedIsBlamedOnTheUrlWithAWayOut(IOException cause, String advice) {
        answering(sent -> sent.lost(cause));

        assertThat(find(Tier.WEBSITE, list("w1"))).singleElement().satisfies(finding -> {
            assertThat(finding.key()).isEqualTo("crisp.api.url");
            assertThat(finding.message()).contains(advice, "validate.live=false");
        });
    }

    @Test
    void silenceIsBlamedOnTheUrlWhenTheTimeIsUp() {
        answering(sent -> {});

        assertThat(check.findings(settings(Tier.WEBSITE), Duration.ofMillis(1), List.of(list("w1"), list("w2"))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("Nothing answered"));
        assertThat(crisp.sent()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "408, ''",
        "420, ''",
        "429, rate_limited",
        "423, quota_limit_exceeded",
        "500, server_error",
        "502, ''",
        "503, ''",
        "418, teapot"
    })
    void whatCrispCannotTellNowIsNoFaultOfTheSettings(int status, String reason) {
        answering(sent -> sent.error(status, reason));

        assertThat(find(Tier.WEBSITE, list("w1"))).isEmpty();
    }

    @Test
    void aPluginTokenThatIsGoodButForbiddenLacksAScope() {
        answering(sent -> {
            if (sent.template().equals(ACCOUNT)) {
                sent.answer(200, "{\"plugin_id\":\"p\"}");
            } else {
                sent.error(403, "not_allowed");
            }
        });

        assertThat(find(Tier.PLUGIN, list("w1"))).singleElement().satisfies(finding -> {
            assertThat(finding.key()).isEqualTo("feeds");
            assertThat(finding.message()).contains("website:conversation:sessions", "w1", "Marketplace");
        });
        assertThat(find(Tier.PLUGIN, Probe.website("crisp.website.ids", "w2"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"401, invalid_session", "403, not_allowed"})
    void aPluginTokenThatIsForbiddenEverythingIsNoPluginToken(int status, String reason) {
        answering(sent -> sent.error(sent.template().equals(ACCOUNT) ? status : 403, reason));

        assertThat(find(Tier.PLUGIN, list("w1"), list("w2")))
                .singleElement()
                .extracting(Finding::key)
                .isEqualTo("crisp.token.tier");
        assertThat(crisp.sent()).extracting(FakeCrisp.Sent::template).containsExactly(LIST, ACCOUNT);
    }

    @Test
    void theAccountIsAskedOnceHoweverManyCallsAreForbidden() {
        answering(sent -> {
            if (sent.template().equals(ACCOUNT)) {
                sent.answer(200, "{\"plugin_id\":\"p\"}");
            } else {
                sent.error(403, "not_allowed");
            }
        });

        assertThat(find(Tier.PLUGIN, list("w1"), list("w2"), list("w3"))).hasSize(3);
        assertThat(crisp.sent()).hasSize(4);
    }

    @Test
    void aTokenWithoutAWebsiteIsTriedByItsAccount() {
        answering(sent -> sent.error(403, "not_allowed"));

        assertThat(find(Tier.PLUGIN, Probe.pluginAccount()))
                .singleElement()
                .extracting(Finding::key)
                .isEqualTo("crisp.token.tier");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "59, 0", "-59, 0", "600, 0", "-600, 0", "900, 1", "-900, 1"})
    void clocksThatAreFarApartAreAnErrorAndOthersAreNot(int secondsAhead, int errors) {
        crisp.serverTime(time.now().plusSeconds(secondsAhead));
        answering(sent -> sent.answer(200, "[]"));

        assertThat(find(Tier.WEBSITE, list("w1"))).hasSize(errors).allSatisfy(finding -> assertThat(finding.message())
                .contains("900 s", "NTP"));
    }

    @Test
    void anAnswerThatDoesNotTellTheTimeIsGood() {
        crisp.serverTime(null);
        answering(sent -> sent.answer(200, "[]"));

        assertThat(find(Tier.WEBSITE, list("w1"))).isEmpty();
    }

    @Test
    void oneBadWebsiteAmongGoodOnesIsNamed() {
        answering(sent -> {
            if (sent.path().equals("/website/w2")) {
                sent.error(404, "not_subscribed");
            } else if (sent.template().equals(WEBSITE)) {
                sent.answer(200, "{\"website_id\":\"w3\"}");
            } else {
                sent.answer(200, "[]");
            }
        });

        assertThat(find(
                        Tier.PLUGIN,
                        list("w1"),
                        Probe.website("crisp.website.ids", "w2"),
                        Probe.website("crisp.website.ids", "w3")))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message()).contains("w2").doesNotContain("w1", "w3"));
    }

    @Test
    void whatEveryCallWouldFindIsFoundByOne() {
        answering(sent -> sent.error(401, "invalid_session"));

        assertThat(find(Tier.PLUGIN, list("w1"), list("w2"), list("w3"))).hasSize(1);
        assertThat(crisp.sent()).hasSize(1);
    }

    @Test
    void whatWentWellIsNotAskedAgainForAMinute() {
        answering(sent -> sent.answer(200, "[]"));
        find(Tier.PLUGIN, list("w1"));
        find(Tier.PLUGIN, list("w1"));
        assertThat(crisp.sent()).hasSize(1);

        find(Tier.PLUGIN, list("w1"), list("w2"));
        assertThat(crisp.sent()).hasSize(2);

        time.advance(Duration.ofSeconds(61));
        crisp.serverTime(time.now());
        find(Tier.PLUGIN, list("w1"));
        assertThat(crisp.sent()).hasSize(3);
    }

    @Test
    void whatWentWrongOrWithAnotherTokenIsAskedAgainAtOnce() {
        answering(sent -> sent.error(404, "not_subscribed"));
        find(Tier.PLUGIN, list("w1"));
        answering(sent -> sent.answer(200, "[]"));
        assertThat(find(Tier.PLUGIN, list("w1"))).isEmpty();
        assertThat(crisp.sent()).hasSize(2);

        find(Tier.USER, list("w1"));
        assertThat(crisp.sent()).hasSize(3);
    }

    @Test
    void aPlaceholderThatNobodyFilledInIsNotSent() {
        ClientSettings unresolved = settings(new Credentials(Tier.WEBSITE, IDENTIFIER, "${file:/etc/crisp:key}"));

        assertThat(check.findings(unresolved, Duration.ofSeconds(5), List.of(list("w1"))))
                .isEmpty();
        assertThat(opened).isEmpty();
    }

    @Test
    void noCallMayTakeLongerThanTheWholeCheck() {
        answering(sent -> sent.answer(200, "[]"));
        check.findings(settings(Tier.WEBSITE), Duration.ofMillis(700), List.of(list("w1")));

        ClientSettings.Timeouts timeouts = opened.get(0).timeouts();
        assertThat(List.of(timeouts.connect(), timeouts.read(), timeouts.call()))
                .containsOnly(Duration.ofMillis(700));
    }

    private void answering(Consumer<FakeCrisp.Sent<?>> script) {
        crisp.script(script);
    }

    /** None of what is found may tell a secret, or what a stranger has said. */
    private List<Finding> find(Tier tier, Probe... probes) {
        List<Finding> findings = check.findings(settings(tier), Duration.ofSeconds(5), List.of(probes));
        assertThat(findings)
                .extracting(Finding::message)
                .noneMatch(
                        message -> message.contains(IDENTIFIER) || message.contains(KEY) || message.contains("a body"));
        return findings;
    }

    private static Probe list(String websiteId) {
        return Probe.read(
                Conversations.list(websiteId, ConversationQuery.page(1, 20, ListOrder.UPDATED)),
                "crisp.website.ids",
                websiteId,
                new Probe.Need("feeds", "website:conversation:sessions"));
    }

    private static ClientSettings settings(Tier tier) {
        return settings(new Credentials(tier, IDENTIFIER, KEY));
    }

    private static ClientSettings settings(Credentials credentials) {
        Duration patient = Duration.ofSeconds(30);
        return new ClientSettings(
                URI.create("https://api.crisp.chat/v1/"),
                credentials,
                new ClientSettings.Timeouts(patient, patient, patient),
                1 << 20,
                1,
                "test/1");
    }
}
