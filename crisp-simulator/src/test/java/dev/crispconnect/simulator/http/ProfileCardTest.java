package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileCardTest {

    private static final String WHOLE = """
            {
              "email": "ilse@example.org",
              "person": {
                "nickname": "Ilse Brandt", "avatar": "https://files.example.org/p/ilse.png", "gender": "female",
                "phone": "+493012345", "address": "Berlin", "description": "Buys", "website": "https://example.org",
                "timezone": -120,
                "profiles": [{"type": "mastodon", "handle": "ilse", "url": "https://social.example.org/@ilse"}],
                "employment": {"name": "Example GmbH", "domain": "example.org", "title": "Buyer",
                  "role": "operations", "seniority": "manager"},
                "geolocation": {"country": "DE", "region": "BE", "city": "Berlin",
                  "coordinates": {"latitude": 52.52, "longitude": 13.4}},
                "locales": ["de"]
              },
              "company": {
                "name": "Example GmbH", "legal_name": "Example GmbH", "domain": "example.org",
                "url": "https://example.org", "description": "Examples", "timezone": -120,
                "phones": ["+493012345"], "emails": ["info@example.org"],
                "geolocation": {"country": "DE"},
                "metrics": {"employees": 40, "market_cap": 1.5, "raised": 2, "arr": 3}, "tags": ["retail"]
              },
              "segments": ["customer"],
              "notepad": "Prefers e-mail"
            }
            """;

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
    void everyFieldOfTheReferenceIsKeptAsItWasWritten() {
        Reply reply = site.post("/people/profile", WHOLE);

        JsonNode profile = site.get("/people/profile/ilse@example.org").data();
        assertThat(reply.status()).isEqualTo(201);
        Site.json(WHOLE).properties().forEach(field -> assertThat(profile.get(field.getKey()))
                .as(field.getKey())
                .isEqualTo(field.getValue()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\": 7} | data.email should be string",
                "{\"email\": \"ilse\"} | data.email should match format \"email\"",
                "{\"person\": []} | data.person should be object",
                "{\"person\": {\"nickname\": 7}} | data.person.nickname should be string",
                "{\"person\": {\"timezone\": \"CET\"}} | data.person.timezone should be integer",
                "{\"person\": {\"timezone\": 1.5}} | data.person.timezone should be integer",
                "{\"person\": {\"profiles\": {}}} | data.person.profiles should be array",
                "{\"person\": {\"profiles\": [1]}} | data.person.profiles[0] should be object",
                "{\"person\": {\"profiles\": [{}, {\"url\": 1}]}} | data.person.profiles[1].url should be string",
                "{\"person\": {\"employment\": \"x\"}} | data.person.employment should be object",
                "{\"person\": {\"employment\": {\"role\": 1}}} | data.person.employment.role should be string",
                "{\"person\": {\"geolocation\": {\"city\": 1}}} | data.person.geolocation.city should be string",
                "{\"person\": {\"geolocation\": {\"coordinates\": {\"latitude\": \"1\"}}}}"
                        + " | data.person.geolocation.coordinates.latitude should be number",
                "{\"person\": {\"locales\": [1]}} | data.person.locales[0] should be string",
                "{\"company\": 1} | data.company should be object",
                "{\"company\": {\"phones\": \"1\"}} | data.company.phones should be array",
                "{\"company\": {\"metrics\": {\"arr\": \"much\"}}} | data.company.metrics.arr should be number",
                "{\"company\": {\"tags\": [true]}} | data.company.tags[0] should be string",
                "{\"segments\": \"vip\"} | data.segments should be array",
                "{\"segments\": [null]} | data.segments[0] should be string",
                "{\"notepad\": {}} | data.notepad should be string",
                "{\"active\": {\"now\": true}} | data.active should be integer",
            })
    void aWrongTypeIsRefusedWithASentenceThatNamesTheField(String card, String sentence) {
        site.post("/people/profile", WHOLE);

        for (Reply reply : new Reply[] {
            site.post("/people/profile", card),
            site.put("/people/profile/ilse@example.org", card),
            site.patch("/people/profile/ilse@example.org", card)
        }) {
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.reason()).isEqualTo("invalid_data");
            assertThat(reply.data().get("message").asText()).isEqualTo(sentence);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"score", "created_at", "updated_at", "people_id", "data", "unheard_of"})
    void whatMayNotBeWrittenIsIgnored(String field) {
        site.post("/people/profile", WHOLE);
        JsonNode before = site.get("/people/profile/ilse@example.org").data();

        Reply reply = site.patch("/people/profile/ilse@example.org", "{\"" + field + "\": 7}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(site.get("/people/profile/ilse@example.org").data()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "GET", "HEAD"})
    void whoDoesNotExistIsNotFound(String method) {
        assertThat(site.call(method, "/people/profile/nobody@example.org", method.equals("GET") ? null : "{}")
                        .status())
                .isEqualTo(404);
    }
}
