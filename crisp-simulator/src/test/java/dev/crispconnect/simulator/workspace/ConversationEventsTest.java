package dev.crispconnect.simulator.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.event.EventName;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.CapabilitiesShape;
import dev.crispconnect.simulator.workspace.Conversation.Participant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConversationEventsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00.125Z");
    private static final String WEBSITE_ID = "0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11";
    private static final String OPERATOR = "c2a4b6d8-1357-4bdf-9ace-02468ace1357";
    private static final String INBOX = "5a0e6f1c-6f2f-4a7a-8a55-0d1f2b3c4d5e";

    private final Switches switches = new Switches();
    private final Workspace workspace = new Workspace(WEBSITE_ID, 1, switches, InstantSource.fixed(NOW));
    private final String sessionId =
            workspace.visitorArrives("Ilse", "ilse@example.org").sessionId();
    private final List<Event> events = new ArrayList<>();

    /** Something done to a conversation. */
    private interface Deed {
        void doTo(Workspace workspace, String sessionId);
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void aChangeIsToldWithItsFieldsAndOnlyOnce(String name, Map<String, Object> fields, Deed deed) {
        workspace.events().listen(events::add);

        deed.doTo(workspace, sessionId);
        deed.doTo(workspace, sessionId);

        Map<String, Object> expected = new HashMap<>();
        expected.put("website_id", WEBSITE_ID);
        expected.put("session_id", sessionId);
        expected.put("inbox_id", null);
        expected.putAll(fields);
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo(name);
            assertThat(event.data()).isEqualTo(expected);
            assertThat(EventName.ofWire(name)).isPresent();
        });
    }

    static Stream<Arguments> deeds() {
        return Stream.concat(teamDeeds(), visitorDeeds());
    }

    private static Stream<Arguments> teamDeeds() {
        return Stream.of(
                deed("session:set_state", Map.of("state", "resolved"), (on, id) -> on.conversations()
                        .setState(id, State.RESOLVED)),
                deed("session:set_block", Map.of("is_blocked", true), (on, id) -> on.conversations()
                        .block(id, true)),
                deed(
                        "session:set_routing",
                        fields("routing_id", OPERATOR, "previous_routing_id", null),
                        (on, id) -> on.conversations().assign(id, OPERATOR)),
                deed(
                        "session:set_inbox",
                        fields("inbox_id", INBOX, "previous_inbox_id", null),
                        (on, id) -> on.conversations().moveToInbox(id, INBOX)),
                deed(
                        "session:set_opened",
                        Map.of("operator", fields("user_id", OPERATOR, "nickname", "Mo", "avatar", null)),
                        (on, id) -> on.conversations().setOpened(id, new Website.Operator(OPERATOR, "Mo"), true)),
                deed(
                        "session:set_participants",
                        Map.of("participants", List.of(Map.of("type", "email", "target", "lena@example.org"))),
                        (on, id) -> on.conversations()
                                .setParticipants(id, List.of(new Participant("email", "lena@example.org")))),
                deed("session:set_mentions", Map.of("mentions", List.of(OPERATOR)), (on, id) -> on.conversations()
                        .setMentions(id, List.of(OPERATOR))),
                deed("session:sync:topic", Map.of("topic", "Delivery"), (on, id) -> on.conversations()
                        .setTopic(id, "Delivery")),
                deed(
                        "session:update_verify",
                        Map.of("is_verified", true, "verifications", List.of()),
                        (on, id) -> on.verifications().set(id, true)),
                meta("session:set_address", "address", "Berlin"),
                meta("session:set_avatar", "avatar", "https://files.example.org/p.png"),
                meta("session:set_origin", "origin", "urn:example.org:shop"),
                meta("session:set_data", "data", Map.of("order", "4711")),
                meta("session:set_segments", "segments", List.of("vip")));
    }

    private static Stream<Arguments> visitorDeeds() {
        return Stream.of(
                deed("session:update_availability", Map.of("availability", "online"), (on, id) -> on.visitor(id)
                        .comesOnline()),
                deed("session:set_nickname", Map.of("nickname", "Ilse Brandt"), (on, id) -> on.visitor(id)
                        .nickname("Ilse Brandt")),
                deed("session:set_email", Map.of("email", "i@example.org"), (on, id) -> on.visitor(id)
                        .email("i@example.org")),
                deed("session:set_phone", Map.of("phone", "+4930"), (on, id) -> on.visitor(id)
                        .phone("+4930")),
                deed("session:set_subject", Map.of("subject", "Parcel"), (on, id) -> on.visitor(id)
                        .subject("Parcel")),
                deed("session:sync:capabilities", Map.of("capabilities", List.of("call")), (on, id) -> on.visitor(id)
                        .capabilities(List.of("call"))),
                deed("session:sync:geolocation", Map.of("geolocation", Map.of("country", "DE")), (on, id) -> on.visitor(
                                id)
                        .geolocation(Map.of("country", "DE"))),
                deed(
                        "session:sync:system",
                        Map.of("system", Map.of("useragent", "Mozilla/5.0")),
                        (on, id) -> on.visitor(id).system(Map.of("useragent", "Mozilla/5.0"))),
                deed("session:sync:timezone", Map.of("timezone", Map.of("offset", -120)), (on, id) -> on.visitor(id)
                        .timezone(-120)),
                deed(
                        "session:sync:locales",
                        Map.of("locales", Map.of("locales", List.of("de"))),
                        (on, id) -> on.visitor(id).locales(List.of("de"))),
                deed(
                        "session:sync:network",
                        Map.of(
                                "network",
                                Map.of(
                                        "ip",
                                        "203.0.113.7",
                                        "connection",
                                        Map.of("isp", "Example Net", "asn", "AS64500"))),
                        (on, id) -> on.visitor(id).network("203.0.113.7", "Example Net", "AS64500")));
    }

    @Test
    void whatIsNoStateIsToldEachTime() {
        workspace.events().listen(events::add);
        Visitor visitor = workspace.visitor(sessionId);

        workspace.conversations().initiate(sessionId);
        visitor.rates(5, "Quick");
        visitor.rates(5, "Quick");
        visitor.fails("email", "nobody", "ilse@example.org");

        assertThat(names())
                .containsExactly(
                        "session:request:initiated", "session:sync:rating", "session:sync:rating", "session:error");
        assertThat(events.get(1).data()).containsEntry("rating", Map.of("stars", 5, "comment", "Quick"));
        assertThat(events.get(3).data())
                .containsEntry("type", "email")
                .containsEntry("value", "nobody")
                .containsEntry("previous_value", "ilse@example.org");
    }

    @Test
    void whatIsNoLongerKnownOfADeviceIsToldAsEmpty() {
        Visitor visitor = workspace.visitor(sessionId);
        visitor.timezone(-60);
        visitor.locales(List.of("de"));
        visitor.geolocation(Map.of("country", "DE"));
        workspace.events().listen(events::add);

        workspace.conversations().changeMeta(sessionId, Map.of("device", Map.of()));

        assertThat(names()).containsExactly("session:sync:geolocation", "session:sync:locales");
        assertThat(events.get(0).data()).containsEntry("geolocation", Map.of());
        assertThat(events.get(1).data()).containsEntry("locales", Map.of("locales", List.of()));
    }

    @Test
    void aPageAndAnEventAreToldAlone() {
        workspace.events().listen(events::add);
        Visitor visitor = workspace.visitor(sessionId);

        visitor.browses("Home", "https://shop.example.org/", null);
        visitor.browses("Boxes", "https://shop.example.org/boxes", "https://shop.example.org/");
        visitor.triggers("Bought", Map.of("price", 4), "green");

        assertThat(names()).containsExactly("session:sync:pages", "session:sync:pages", "session:sync:events");
        assertThat(events.get(1).data())
                .containsEntry(
                        "pages",
                        List.of(Map.of(
                                "page_title", "Boxes",
                                "page_url", "https://shop.example.org/boxes",
                                "page_referrer", "https://shop.example.org/",
                                "timestamp", NOW.toEpochMilli())));
        assertThat(events.get(2).data())
                .containsEntry(
                        "events",
                        List.of(Map.of(
                                "text",
                                "Bought",
                                "data",
                                Map.of("price", 4),
                                "color",
                                "green",
                                "timestamp",
                                NOW.toEpochMilli())));
    }

    @Test
    void aChangeOfMetaTellsOneEventForEachFieldThatChanged() {
        workspace.events().listen(events::add);

        workspace
                .conversations()
                .changeMeta(
                        sessionId,
                        Map.of(
                                "nickname",
                                "Ilse",
                                "email",
                                "i@example.org",
                                "segments",
                                List.of("vip"),
                                "device",
                                Map.of("geolocation", Map.of(), "timezone", 60)));

        assertThat(names()).containsExactly("session:set_email", "session:set_segments", "session:sync:timezone");
    }

    @Test
    void capabilitiesCanBeToldAsGoReadsThem() {
        switches.set(WorkspaceSwitch.CAPABILITIES_SHAPE, CapabilitiesShape.OBJECT);
        workspace.events().listen(events::add);

        workspace.visitor(sessionId).capabilities(List.of("call"));

        assertThat(events.get(0).data()).containsEntry("capabilities", Map.of("capabilities", List.of("call")));
    }

    @Test
    void dataIsToldAsItStandsAfterwards() {
        workspace.conversations().changeMeta(sessionId, Map.of("data", Map.of("order", "4711")));
        workspace.events().listen(events::add);

        workspace.conversations().changeMeta(sessionId, Map.of("data", Map.of("vip", true)));

        assertThat(events.get(0).data()).containsEntry("data", Map.of("order", "4711", "vip", true));
    }

    @Test
    void whereItWasBeforeIsToldToo() {
        workspace.conversations().assign(sessionId, OPERATOR);
        workspace.conversations().moveToInbox(sessionId, INBOX);
        workspace.events().listen(events::add);

        workspace.conversations().assign(sessionId, null);
        workspace.conversations().moveToInbox(sessionId, null);

        assertThat(events.get(0).data())
                .containsEntry("routing_id", null)
                .containsEntry("previous_routing_id", OPERATOR)
                .containsEntry("inbox_id", INBOX);
        assertThat(events.get(1).data()).containsEntry("inbox_id", null).containsEntry("previous_inbox_id", INBOX);
    }

    @Test
    void aConversationThatIsRemovedLeavesATombstone() {
        workspace.conversations().moveToInbox(sessionId, INBOX);
        workspace.events().listen(events::add);

        workspace.conversations().remove(sessionId);

        assertThat(names()).containsExactly("session:removed");
        assertThat(events.get(0).data()).containsEntry("session_id", sessionId).containsEntry("inbox_id", INBOX);
    }

    @Test
    void closingIsToldOnlyAfterOpening() {
        Website.Operator operator = workspace.website().operators().get(0);
        workspace.events().listen(events::add);

        workspace.conversations().setOpened(sessionId, operator, false);
        workspace.conversations().setOpened(sessionId, operator, true);
        workspace.conversations().setOpened(sessionId, operator, false);

        assertThat(names()).containsExactly("session:set_opened", "session:set_closed");
    }

    @Test
    void aNoteThatMentionsAnOperatorChangesTheMentions() {
        workspace.events().listen(events::add);
        MessageDraft note =
                new MessageDraft("note", Side.OPERATOR, "chat", "Look", null, null, null, List.of(OPERATOR), Map.of());

        workspace.messages().send(sessionId, note);
        workspace.messages().send(sessionId, note);

        assertThat(workspace.conversations().get(sessionId).mentions()).containsExactly(OPERATOR);
        assertThat(names()).containsOnlyOnce("session:set_mentions");
    }

    @Test
    void nothingIsToldOfANewConversation() {
        workspace.events().listen(events::add);

        workspace.conversations().start();

        assertThat(events).isEmpty();
    }

    private List<String> names() {
        return events.stream().map(Event::name).toList();
    }

    private static Arguments deed(String name, Map<String, Object> fields, Deed deed) {
        return Arguments.of(name, fields, deed);
    }

    private static Arguments meta(String name, String field, Object value) {
        return deed(name, Map.of(field, value), (on, id) -> on.conversations().changeMeta(id, Map.of(field, value)));
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new HashMap<>();
        var parts = Arrays.asList(namesAndValues).iterator();
        while (parts.hasNext()) {
            fields.put((String) parts.next(), parts.next());
        }
        return fields;
    }
}
