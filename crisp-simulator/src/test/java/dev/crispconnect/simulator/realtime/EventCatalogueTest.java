package dev.crispconnect.simulator.realtime;

import static dev.crispconnect.simulator.realtime.EventCause.caused;
import static dev.crispconnect.simulator.realtime.EventCause.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.event.EventName;
import dev.crispconnect.simulator.workspace.Availability;
import dev.crispconnect.simulator.workspace.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Crisp API reference, section 5.7: every event is caused, heard by a socket, and compared with the catalogue. */
class EventCatalogueTest {

    private static final String OPERATOR = "operator{avatar:null nickname:text user_id:text}";
    private static final String MESSAGE =
            "content:text fingerprint:number from:text mentions[] origin:text stamped:flag"
                    + " timestamp:number type:text user{nickname:text user_id:text}";
    private static final String MARKED = "fingerprints:number[] origin:text";
    private static final String UPLOAD = "from:text id:text identifier:text policy{size_limit:number}"
            + " resource{id:text type:text} type:text url{resource:text signed:text}";

    @ParameterizedTest
    @MethodSource("causes")
    void anEventHasTheFieldsOfTheCatalogueAndNoOther(EventCause cause) {
        try (EventScene scene = new EventScene();
                RealtimeClient client = RealtimeClient.listening(
                        scene.site(),
                        scene.listenerOf(cause.name()),
                        cause.name().wire())) {
            cause.deed().doIn(scene);

            JsonNode event = client.nextEvent();
            assertThat(event).hasSize(2);
            assertThat(event.get(0).asText()).isEqualTo(cause.name().wire());
            assertThat(JsonShape.fields(event.get(1))).isEqualTo(expected(cause));
        }
    }

    @Test
    void noEventOfTheCatalogueIsLeftOut() {
        assertThat(causes().map(EventCause::name)).containsAll(Arrays.asList(EventName.values()));
    }

    private static List<String> expected(EventCause cause) {
        List<String> fields = new ArrayList<>();
        if (cause.name().namesItsWebsite()) {
            fields.add("website_id:text");
        }
        if (cause.name().isAboutAConversation()) {
            fields.add("session_id:text");
            if (!cause.shape().contains("inbox_id")) {
                fields.add("inbox_id:null");
            }
        }
        fields.addAll(JsonShape.split(cause.shape()));
        fields.sort(String::compareTo);
        return fields;
    }

    static Stream<EventCause> causes() {
        return Stream.of(overRest(), meta(), visitors(), messages(), people(), others(), serversOnly())
                .flatMap(group -> group);
    }

    private static Stream<EventCause> overRest() {
        return Stream.of(
                caused(
                        "session:update_verify",
                        "is_verified:flag verifications[]",
                        on -> on.asks("PATCH", "/verify", "{\"verified\": true}")),
                caused("session:request:initiated", "", on -> on.asks("POST", "/initiate", "{}")),
                caused(
                        "session:set_state",
                        "state:text",
                        on -> on.asks("PATCH", "/state", "{\"state\": \"resolved\"}")),
                caused("session:set_block", "is_blocked:flag", on -> on.asks("PATCH", "/block", "{\"blocked\": true}")),
                caused("session:set_opened", OPERATOR, on -> on.asks("PATCH", "/open", "{\"opened\": true}")),
                caused("session:set_closed", OPERATOR, on -> {
                    on.asks("PATCH", "/open", "{\"opened\": true}");
                    on.asks("PATCH", "/open", "{\"opened\": false}");
                }),
                caused(
                        "session:set_participants",
                        "participants{target:text type:text}[]",
                        on -> on.asks(
                                "PUT",
                                "/participants",
                                "{\"participants\": [{\"type\": \"email\", \"target\": \"lena@example.org\"}]}")),
                caused(
                        "session:set_mentions",
                        "mentions:text[]",
                        on -> on.asks(
                                "POST",
                                "/message",
                                "{\"type\": \"note\", \"from\": \"operator\", \"origin\": \"chat\", \"content\": \"Look\","
                                        + " \"mentions\": [\"" + on.operatorId() + "\"]}")),
                caused(
                        "session:set_routing",
                        "previous_routing_id:null routing_id:text",
                        on -> on.asks(
                                "PATCH", "/routing", "{\"assigned\": {\"user_id\": \"" + on.operatorId() + "\"}}")),
                caused(
                        "session:set_inbox",
                        "inbox_id:text previous_inbox_id:null",
                        on -> on.asks("PATCH", "/inbox", "{\"inbox_id\": \"5a0e6f1c-6f2f-4a7a-8a55-0d1f2b3c4d5e\"}")),
                caused("session:removed", "", on -> on.asks("DELETE", "", null)),
                caused(
                        "browsing:request:initiated",
                        "browsing_id:text browsing_token:text",
                        on -> on.asks("POST", "/browsing", "{}")),
                caused(
                        "call:request:initiated",
                        "call_id:text",
                        on -> on.asks("POST", "/call", "{\"mode\": \"audio\"}")));
    }

