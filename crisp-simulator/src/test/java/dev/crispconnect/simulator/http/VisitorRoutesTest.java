package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.workspace.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API shows of a visitor, and may ask of them. */
class VisitorRoutesTest {

    private Site site;
    private String sessionId;
    private String path;
    private Visitor visitor;
    private final List<Event> events = new ArrayList<>();

    @BeforeEach
    void open() {
        site = Site.open();
        sessionId = site.workspace()
                .visitorArrives("Ilse Brandt", "ilse@example.org")
                .sessionId();
        path = "/conversation/" + sessionId;
        visitor = site.workspace().visitor(sessionId);
        site.workspace().events().listen(events::add);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aConversationShowsWhoItIsWith() {
        visitor.comesOnline();
        site.workspace().conversations().setTopic(sessionId, "Delivery");
        site.patch(path + "/verify", "{\"verified\": true}");
        site.put(
                path + "/participants",
                "{\"participants\": [{\"type\": \"email\", \"target\": \"lena@example.org\"}]}");

        JsonNode conversation = site.get(path).data();

        assertThat(conversation.get("availability").asText()).isEqualTo("online");
        assertThat(conversation.get("active").get("now").asBoolean()).isTrue();
        assertThat(conversation.get("active").get("last").asLong()).isEqualTo(Site.START.toEpochMilli());
        assertThat(conversation.get("topic").asText()).isEqualTo("Delivery");
        assertThat(conversation.get("is_verified").asBoolean()).isTrue();
        assertThat(conversation.get("participants").get(0).get("target").asText())
                .isEqualTo("lena@example.org");
        assertThat(conversation.get("participants"))
                .isEqualTo(site.get(path + "/participants").data().get("participants"));
    }

    @Test
    void participantsAreReplacedAsAWhole() {
        site.put(path + "/participants", "{\"participants\": [{\"type\": \"email\", \"target\": \"a@example.org\"}]}");

        Reply reply = site.put(path + "/participants", "{\"participants\": []}");

        assertThat(reply.reason()).isEqualTo("saved");
        assertThat(site.get(path + "/participants").data().get("participants")).isEmpty();
    }

    @Test
    void anIdentityIsProvenByTheLinkThatWasSent() {
        String token = site.workspace().verifications().request(sessionId, "email", "ilse@example.org");
        String body = "{\"identity\": \"email\", \"token\": \"" + token + "\", \"recipient\": \"ilse@example.org\"}";

        Reply redeemed = site.put(path + "/verify/identity/link", body);
        Reply again = site.put(path + "/verify/identity/link", body);
        JsonNode verify = site.get(path + "/verify").data();

        assertThat(redeemed.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.reason()).isEqualTo("verification_not_found");
        assertThat(verify.get("verified").asBoolean()).isTrue();
        assertThat(verify.get("verifications").get(0).get("identity").asText()).isEqualTo("email");
        assertThat(verify.get("verifications").get(0).get("method").asText()).isEqualTo("link");
        assertThat(verify.get("verifications").get(0).get("annotation").asText())
                .isEqualTo("ilse@example.org");
    }

    @Test
    void aLinkProvesNothingOfAnotherRecipient() {
        String token = site.workspace().verifications().request(sessionId, "email", "ilse@example.org");

        Reply reply = site.put(
                path + "/verify/identity/link",
                "{\"identity\": \"email\", \"token\": \"" + token + "\", \"recipient\": \"eve@example.org\"}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(site.get(path + "/verify").data().get("verified").asBoolean())
                .isFalse();
    }

    @Test
    void theSideListsShowWhatTheVisitorDid() {
        visitor.browses("Boxes", "https://shop.example.org/boxes", "https://shop.example.org/");
        visitor.triggers("Bought", Map.of("price", 4), "green");
        long fingerprint = visitor.uploads("i.pdf", "https://files.example.org/i.pdf", "application/pdf")
                .fingerprint();

        JsonNode page = site.get(path + "/pages/1").data().get(0);
        JsonNode event = site.get(path + "/events/1").data().get(0);
        JsonNode file = site.get(path + "/files/1").data().get(0);

        assertThat(page.get("page_title").asText()).isEqualTo("Boxes");
        assertThat(page.get("page_url").asText()).isEqualTo("https://shop.example.org/boxes");
        assertThat(page.get("page_referrer").asText()).isEqualTo("https://shop.example.org/");
        assertThat(page.get("timestamp").asLong()).isEqualTo(Site.START.toEpochMilli());
        assertThat(event.get("text").asText()).isEqualTo("Bought");
        assertThat(event.get("data").get("price").asInt()).isEqualTo(4);
        assertThat(event.get("color").asText()).isEqualTo("green");
        assertThat(file.get("name").asText()).isEqualTo("i.pdf");
        assertThat(file.get("type").asText()).isEqualTo("application/pdf");
        assertThat(file.get("url").asText()).isEqualTo("https://files.example.org/i.pdf");
        assertThat(file.get("fingerprint").asLong()).isEqualTo(fingerprint);
    }

    @Test
    void aSideListHasPagesOfTwenty() {
        for (int i = 0; i < 21; i++) {
            visitor.browses("Page " + i, "https://shop.example.org/" + i, null);
        }

        Reply first = site.get(path + "/pages");
        Reply second = site.get(path + "/pages/2");

        assertThat(first.status()).isEqualTo(206);
        assertThat(first.data()).hasSize(20);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.data().get(0).get("page_title").asText()).isEqualTo("Page 0");
    }

    @Test
    void theSourceOfAMessageIsReadByTheIdTheMessageNames() {
        site.post(path + "/message", """
                {"type": "text", "from": "user", "origin": "email", "content": "Hello",
                 "original": {"type": "text/html", "content": "<p>Hello</p>"}}
                """);
        String originalId = site.get(path + "/messages")
                .data()
                .get(0)
                .get("original")
                .get("original_id")
                .asText();

        JsonNode original = site.get(path + "/original/" + originalId).data();

        assertThat(original.get("session_id").asText()).isEqualTo(sessionId);
        assertThat(original.get("original_id").asText()).isEqualTo(originalId);
        assertThat(original.get("type").asText()).isEqualTo("text/html");
        assertThat(original.get("content").asText()).isEqualTo("<p>Hello</p>");
        assertThat(original.get("headers")).isEmpty();
        assertThat(site.get(path + "/original/gone").reason()).isEqualTo("original_not_found");
    }

    @Test
    void relationsNameParentAndChildren() {
        String child = site.workspace().conversations().start().sessionId();
        site.workspace().sideLists().relate(sessionId, child);

        JsonNode ofParent = site.get(path + "/relations").data().get("conversations");
        JsonNode ofChild =
                site.get("/conversation/" + child + "/relations").data().get("conversations");

        assertThat(ofParent.get("parent").isNull()).isTrue();
        assertThat(ofParent.get("children").get(0).asText()).isEqualTo(child);
        assertThat(ofChild.get("parent").asText()).isEqualTo(sessionId);
        assertThat(ofChild.get("children")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"purge", "feedback", "initiate"})
    void whatIsOnlyAskedForNeedsNoBody(String action) {
        assertThat(site.post(path + "/" + action, "{}").status()).isEqualTo(202);
        assertThat(site.call("POST", path + "/" + action, null).status()).isEqualTo(202);
    }

    @Test
    void aScreenIsSharedUntilItIsStoppedOrRefused() {
        visitor.system(Map.of("useragent", "Mozilla/5.0"));
        site.post(path + "/browsing", "{}");
        site.post(path + "/browsing", "{}");
        JsonNode shared = site.get(path + "/browsing").data();
        String first = shared.get(0).get("browsing_id").asText();
        String second = shared.get(1).get("browsing_id").asText();

        site.patch(path + "/browsing/" + first + "/assist", "{}");
        site.patch(path + "/browsing/" + first, "{\"action\": \"stop\"}");
        site.workspace().liveSessions().rejectBrowsing(sessionId, second);

        assertThat(shared.get(0).get("useragent").asText()).isEqualTo("Mozilla/5.0");
        assertThat(site.get(path + "/browsing").data()).isEmpty();
        assertThat(site.patch(path + "/browsing/" + first, "{\"action\": \"stop\"}")
                        .reason())
                .isEqualTo("browsing_not_found");
        assertThat(names())
                .endsWith("browsing:request:initiated", "browsing:request:initiated", "browsing:request:rejected");
    }

    @Test
    void aCallGoesOnUntilItIsAbortedOrRefused() {
        Reply started = site.post(path + "/call", "{\"mode\": \"video\"}");
        String callId = started.data().get("call_id").asText();
        Reply ongoing = site.get(path + "/call");
        Reply signal = site.patch(path + "/call/" + callId, "{\"sdp\": \"...\"}");
        Reply aborted = site.call("DELETE", path + "/call/" + callId, "{}");
        String second = site.post(path + "/call", "{\"mode\": \"audio\"}")
                .data()
                .get("call_id")
                .asText();
        site.workspace().liveSessions().rejectCall(sessionId, second);

        assertThat(started.status()).isEqualTo(201);
        assertThat(ongoing.data().get("call_id").asText()).isEqualTo(callId);
        assertThat(signal.status()).isEqualTo(202);
        assertThat(aborted.reason()).isEqualTo("deleted");
        assertThat(site.get(path + "/call").reason()).isEqualTo("call_not_found");
        assertThat(site.patch(path + "/call/" + callId, "{}").reason()).isEqualTo("call_not_found");
        assertThat(names())
                .containsExactly("call:request:initiated", "call:request:initiated", "call:request:rejected");
        assertThat(events.get(2).data()).containsEntry("call_id", second);
    }

    @Test
    void anOpenedConversationNamesTheOperatorItIsAssignedTo() {
        String second = site.workspace().website().operators().get(1).userId();
        site.workspace().conversations().assign(sessionId, second);

        site.patch(path + "/open", "{\"opened\": true}");

        assertThat(names()).containsExactly("session:set_routing", "session:set_opened");
        assertThat(events.get(1).data().get("operator"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("user_id", second);
    }

    private List<String> names() {
        return events.stream().map(Event::name).toList();
    }
}
