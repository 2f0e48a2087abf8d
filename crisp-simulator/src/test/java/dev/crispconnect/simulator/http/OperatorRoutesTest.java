package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.switches.AnswerSwitch;
import dev.crispconnect.simulator.workspace.Membership;
import dev.crispconnect.simulator.workspace.Membership.Role;
import dev.crispconnect.simulator.workspace.OperatorEmail;
import dev.crispconnect.simulator.workspace.Website;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorRoutesTest {

    private static final String SECRET = SimulatorSettings.defaults().userSecret();
    private static final String VERIFY = "\"verify\": {\"method\": \"password\", \"secret\": \"" + SECRET + "\"}";

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
    void operatorsAreListedWithTheirDetailsInSnakeCase() {
        Reply reply = site.get("/operators/list");

        JsonNode first = reply.data().get(0);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.data()).hasSize(3);
        assertThat(first.get("type").asText()).isEqualTo("operator");
        assertThat(first.get("details")).isEqualTo(Site.json("""
                {"user_id": "ID", "email": "mo@example.org", "avatar": null, "first_name": "Mo", "last_name": "Adler",
                 "role": "owner", "title": "Support", "availability": "online", "has_token": true}
                """.replace("ID", owner().userId())));
        assertThat(site.get("/operator/" + owner().userId()).data()).isEqualTo(first.get("details"));
        assertThat(site.get("/operator/nobody").reason()).isEqualTo("operator_not_found");
    }

    @Test
    void whoAnswersIsActiveUntilAUserForgetsIt() {
        String sessionId =
                site.workspace().visitorArrives("Ilse", "ilse@example.org").sessionId();
        assertThat(site.get("/operators/active").data()).isEmpty();

        site.workspace().operatorAnswers(sessionId, "Good morning");

        JsonNode active = site.get("/operators/active").data().get(0);
        assertThat(active.get("user_id").asText()).isEqualTo(owner().userId());
        assertThat(active.get("nickname").asText()).isEqualTo("Mo Adler");
        assertThat(active.get("timestamp").asLong()).isEqualTo(Site.START.toEpochMilli());
        assertThat(site.delete("/operators/active").status()).isEqualTo(403);
        assertThat(site.asUser("DELETE", "/operators/active", null).status()).isEqualTo(200);
        assertThat(site.get("/operators/active").data()).isEmpty();
    }

    @Test
    void anEmailToOperatorsIsKept() {
        Reply reply = site.post("/operators/email", """
                {"recipient": "owners", "subject": "Look", "message": "Here",
                 "target": {"label": "Open", "url": "https://example.org"}}
                """);

        assertThat(reply.status()).isEqualTo(202);
        assertThat(site.workspace().operators().emails())
                .containsExactly(new OperatorEmail("owners", null, "Look", "Here", "Open", "https://example.org"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"subject\": \"a\", \"message\": \"b\"} | 400",
                "{\"recipient\": \"owners\", \"message\": \"b\"} | 400",
                "{\"recipient\": \"owners\", \"subject\": \"a\"} | 400",
                "{\"recipient\": \"owners\", \"subject\": 1, \"message\": \"b\"} | 400",
                "{\"recipient\": \"owners\", \"subject\": \"a\", \"message\": \"b\", \"target\": {}} | 400",
                "{\"recipient\": \"operator\", \"user_id\": \"x\", \"subject\": \"a\", \"message\": \"b\"} | 404"
            })
    void anEmailThatCannotBeSentIsNotKept(String body, int status) {
        assertThat(site.post("/operators/email", body).status()).isEqualTo(status);
        assertThat(site.workspace().operators().emails()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 405})
    void membershipsAreForUsersOnly(int status) {
        site.simulator().switches().set(AnswerSwitch.WRONG_TIER, status);
        String one = "/operator/" + owner().userId();
        String invite = "{\"email\": \"new@example.org\", \"role\": \"member\", " + VERIFY + "}";

        assertThat(site.post("/operator", invite).status()).isEqualTo(status);
        assertThat(site.patch(one, "{\"title\": \"Boss\"}").status()).isEqualTo(status);
        assertThat(site.delete(one).status()).isEqualTo(status);
        String website = "website/" + site.workspace().website().websiteId();
        assertThat(site.callAs(site.simulator().pluginToken(), "DELETE", website + one)
                        .status())
                .isEqualTo(status);
        assertThat(site.workspace().operators().list()).hasSize(3);
    }

    @Test
    void aUserInvitesSomebodyWithThePassword() {
        Reply reply = site.asUser(
                "POST", "/operator", "{\"email\": \"new@example.org\", \"role\": \"admin\", " + VERIFY + "}");

        JsonNode invited = site.get("/operators/list").data().get(3);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(invited.get("type").asText()).isEqualTo("invite");
        assertThat(invited.get("details").get("email").asText()).isEqualTo("new@example.org");
        assertThat(invited.get("details").get("role").asText()).isEqualTo("admin");
        assertThat(site.workspace().website().operators()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\": \"a@b.c\", \"role\": \"member\", \"verify\": {\"method\": \"password\", \"secret\": \"x\"}}"
                        + " | 423 | password_unverified",
                "{\"email\": \"a@b.c\", \"role\": \"member\"} | 400 | invalid_data",
                "{\"email\": \"a@b.c\", \"role\": \"member\", \"verify\": true} | 400 | invalid_data",
                "{\"email\": \"a@b.c\", \"role\": \"member\", \"verify\": {\"secret\": \"x\"}} | 400 | invalid_data",
                "{\"email\": \"a@b.c\", \"role\": \"king\"} | 400 | invalid_data",
                "{\"email\": \"a@b.c\"} | 400 | invalid_data",
                "{\"role\": \"member\"} | 400 | invalid_data"
            })
    void anInvitationThatIsNotRightIsRefused(String body, int status, String reason) {
        Reply reply = site.asUser("POST", "/operator", body);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.reason()).isEqualTo(reason);
        assertThat(site.workspace().operators().list()).hasSize(3);
    }

    @Test
    void whoIsAMemberIsNotInvitedAgain() {
        Reply reply = site.asUser(
                "POST", "/operator", "{\"email\": \"mo@example.org\", \"role\": \"member\", " + VERIFY + "}");

        assertThat(reply.status()).isEqualTo(409);
    }

    @Test
    void aUserChangesAMembership() {
        String hana = site.workspace().website().operators().get(1).userId();

        assertThat(site.asUser("PATCH", "/operator/" + hana, "{\"role\": \"owner\", \"title\": \"Boss\"}")
                        .status())
                .isEqualTo(200);

        Membership changed = site.workspace().operators().get(hana);
        assertThat(changed.role()).isEqualTo(Role.OWNER);
        assertThat(changed.title()).isEqualTo("Boss");
        assertThat(site.asUser("PATCH", "/operator/" + hana, "{\"role\": \"king\"}")
                        .status())
                .isEqualTo(400);
        assertThat(site.asUser("PATCH", "/operator/nobody", "{\"title\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theLastOwnerStays() {
        String path = "/operator/" + owner().userId();

        assertThat(site.asUser("DELETE", path, null).status()).isEqualTo(403);
        assertThat(site.asUser("PATCH", path, "{\"role\": \"member\"}").status())
                .isEqualTo(403);
        site.workspace().operators().join("Lena", "Lind", "lena@example.org", Role.OWNER);
        assertThat(site.asUser("DELETE", path, null).status()).isEqualTo(200);
        assertThat(site.workspace().website().operators())
                .extracting(Website.Operator::nickname)
                .containsExactly("Hana Sato", "Diego Silva", "Lena Lind");
        assertThat(site.asUser("DELETE", path, null).status()).isEqualTo(404);
    }

    @Test
    void whoIsUnlinkedAnswersNoMore() {
        site.workspace().operators().join("Lena", "Lind", "lena@example.org", Role.OWNER);
        String sessionId =
                site.workspace().visitorArrives("Ilse", "ilse@example.org").sessionId();
        site.asUser("DELETE", "/operator/" + owner().userId(), null);

        assertThat(site.workspace().operatorAnswers(sessionId, "Hello").user().nickname())
                .isEqualTo("Hana Sato");
    }

    private Website.Operator owner() {
        return site.workspace().website().operators().get(0);
    }
}
