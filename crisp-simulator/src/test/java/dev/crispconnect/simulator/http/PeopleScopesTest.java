package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.access.Scopes;
import dev.crispconnect.simulator.access.Token;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleScopesTest {

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open();
        site.post("/people/profile", "{\"email\": \"ilse@example.org\"}");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "website:people:profiles, /people/profiles/1",
        "website:people:profiles, /people/profile/ilse@example.org",
        "website:people:profiles, /people/stats",
        "website:people:profiles, /people/suggest/segments/1",
        "website:people:profiles, /people/conversations/ilse@example.org/list/1",
        "website:people:profiles, /people/events/ilse@example.org/list/1",
        "website:people:profiles, /people/subscription/ilse@example.org",
        "website:people:data, /people/data/ilse@example.org",
        "website:availability, /availability/status",
        "website:availability, /availability/operators"
    })
    void aTokenThatIsHeldToScopesNeedsTheOneToRead(String scope, String path) {
        String below = "website/" + site.workspace().website().websiteId() + path;

        assertThat(get(Scopes.none(), below)).isEqualTo(403);
        assertThat(get(Scopes.none().writing(scope), below)).isEqualTo(403);
        assertThat(get(Scopes.none().reading(scope), below)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "website:people:profiles, PATCH, /people/profile/ilse@example.org, {\"notepad\": \"x\"}",
        "website:people:data, PATCH, /people/data/ilse@example.org, {\"data\": {}}",
        "website:people:profiles, PATCH, /people/subscription/ilse@example.org, {\"email\": true}"
    })
    void andTheOneToWrite(String scope, String method, String path, String body) {
        String below = "website/" + site.workspace().website().websiteId() + path;

        Token reader = issued(Scopes.none().reading(scope));
        assertThat(site.callAs(reader, method, below, body).status()).isEqualTo(403);
        Token writer = issued(Scopes.none().writing(scope));
        assertThat(site.callAs(writer, method, below, body).status()).isEqualTo(200);
    }

    private int get(Scopes scopes, String path) {
        return site.callAs(issued(scopes), "GET", path).status();
    }

    private Token issued(Scopes scopes) {
        Token token = site.simulator().pluginToken().withScopes(scopes);
        site.simulator().tokens().issue(token);
        return token;
    }
}
