package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.workspace.Availability;
import dev.crispconnect.simulator.workspace.Membership;
import dev.crispconnect.simulator.workspace.Operators;
import dev.crispconnect.simulator.workspace.Website;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebsiteRoutesTest {

    private static final String SECRET = SimulatorSettings.defaults().userSecret();
    private static final String VERIFY = "{\"verify\": {\"method\": \"password\", \"secret\": \"" + SECRET + "\"}}";

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "?domain=shop.example.org, 200",
        "?domain=www.shop.example.org, 200",
        "?domain=other.example.org, 404",
        "'', 400"
    })
    void aWebsiteIsFoundByItsDomains(String query, int status) {
        Token token = site.simulator().websiteToken();

        assertThat(site.callAs(token, "HEAD", "website" + query).status()).isEqualTo(status);
    }

    @Test
    void aUserMakesAWebsiteAndReachesIt() {
        Token user = site.simulator().userToken();
        String body = "{\"name\": \"New Shop\", \"domain\": \"new.example.org\"}";

        Reply reply = site.callAs(user, "POST", "website", body);

        String id = reply.data().get("website_id").asText();
        assertThat(reply.status()).isEqualTo(201);
        assertThat(UUID.fromString(id).version()).isEqualTo(4);
        assertThat(UUID.fromString(id).variant()).isEqualTo(2);
        assertThat(site.simulator().workspace(id).operators().list())
                .extracting(Membership::userId)
                .isNotEmpty()
                .doesNotContain(id);
        assertThat(site.callAs(user, "GET", "website/" + id).data().get("name").asText())
                .isEqualTo("New Shop");
        assertThat(site.callAs(user, "HEAD", "website?domain=new.example.org").status())
                .isEqualTo(200);
        assertThat(site.callAs(site.simulator().websiteToken(), "GET", "website/" + id)
                        .status())
                .isEqualTo(403);
        assertThat(site.callAs(user, "POST", "website", "{\"name\": \"New Shop\"}")
                        .status())
                .isEqualTo(400);
        assertThat(site.callAs(site.simulator().pluginToken(), "POST", "website", body)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aWebsiteIsRemovedLaterAndOnlyWithThePassword() {
        String wrong = VERIFY.replace(SECRET, "guessed");

        assertThat(site.asUser("DELETE", "", wrong).reason()).isEqualTo("password_unverified");
        assertThat(site.asUser("DELETE", "", wrong).status()).isEqualTo(423);
        assertThat(site.asUser("DELETE", "", "{}").status()).isEqualTo(400);
        assertThat(site.call("DELETE", "", VERIFY).status()).isEqualTo(403);
        assertThat(site.workspace().settings().removalAskedAt()).isEmpty();
        assertThat(site.asUser("DELETE", "", VERIFY).status()).isEqualTo(200);
        assertThat(site.workspace().settings().removalAskedAt()).contains(Site.START);
        assertThat(site.get("").status()).isEqualTo(200);
        assertThat(site.asUser("DELETE", "/expunge", null).status()).isEqualTo(200);
        assertThat(site.workspace().settings().removalAskedAt()).isEmpty();
        assertThat(site.delete("/expunge").status()).isEqualTo(403);
    }

    @Test
    void settingsAreMergedInTheirGroupsAndListsAreReplaced() {
        List<Event> events = site.events();
        site.patch("/settings", "{\"chatbox\": {\"blocked_ips\": [\"203.0.113.1\", \"203.0.113.2\"]}}");

        Reply reply = site.patch("/settings", """
                {"name": "Renamed", "contact": {"email": "help@example.org"}, "inbox": {"lock_removal": true},
                 "chatbox": {"tile": "stars", "home": true, "blocked_ips": ["203.0.113.3"]}, "unheard_of": 1}
                """);

        JsonNode settings = site.get("/settings").data();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(settings.get("website_id").asText())
                .isEqualTo(site.workspace().website().websiteId());
        assertThat(settings.get("contact").get("email").asText()).isEqualTo("help@example.org");
        assertThat(settings.get("contact").get("phone").asText()).isEmpty();
        assertThat(settings.get("inbox").get("lock_removal").asBoolean()).isTrue();
        assertThat(settings.get("inbox").get("locale").asText()).isEqualTo("en");
        assertThat(settings.get("chatbox").get("home").asBoolean()).isTrue();
        assertThat(settings.get("chatbox").get("color_theme").asText()).isEqualTo("blue");
        assertThat(settings.get("chatbox").get("blocked_ips")).isEqualTo(Site.json("[\"203.0.113.3\"]"));
        assertThat(settings.has("unheard_of")).isFalse();
        assertThat(settings.has("updated_at")).isFalse();
        assertThat(site.get("").data().get("name").asText()).isEqualTo("Renamed");
        assertThat(events).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": 1} | data.name should be string",
                "{\"domain_alternates\": \"x\"} | data.domain_alternates should be array",
                "{\"domain_alternates\": [1]} | data.domain_alternates[0] should be string",
                "{\"audit\": {\"log\": \"yes\"}} | data.audit.log should be boolean",
                "{\"contact\": {\"whatsapp\": true}} | data.contact.whatsapp should be string",
                "{\"contact\": \"mail\"} | data.contact should be object",
                "{\"inbox\": {\"lock_removal\": 1}} | data.inbox.lock_removal should be boolean",
                "{\"emails\": {\"trackers\": 1}} | data.emails.trackers should be boolean",
                "{\"emails\": {\"enrich\": 1}} | data.emails.enrich should be boolean",
                "{\"chatbox\": {\"wait_game\": 1}} | data.chatbox.wait_game should be boolean",
                "{\"chatbox\": {\"check_domain\": 1}} | data.chatbox.check_domain should be boolean",
                "{\"chatbox\": {\"welcome_message\": 1}} | data.chatbox.welcome_message should be string",
                "{\"chatbox\": {\"blocked_countries\": {}}} | data.chatbox.blocked_countries should be array"
            })
    void aSettingOfTheWrongTypeIsRefusedAndNothingChanges(String body, String sentence) {
        JsonNode before = site.get("/settings").data();

        Reply reply = site.patch("/settings", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.data().get("message").asText()).isEqualTo(sentence);
        assertThat(site.get("/settings").data()).isEqualTo(before);
    }

    @Test
    void theWebsiteIsOnlineWhileAnyOperatorIs() {
        Operators operators = site.workspace().operators();
        List<Website.Operator> team = site.workspace().website().operators();
        List<Event> events = site.events();
        site.tick();

        operators.setAvailability(team.get(0).userId(), Availability.AWAY);
        operators.setAvailability(team.get(1).userId(), Availability.OFFLINE);
        assertThat(status()).isEqualTo("online");
        operators.setAvailability(team.get(2).userId(), Availability.AWAY);
        operators.setAvailability(team.get(2).userId(), Availability.AWAY);

        assertThat(status()).isEqualTo("away");
        assertThat(site.get("/availability/status").data().get("since").asLong())
                .isEqualTo(Site.START.plusSeconds(1).toEpochMilli());
        assertThat(events.get(0).data().get("availability")).isEqualTo(Map.of("type", "offline"));
        assertThat(events)
                .extracting(Event::name)
                .containsExactly(
                        "website:update_operators_availability",
                        "website:update_operators_availability",
                        "website:update_operators_availability",
                        "website:users:available");
        assertThat(events.get(1).data())
                .containsEntry("user_id", team.get(1).userId())
                .containsEntry("availability", Map.of("type", "offline"));
        assertThat(events.get(3).data()).containsEntry("available", false);
    }

    @Test
    void everyOperatorsAvailabilityIsListedWithItsTime() {
        String mo = site.workspace().website().operators().get(0).userId();
        site.tick();
        site.workspace().operators().setAvailability(mo, Availability.AWAY);
        site.tick();

        JsonNode listed = site.get("/availability/operators").data();

        assertThat(listed).hasSize(3);
        assertThat(listed.get(0)).isEqualTo(Site.json("""
                {"user_id": "MO", "type": "away", "time": {"for": 1000, "since": SINCE}}
                """.replace("MO", mo)
                .replace("SINCE", Long.toString(Site.START.plusSeconds(1).toEpochMilli()))));
        assertThat(listed.get(1).get("time").get("for").asLong()).isEqualTo(2_000);
    }

    private String status() {
        return site.get("/availability/status").data().get("status").asText();
    }
}
