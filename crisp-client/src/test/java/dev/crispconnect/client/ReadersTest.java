package dev.crispconnect.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.conversation.MessageContent;
import dev.crispconnect.client.conversation.Meta;
import dev.crispconnect.client.operator.ActiveOperator;
import dev.crispconnect.client.operator.Operator;
import dev.crispconnect.client.people.Geolocation;
import dev.crispconnect.client.people.Profile;
import dev.crispconnect.client.people.ProfileEvent;
import dev.crispconnect.client.plugin.PluginWebsite;
import dev.crispconnect.client.website.Availability;
import dev.crispconnect.client.website.Inbox;
import dev.crispconnect.client.website.OperatorAvailability;
import dev.crispconnect.client.website.RealtimeEndpoints;
import dev.crispconnect.client.website.Website;
import dev.crispconnect.client.website.WebsiteSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void readsTheDataOfAVisitorWithTheirTypesForThoseWhoWriteThemBack() {
        assertThat(read(
                        Conversations.data("w", "s"),
                        "{\"data\": {\"order\": \"4711\", \"vip\": true, \"visits\": 3, \"list\": [1], \"no\": null}}"))
                .isEqualTo(Map.of("order", "4711", "vip", true, "visits", 3L, "list", List.of(1L)));
        assertThat(read(Conversations.data("w", "s"), "{}")).isEmpty();
        assertThat(read(Conversations.data("w", "s"), "{\"data\": \"text\"}")).isEmpty();
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

    @Test
    void readsAnOperatorWithoutTheSecretsBesideIt() {
        List<Operator> operators = read(Operators.list("w"), """
                [{"type": "operator",
                  "details": {"user_id": "u1", "email": "mo@example.org", "avatar": null, "first_name": "Mo",
                              "last_name": "Adler", "role": "member", "title": "Support", "availability": "online",
                              "has_token": true, "identifier": "secret-1", "key": "secret-2"}},
                 {"type": "invite", "details": {"email": "new@example.org", "role": "member"}}]""");

        assertThat(operators)
                .containsExactly(
                        new Operator(
                                "operator",
                                "u1",
                                "mo@example.org",
                                null,
                                "Mo",
                                "Adler",
                                "member",
                                "Support",
                                "online",
                                true),
                        new Operator("invite", null, "new@example.org", null, null, null, "member", null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"operator\",\"details\":{\"user_id\":\"u1\",\"role\":\"owner\"}}",
                "{\"user_id\":\"u1\",\"role\":\"owner\",\"key\":\"secret\"}"
            })
    void readsOneOperatorWrappedOrNot(String data) {
        Operator operator = read(Operators.get("w", "u1"), data);

        assertThat(operator.userId()).isEqualTo("u1");
        assertThat(operator.role()).isEqualTo("owner");
    }

    @Test
    void readsWhoIsHere() {
        assertThat(read(Operators.active("w"), """
                [{"user_id": "u1", "nickname": "Mo", "avatar": null, "timestamp": 1760000123456}]"""))
                .containsExactly(new ActiveOperator("u1", "Mo", null, Instant.ofEpochMilli(1760000123456L)));
        assertThat(failure(Operators.active("w"), "[{\"nickname\":\"Mo\"}]")).hasMessageContaining("user_id");
    }

    @Test
    void readsSettingsWhateverTheyAreCalled() {
        WebsiteSettings settings = read(Websites.settings("w"), """
                {"website_id": "w1", "name": "Shop", "domain": "shop.example.org",
                 "domain_alternates": ["www.shop.example.org"], "logo": null,
                 "audit": {"log": true}, "contact": {"phone": ""}, "inbox": {"lock_removal": false},
                 "emails": null, "chatbox": {"tile": "default", "blocked_ips": ["203.0.113.7"], "made_up": 1.50}}""");

        assertThat(settings)
                .isEqualTo(new WebsiteSettings(
                        "w1",
                        "Shop",
                        "shop.example.org",
                        List.of("www.shop.example.org"),
                        null,
                        Map.of("log", "true"),
                        Map.of("phone", ""),
                        Map.of("lock_removal", "false"),
                        Map.of(),
                        Map.of("tile", "default", "blocked_ips", "[\"203.0.113.7\"]", "made_up", "1.50")));
        assertThat(read(Websites.settings("w"), "{}").websiteId()).isEqualTo("w");
    }

    @Test
    void readsWhoAnswersNow() {
        assertThat(read(Websites.availability("w"), "{\"status\":\"online\",\"since\":1760000123456}"))
                .isEqualTo(new Availability("online", Instant.ofEpochMilli(1760000123456L)));
        assertThat(read(Websites.operatorAvailabilities("w"), """
                [{"user_id": "u1", "type": "online", "time": {"for": 60, "since": 1760000123456}},
                 {"user_id": "u2"}]"""))
                .containsExactly(
                        new OperatorAvailability("u1", "online", 60L, Instant.ofEpochMilli(1760000123456L)),
                        new OperatorAvailability("u2", null, null, null));
    }

    @Test
    void readsInboxes() {
        assertThat(read(Websites.inboxes("w", 1), """
                [{"inbox_id": "i1", "name": "Sales", "emoji": "x", "order": 2, "operators": ["u1"], "teams": [],
                  "conditions": [{"model": "session", "criterion": "c", "operator": "eq", "query": ["q"]}],
                  "operator": "and", "created_at": 1760000123456, "updated_at": null}, {"inbox_id": "i2"}]"""))
                .containsExactly(
                        new Inbox(
                                "i1",
                                "Sales",
                                "x",
                                2,
                                List.of("u1"),
                                List.of(),
                                List.of(new Inbox.Condition("session", "c", "eq", List.of("q"))),
                                "and",
                                Instant.ofEpochMilli(1760000123456L),
                                null),
                        new Inbox("i2", null, null, null, null, null, null, null, null, null));
        assertThat(failure(Websites.inboxes("w", 1), "[{}]")).hasMessageContaining("inbox_id");
    }

    @Test
    void readsThePluginsWebsitesWithoutTheirTokens() {
        List<PluginWebsite> websites = read(Plugins.websites(1, false), """
                [{"website_id": "w1", "token": "secret-1", "settings": {"api_key": "secret-2"}},
                 {"website_id": "w2", "difference": "removed"}]""");

        assertThat(websites).containsExactly(new PluginWebsite("w1", null), new PluginWebsite("w2", "removed"));
        assertThat(failure(Plugins.websitesSince(Instant.EPOCH, false), "[{\"token\":\"secret\"}]"))
                .hasMessageContaining("website_id")
                .hasMessageNotContaining("secret");
    }

    @Test
    void readsWhereEventsAreToBeHad() {
        assertThat(read(Plugins.endpoints(), """
                {"socket": {"app": "wss://app.example.org/p/68/", "stream": "wss://stream.example.org/p/68/"},
                 "rescue": {"socket": {"app": "wss://rescue.example.org/p/68/"}}}"""))
                .isEqualTo(new RealtimeEndpoints(
                        "wss://app.example.org/p/68/",
                        "wss://stream.example.org/p/68/",
                        "wss://rescue.example.org/p/68/"));
        assertThat(read(Websites.endpoints("w"), "{\"socket\":{\"app\":\"wss://a/\"},\"rescue\":null}"))
                .isEqualTo(new RealtimeEndpoints("wss://a/", null, null));
        assertThat(read(Users.endpoints(), "{\"socket\":{\"app\":\"wss://u/\"}}")
                        .app())
                .isEqualTo("wss://u/");
        assertThat(failure(Websites.endpointsOfToken(), "{\"socket\":{}}")).hasMessageContaining("app");
    }

    @Test
    void readsWhatAContactDid() {
        assertThat(read(People.events("w", "p", 1), """
                [{"text": "Paid", "data": {"sum": 3, "ok": true}, "color": "green", "timestamp": 1760000123456}, {}]"""))
                .containsExactly(
                        new ProfileEvent(
                                "Paid",
                                Map.of("sum", "3", "ok", "true"),
                                "green",
                                Instant.ofEpochMilli(1760000123456L)),
                        new ProfileEvent(null, null, null, null));
    }

    @Test
    void readsTheConversationsOfAContactAsIdsOrObjects() {
        Call<List<String>> call = People.conversations("w", "p", new ProfileConversationsQuery(1, false, null));

        assertThat(read(call, "[\"s1\",{\"session_id\":\"s2\"}]")).containsExactly("s1", "s2");
        assertThat(failure(call, "[7]")).hasMessageContaining("session_id");
    }

    @Test
    void readsSingleFacts() {
        assertThat(read(People.total("w"), "{\"total\":41}")).isEqualTo(41);
        assertThat(read(People.total("w"), "{}")).isNull();
        assertThat(read(People.subscription("w", "p"), "{\"email\":true}")).isTrue();
        assertThat(read(People.subscription("w", "p"), "{}")).isNull();
        assertThat(read(Conversations.blocked("w", "s"), "{\"blocked\":false}")).isFalse();
        assertThat(read(Conversations.blocked("w", "s"), "{\"blocked\":null}")).isNull();
        assertThat(read(
                        Conversations.participants("w", "s"),
                        "{\"participants\":[{\"type\":\"email\",\"target\":\"a@b.c\"}]}"))
                .containsExactly(new Conversation.Participant("email", "a@b.c"));
        assertThat(read(Conversations.participants("w", "s"), "{}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"text,Text", "file,Unknown", "made_up,Unknown"})
    void readsTheContentOfAnEditByTheTypeOfItsMessage(String type, String kind) {
        assertThat(Messages.content(type, "\"new\"").getClass().getSimpleName()).isEqualTo(kind);
        assertThat(Messages.content(type, "{nonsense")).isEqualTo(new MessageContent.Unknown());
        assertThat(Messages.content(type, null)).isEqualTo(new MessageContent.Unknown());
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
