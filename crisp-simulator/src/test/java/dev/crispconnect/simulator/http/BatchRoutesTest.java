package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.access.Scopes;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.switches.AnswerSwitch;
import dev.crispconnect.simulator.switches.AnswerSwitch.BatchTiers;
import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.ProfileCard;
import dev.crispconnect.simulator.workspace.State;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchRoutesTest {

    private static final String INBOX = "5a0e6f1c-6f2f-4a7a-8a55-0d1f2b3c4d5e";

    private Site site;
    private String first;
    private String second;
    private String third;

    @BeforeEach
    void open() {
        site = Site.open();
        first = written();
        second = written();
        third = written();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void thoseThatAreNamedAreChanged() {
        Reply reply = site.patch("/batch/resolve", "{\"inbox_id\": null, " + firstAndSecond() + "}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.data()).isEmpty();
        assertThat(states()).containsExactly(State.RESOLVED, State.RESOLVED, State.PENDING);
    }

    @Test
    void withoutSessionsTheWholeInboxIsChanged() {
        site.workspace().conversations().moveToInbox(second, INBOX);

        site.patch("/batch/resolve", "{\"inbox_id\": null}");
        List<State> afterMain = states();
        site.patch("/batch/unresolve", "{\"inbox_id\": \"" + INBOX + "\"}");

        assertThat(afterMain).containsExactly(State.RESOLVED, State.PENDING, State.RESOLVED);
        assertThat(states()).containsExactly(State.RESOLVED, State.UNRESOLVED, State.RESOLVED);
    }

    @Test
    void thoseThatDoNotExistArePassedOver() {
        Reply reply = site.patch("/batch/resolve", "{\"sessions\": [\"session_gone\", \"" + first + "\"]}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(conversation(first).state()).isEqualTo(State.RESOLVED);
    }

    @Test
    void messagesAreReadAndUnread() {
        site.patch("/batch/read", "{" + firstAndSecond() + "}");
        int read = conversation(first).unreadOperator();
        site.patch("/batch/unread", "{" + firstAndSecond() + "}");

        assertThat(read).isZero();
        assertThat(conversation(first).unreadOperator()).isEqualTo(1);
    }

    @Test
    void conversationsAreRemoved() {
        site.patch("/batch/remove", "{" + firstAndSecond() + "}");

        assertThat(site.workspace().conversations().all())
                .extracting(Conversation::sessionId)
                .containsExactly(third);
    }

    @Test
    void conversationsAreBlockedAssignedMovedAndMarked() {
        site.patch("/batch/block", "{" + firstAndSecond() + ", \"blocked\": true}");
        site.patch("/batch/routing", "{" + firstAndSecond() + ", \"assigned\": {\"user_id\": \"mo\"}}");
        site.patch("/batch/inbox", "{" + firstAndSecond() + ", \"inbox_id\": \"" + INBOX + "\"}");
        site.patch("/batch/data", "{" + firstAndSecond() + ", \"data\": {\"order\": \"4711\"}}");
        site.patch("/batch/segments", "{" + firstAndSecond() + ", \"segments\": [\"vip\"]}");
        Reply reported = site.post("/batch/report", "{" + firstAndSecond() + ", \"flag\": \"spam\"}");

        assertThat(reported.status()).isEqualTo(202);
        Conversation changed = conversation(second);
        assertThat(changed.blocked()).isTrue();
        assertThat(changed.assignedTo()).isEqualTo("mo");
        assertThat(changed.inboxId()).isEqualTo(INBOX);
        assertThat(changed.data("order")).isEqualTo("4711");
        assertThat(changed.segments()).containsExactly("vip");
        assertThat(conversation(third).blocked()).isFalse();
    }

    @Test
    void peopleAreChangedAndRemovedByIdOrBySearch() {
        String lena = profile("lena@example.org", "Lena");
        String omar = profile("omar@example.org", "Omar");
        String both = "\"people\": {\"profiles\": [\"" + lena + "\", \"" + omar + "\", \"gone\"]}";

        site.patch("/batch/data", "{" + both + ", \"data\": {\"tier\": 2}}");
        site.patch("/batch/segments", "{" + both + ", \"segments\": [\"customer\"]}");
        site.patch("/batch/remove", "{\"people\": {\"search\": \"LENA\"}}");

        assertThat(site.workspace().people().find(lena)).isEmpty();
        assertThat(site.workspace().people().get(omar).data()).containsEntry("tier", 2);
        assertThat(site.workspace().people().get(omar).segments()).containsExactly("customer");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            resolve  | {}                                  | data should have required property '.sessions'
            remove   | {}                                  | data should have required property '.sessions'
            resolve  | {"sessions": "all"}                 | data.sessions should be array
            read     | {"sessions": [1]}                   | data.sessions[] should be string
            unread   | {"inbox_id": 1}                     | data.inbox_id should be string
            remove   | {"people": {}}                      | data.people should have required property '.profiles'
            remove   | {"people": {"search": 1}}           | data.people.search should be string
            block    | {"sessions": []}                    | data should have required property '.blocked'
            block    | {"blocked": true}                   | data should have required property '.sessions'
            routing  | {"sessions": []}                    | data should have required property '.assigned'
            inbox    | {"sessions": []}                    | data should have required property '.inbox_id'
            data     | {"sessions": []}                    | data should have required property '.data'
            data     | {"sessions": [], "data": {"a": {}}} | data.data.a should be string,number,boolean
            segments | {"sessions": [], "segments": "vip"} | data.segments should be array
            """)
    void aBodyThatIsWrongIsInvalidAndTheFieldIsNamed(String verb, String body, String sentence) {
        Reply reply = site.patch("/batch/" + verb, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.data().get("message").asText()).isEqualTo(sentence);
        assertThat(site.workspace().conversations().all()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolve", "read", "remove"})
    void someVerbsCanBeLeftToOperators(String verb) {
        SimulatorSettings settings = SimulatorSettings.defaults().with(AnswerSwitch.BATCH_TIERS, BatchTiers.USER_ONLY);
        try (Site strict = Site.open(settings)) {
            assertThat(strict.patch("/batch/" + verb, "{\"sessions\": []}").reason())
                    .isEqualTo("not_allowed");
            assertThat(strict.patch("/batch/unresolve", "{\"sessions\": []}").status())
                    .isEqualTo(200);
        }
    }

    private String firstAndSecond() {
        return "\"sessions\": [\"" + first + "\", \"" + second + "\"]";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            remove   | website:people:profiles | {"people": {"profiles": []}}
            segments | website:people:profiles | {"people": {"profiles": []}, "segments": []}
            data     | website:people:data     | {"people": {"profiles": []}, "data": {}}
            """)
    void whatIsDoneToPeopleNeedsTheScopeOfPeople(String verb, String scope, String body) {
        assertThat(held(Scopes.none().writing("website:conversation:sessions"), verb, body)
                        .status())
                .isEqualTo(403);
        assertThat(held(Scopes.none().writing(scope), verb, body).status()).isEqualTo(200);
        assertThat(held(Scopes.none().writing(scope), verb, "{\"sessions\": []}")
                        .status())
                .isEqualTo(403);
    }

    private Reply held(Scopes scopes, String verb, String body) {
        Token token = site.simulator().pluginToken().withScopes(scopes);
        site.simulator().tokens().issue(token);
        String websiteId = site.workspace().website().websiteId();
        return site.callAs(token, "PATCH", "website/" + websiteId + "/batch/" + verb, body);
    }

    private List<State> states() {
        return List.of(
                conversation(first).state(),
                conversation(second).state(),
                conversation(third).state());
    }

    private Conversation conversation(String sessionId) {
        return site.workspace().conversations().get(sessionId);
    }

    private String profile(String email, String nickname) {
        return site.workspace().people().create(ProfileCard.of(email, nickname)).peopleId();
    }

    private String written() {
        String sessionId = site.workspace().conversations().start().sessionId();
        site.workspace().visitorWrites(sessionId, "Hello");
        return sessionId;
    }
}