    private static Stream<EventCause> meta() {
        return Stream.of(
                set("email", "\"i@example.org\"", ":text"),
                set("phone", "\"+4930\"", ":text"),
                set("address", "\"Berlin\"", ":text"),
                set("subject", "\"Parcel\"", ":text"),
                set("avatar", "\"https://files.example.org/p.png\"", ":text"),
                set("nickname", "\"Ilse Brandt\"", ":text"),
                set("origin", "\"urn:example.org:shop\"", ":text"),
                set("data", "{\"order\": \"4711\"}", "{order:text}"),
                set("segments", "[\"vip\"]", ":text[]"));
    }

    private static EventCause set(String field, String value, String shape) {
        return caused(
                "session:set_" + field,
                field + shape,
                on -> on.asks("PATCH", "/meta", "{\"" + field + "\": " + value + "}"));
    }

    private static Stream<EventCause> visitors() {
        return Stream.of(
                caused("session:update_availability", "availability:text", on -> on.visitor()
                        .comesOnline()),
                caused(
                        "session:sync:pages",
                        "pages{page_referrer:text page_title:text page_url:text timestamp:number}[]",
                        on -> on.visitor().browses("Boxes", "https://shop.example.org/", "https://example.org/")),
                caused(
                        "session:sync:events",
                        "events{color:text data{price:number} text:text timestamp:number}[]",
                        on -> on.visitor().triggers("Bought", Map.of("price", 4), "green")),
                caused("session:sync:capabilities", "capabilities:text[]", on -> on.visitor()
                        .capabilities(List.of("call"))),
                caused("session:sync:geolocation", "geolocation{city:text country:text region:text}", on -> on.visitor()
                        .geolocation(Map.of("country", "DE", "region", "BE", "city", "Berlin"))),
                caused("session:sync:system", "system{useragent:text}", on -> on.visitor()
                        .system(Map.of("useragent", "Mozilla/5.0"))),
                caused("session:sync:network", "network{connection{asn:text isp:text} ip:text}", on -> on.visitor()
                        .network("203.0.113.7", "Example Net", "AS64500")),
                caused("session:sync:timezone", "timezone{offset:number}", on -> on.visitor()
                        .timezone(-120)),
                caused("session:sync:locales", "locales{locales:text[]}", on -> on.visitor()
                        .locales(List.of("de"))),
                caused("session:sync:rating", "rating{comment:text stars:number}", on -> on.visitor()
                        .rates(5, "Quick")),
                caused("session:sync:topic", "topic:text", on -> on.workspace()
                        .conversations()
                        .setTopic(on.sessionId(), "Delivery")),
                caused("session:error", "previous_value:text type:text value:text", on -> on.visitor()
                        .fails("email", "nobody", "ilse@example.org")),
                caused("browsing:request:rejected", "", on -> {
                    var screen = on.workspace().liveSessions().startBrowsing(on.sessionId());
                    on.workspace().liveSessions().rejectBrowsing(on.sessionId(), screen.browsingId());
                }),
                caused("call:request:rejected", "call_id:text", on -> {
                    String callId = on.workspace().liveSessions().startCall(on.sessionId());
                    on.workspace().liveSessions().rejectCall(on.sessionId(), callId);
                }));
    }

