package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.DuplicateEmail;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleRoutesTest {

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void creatingAnswersWithTheIdTheServerMade() {
        Reply reply = create("ilse@example.org");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.reason()).isEqualTo("added");
        assertThat(site.workspace().people().get("ilse@example.org").peopleId())
                .isEqualTo(reply.data().get("people_id").asText());
    }

    @Test
    void aProfileIsFoundByIdAndByEmailRawOrEncoded() {
        String id = create("ilse+shop@example.org").data().get("people_id").asText();

        assertThat(emailOf("/people/profile/" + id)).isEqualTo("ilse+shop@example.org");
        assertThat(emailOf("/people/profile/ilse+shop@example.org")).isEqualTo("ilse+shop@example.org");
        assertThat(emailOf("/people/profile/ilse%2Bshop%40example.org")).isEqualTo("ilse+shop@example.org");
        assertThat(site.head("/people/profile/" + id).status()).isEqualTo(200);
        assertThat(site.head("/people/profile/nobody@example.org").status()).isEqualTo(404);
    }

    @Test
    void aPatchKeepsWhatItDoesNotName() {
        create("ilse@example.org");
        site.tick();

        Reply reply = site.patch("/people/profile/ilse@example.org", """
                {"person": {"phone": "+493012345"}, "segments": ["vip"], "notepad": "Prefers e-mail"}
                """);

        JsonNode profile = site.get("/people/profile/ilse@example.org").data();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(profile.get("person").get("nickname").asText()).isEqualTo("Ilse Brandt");
        assertThat(profile.get("person").get("phone").asText()).isEqualTo("+493012345");
        assertThat(profile.get("segments").get(0).asText()).isEqualTo("vip");
        assertThat(profile.get("updated_at").asLong())
                .isEqualTo(Site.START.plusSeconds(1).toEpochMilli());
        assertThat(profile.get("created_at").asLong()).isEqualTo(Site.START.toEpochMilli());
    }

    @Test
    void aPutReplacesEverything() {
        create("ilse@example.org");

        Reply reply = site.put("/people/profile/ilse@example.org", """
                {"email": "ilse@example.org", "notepad": "Only this"}
                """);

        JsonNode profile = site.get("/people/profile/ilse@example.org").data();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(profile.get("person")).isEmpty();
        assertThat(profile.get("segments")).isEmpty();
        assertThat(profile.get("notepad").asText()).isEqualTo("Only this");
    }

    @Test
    void thereIsNoUpsert() {
        assertThat(site.patch("/people/profile/nobody@example.org", "{\"notepad\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aRemovedProfileIsGone() {
        create("ilse@example.org");

        assertThat(site.delete("/people/profile/ilse@example.org").reason()).isEqualTo("deleted");
        assertThat(site.get("/people/profile/ilse@example.org").status()).isEqualTo(404);
        assertThat(site.workspace().people().all()).isEmpty();
    }

    @Test
    void activeIsWrittenAsANumberAndReadAsAnObject() {
        create("ilse@example.org");
        site.patch("/people/profile/ilse@example.org", "{\"active\": 1760000123456}");

        JsonNode active = site.get("/people/profile/ilse@example.org").data().get("active");

        assertThat(active.get("now").isBoolean()).isTrue();
        assertThat(active.get("last").asLong()).isEqualTo(1_760_000_123_456L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\": 7}",
                "{\"person\": \"Ilse\"}",
                "{\"company\": []}",
                "{\"segments\": \"vip\"}",
                "{\"notepad\": {}}",
                "{\"active\": {\"now\": true}}"
            })
    void aWrongTypeIsInvalid(String card) {
        assertThat(site.post("/people/profile", card).reason()).isEqualTo("invalid_data");
        assertThat(site.workspace().people().all()).isEmpty();
    }

    @Test
    void customDataIsMergedByPatchAndReplacedByPut() {
        create("ilse@example.org");
        String path = "/people/data/ilse@example.org";

        site.put(path, "{\"data\": {\"plan\": \"pro\", \"seats\": 4}}");
        site.patch(path, "{\"data\": {\"seats\": 5}}");
        JsonNode merged = site.get(path).data().get("data");
        site.put(path, "{\"data\": {\"trial\": true}}");
        JsonNode replaced = site.get(path).data().get("data");

        assertThat(merged.get("plan").asText()).isEqualTo("pro");
        assertThat(merged.get("seats").asInt()).isEqualTo(5);
        assertThat(replaced.fieldNames()).toIterable().containsExactly("trial");
    }

    @Test
    void customDataIsFlat() {
        create("ilse@example.org");

        assertThat(site.patch("/people/data/ilse@example.org", "{\"data\": {\"a\": [1]}}")
                        .reason())
                .isEqualTo("invalid_data");
        assertThat(site.patch("/people/data/ilse@example.org", "{}").reason()).isEqualTo("invalid_data");
    }

    @Test
    void profilesAreListedInPagesInTheOrderAskedFor() {
        for (int i = 0; i < 25; i++) {
            create("visitor" + i + "@example.org");
            site.tick();
        }
        site.patch("/people/profile/visitor3@example.org", "{\"notepad\": \"newest now\"}");

        Reply first = site.get("/people/profiles/1?sort_field=updated_at&sort_order=descending&per_page=20");
        Reply second = site.get("/people/profiles/2?sort_field=updated_at&sort_order=descending&per_page=20");
        Reply oldest = site.get("/people/profiles/1?sort_field=created_at&sort_order=ascending");

        assertThat(first.status()).isEqualTo(206);
        assertThat(emails(first)).hasSize(20).startsWith("visitor3@example.org", "visitor24@example.org");
        assertThat(second.status()).isEqualTo(200);
        assertThat(emails(second)).hasSize(5).doesNotContainAnyElementsOf(emails(first));
        assertThat(emails(oldest)).startsWith("visitor0@example.org", "visitor1@example.org");
    }

    @Test
    void theDateFilterComparesTheCreationDate() {
        create("old@example.org");
        site.tick();
        create("new@example.org");
        site.patch("/people/profile/old@example.org", "{\"notepad\": \"changed\"}");

        Reply reply =
                site.get("/people/profiles/1?filter_date_start=" + site.clock().now());

        assertThat(emails(reply)).containsExactly("new@example.org");
    }

    @ParameterizedTest
    @CsvSource({"CONFLICT, 409, 1", "INVALID, 400, 1", "SECOND_PROFILE, 201, 2"})
    void aSecondProfileWithTheSameEmailMeetsTheSwitch(DuplicateEmail behaviour, int status, int profiles) {
        try (Site switched = Site.open(SimulatorSettings.defaults().with(WorkspaceSwitch.DUPLICATE_EMAIL, behaviour))) {
            switched.post("/people/profile", "{\"email\": \"ilse@example.org\"}");

            Reply second = switched.post("/people/profile", "{\"email\": \"ilse@example.org\"}");

            assertThat(second.status()).isEqualTo(status);
            assertThat(switched.workspace().people().all()).hasSize(profiles);
        }
    }

    private Reply create(String email) {
        return site.post("/people/profile", """
                {"email": "EMAIL", "person": {"nickname": "Ilse Brandt"}, "segments": ["customer"]}
                """.replace("EMAIL", email));
    }

    private String emailOf(String path) {
        return site.get(path).data().get("email").asText();
    }

    private static List<String> emails(Reply reply) {
        return StreamSupport.stream(reply.data().spliterator(), false)
                .map(profile -> profile.get("email").asText())
                .toList();
    }
}
