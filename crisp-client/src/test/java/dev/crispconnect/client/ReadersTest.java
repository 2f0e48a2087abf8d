package dev.crispconnect.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.conversation.Meta;
import dev.crispconnect.client.people.Geolocation;
import dev.crispconnect.client.people.Profile;
import dev.crispconnect.client.website.Website;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of Crisp's objects: whole ones, thin ones, and ones that are not as they should be. */
class ReadersTest {

    @Test
    void readsAWholeConversation() {
        Conversation conversation = read(Conversations.get("w", "s"), """
                {
                  "session_id": "session_1", "website_id": "w1", "inbox_id": null, "people_id": "p1",
                  "state": "unresolved", "status": 1, "is_verified": false, "is_blocked": true,
                  "availability": "offline", "active": {"now": false, "last": 1760000123456},
                  "last_message": "The parcel", "topic": "parcels",
                  "preview_message": {"type": "text", "from": "user", "excerpt": "The", "fingerprint": 176000012012345},
                  "verifications": [{"identity": "email", "method": "link", "annotation": null}],
                  "participants": [{"type": "email", "target": "lena@example.org"}],
                  "mentions": ["u1"], "compose": {"operator": {}, "visitor": {}},
                  "unread": {"operator": 1, "visitor": 0}, "assigned": {"user_id": "u2"},
                  "meta": {"nickname": "Ilse"},
                  "created_at": 1759990000000, "updated_at": 1760000120123, "waiting_since": 1760000120124
                }
                """);

        assertThat(conversation)
                .isEqualTo(new Conversation(
                        "w1",
                        "session_1",
                        null,
                        "p1",
                        "unresolved",
                        1,
                        false,
                        true,
                        "offline",
                        new Conversation.Activity(false, Instant.ofEpochMilli(1760000123456L)),
                        "The parcel",
                        new Conversation.PreviewMessage("text", "user", "The", 176000012012345L),
                        "parcels",
                        List.of(new Conversation.Verification("email", "link", null)),
                        List.of(new Conversation.Participant("email", "lena@example.org")),
                        List.of("u1"),
                        new Conversation.Unread(1, 0),
                        new Conversation.Assignment("u2"),
                        new Meta("Ilse", null, null, null, null, null, null, null, null, null, null, null),
                        Instant.ofEpochMilli(1759990000000L),
                        Instant.ofEpochMilli(1760000120123L),
                        Instant.ofEpochMilli(1760000120124L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"session_id\":\"s1\"}",
                "{\"session_id\":\"s1\",\"assigned\":{},\"meta\":{},\"active\":{},\"unread\":{},\"mentions\":[]}",
                "{\"session_id\":\"s1\",\"assigned\":null,\"meta\":null,\"participants\":null,\"state\":null}",
                "{\"session_id\":\"s1\",\"assigned\":7,\"meta\":[],\"mentions\":{},\"state\":{},\"status\":\"one\"}",
                "{\"session_id\":\"s1\",\"website_id\":3,\"is_blocked\":\"no\",\"updated_at\":\"2026\",\"new\":1}",
                "{\"session_id\":\"s1\",\"status\":1.5,\"updated_at\":1e40,\"mentions\":[null,5,{}],\"unread\":\"2\"}",
            })
    void takesAbsentNullEmptyAndMistypedForNoValue(String data) {
        assertThat(read(Conversations.get("w", "s1"), data))
                .isEqualTo(new Conversation(
                        "w", "s1", null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                        null, null, null, null, null, null));
    }

    @Test
    void readsWhatIsKnownOfAVisitor() {
        Meta meta = read(Conversations.meta("w", "s"), """
                {
                  "nickname": "Ilse Brandt", "email": "", "phone": "+49", "address": "", "subject": "Parcel",
                  "origin": "chat", "ip": "203.0.113.7", "avatar": null,
                  "data": {"order": "4711", "vip": true, "visits": 3, "price": 1.10, "nested": {"a": [1]}, "no": null},
                  "segments": ["shipping", "vip"],
                  "connection": {"isp": "Example Net", "asn": "AS64500"},
                  "device": {
                    "capabilities": ["call"],
                    "geolocation": {"country": "DE", "region": "BE", "city": "Berlin",
                                    "coordinates": {"latitude": 52.52, "longitude": 13}},
                    "system": {"os": {"name": "Linux", "version": "6.1"}, "engine": {},
                               "browser": {"name": "Firefox", "version": "128.0", "major": "128"}, "useragent": "M"},
                    "timezone": -120, "locales": ["de"]
                  }
                }
                """);

        assertThat(meta.email()).isEmpty();
        assertThat(meta.avatar()).isNull();
        assertThat(meta.data())
                .containsExactly(
                        Map.entry("order", "4711"),
                        Map.entry("vip", "true"),
                        Map.entry("visits", "3"),
                        Map.entry("price", "1.10"),
                        Map.entry("nested", "{\"a\":[1]}"));
        assertThat(meta.segments()).containsExactly("shipping", "vip");
        assertThat(meta.connection()).isEqualTo(new Meta.Connection("Example Net", "AS64500"));
        assertThat(meta.device())
                .isEqualTo(new Meta.Device(
                        List.of("call"),
                        new Geolocation("DE", "BE", "Berlin", new Geolocation.Coordinates(52.52, 13.0)),
                        new Meta.Software(
                                new Meta.Versioned("Linux", "6.1", null),
                                null,
                                new Meta.Versioned("Firefox", "128.0", "128"),
                                "M"),
                        -120,
                        List.of("de")));
    }

    @Test
    void readsAWholeMessage() {
        Message message = read(Messages.get("w", "s", 1), """
                {
                  "session_id": "session_1", "website_id": "w1", "fingerprint": 176000012012345,
                  "type": "text", "from": "operator", "origin": "urn:crisp.im:slack:0", "content": "Hello",
                  "preview": [{"url": "https://e.org", "website": "E", "title": "T",
                               "preview": {"excerpt": "x", "image": "https://e.org/i", "embed": null}}],
                  "mentions": ["u1"], "read": "", "delivered": "email", "ignored": {"email": {"type": "t"}},
                  "edited": true, "translated": false, "automated": true, "stamped": true,
                  "timestamp": 1760000120123,
                  "user": {"type": "website", "user_id": "u1", "nickname": "Mo", "avatar": null},
                  "references": [{"type": "link", "name": "n", "target": "t"}],
                  "original": {"original_id": "o1"}, "properties": {"a": 1, "b": true, "c": "x"}
                }
                """);

        assertThat(message.fingerprint()).isEqualTo(176000012012345L);
        assertThat(message.contentJson()).isEqualTo("\"Hello\"");
        assertThat(message.preview())
                .containsExactly(new Message.LinkPreview("https://e.org", "E", "T", "x", "https://e.org/i"));
        assertThat(message.read()).isEmpty();
        assertThat(message.delivered()).isEqualTo("email");
        assertThat(message.edited()).isTrue();
        assertThat(message.timestamp()).isEqualTo(Instant.ofEpochMilli(1760000120123L));
        assertThat(message.user()).isEqualTo(new Message.Author("website", "u1", "Mo", null));
        assertThat(message.references()).containsExactly(new Message.Reference("link", "n", "t"));
        assertThat(message.originalId()).isEqualTo("o1");
        assertThat(message.properties()).isEqualTo(Map.of("a", "1", "b", "true", "c", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740991", "\"9007199254740991\"", "9007199254740991.0"})
    void readsAFingerprintHoweverItIsWritten(String fingerprint) {
        List<Message> batch = read(Messages.newest("w", "s"), "[{\"fingerprint\":" + fingerprint + "}]");

        assertThat(batch).extracting(Message::fingerprint).containsExactly(9007199254740991L);
        assertThat(batch).extracting(Message::sessionId).containsExactly("s");
        assertThat(batch).extracting(Message::websiteId).containsExactly("w");
    }

    @Test
    void readsAWholeContact() {
        Profile profile = read(People.get("w", "p"), """
                {
                  "people_id": "p1", "email": "ilse@example.org",
                  "person": {
                    "nickname": "Ilse", "avatar": "a", "gender": "female", "phone": "+49", "address": "Berlin",
                    "description": "d", "website": "w", "timezone": -120,
                    "profiles": [{"type": "mastodon", "handle": "ilse", "url": "u"}],
                    "employment": {"name": "E", "domain": "e.org", "title": "t", "role": "r", "seniority": "s"},
                    "geolocation": {"country": "DE"}, "locales": ["de"]
                  },
                  "company": {
                    "name": "E", "legal_name": "E GmbH", "domain": "e.org", "url": "u", "description": "d",
                    "timezone": 60,
                    "phones": ["1"], "emails": ["2"], "geolocation": {}, "tags": ["retail"],
                    "metrics": {"employees": 40, "market_cap": 1.5, "raised": 2, "arr": null}
                  },
                  "segments": ["customer"], "notepad": "n", "active": {"now": true}, "score": 2.5,
                  "created_at": 1750000000000, "updated_at": 1760000123456
                }
                """);

        assertThat(profile)
                .isEqualTo(new Profile(
                        "p1",
                        "ilse@example.org",
                        new Profile.Person(
                                "Ilse",
                                "a",
                                "female",
                                "+49",
                                "Berlin",
                                "d",
                                "w",
                                -120,
                                List.of(new Profile.SocialProfile("mastodon", "ilse", "u")),
                                new Profile.Employment("E", "e.org", "t", "r", "s"),
                                new Geolocation("DE", null, null, null),
                                List.of("de")),
                        new Profile.Company(
                                "E",
                                "E GmbH",
                                "e.org",
                                "u",
                                "d",
                                60,
                                List.of("1"),
                                List.of("2"),
                                null,
                                new Profile.Metrics(40L, 1.5, 2.0, null),
                                List.of("retail")),
                        List.of("customer"),
                        "n",
                        new Profile.Activity(true, null),
                        2.5,
                        Instant.ofEpochMilli(1750000000000L),
                        Instant.ofEpochMilli(1760000123456L)));
    }

    @Test
    void readsAContactsCustomData() {
        assertThat(read(People.data("w", "p"), "{\"data\":{\"visits\":3,\"vip\":false}}"))
                .isEqualTo(Map.of("visits", "3", "vip", "false"));
        assertThat(read(People.data("w", "p"), "{}")).isEmpty();
    }

    @Test
    void readsAWorkspaceInBrief() {
        assertThat(read(Websites.get("w"), "{\"website_id\":\"w1\",\"name\":\"N\",\"domain\":\"d\",\"verified\":true}"))
                .isEqualTo(new Website("w1", "N", "d", null, true, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"assigned\":null}", "{\"assigned\":{}}", "{\"assigned\":{\"user_id\":null}}"})
    void readsThatNobodyIsAssigned(String data) {
        assertThat(read(Conversations.routing("w", "s"), data)).isNull();
    }

    @Test
    void readsNoFingerprintWhenCrispTellsNone() {
        NewMessage message = NewMessage.of("text", "user", "chat", "Hi");

        assertThat(read(Messages.send("w", "s", message), "{}")).isNull();
        assertThat(read(Messages.send("w", "s", message), "{\"fingerprint\":5}"))
                .isEqualTo(5L);
    }

    @Test
    void refusesAListWithAnElementThatLacksItsId() {
        assertThat(failure(
                        Conversations.list("w", ConversationQuery.page(1, 50, null)),
                        "[{\"session_id\":\"s1\"},{\"state\":\"pending\"}]"))
                .hasMessageContaining("session_id");
        assertThat(failure(Messages.newest("w", "s"), "[{\"content\":\"x\"}]")).hasMessageContaining("fingerprint");
        assertThat(failure(Messages.newest("w", "s"), "[{\"fingerprint\":\"abc\"}]"))
                .hasMessageContaining("fingerprint")
                .hasMessageNotContaining("abc");
        assertThat(failure(People.list("w", ProfileQuery.page(1, 20, ListOrder.UPDATED)), "[null]"))
                .hasMessageContaining("people_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "\"\"", "{\"conversations\":[]}"})
    void doesNotTakeSomethingElseForAnEmptyList(String data) {
        assertThat(failure(Messages.newest("w", "s"), data)).hasMessageContaining("data is not a list");
    }

    private static <T> T read(Call<T> call, String data) {
        byte[] body =
                ("{\"error\":false,\"reason\":\"resolved\",\"data\":" + data + "}").getBytes(StandardCharsets.UTF_8);
        return Replies.read(call, new Reply(200, Answer.Headers.NONE, Optional.of(body)))
                .data();
    }

    private static CrispException.Unreadable failure(Call<?> call, String data) {
        return (CrispException.Unreadable) catchThrowable(() -> read(call, data));
    }
}