    private static Stream<EventCause> messages() {
        return Stream.concat(written(), marks());
    }

    private static Stream<EventCause> written() {
        return Stream.of(
                caused("message:send", MESSAGE, on -> on.workspace().visitorWrites(on.sessionId(), "Hello?")),
                caused(
                        "message:received",
                        MESSAGE,
                        on -> on.asks(
                                "POST",
                                "/message",
                                "{\"type\": \"text\", \"from\": \"operator\", \"origin\": \"chat\", \"content\": \"Soon\","
                                        + " \"user\": {\"user_id\": \"" + on.operatorId()
                                        + "\", \"nickname\": \"Lena\"}}")),
                caused(
                        "message:updated",
                        "content:text fingerprint:number",
                        on -> on.asks("PATCH", "/message/" + on.answer(), "{\"content\": \"At the door\"}")),
                caused(
                        "message:removed",
                        "fingerprint:number",
                        on -> on.asks("DELETE", "/message/" + on.answer(), null)),
                caused(
                        "message:compose:send",
                        "automated:flag excerpt:text timestamp:number type:text",
                        on -> on.visitor().chat().types("He")),
                caused(
                        "message:compose:receive",
                        "automated:flag excerpt:text timestamp:number type:text user{nickname:text user_id:text}",
                        on -> on.workspace().operatorChat(on.sessionId()).types("So")));
    }

    private static Stream<EventCause> marks() {
        return Stream.of(
                caused("message:acknowledge:read:send", MARKED, on -> {
                    on.workspace().visitorWrites(on.sessionId(), "Hello?");
                    on.asks("PATCH", "/read", mark("user"));
                }),
                caused("message:acknowledge:read:received", MARKED, on -> on.asks("PATCH", "/read", mark("operator"))),
                caused("message:acknowledge:unread:send", MARKED, on -> {
                    on.asks("PATCH", "/read", mark("user"));
                    on.asks("PATCH", "/unread", "{\"from\": \"user\"}");
                }),
                caused("message:acknowledge:delivered", MARKED, on -> on.asks("PATCH", "/delivered", mark("operator"))),
                caused("message:acknowledge:ignored", "details{reason:text type:text} " + MARKED, on -> on.visitor()
                        .chat()
                        .refuses("email", List.of(on.answer()), "bounce", "no such mailbox")),
                caused("message:notify:unread:send", "", on -> {
                    on.workspace().visitorWrites(on.sessionId(), "Hello?");
                    on.workspace().marks().notifyUnread(on.sessionId(), Side.USER);
                }),
                caused("message:notify:unread:received", "", on -> on.workspace()
                        .marks()
                        .notifyUnread(on.sessionId(), Side.OPERATOR)));
    }

    private static String mark(String from) {
        return "{\"from\": \"" + from + "\", \"origin\": \"chat\"}";
    }

    private static Stream<EventCause> people() {
        return Stream.of(
                caused(
                        "people:profile:created",
                        "email:text people_id:text",
                        on -> on.below(
                                "/people/profile",
                                "POST",
                                "{\"email\": \"mo@example.org\", \"person\": {\"nickname\": \"Mo\"}}")),
                caused(
                        "people:profile:updated",
                        "email:text people_id:text update{person{phone:text} updated_at:number}",
                        on -> on.below(
                                "/people/profile/" + EventScene.ILSE, "PATCH", "{\"person\": {\"phone\": \"+4930\"}}")),
                caused(
                        "people:profile:removed",
                        "people_id:text",
                        on -> on.below("/people/profile/" + EventScene.ILSE, "DELETE", null)),
                caused("people:bind:session", "people_id:text", on -> on.workspace()
                        .bind(on.sessionId(), EventScene.ILSE)),
                caused("people:sync:profile", "identity{person{gender:text}} people_id:text", on -> {
                    on.workspace().bind(on.sessionId(), EventScene.ILSE);
                    on.workspace().syncProfile(on.sessionId(), Map.of("gender", "female"), null);
                }),
                caused(
                        "email:subscribe",
                        "email:text subscribed:flag",
                        on -> on.below("/people/subscription/" + EventScene.ILSE, "PATCH", "{\"email\": false}")));
    }

