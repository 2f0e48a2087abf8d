package dev.crispconnect.simulator.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.access.Tier;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.RepeatedFingerprint;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminApiTest {

    private final Site site = Site.open();
    private final AdminCaller admin = new AdminCaller(site);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void itSaysWhatThereIs() {
        assertThat(admin.get("").get("routes").findValuesAsText("path"))
                .contains("/admin/faults", "/admin/switches", "/admin/journal", "/admin/clock", "/admin/actions");
    }

    @Test
    void whatThereIsNotIsAnsweredWithWhatThereIs() {
        Site.Reply reply = admin.call("GET", "fault", null);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().get("error").asText())
                .contains("GET /admin/fault;")
                .contains("GET /admin/faults");
    }

    @Test
    void itIsNotInTheJournal() {
        admin.get("counts");

        assertThat(site.simulator().journal().total()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,true", "::1,true", "192.0.2.7,false", "2001:db8::7,false"})
    void onlyCallersOnTheSameMachineAreServed(String address, boolean served) {
        assertThat(Callers.isLocal(address)).isEqualTo(served);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | seed                 | [1]                        | 400 | JSON object
            POST | seed                 | {"conversation": 1}        | 400 | no field conversation
            POST | seed                 | {"conversations": "many"}  | 400 | whole number
            POST | seed                 | {"conversations": -1}      | 400 | 0 or more
            POST | seed                 | {"websiteId": "nowhere"}   | 404 | no website nowhere
            PUT  | traffic              | {"eventsPerSecond": 0}     | 400 | more than 0
            PUT  | switches             | {"colour": "blue"}         | 404 | no switch colour
            PUT  | switches             | {"partial": "sometimes"}   | 400 | when-more, always
            PUT  | switches             | {"partial": ["always"]}    | 400 | a text
            PUT  | switches/partial     | {}                         | 400 | value is missing
            GET  | switches/colour      |                            | 404 | past-the-end
            GET  | journal?colour=blue  |                            | 400 | no field colour
            GET  | journal?since=noon   |                            | 400 | whole number
            GET  | journal?format=xml   |                            | 400 | array, lines
            POST | actions/dance        | {}                         | 404 | visitor-writes
            POST | actions/visitor-writes | {"sessionId": "none", "text": "a"} | 404 | no such conversation: none
            POST | actions/visitor-writes | {"sessionId": "none"}    | 400 | text is missing
            POST | actions/set-state    | {"sessionId": "none", "state": "open"} | 400 | resolved
            PUT  | clock                | {"frozen": "noon"}         | 400 | such as 2026
            PUT  | clock                | {"advance": "1h"}          | 400 | such as PT1H
            PUT  | clock                | {}                         | 400 | one of
            PUT  | think-time           | {"millis": -1}             | 400 | 0 or more
            POST | tokens               | {"tier": "king"}           | 400 | website, plugin
            POST | tokens               | {"tier": "plugin", "websites": ["nowhere"]} | 404 | no website
            POST | tokens               | {"tier": "plugin", "scopes": ["all"]} | 400 | :read
            DELETE | tokens/nobody      |                            | 404 | no token nobody
            POST | websites             | {}                         | 400 | websiteId is missing
            DELETE | websites/nowhere/plugin |                       | 404 | no website nowhere
            DELETE | faults/7           |                            | 404 | no planned fault 7
            POST | realtime/faults      | {"fault": "dorp"}          | 400 | drop, duplicate
            POST | realtime/faults      | {"fault": "drop", "times": -1} | 400 | 0 or more
            POST | realtime/strikes     | {"fault": "cut", "socket": "s"} | 404 | no socket s
            PUT  | realtime/doors       | {"connects": "shut"}       | 400 | bad-gateway
            POST | hooks                | {"events": []}             | 400 | url is missing
            POST | hooks                | {"url": "http://127.0.0.1/", "events": [], "pluginId": "p"} | 400 | secret is missing
            POST | actions/server-says  | {"event": "sun:rises"}     | 400 | no event sun:rises
            POST | actions/server-invents | {"event": "message:send"} | 400 | server-says
            POST | faults               | null                       | 400 | JSON object
            PUT  | clock                | {"advance": "PT99999999999999H"} | 400 | from 1970
            PUT  | clock                | {"now": "+10000-01-01T00:00:00Z"} | 400 | from 1970
            PUT  | clock                | {"frozen": "1969-12-31T23:59:59Z"} | 400 | from 1970
            PUT  | switches             | {"date-skew": 9000000000000000000} | 400 | date-skew takes
            PUT  | traffic              | {"eventsPerSecond": 1e999} | 400 | a number
            POST | hooks                | {"url": "ftp://127.0.0.1/", "events": ["message:send"]} | 400 | http
            POST | hooks                | {"url": "http://127.0.0.1/", "events": ["message:snd"]} | 400 | no event message:snd
            POST | hooks                | {"url": "http://127.0.0.1/"} | 400 | events is missing
            POST | hooks                | {"url": "http://127.0.0.1/", "events": ["message:send"], "secret": "s"} | 400 | pluginId is missing
            POST | realtime/faults      | {"fault": "drop", "event": "message:snd"} | 400 | no event message:snd
            POST | realtime/faults      | {"fault": "drop", "rate": 2} | 400 | 0 to 1
            POST | realtime/faults      | {"fault": "drop", "times": 2, "always": true} | 400 | one of times
            POST | realtime/faults      | {"fault": "cut-between", "event": "message:send"} | 400 | after is missing
            PUT  | realtime/doors       | {"times": 2}               | 400 | connects is missing
            """)
    void mistakesAreAnsweredWithASentence(String method, String path, String json, int status, String sentence) {
        Site.Reply reply = admin.call(method, path, json);

        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json().get("error").asText()).contains(sentence).endsWith(".");
    }

    @Test
    void switchesAreReadAndSetOneByOneOrTogether() {
        admin.put("switches", "{\"repeated-fingerprint\": \"twin\", \"wrong-tier\": 405}");
        admin.put("switches/moves-updated-at", "{\"value\": \"message,state\"}");

        assertThat(site.simulator().switches().get(WorkspaceSwitch.REPEATED_FINGERPRINT))
                .isEqualTo(RepeatedFingerprint.TWIN);
        assertThat(admin.get("switches/wrong-tier").get("value").asText()).isEqualTo("405");
        assertThat(admin.get("switches/moves-updated-at").get("value").asText()).isEqualTo("message,state");

        admin.delete("switches");
        assertThat(admin.get("switches/wrong-tier").get("value").asText()).isEqualTo("403");
    }

    @Test
    void aTypoAmongSeveralSwitchesChangesNone() {
        admin.call("PUT", "switches", "{\"wrong-tier\": 405, \"partial\": \"sometimes\"}");

        assertThat(admin.get("switches/wrong-tier").get("value").asText()).isEqualTo("403");
    }

    @Test
    void aPastIsSeeded() {
        JsonNode seeded = admin.post("seed", "{\"conversations\": 7, \"messages\": 2, \"profiles\": 3}");

        assertThat(seeded.get("conversations").asInt()).isEqualTo(7);
        assertThat(site.workspace().people().count()).isEqualTo(3);
    }

    @Test
    void visitorsComeAndGo() {
        admin.put("traffic", "{\"eventsPerSecond\": 200}");
        await().until(() -> !site.workspace().conversations().all().isEmpty());

        assertThat(admin.get("traffic")).hasSize(1);
        assertThat(admin.delete("traffic")).isEmpty();
    }

    @Test
    void visitorsAndOperatorsActByName() {
        String sessionId = admin.post("actions/visitor-arrives", "{\"nickname\": \"Ilse\"}")
                .get("sessionId")
                .asText();
        String named = "{\"sessionId\": \"" + sessionId + "\", ";
        admin.post("actions/visitor-writes", named + "\"text\": \"Where is it?\"}");
        admin.post("actions/operator-answers", named + "\"text\": \"On its way\"}");
        admin.post(
                "actions/send-message",
                named + "\"from\": \"operator\", \"type\": \"note\", \"content\": \"Nice\", \"fingerprint\": 7}");
        admin.post("actions/edit-message", named + "\"fingerprint\": 7, \"content\": \"Very nice\"}");
        admin.post("actions/set-state", named + "\"state\": \"resolved\"}");

        assertThat(site.workspace().messages().of(sessionId))
                .extracting(Message::content)
                .containsExactly("Where is it?", "On its way", "Very nice");
        assertThat(site.workspace().conversations().get(sessionId).state()).isEqualTo(State.RESOLVED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            operator-notes         | "text": "Called the carrier"
            operator-types         | "excerpt": "On it"
            operator-reads         |
            mark-read              | "from": "user"
            assign                 |
            move-to-inbox          |
            block                  | "blocked": true
            set-topic              | "topic": "Delivery"
            change-meta            | "meta": {"subject": "Delivery"}
            visitor-types          | "excerpt": "Whe"
            visitor-reads          |
            visitor-comes-online   |
            visitor-goes-offline   |
            visitor-browses        | "title": "Boxes", "url": "https://shop.example.org/boxes"
            visitor-triggers       | "text": "Bought", "data": {"price": 7}
            visitor-uploads        | "name": "a.pdf", "url": "https://files.example.org/a.pdf", "type": "application/pdf"
            visitor-gives-nickname | "nickname": "Ilse"
            visitor-gives-email    | "email": "ilse@example.org"
            visitor-gives-phone    | "phone": "+49 30 1"
            visitor-rates          | "stars": 5
            visitor-refuses-messages | "origin": "email", "type": "bounce", "reason": "No such mailbox"
            visitor-fails          | "type": "email", "value": "ilse@", "previousValue": ""
            notify-unread          | "from": "user"
            visitor-token          |
            server-says            | "event": "session:request:initiated", "fields": {"session_id": "SESSION"}
            remove-conversation    |
            """)
    void actionsOnAConversationAreHeardOrSeen(String name, String fields) {
        String sessionId =
                site.workspace().visitorArrives("Ilse", "i@example.org").sessionId();
        site.workspace().visitorWrites(sessionId, "Where is it?");
        String session = name.equals("server-says") ? "" : "\"sessionId\": \"" + sessionId + "\"";
        String others = fields == null ? "" : fields.replace("SESSION", sessionId);
        String between = session.isEmpty() || others.isEmpty() ? "" : ", ";

        assertThat(admin.post("actions/" + name, "{" + session + between + others + "}")
                        .isObject())
                .isTrue();
    }

    @Test
    void whatTheTeamAsksOfAVisitorIsRejected() {
        String sessionId = site.workspace().conversations().start().sessionId();
        String browsing =
                site.workspace().liveSessions().startBrowsing(sessionId).browsingId();
        String call = site.workspace().liveSessions().startCall(sessionId);
        List<Event> events = site.events();

        String named = "{\"sessionId\": \"" + sessionId + "\", ";
        admin.post("actions/visitor-rejects-browsing", named + "\"browsingId\": \"" + browsing + "\"}");
        admin.post("actions/visitor-rejects-call", named + "\"callId\": \"" + call + "\"}");
        admin.post("actions/tell-visitors-count", "{}");

        assertThat(events)
                .extracting(Event::name)
                .containsExactly("browsing:request:rejected", "call:request:rejected", "website:update_visitors_count");
    }

    @Test
    void profilesComeChangeAndGo() {
        String peopleId = admin.post("actions/create-profile", "{\"email\": \"ilse@example.org\"}")
                .get("peopleId")
                .asText();
        String named = "{\"peopleId\": \"" + peopleId + "\"";
        String sessionId = site.workspace().conversations().start().sessionId();

        admin.post("actions/change-profile-data", named + ", \"data\": {\"vip\": true}}");
        String sync = "{\"sessionId\": \"" + sessionId + "\", \"person\": {\"gender\": \"female\"}}";
        assertThat(admin.call("POST", "actions/sync-profile", sync).status()).isEqualTo(409);
        admin.post("actions/bind-profile", named + ", \"sessionId\": \"" + sessionId + "\"}");
        admin.post("actions/sync-profile", sync);
        assertThat(site.workspace().people().get(peopleId).person()).containsEntry("gender", "female");
        assertThat(site.workspace().people().get(peopleId).data()).containsEntry("vip", true);
        assertThat(site.workspace().conversations().get(sessionId).peopleId()).isEqualTo(peopleId);
        assertThat(admin.call("POST", "actions/create-profile", "{\"email\": \"ilse@example.org\"}")
                        .status())
                .isEqualTo(409);

        admin.post("actions/remove-profile", named + "}");
        assertThat(site.workspace().people().all()).isEmpty();
    }

    @Test
    void everyActionIsListedWithItsFields() {
        assertThat(admin.get("actions").findValuesAsText("name"))
                .doesNotHaveDuplicates()
                .contains("visitor-arrives", "visitor-writes", "operator-answers", "set-state");
    }

    @Test
    void theJournalIsReadWithFilters() {
        site.get("/conversations/1?per_page=50");
        site.get("/conversation/none");

        assertThat(admin.get("journal")).hasSize(2);
        JsonNode missing = admin.get("journal?status=404").get(0);
        assertThat(missing.get("sessionId").asText()).isEqualTo("none");
        assertThat(missing.get("time").asText()).isEqualTo(Site.START.toString());
        assertThat(admin.get("journal?since=1&limit=5")).hasSize(1);
        assertThat(admin.get("journal?route=/website/{website_id}/conversations/{page}"
                        .replace("{", "%7B")
                        .replace("}", "%7D")))
                .hasSize(1);
        assertThat(admin.call("GET", "journal?format=lines", null).body()).hasLineCount(2);
    }

    @Test
    void theJournalTellsNoKey() {
        site.get("/conversations/1");

        assertThat(admin.get("journal").toString())
                .contains(site.simulator().websiteToken().identifier())
                .doesNotContain(site.simulator().websiteToken().key());
    }

    @Test
    void countsAreByRouteAndStatus() {
        site.get("/conversation/none");

        JsonNode counts = admin.get("counts");
        assertThat(counts.get("requests").asInt()).isEqualTo(1);
        assertThat(counts.get("peakInFlight").asInt()).isEqualTo(1);
        assertThat(counts.at("/routes/GET ~1website~1{website_id}~1conversation~1{session_id}/byStatus/404")
                        .asInt())
                .isEqualTo(1);

        admin.delete("journal");
        assertThat(admin.get("counts").get("requests").asInt()).isZero();
    }

    @Test
    void websitesAreAddedAndThePluginIsRemovedFromThem() {
        String second = "1d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c12";
        admin.post("websites", "{\"websiteId\": \"" + second + "\"}");
        Token plugin = site.simulator().pluginToken();
        assertThat(site.callAs(plugin, "GET", "website/" + second).status()).isEqualTo(200);

        admin.delete("websites/" + second + "/plugin");
        assertThat(site.callAs(plugin, "GET", "website/" + second).reason()).isEqualTo("not_subscribed");

        admin.put("websites/" + second + "/plugin", null);
        assertThat(site.callAs(plugin, "GET", "website/" + second).status()).isEqualTo(200);
        assertThat(admin.call("POST", "websites", "{\"websiteId\": \"" + second + "\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aTokenIsIssuedHeldToScopesRolledAndRevoked() {
        JsonNode issued =
                admin.post("tokens", "{\"tier\": \"plugin\", \"scopes\": [\"website:conversation:sessions:read\"]}");
        Token token = token(issued);
        String own = "website/" + site.workspace().website().websiteId();
        assertThat(site.callAs(token, "GET", own).status()).isEqualTo(200);

        Token rolled = token(admin.post("tokens/" + token.identifier() + "/roll", null));
        assertThat(site.callAs(token, "GET", own).status()).isEqualTo(401);
        assertThat(site.callAs(rolled, "GET", own).status()).isEqualTo(200);

        admin.delete("tokens/" + token.identifier());
        assertThat(site.callAs(rolled, "GET", own).status()).isEqualTo(401);
    }

    @Test
    void tokensAreListedWithoutTheirKeys() {
        JsonNode tokens = admin.get("tokens");

        assertThat(tokens.findValuesAsText("identifier"))
                .contains(site.simulator().websiteToken().identifier());
        assertThat(tokens.findValues("key")).isEmpty();
        assertThat(tokens.toString())
                .doesNotContain(site.simulator().websiteToken().key());
    }

    @Test
    void theClockIsFrozenAndMoved() {
        admin.put("clock", "{\"frozen\": \"2030-01-01T00:00:00Z\"}");
        assertThat(site.get("").headers().firstValue("Date")).hasValue("Tue, 01 Jan 2030 00:00:00 GMT");

        admin.put("clock", "{\"advance\": \"PT1H\"}");
        assertThat(site.workspace().conversations().start().createdAt())
                .isEqualTo(Instant.parse("2030-01-01T01:00:00Z"));

        admin.put("clock", "{\"running\": true}");
        site.tick();
        assertThat(admin.get("clock").get("now").asText()).isEqualTo("2030-01-01T01:00:01Z");
    }

    @Test
    void answersTakeAsLongAsTheyAreToldTo() {
        admin.put("think-time", "{\"millis\": 20}");

        assertThat(site.simulator().thinkTime()).isEqualTo(Duration.ofMillis(20));
        assertThat(admin.get("think-time").get("millis").asInt()).isEqualTo(20);
    }

    @Test
    void aResetLeavesNothingBehind() {
        String token =
                admin.post("tokens", "{\"tier\": \"plugin\"}").get("identifier").asText();
        admin.post("seed", "{\"conversations\": 3, \"messages\": 1}");
        admin.put("switches", "{\"partial\": \"always\"}");
        admin.put("clock", "{\"frozen\": \"2030-01-01T00:00:00Z\"}");
        admin.put("traffic", "{\"eventsPerSecond\": 1}");
        admin.post("faults", "{\"fault\": \"garbage\", \"always\": true}");
        site.get("/conversations/1");

        admin.post("reset", null);

        assertThat(admin.get("websites").get(0).get("conversations").asInt()).isZero();
        assertThat(admin.get("switches/partial").get("value").asText()).isEqualTo("when-more");
        assertThat(admin.get("clock").get("now").asText()).isEqualTo(Site.START.toString());
        assertThat(admin.get("traffic")).isEmpty();
        assertThat(admin.get("faults").get("planned")).isEmpty();
        assertThat(admin.get("journal")).isEmpty();
        assertThat(admin.get("tokens").findValuesAsText("identifier")).doesNotContain(token);
        assertThat(site.get("/conversations/1").status()).isEqualTo(200);
    }

    @Test
    void theRealtimeApiIsSpoiltAndMendedWithoutAnybodyConnected() {
        admin.post("realtime/faults", "{\"fault\": \"delay\", \"millis\": 5, \"event\": \"message:send\"}");
        admin.post("realtime/strikes", "{\"fault\": \"half-open\"}");
        admin.put("realtime/doors", "{\"connects\": \"bad-gateway\", \"authentications\": \"refused\"}");

        JsonNode realtime = admin.delete("realtime/faults");

        assertThat(realtime.get("sockets")).isEmpty();
        assertThat(realtime.get("counts").get("connects").asInt()).isZero();
        assertThat(realtime.get("socketFaults")).hasSizeGreaterThan(3);
    }

    @Test
    void hooksAreAddedAndListedWithoutTheirSecret() {
        admin.post(
                "hooks",
                "{\"url\": \"http://127.0.0.1:9/in?key=k1\", \"events\": [\"message:send\"],"
                        + " \"pluginId\": \"p\", \"secret\": \"whsec-1\"}");
        admin.post("hooks", "{\"url\": \"http://127.0.0.1:9/in\", \"events\": [\"message:send\"]}");
        admin.post("hooks/faults", "{\"twice\": 1, \"late\": 1}");

        assertThat(admin.get("hooks").toString()).contains("plugin/p").doesNotContain("whsec-1", "k1");
        assertThat(site.simulator().hooks().all()).hasSize(2);
        assertThat(admin.get("hooks/attempts")).isEmpty();
        assertThat(admin.delete("hooks")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void aSlashAtTheEndIsTolerated(String end) {
        assertThat(admin.get("counts" + end).has("requests")).isTrue();
    }

    private static Token token(JsonNode issued) {
        return new Token(issued.get("identifier").asText(), issued.get("key").asText(), Tier.PLUGIN);
    }
}
