package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.access.Tier;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.switches.AnswerSwitch;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthenticationTest {

    private static final String OTHER_WEBSITE = "1d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c12";

    private Site site;
    private String website;

    @BeforeEach
    void open() {
        site = Site.open();
        website = "website/" + site.workspace().website().websiteId();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theWebsiteTokenReachesItsWebsite() {
        Reply reply = site.callAs(site.simulator().websiteToken(), "GET", website);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.data().get("website_id").asText())
                .isEqualTo(site.workspace().website().websiteId());
    }

    @Test
    void aRequestWithoutATokenIsRefused() {
        Reply reply =
                site.send(HttpRequest.newBuilder(URI.create(site.simulator().url() + website))
                        .header("X-Crisp-Tier", "website")
                        .build());

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().get("error").asBoolean()).isTrue();
    }

    @Test
    void aWrongKeyIsRefused() {
        Token good = site.simulator().websiteToken();
        Token wrong = new Token(good.identifier(), "0".repeat(64), Tier.WEBSITE);

        assertThat(site.callAs(wrong, "GET", website).status()).isEqualTo(401);
    }

    @Test
    void aTokenUnderAnotherTierIsNotAllowed() {
        Token good = site.simulator().websiteToken();
        Token asPlugin = new Token(good.identifier(), good.key(), Tier.PLUGIN);

        Reply reply = site.callAs(asPlugin, "GET", website);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.reason()).isEqualTo("not_allowed");
    }

    @Test
    void theStatusOfAWrongTierCanBeSwitched() {
        SimulatorSettings settings = SimulatorSettings.defaults().with(AnswerSwitch.WRONG_TIER, 405);
        try (Site strict = Site.open(settings)) {
            Token good = strict.simulator().websiteToken();
            Token asUser = new Token(good.identifier(), good.key(), Tier.USER);

            assertThat(strict.callAs(asUser, "GET", website).status()).isEqualTo(405);
        }
    }

    @Test
    void theWebsiteTokenIsNotAllowedOnAForeignWebsite() {
        site.simulator().addWebsite(OTHER_WEBSITE, true);

        Reply reply = site.callAs(site.simulator().websiteToken(), "GET", "website/" + OTHER_WEBSITE);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.reason()).isEqualTo("not_allowed");
    }

    @Test
    void thePluginTokenReachesEveryWebsiteThatInstalledThePlugin() {
        site.simulator().addWebsite(OTHER_WEBSITE, true);
        Token plugin = site.simulator().pluginToken();

        assertThat(site.callAs(plugin, "GET", website).status()).isEqualTo(200);
        assertThat(site.callAs(plugin, "GET", "website/" + OTHER_WEBSITE).status())
                .isEqualTo(200);
    }

    @Test
    void aWebsiteThatHasNotInstalledThePluginIsNotSubscribed() {
        site.simulator().addWebsite(OTHER_WEBSITE, false);

        Reply reply =
                site.callAs(site.simulator().pluginToken(), "GET", "website/" + OTHER_WEBSITE + "/conversations/1");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.reason()).isEqualTo("not_subscribed");
    }

    @Test
    void aPluginRemovedInMidRunIsNotSubscribedFromThenOn() {
        Token plugin = site.simulator().pluginToken();
        site.simulator().tokens().forbid(plugin, site.workspace().website().websiteId());

        assertThat(site.callAs(plugin, "GET", website).reason()).isEqualTo("not_subscribed");
    }

    @Test
    void aTokenRevokedInMidRunIsRefusedFromThenOn() {
        site.simulator().tokens().revoke(site.simulator().websiteToken());

        assertThat(site.get("").status()).isEqualTo(401);
    }

    @Test
    void aTokenRolledInMidRunIsRefusedUnderItsOldKey() {
        Token rolled = site.simulator().tokens().roll(site.simulator().websiteToken());

        assertThat(site.get("").status()).isEqualTo(401);
        assertThat(site.callAs(rolled, "GET", website).status()).isEqualTo(200);
    }

    @Test
    void aRequestWithoutATierIsNotAllowed() {
        Reply reply =
                site.send(HttpRequest.newBuilder(URI.create(site.simulator().url() + website))
                        .header("Authorization", site.simulator().websiteToken().authorization())
                        .build());

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.reason()).isEqualTo("not_allowed");
    }

    @Test
    void thePluginTokenIsCheckedByItsAccountAndItsSession() {
        Token plugin = site.simulator().pluginToken();

        Reply account = site.callAs(plugin, "GET", "plugin/connect/account");
        Reply session = site.callAs(plugin, "HEAD", "plugin/connect/session");

        assertThat(account.data().get("plugin_id").asText()).hasSize(36);
        assertThat(session.status()).isEqualTo(200);
        assertThat(session.body()).isEmpty();
    }

    @Test
    void thePluginRoutesAreNotForTheWebsiteToken() {
        assertThat(site.callAs(site.simulator().websiteToken(), "GET", "plugin/connect/account")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aTokenNeverShowsItsKey() {
        Token token = site.simulator().websiteToken();

        assertThat(token.toString()).contains(token.identifier()).doesNotContain(token.key());
    }
}