    private static Stream<EventCause> others() {
        Stream<EventCause> uploads = Stream.of(
                        "upload", "avatar", "website", "campaign", "helpdesk", "status", "processing")
                .map(space -> caused("bucket:url:" + space + ":generated", UPLOAD, on -> on.generatesUrl(space)));
        return Stream.concat(
                uploads,
                Stream.of(
                        caused("website:update_visitors_count", "visitors_count:number", on -> on.workspace()
                                .onlineVisitors()
                                .tellCount()),
                        caused(
                                "website:update_operators_availability",
                                "availability{type:text} user_id:text",
                                on -> on.workspace().operators().setAvailability(on.operatorId(), Availability.AWAY)),
                        caused("website:users:available", "available:flag", EventScene::everybodyLeaves),
                        caused("plugin:subscription:updated", "bound:flag plugin_id:text target:text", on -> on.site()
                                .simulator()
                                .removePlugin(on.workspace().website().websiteId()))));
    }

    private static Stream<EventCause> serversOnly() {
        return Stream.of(
                said("email:track:view", "identifier:text mode:text type:text", """
                        {"type": "campaign", "identifier": "c1", "mode": "pixel"}"""),
                said("plugin:channel", "identifier:text namespace:text payload{a:number} plugin_id:text", """
                        {"plugin_id": "p", "identifier": "i", "namespace": "n", "payload": {"a": 1}}"""),
                said("plugin:event", "data{a:number} name:text plugin_id:text urn:text", """
                        {"plugin_id": "p", "urn": "urn:p", "name": "n", "data": {"a": 1}}"""),
                said("plugin:settings:saved", "plugin_id:text settings{a:number}", """
                        {"plugin_id": "p", "settings": {"a": 1}}"""),
                said("plan:subscription:updated", "plan{id:text name:text price:number trialing:flag}", """
                        {"plan": {"id": "x", "name": "essentials", "price": 95, "trialing": false}}"""),
                said(
                        "identity:verify:request",
                        "code:text confirm_url:text plugin_id:text session_id:text target:text",
                        """
                        {"plugin_id": "p", "session_id": "s", "target": "email", "code": "1", "confirm_url": "u"}"""),
                said(
                        "people:import:progress",
                        "count{remaining:number skipped:number total:number} items[] progress:number",
                        """
                        {"progress": 4, "count": {"total": 9, "skipped": 0, "remaining": 5}, "items": []}"""),
                said("people:import:done", "count{remaining:number skipped:number} error:null", """
                        {"count": {"skipped": 0, "remaining": 0}, "error": null}"""),
                said(
                        "spam:message",
                        "headers{a:text} metadata{a:text} reason:text spam_id:text timestamp:number type:text",
                        """
                        {"spam_id": "s", "type": "email", "reason": "r", "metadata": {"a": "b"}, "headers": {"a": "b"},
                         "timestamp": 1760000120123}"""),
                said("spam:decision", "action:text spam_id:text", """
                        {"spam_id": "s", "action": "reject"}"""),
                said("campaign:progress", "campaign_id:text progress:number", """
                        {"campaign_id": "c", "progress": 4}"""),
                said("campaign:dispatched", "campaign_id:text", """
                        {"campaign_id": "c"}"""),
                said("campaign:running", "campaign_id:text running:flag", """
                        {"campaign_id": "c", "running": true}"""),
                said(
                        "widget:action:processed",
                        "correlation_id:text outcome:text plugin_id:text result{a:number}",
                        """
                        {"plugin_id": "p", "correlation_id": "c", "outcome": "success", "result": {"a": 1}}"""),
                said("status:health:changed", "health:text nodes{label:text replica:text}[]", """
                        {"health": "sick", "nodes": [{"label": "l", "replica": "r"}]}"""),
                said("media:animation:listed", "id:text identifier:text results{type:text url:text}[]", """
                        {"id": "1", "identifier": "i", "results": [{"type": "image/gif", "url": "u"}]}"""));
    }
}
