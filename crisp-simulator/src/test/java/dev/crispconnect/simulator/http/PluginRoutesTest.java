package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginRoutesTest {

    private static final String OTHER = "11111111-2222-4333-8444-555555555555";

    private Site site;
    private String website;

    @BeforeEach
    void open() {
        site = Site.open();
        website = site.workspace().website().websiteId();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aPluginFindsTheWebsitesItIsInstalledOn() {
        site.simulator().addWebsite(OTHER, false);

        JsonNode listed = get("websites/all/1").data();

        assertThat(ids("websites/all/1")).containsExactly(website);
        assertThat(listed.get(0).get("token").asText()).isNotEmpty();
        assertThat(listed.get(0).get("settings")).isEmpty();
        assertThat(listed.get(0).has("plan")).isFalse();
    }

    @Test
    void installingAndRemovingIsToldAndListed() {
        site.simulator().addWebsite(OTHER, false);
        List<Event> events = new ArrayList<>();
        site.simulator().workspace(OTHER).events().listen(events::add);
        Instant before = site.tick();
        String since = "websites/since?date_since=" + before;
        assertThat(get(since).data()).isEmpty();

        site.simulator().installPlugin(OTHER);
        assertThat(ids("websites/all/1")).containsExactly(website, OTHER);
        assertThat(get(since).data().get(0).get("difference").asText()).isEqualTo("added");
        site.simulator().removePlugin(OTHER);

        assertThat(ids("websites/all/1")).containsExactly(website);
        assertThat(ids(since)).containsExactly(OTHER);
        assertThat(get(since).data().get(0).get("difference").asText()).isEqualTo("removed");
        assertThat(site.callAs(site.simulator().pluginToken(), "GET", "website/" + OTHER)
                        .reason())
                .isEqualTo("not_subscribed");
        assertThat(events)
                .extracting(Event::name)
                .containsExactly("plugin:subscription:updated", "plugin:subscription:updated");
        assertThat(events.get(0).data()).containsEntry("website_id", OTHER).containsEntry("bound", true);
        assertThat(events.get(1).data())
                .containsEntry("bound", false)
                .containsEntry(
                        "plugin_id", get("account").data().get("plugin_id").asText());
    }

    @Test
    void settingsAndPlanAreShownWhenAskedFor() {
        site.simulator().addWebsite(OTHER, true);
        site.simulator().installations().configure(OTHER, Map.of("colour", "blue"));
        site.simulator().installations().subscribe(OTHER, "pro", 9.5);

        assertThat(ids("websites/all/1?filter_configured=1")).containsExactly(OTHER);
        JsonNode configured =
                get("websites/all/1?filter_configured=1&include_plan=1").data().get(0);
        assertThat(configured.get("settings").get("colour").asText()).isEqualTo("blue");
        assertThat(configured.get("plan").get("id").asText()).hasSize(36);
        assertThat(configured.get("plan").get("name").asText()).isEqualTo("pro");
        assertThat(configured.get("plan").get("trialing").asBoolean()).isFalse();
        assertThat(configured.get("price").asDouble()).isEqualTo(9.5);
    }

    @Test
    void twentyWebsitesAreAPage() {
        for (int i = 0; i < 20; i++) {
            site.simulator().addWebsite(OTHER + i, true);
        }

        assertThat(get("websites/all/1").status()).isEqualTo(206);
        assertThat(ids("websites/all/1")).hasSize(20);
        assertThat(get("websites/all/2").status()).isEqualTo(200);
        assertThat(ids("websites/all/2")).hasSize(1);
    }

    @Test
    void theSimulatorForgetsInstallationsWhenItIsReset() {
        site.simulator().addWebsite(OTHER, true);

        site.simulator().reset();

        assertThat(ids("websites/all/1")).containsExactly(website);
    }

    @ParameterizedTest
    @ValueSource(strings = {"websites/since", "websites/since?date_since=yesterday", "websites/all/0"})
    void whatCannotBeUnderstoodIsRefused(String path) {
        assertThat(get(path).reason()).isEqualTo("invalid_data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "session", "websites/all/1", "websites/since"})
    void onlyPluginsMayAsk(String path) {
        assertThat(site.callAs(site.simulator().websiteToken(), "GET", "plugin/connect/" + path)
                        .status())
                .isEqualTo(403);
        assertThat(site.callAs(site.simulator().userToken(), "GET", "plugin/connect/" + path)
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "avatar", "website", "campaign", "helpdesk", "status", "processing"})
    void anAddressForAnUploadComesAsAnEventOfItsNamespace(String namespace) {
        List<Event> events = site.events();

        Reply reply = bucket("""
                {"namespace": "%n", "id": "7", "file": {"name": "a.png", "type": "image/png"},
                 "resource": {"type": "website", "id": "%w"}}
                """.replace("%n", namespace).replace("%w", website));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(events).extracting(Event::name).containsExactly("bucket:url:" + namespace + ":generated");
        Map<String, Object> data = events.get(0).data();
        assertThat(data)
                .containsEntry("id", "7")
                .containsEntry("from", "plugin")
                .containsEntry("type", "image/png")
                .containsEntry("identifier", site.simulator().pluginToken().identifier())
                .containsEntry("resource", Map.of("type", "website", "id", website))
                .containsKeys("policy", "url")
                .doesNotContainKey("website_id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | data should have required property '.namespace'",
                "{\"namespace\": \"attic\", \"id\": \"1\", \"file\": {\"name\": \"a\", \"type\": \"b\"}}"
                        + " | data.namespace should be equal to one of the allowed values",
                "{\"namespace\": \"upload\", \"file\": {\"name\": \"a\", \"type\": \"b\"}}"
                        + " | data should have required property '.id'",
                "{\"namespace\": \"upload\", \"id\": \"1\", \"file\": {\"name\": \"a\"}}"
                        + " | data.file should have required property '.type'",
                "{\"namespace\": \"upload\", \"id\": \"1\", \"file\": {\"name\": \"a\", \"type\": \"b\"},"
                        + " \"resource\": {\"type\": 1, \"id\": \"x\"}} | data.resource.type should be string"
            })
    void anAddressThatCannotBeMadeIsRefused(String body, String sentence) {
        List<Event> events = site.events();

        assertThat(bucket(body).data().get("message").asText()).isEqualTo(sentence);
        assertThat(events).isEmpty();
    }

    @Test
    void aPluginThatIsInstalledNowhereGetsNoAddress() {
        site.simulator().removePlugin(website);

        assertThat(bucket("{\"namespace\": \"upload\", \"id\": \"1\", \"file\": {\"name\": \"a\", \"type\": \"b\"}}")
                        .status())
                .isEqualTo(403);
    }

    private Reply bucket(String body) {
        return site.callAs(site.simulator().pluginToken(), "POST", "bucket/url/generate", body);
    }

    private Reply get(String path) {
        return site.callAs(site.simulator().pluginToken(), "GET", "plugin/connect/" + path);
    }

    private List<String> ids(String path) {
        return StreamSupport.stream(get(path).data().spliterator(), false)
                .map(element -> element.get("website_id").asText())
                .toList();
    }
}
