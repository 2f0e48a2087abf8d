package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused of the routes below one conversation, and with which sentence. */
class ConversationRefusalsTest {

    private static final String GOOD = """
            GET    | state
            PATCH  | state                | {"state": "resolved"}
            PATCH  | open                 | {"opened": true}
            GET    | routing
            PATCH  | routing              | {"assigned": null}
            PATCH  | inbox                | {"inbox_id": null}
            GET    | meta
            PATCH  | meta                 | {"email": "a@example.org"}
            GET    | relations
            GET    | participants
            PUT    | participants         | {"participants": []}
            GET    | block
            PATCH  | block                | {"blocked": true}
            GET    | verify
            PATCH  | verify               | {"verified": true}
            POST   | verify/identity      | {"identity": "email", "method": "link", "recipient": "a@example.org"}
            PUT    | verify/identity/link | {"identity": "email", "token": "t", "recipient": "a@example.org"}
            POST   | transcript           | {"to": "operator"}
            POST   | purge                |
            POST   | feedback             |
            POST   | reminder             | {"date": "2026-03-03T09:00:00Z", "note": "Call back"}
            POST   | report               | {"flag": "spam"}
            POST   | tool                 | {"command": "translate"}
            POST   | initiate             |
            GET    | browsing
            POST   | browsing             |
            PATCH  | browsing/b           | {"action": "stop"}
            PATCH  | browsing/b/assist    | {}
            GET    | call
            POST   | call                 | {"mode": "audio"}
            DELETE | call/c               | {}
            PATCH  | call/c               | {}
            GET    | pages/1
            GET    | events/1
            GET    | files/1
            GET    | original/o
            """;

    private static Site site;
    private static String sessionId;

    @BeforeAll
    static void open() {
        site = Site.open();
        sessionId = site.workspace().conversations().start().sessionId();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    static Stream<String> goodCalls() {
        return Arrays.stream(GOOD.split("\n"));
    }

    @ParameterizedTest
    @MethodSource("goodCalls")
    void aConversationThatDoesNotExistIsNotFound(String call) {
        Reply reply = called("session_gone", call);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.reason()).isEqualTo("conversation_not_found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            PATCH | state           | {}                                          | data should have required property '.state'
            PATCH | state           | {"state": "archived"}                       | data.state should be equal to one of the allowed values
            PATCH | state           | {"state": "pending", "user": "Mo"}          | data.user should be object
            PATCH | state           | {"state": "pending", "user": {"type": "x"}} | data.user.type should be equal to one of the allowed values
            PATCH | state           | {"state": "pending", "origin": 1}           | data.origin should be string
            PATCH | open            | {}                                          | data should have required property '.opened'
            PATCH | open            | {"opened": 1}                               | data.opened should be boolean
            PATCH | routing         | {}                                          | data should have required property '.assigned'
            PATCH | routing         | {"assigned": {}}                            | data.assigned should have required property '.user_id'
            PATCH | routing         | {"assigned": null, "silent": "yes"}         | data.silent should be boolean
            PATCH | inbox           | {}                                          | data should have required property '.inbox_id'
            PATCH | inbox           | {"inbox_id": 3}                             | data.inbox_id should be string
            PATCH | meta            | {"nickname": 7}                             | data.nickname should be string
            PATCH | meta            | {"data": {"a": []}}                         | data.data.a should be string,number,boolean
            PATCH | meta            | {"segments": [1]}                           | data.segments[] should be string
            PATCH | meta            | {"device": {"timezone": 1.5}}               | data.device.timezone should be integer
            PATCH | meta            | {"device": {"locales": "de"}}               | data.device.locales should be array
            PATCH | meta            | {"device": {"capabilities": [true]}}        | data.device.capabilities[] should be string
            PATCH | meta            | {"device": {"system": {"os": "Linux"}}}     | data.device.system.os should be object
            PATCH | meta            | {"device": {"system": {"os": {"name": 1}}}} | data.device.system.os.name should be string
            PATCH | meta            | {"device": {"geolocation": {"city": 1}}}    | data.device.geolocation.city should be string
            PATCH | meta            | {"device": {"geolocation": {"coordinates": {"latitude": "x"}}}} | data.device.geolocation.coordinates.latitude should be number
            PUT   | participants    | {}                                          | data should have required property '.participants'
            PUT   | participants    | {"participants": {}}                        | data.participants should be array
            PUT   | participants    | {"participants": ["a@example.org"]}         | data.participants[] should be object
            PUT   | participants    | {"participants": [{"type": "email"}]}       | data.participants[] should have required property '.target'
            PUT   | participants    | {"participants": [{"type": "fax", "target": "1"}]} | data.participants[].type should be equal to one of the allowed values
            PATCH | block           | {"blocked": "true"}                         | data.blocked should be boolean
            PATCH | verify          | {}                                          | data should have required property '.verified'
            POST  | verify/identity | {"identity": "name", "method": "link", "recipient": "a"} | data.identity should be equal to one of the allowed values
            POST  | verify/identity | {"identity": "email", "method": "code", "recipient": "a"} | data.method should be equal to one of the allowed values
            POST  | verify/identity | {"identity": "email", "method": "link"}     | data should have required property '.recipient'
            PUT   | verify/identity/link | {"identity": "email", "recipient": "a"} | data should have required property '.token'
            POST  | transcript      | {}                                          | data should have required property '.to'
            POST  | transcript      | {"to": "other", "email": 1}                 | data.email should be string
            POST  | reminder        | {"note": "Call"}                            | data should have required property '.date'
            POST  | reminder        | {"date": "tomorrow", "note": "Call"}        | data.date should match format "date-time"
            POST  | reminder        | {"date": "2026-03-03T09:00:00Z"}            | data should have required property '.note'
            POST  | report          | {}                                          | data should have required property '.flag'
            POST  | tool            | {}                                          | data should have required property '.command'
            POST  | tool            | {"command": "c", "payload": 1}              | data.payload should be object
            PATCH | browsing/b      | {}                                          | data should have required property '.action'
            POST  | call            | {"mode": "fax"}                             | data.mode should be equal to one of the allowed values
            GET   | pages/0         |                                             | params.page_number should be >= 1
            """)
    void aBodyThatIsWrongIsInvalidAndTheFieldIsNamed(String method, String path, String body, String sentence) {
        Reply reply = site.call(method, "/conversation/" + sessionId + "/" + path, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.reason()).isEqualTo("invalid_data");
        assertThat(reply.data().get("message").asText()).isEqualTo(sentence);
    }

    private static Reply called(String session, String call) {
        String[] parts = call.split("\\|", -1);
        String body = parts.length < 3 || parts[2].isBlank() ? null : parts[2].trim();
        return site.call(parts[0].trim(), "/conversation/" + session + "/" + parts[1].trim(), body);
    }
}
