package dev.crispconnect.client.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.Messages;
import dev.crispconnect.client.Tier;
import dev.crispconnect.client.conversation.MessageContent;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static final String IDS = "\"website_id\":\"w\",\"session_id\":\"s\"";

    @ParameterizedTest
    @ValueSource(strings = {"message:send", "message:received"})
    void aMessageIsReadWhole(String name) {
        RealtimeEvent event = EventReader.read(name, """
                {"website_id": "w", "session_id": "s", "inbox_id": null, "type": "text", "from": "user",
                 "origin": "chat", "content": "Hello", "fingerprint": 176000012012345, "timestamp": 1760000120123,
                 "mentions": [], "stamped": true, "user": {"user_id": "s", "nickname": "Ilse"}}""");

        assertThat(event.websiteId()).isEqualTo("w");
        assertThat(event.sessionId()).isEqualTo("s");
        var message = name.equals("message:send")
                ? ((EventContent.MessageSent) event.content()).message()
                : ((EventContent.MessageReceived) event.content()).message();
        assertThat(message.fingerprint()).isEqualTo(176000012012345L);
        assertThat(message.content()).isEqualTo(new MessageContent.Text("Hello"));
        assertThat(message.timestamp()).isEqualTo(Instant.ofEpochMilli(1760000120123L));
        assertThat(message.user().nickname()).isEqualTo("Ilse");
    }

    @ParameterizedTest
    @CsvSource({"12", "'\"12\"'"})
    void anEditTellsTheFingerprintAndTheNewContent(String fingerprint) {
        RealtimeEvent event = EventReader.read(
                "message:updated", "{" + IDS + ",\"fingerprint\":" + fingerprint + ",\"content\":\"new\"}");

        assertThat(event.content()).isEqualTo(new EventContent.MessageUpdated(12, "\"new\""));
        assertThat(Messages.content("text", "\"new\"")).isEqualTo(new MessageContent.Text("new"));
    }

    @Test
    void aRemovedMessageTellsItsFingerprint() {
        assertThat(content("message:removed", "{" + IDS + ",\"fingerprint\":12}"))
                .isEqualTo(new EventContent.MessageRemoved(12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "message:acknowledge:read:send | [12,\"13\",\"x\",null,1.5,{}]",
                "message:acknowledge:read:received | [12,13]"
            })
    void whatWasReadIsToldByFingerprints(String name, String fingerprints) {
        assertThat(content(name, "{" + IDS + ",\"origin\":\"chat\",\"fingerprints\":" + fingerprints + "}"))
                .isEqualTo(new EventContent.MessagesRead(List.of(12L, 13L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"fingerprints\":7", ",\"fingerprints\":null"})
    void whatWasReadMayBeNothing(String fingerprints) {
        assertThat(content("message:acknowledge:read:send", "{" + IDS + fingerprints + "}"))
                .isEqualTo(new EventContent.MessagesRead(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"session:set_state", "session:sync:topic", "session:update_availability", "session:new_one"})
    void anyOtherSessionEventTouchesTheConversation(String name) {
        assertThat(content(name, "{" + IDS + "}")).isEqualTo(new EventContent.ConversationTouched());
    }

    @Test
    void aRemovedConversationIsToldApart() {
        assertThat(content("session:removed", "{" + IDS + "}")).isEqualTo(new EventContent.ConversationRemoved());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"people:profile:created", "people:profile:updated", "people:bind:session", "people:sync:profile"
            })
    void aContactIsTouched(String name) {
        assertThat(content(name, "{\"website_id\":\"w\",\"people_id\":\"p\"}"))
                .isEqualTo(new EventContent.ProfileTouched("p"));
    }

    @Test
    void aRemovedContactIsToldApart() {
        assertThat(content("people:profile:removed", "{\"website_id\":\"w\",\"people_id\":\"p\"}"))
                .isEqualTo(new EventContent.ProfileRemoved("p"));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "7,"})
    void aSubscriptionTellsWhetherItIsBound(String bound, Boolean read) {
        assertThat(content("plugin:subscription:updated", "{\"website_id\":\"w\",\"bound\":" + bound + "}"))
                .isEqualTo(new EventContent.SubscriptionUpdated(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message:compose:send", "bucket:url:upload:generated", "made:up", ""})
    void whatIsAboutNothingThatIsFollowedIsOther(String name) {
        assertThat(content(name, "{\"x\":1}")).isEqualTo(new EventContent.Other());
        assertThat(content(name, null)).isEqualTo(new EventContent.Other());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "message:send | {\"website_id\":\"w\",\"session_id\":\"s\"}",
                "message:send | {\"website_id\":\"w\",\"fingerprint\":1}",
                "message:received | {\"session_id\":\"s\",\"fingerprint\":1}",
                "message:received | [1]",
                "message:updated | {\"website_id\":\"w\",\"session_id\":\"s\",\"fingerprint\":\"x\"}",
                "message:removed | {\"fingerprint\":1}",
                "message:acknowledge:read:send | {\"website_id\":\"w\",\"fingerprints\":[1]}",
                "session:removed | {\"website_id\":\"w\"}",
                "session:set_state | 7",
                "people:profile:removed | {\"website_id\":\"w\"}",
                "people:profile:updated | {\"people_id\":\"p\"}",
                "plugin:subscription:updated | {}",
            })
    void whatLacksItsIdsSaysSo(String name, String json) {
        assertThat(content(name, json)).isInstanceOf(EventContent.Malformed.class);
        assertThat(content(name, null)).isInstanceOf(EventContent.Malformed.class);
    }

    @Property(tries = 3000)
    void neverThrows(@ForAll("names") String name, @ForAll("payloads") String json) {
        RealtimeEvent event = EventReader.read(name, json);

        assertThat(event.json()).isEqualTo(json);
        assertThat(event.content()).isNotNull();
    }

    @Test
    void printsWhichEventItIsAndNothingThatWasSaid() {
        String json = "{" + IDS + ",\"fingerprint\":1,\"type\":\"text\",\"content\":\"personal\"}";

        assertThat(EventReader.read("message:send", json).toString()).doesNotContain("personal");
        assertThat(EventReader.read("message:send", json).content().toString()).doesNotContain("personal");
        assertThat(EventReader.read("message:updated", json).content().toString())
                .doesNotContain("personal");
        assertThat(new Packet.Event("message:send", json).toString()).doesNotContain("personal");
    }

    @Test
    void knowsTheEventsOfEachTier() {
        assertThat(EventNames.of(Tier.WEBSITE)).hasSize(71).doesNotHaveDuplicates();
        assertThat(EventNames.of(Tier.PLUGIN)).hasSize(72).doesNotHaveDuplicates();
        assertThat(new HashSet<>(EventNames.of(Tier.USER))).hasSize(82).containsAll(EventNames.of(Tier.PLUGIN));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(Arbitraries.of(EventNames.of(Tier.USER)), Arbitraries.strings());
    }

    @Provide
    Arbitrary<String> payloads() {
        Arbitrary<String> value =
                Arbitraries.of("null", "1", "-1", "1e999", "\"x\"", "\"1\"", "[]", "{}", "true", "[{}]");
        Arbitrary<String> field = Arbitraries.of(
                        "website_id",
                        "session_id",
                        "people_id",
                        "fingerprint",
                        "content",
                        "type",
                        "user",
                        "bound",
                        "timestamp",
                        "preview")
                .flatMap(name -> value.map(each -> "\"" + name + "\":" + each));
        Arbitrary<String> object = field.list().ofMaxSize(8).map(fields -> "{" + String.join(",", fields) + "}");
        return Arbitraries.oneOf(object, object, value, Arbitraries.strings().ofMaxLength(20));
    }

    private static EventContent content(String name, String json) {
        return EventReader.read(name, json).content();
    }
}
