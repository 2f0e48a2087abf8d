package dev.crispconnect.client;

import static dev.crispconnect.client.WireServer.answer;
import static dev.crispconnect.client.WireServer.envelope;
import static dev.crispconnect.client.WireServer.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crispconnect.client.WireServer.Seen;
import dev.crispconnect.client.WireServer.Then;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.time.ManualTime;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, and what comes of the answers that do come back. */
class HttpCrispClientTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String WEBSITE = "0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11";
    private static final String SESSION = "session_3f0c2a57-5a0d-4e0b-8d0e-5c1b7a9f1e10";

    @Test
    void authenticatesWithTheTokenAndItsTier() throws Exception {
        try (WireServer server = WireServer.answering(envelope(200, "resolved", "{\"state\":\"resolved\"}"));
                CrispClient client = Clients.open(server.url())) {
            client.execute(Conversations.state(WEBSITE, SESSION));

            assertThat(server.seen().get(0).headers())
                    .containsEntry("authorization", "Basic aWRlbnRpZmllcjpzZWNyZXQta2V5")
                    .containsEntry("x-crisp-tier", "plugin")
                    .containsEntry("accept", "application/json")
                    .containsEntry("user-agent", "test/1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v1/", "gateway/crisp/v1", "gateway/crisp/v1/"})
    void joinsThePathToTheBaseWithOneSlash(String base) throws Exception {
        try (WireServer server = WireServer.answering(envelope(200, "listed", "[]"));
                CrispClient client = Clients.open(server.url().resolve("/" + base))) {
            client.execute(Conversations.list(WEBSITE, ConversationQuery.page(2, 50, ListOrder.UPDATED)));

            String root = base.endsWith("/") ? base : base + "/";
            assertThat(server.seen().get(0).target())
                    .isEqualTo("/" + root + "website/" + WEBSITE
                            + "/conversations/2?per_page=50&include_empty=1&order_date_updated=1");
        }
    }

    @Test
    void sendsDateBoundsAsIsoTimes() throws Exception {
        try (WireServer server = WireServer.answering(envelope(200, "listed", "[]"));
                CrispClient client = Clients.open(server.url())) {
            Instant from = Instant.parse("2026-01-02T03:04:05.678Z");
            client.execute(Conversations.list(
                    WEBSITE,
                    new ConversationQuery(1, 20, null, false, ConversationFilter.updatedBetween(from, null), null)));

            assertThat(server.seen().get(0).target())
                    .endsWith("/conversations/1?per_page=20&filter_date_start=2026-01-02T03%3A04%3A05.678Z");
        }
    }

    @Test
    void namesAContactByItsMailAddressInOneSegment() throws Exception {
        try (WireServer server = WireServer.answering(envelope(200, "resolved", "{\"people_id\":\"p\"}"));
                CrispClient client = Clients.open(server.url())) {
            client.execute(People.get(WEBSITE, "ilse+crisp@example.org"));

            assertThat(server.seen().get(0).target())
                    .isEqualTo("/v1/website/" + WEBSITE + "/people/profile/ilse%2Bcrisp%40example.org");
        }
    }

    @Test
    void sendsAnEmptyObjectWhenAWriteHasNothingToSay() throws Exception {
        try (WireServer server = WireServer.answering(envelope(201, "added", "{\"session_id\":\"session_1\"}"));
                CrispClient client = Clients.open(server.url())) {
            Answer<String> answer = client.execute(Conversations.create(WEBSITE));

            assertThat(answer.data()).isEqualTo("session_1");
            Seen request = server.seen().get(0);
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.body()).isEqualTo("{}");
            assertThat(request.headers()).containsEntry("content-type", "application/json");
        }
    }

    @Test
    void writesExplicitNullWhereItMeansNobody() throws Exception {
        try (WireServer server = WireServer.answering(envelope(200, "updated", "{}"));
                CrispClient client = Clients.open(server.url())) {
            client.execute(Conversations.changeRouting(WEBSITE, SESSION, null, true));

            Seen request = server.seen().get(0);
            assertThat(request.method()).isEqualTo("PATCH");
            assertThat(request.target()).isEqualTo("/v1/website/" + WEBSITE + "/conversation/" + SESSION + "/routing");
            assertThat(request.body()).isEqualTo("{\"assigned\":null,\"silent\":true}");
        }
    }

    @Test
    void replacesCustomDataByPut() throws Exception {
        try (WireServer server = WireServer.answering(envelope(200, "saved", "{}"));
                CrispClient client = Clients.open(server.url())) {
            client.execute(People.saveData(WEBSITE, "p1", Map.of("visits", 3)));

            Seen request = server.seen().get(0);
            assertThat(request.method()).isEqualTo("PUT");
            assertThat(request.body()).isEqualTo("{\"data\":{\"visits\":3}}");
        }
    }

    @Test
    void setsAStateInSomebodysName() throws Exception {
        try (WireServer server = WireServer.answering(envelope(200, "updated", "{}"));
                CrispClient client = Clients.open(server.url())) {
            Message.Author judge = new Message.Author("website", null, "Judge", null);

            client.execute(Conversations.changeState(WEBSITE, SESSION, "resolved", judge, "urn:example.org:kafka:0"));

            assertThat(JSON.readTree(server.seen().get(0).body())).isEqualTo(JSON.readTree("""
                                    {"state": "resolved", "user": {"type": "website", "nickname": "Judge"},
                                     "origin": "urn:example.org:kafka:0"}"""));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 203, 206})
    void takesAnySuccessStatusForASuccess(int status) throws Exception {
        try (WireServer server = WireServer.answering(envelope(status, "updated", "{}"));
                CrispClient client = Clients.open(server.url())) {
            Answer<Void> answer = client.execute(Conversations.changeState(WEBSITE, SESSION, "resolved"));

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.reason()).isEqualTo("updated");
            assertThat(answer.moreFollows()).isEqualTo(status == 206);
        }
    }

    @Test
    void takesNoContentForASuccess() throws Exception {
        try (WireServer server = WireServer.answering(raw("HTTP/1.1 204 No Content\r\n\r\n", Then.KEEP));
                CrispClient client = Clients.open(server.url())) {
            assertThat(client.execute(Conversations.changeState(WEBSITE, SESSION, "resolved"))
                            .status())
                    .isEqualTo(204);
        }
    }

    @Test
    void tellsTheServersTime() throws Exception {
        try (WireServer server = WireServer.answering(
                        answer(200, "{\"error\":false,\"data\":[]}", "Date: Fri, 20 Nov 2026 12:00:00 GMT"));
                CrispClient client = Clients.open(server.url())) {
            assertThat(client.execute(Messages.newest(WEBSITE, SESSION)).serverTime())
                    .isEqualTo(Instant.parse("2026-11-20T12:00:00Z"));
        }
    }

    @ParameterizedTest
    @CsvSource({"HIT, true", "hit, true", "MISS, false", "DIRECT, false", "OFFLINE, false", "'', false"})
    void tellsWhetherTheCacheInFrontOfCrispAnswered(String bloom, boolean cached) throws Exception {
        try (WireServer server = WireServer.answering(
                        answer(200, "{\"error\":false,\"data\":[]}", "Bloom-Status: " + bloom),
                        answer(404, "{\"error\":true,\"reason\":\"x_not_found\"}", "Bloom-Status: " + bloom));
                CrispClient client = Clients.open(server.url())) {
            assertThat(client.execute(Messages.newest(WEBSITE, SESSION)).cached())
                    .isEqualTo(cached);
            assertThat(catchThrowableOfType(
                                    CrispException.Missing.class,
                                    () -> client.execute(Messages.newest(WEBSITE, SESSION)))
                            .cached())
                    .isEqualTo(cached);
        }
    }

    @Test
    void endsACallWhateverItsDecoderThrows() throws Exception {
        List<Decoder<Void>> broken = List.of(
                data -> {
                    throw new IllegalStateException("a fault of ours");
                },
                data -> {
                    throw new StackOverflowError("a fault of ours");
                });
        for (Decoder<Void> decoder : broken) {
            try (WireServer server = WireServer.answering(answer(200, "{\"error\":false,\"data\":{}}"));
                    CrispClient client = Clients.open(server.url())) {
                assertThat(client.submit(Call.get(ResourcePath.of("/website"), decoder)))
                        .failsWithin(Duration.ofSeconds(10))
                        .withThrowableOfType(ExecutionException.class)
                        .withCauseInstanceOf(CrispException.Unreadable.class);
            }
        }
    }

    @Test
    void tellsAWaitThatASuccessAsksFor() throws Exception {
        try (WireServer server = WireServer.answering(answer(200, "{\"error\":false,\"data\":[]}", "Retry-After: 5"));
                CrispClient client = Clients.open(server.url())) {
            Answer<?> answer = client.execute(Messages.newest(WEBSITE, SESSION));

            assertThat(answer.retryAfter()).contains(Duration.ofSeconds(5));
            assertThat(answer.cached()).isFalse();
            assertThat(answer.serverTime()).isNull();
        }
    }

    @Test
    void asksWhetherSomethingIsThereWithoutReadingIt() throws Exception {
        try (WireServer server = WireServer.answering(
                        answer(200, "", "Content-Type: application/json"),
                        raw("HTTP/1.1 404 Not Found\r\nContent-Length: 77\r\n\r\n", Then.KEEP));
                CrispClient client = Clients.open(server.url())) {
            assertThat(client.execute(Conversations.exists(WEBSITE, SESSION)).data())
                    .isTrue();
            assertThat(client.execute(Conversations.exists(WEBSITE, SESSION)).data())
                    .isFalse();

            assertThat(server.seen().get(0).method()).isEqualTo("HEAD");
        }
    }

    @Test
    void removesWithoutABody() throws Exception {
        try (WireServer server = WireServer.answering(envelope(200, "deleted", "{}"));
                CrispClient client = Clients.open(server.url())) {
            client.execute(Conversations.remove(WEBSITE, SESSION));

            assertThat(server.seen().get(0).method()).isEqualTo("DELETE");
            assertThat(server.seen().get(0).body()).isEmpty();
        }
    }

    @Test
    void encodesAFilterIntoTheQuery() throws Exception {
        try (WireServer server = WireServer.answering(envelope(200, "listed", "[]"));
                CrispClient client = Clients.open(server.url())) {
            SearchFilter filter = new SearchFilter(
                    SearchFilter.Match.ALL,
                    List.of(new SearchFilter.Clause(
                            "people", "email", SearchFilter.Operator.EQ, List.of("a+b&c@d.e"))));

            client.execute(People.list(WEBSITE, ProfileQuery.page(1, 20, null).filtered(filter)));

            String query = URI.create(server.seen().get(0).target()).getRawQuery();
            assertThat(query).doesNotContain("+", "{", "\"");
            assertThat(URLDecoder.decode(query, StandardCharsets.UTF_8))
                    .contains("search_filter=[{\"model\":\"people\"", "a+b&c@d.e");
        }
    }

    @Test
    void doesNotCarryTheTokenToWhereARedirectPoints() throws Exception {
        try (WireServer elsewhere = WireServer.answering(envelope(200, "resolved", "{}"));
                WireServer server = WireServer.answering(answer(307, "", "Location: " + elsewhere.url()));
                CrispClient client = Clients.open(server.url())) {
            CrispException.Denied denied =
                    catchThrowableOfType(CrispException.Denied.class, () -> client.execute(Websites.get(WEBSITE)));

            assertThat(denied.advice()).contains("redirect");
            assertThat(elsewhere.seen()).isEmpty();
        }
    }

    @Test
    void doesNotRepeatAWriteThoughTheAnswerInvitesToRepeatAtOnce() throws Exception {
        try (WireServer server = WireServer.answering(answer(503, "busy", "Retry-After: 0"));
                CrispClient client = Clients.open(server.url())) {
            CrispException.Unavailable failure = catchThrowableOfType(
                    CrispException.Unavailable.class, () -> client.execute(Conversations.create(WEBSITE)));

            assertThat(failure.retryAfter()).contains(Duration.ZERO);
            assertThat(failure.mayHaveTakenEffect()).isTrue();
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    void doesNotRepeatAWriteThatTimedOutOnTheServersSide() throws Exception {
        try (WireServer server = WireServer.answering(answer(408, ""));
                CrispClient client = Clients.open(server.url())) {
            CrispException.Unavailable failure = catchThrowableOfType(
                    CrispException.Unavailable.class, () -> client.execute(Conversations.create(WEBSITE)));

            assertThat(failure.mayHaveTakenEffect()).isTrue();
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    void survivesAWaitLongerThanAnyNumber() throws Exception {
        try (WireServer server = WireServer.answering(answer(503, "", "Retry-After: 99999999999999999999"));
                CrispClient client = Clients.open(server.url())) {
            CrispException.Unavailable failure =
                    catchThrowableOfType(CrispException.Unavailable.class, () -> client.execute(Websites.get(WEBSITE)));

            assertThat(failure.retryAfter()).isEmpty();
        }
    }

    @Test
    void reckonsAWaitUntilADateByTheServersOwnClock() throws Exception {
        try (WireServer server = WireServer.answering(answer(
                        429,
                        "slow down",
                        "Date: Fri, 20 Nov 2026 12:00:00 GMT",
                        "Retry-After: Fri, 20 Nov 2026 12:01:30 GMT"));
                CrispClient client = Clients.open(server.url())) {
            CrispException.Throttled failure =
                    catchThrowableOfType(CrispException.Throttled.class, () -> client.execute(Websites.get(WEBSITE)));

            assertThat(failure.retryAfter()).contains(Duration.ofSeconds(90));
        }
    }

    @Test
    void reckonsAWaitUntilADateByItsOwnClockWhenTheServerTellsNoTime() throws Exception {
        ManualTime time = new ManualTime(Instant.parse("2026-11-20T12:00:00Z"));
        try (WireServer server = WireServer.answering(answer(429, "", "Retry-After: Fri, 20 Nov 2026 12:00:07 GMT"));
                CrispClient client = CrispClient.open(Clients.settings(server.url()), time)) {
            CrispException.Throttled failure =
                    catchThrowableOfType(CrispException.Throttled.class, () -> client.execute(Websites.get(WEBSITE)));

            assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
        }
    }

    @Test
    void takesAnAnswerExactlyAsLongAsAllowed() throws Exception {
        String body = "{\"error\":false,\"data\":[]}";
        try (WireServer server = WireServer.answering(answer(200, body));
                CrispClient client = Clients.open(server.url(), body.length())) {
            assertThat(client.execute(Messages.newest(WEBSITE, SESSION)).data()).isEqualTo(List.of());
        }
    }

    @Test
    void readsNoFurtherThanTheResponseLimit() throws Exception {
        // Given an answer that promises a megabyte and brings little more than the limit
        String begun = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + "x".repeat(200);
        try (WireServer server = WireServer.answering(raw(begun, Then.STALL));
                CrispClient client = Clients.open(server.url(), 100)) {
            // When it is read, then it ends without waiting for the rest
            CrispException.Unreadable failure = catchThrowableOfType(
                    CrispException.Unreadable.class, () -> client.execute(Messages.newest(WEBSITE, SESSION)));

            assertThat(failure).hasMessageContaining("longer than the response limit");
        }
    }

    @Test
    void dropsTheConnectionOfAnAnswerThatIsTooLongRatherThanReadItsRest() throws Exception {
        try (WireServer server = WireServer.answering(answer(200, "x".repeat(1_000_000)));
                CrispClient client = Clients.open(server.url(), 100)) {
            for (int i = 0; i < 2; i++) {
                assertThat(catchThrowableOfType(
                                CrispException.Unreadable.class, () -> client.execute(Websites.get(WEBSITE))))
                        .isNotNull();
            }

            assertThat(server.connectionCount()).isEqualTo(2);
        }
    }

    @Test
    void believesTheStatusOfAnErrorWhoseBodyIsTooLong() throws Exception {
        try (WireServer server = WireServer.answering(answer(401, "x".repeat(5000)));
                CrispClient client = Clients.open(server.url(), 100)) {
            assertThat(catchThrowableOfType(CrispException.Denied.class, () -> client.execute(Websites.get(WEBSITE))))
                    .isNotNull();
        }
    }

    @Test
    void believesTheStatusOfAnErrorWhoseBodyIsCut() throws Exception {
        String cut = "HTTP/1.1 429 Slow\r\nContent-Length: 1000\r\nRetry-After: 3\r\n\r\n{\"error\":";
        try (WireServer server = WireServer.answering(raw(cut, Then.CLOSE));
                CrispClient client = Clients.open(server.url())) {
            CrispException.Throttled failure = catchThrowableOfType(
                    CrispException.Throttled.class, () -> client.execute(Conversations.create(WEBSITE)));

            assertThat(failure.retryAfter()).contains(Duration.ofSeconds(3));
        }
    }

    @Test
    void refusesABadIdBeforeAnythingIsSent() throws Exception {
        try (WireServer server = WireServer.answering(envelope(200, "resolved", "{}"));
                CrispClient client = Clients.open(server.url())) {
            IllegalArgumentException refused = catchThrowableOfType(
                    IllegalArgumentException.class, () -> client.execute(Conversations.get(WEBSITE, "../x")));

            assertThat(refused).hasMessageContaining("session_id").hasMessageNotContaining("../x");
            assertThat(server.seen()).isEmpty();
        }
    }

    @Test
    void endsACallWhoseAnswerBreaksItsDecoder() throws Exception {
        try (WireServer server = WireServer.answering(envelope(200, "resolved", "{}"));
                CrispClient client = Clients.open(server.url())) {
            Call<Void> broken = Call.get(ResourcePath.of("/plugin/connect/account"), data -> {
                throw new IllegalStateException("broken");
            });

            assertThat(catchThrowableOfType(CrispException.Unreadable.class, () -> client.execute(broken)))
                    .hasRootCauseMessage("broken");
        }
    }

    @Test
    void keepsSecretsAndIdsOutOfItsFailures() throws Exception {
        try (WireServer server = WireServer.answering(answer(
                        403, "{\"error\":true,\"reason\":\"not_allowed\",\"data\":{\"message\":\"body text\"}}"));
                CrispClient client = Clients.open(server.url())) {
            CrispException.Denied denied = catchThrowableOfType(
                    CrispException.Denied.class, () -> client.execute(People.get(WEBSITE, "ilse@example.org")));

            assertThat(denied)
                    .hasMessageStartingWith(
                            "GET /website/{website_id}/people/profile/{people_id} was denied: HTTP 403 not_allowed")
                    .hasMessageContaining(denied.advice());
            assertThat(denied.toString()).doesNotContain("ilse", "secret-key", "identifier:", "body text");
        }
    }

    @Test
    void refusesASettingsUrlThatHoldsMoreThanAPath() {
        assertThat(catchThrowableOfType(
                        IllegalArgumentException.class,
                        () -> Clients.settings(URI.create("https://user:pass@api.crisp.chat/v1/"))))
                .hasMessageNotContaining("pass@");
    }
}
