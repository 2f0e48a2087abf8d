package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.switches.AnswerSwitch;
import dev.crispconnect.simulator.workspace.Conversations;
import dev.crispconnect.simulator.workspace.State;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters over two conversations: Ilse's of 2026-03-02 with one visit, and Omar's, one second later, with twelve. */
class ConversationSearchTest {

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.open();
        Conversations conversations = site.workspace().conversations();
        String ilse = conversations
                .start(Map.of(
                        "nickname", "Ilse",
                        "segments", List.of("vip", "shipping"),
                        "data", Map.of("visits", 1, "order", "0711"),
                        "device", Map.of("geolocation", Map.of("country", "DE"))))
                .sessionId();
        conversations.assign(ilse, "mo");
        conversations.setMentions(ilse, List.of("mo"));
        site.tick();
        String omar = conversations
                .start(Map.of("nickname", "Omar", "data", Map.of("visits", 12, "order", "711")))
                .sessionId();
        site.workspace().visitorWrites(omar, "Hello");
        conversations.setState(omar, State.UNRESOLVED);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            state                           | eq  | "unresolved"               | Omar
            state                           | neq | "unresolved"               | Ilse
            status                          | gte | 1                          | Omar
            status                          | lt  | "1"                        | Ilse
            meta.nickname                   | eq  | "Ilse", "Omar"             | Ilse Omar
            meta.nickname                   | neq | "Ilse", "Omar"             |
            meta.segments                   | eq  | "vip"                      | Ilse
            meta.segments                   | neq | "vip"                      | Omar
            meta.data.visits                | gt  | "2"                        | Omar
            meta.data.visits                | gte | 1                          | Ilse Omar
            meta.data.visits                | lte | 1                          | Ilse
            meta.data.visits                | eq  | "12"                       | Omar
            meta.data.order                 | eq  | "711"                      | Omar
            meta.data.nothing               | gt  | 0                          |
            meta.data.nothing               | eq  | ""                         | Ilse Omar
            meta.device.geolocation.country | eq  | "DE"                       | Ilse
            assigned.user_id                | eq  | "mo"                       | Ilse
            assigned.user_id                | neq | "mo"                       | Omar
            mentions                        | eq  | "mo"                       | Ilse
            unread.operator                 | gt  | 0                          | Omar
            is_blocked                      | eq  | false                      | Ilse Omar
            created_at                      | gt  | "2026-03-02T09:30:00.125Z" | Omar
            created_at                      | lte | 1772443800125              | Ilse
            waiting_since                   | lt  | "2027-01-01T00:00:00Z"     | Omar
            availability                    | eq  | "offline"                  | Ilse Omar
            """)
    void aFilterComparesAnyFieldWithSixOperators(String criterion, String operator, String values, String found) {
        Reply reply = filtered(clause(criterion, operator, values), "");

        assertThat(nicknames(reply)).isEqualTo(found == null ? List.of() : List.of(found.split(" ")));
    }

    @Test
    void clausesHoldTogetherUnlessOneOfThemIsEnough() {
        String both = clause("meta.nickname", "eq", "\"Ilse\"") + "," + clause("status", "gte", "1");

        assertThat(nicknames(filtered(both, ""))).isEmpty();
        assertThat(nicknames(filtered(both, "&search_operator=and"))).isEmpty();
        assertThat(nicknames(filtered(both, "&search_operator=or"))).containsExactly("Ilse", "Omar");
        assertThat(filtered(both, "&search_operator=xor").reason()).isEqualTo("invalid_data");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"operator": "eq", "query": []}                                          | query.search_query[] should have required property '.criterion'
            {"criterion": "meta.email", "query": []}                                 | query.search_query[] should have required property '.operator'
            {"criterion": "meta.email", "operator": "eq"}                            | query.search_query[] should have required property '.query'
            {"criterion": "meta.email", "operator": "like", "query": []}             | query.search_query[].operator should be equal to one of the allowed values
            {"criterion": "colour", "operator": "eq", "query": []}                   | query.search_query[].criterion should be equal to one of the allowed values
            {"criterion": "meta.email", "operator": "eq", "query": "a"}              | query.search_query[].query should be array
            {"model": "people", "criterion": "state", "operator": "eq", "query": []} | query.search_query[].model should be equal to one of the allowed values
            """)
    void aClauseThatIsWrongIsInvalidAndTheFieldIsNamed(String clause, String sentence) {
        assertThat(filtered(clause, "").data().get("message").asText()).isEqualTo(sentence);
    }

    @Test
    void aSearchMayNotBeEndless() {
        int longest = AnswerSwitch.LONGEST_SEARCH.preset();

        Reply longEnough = site.get("/conversations/1?search_type=text&search_query=" + "a".repeat(longest));
        Reply tooLong = site.get("/conversations/1?search_type=text&search_query=" + "a".repeat(longest + 1));

        assertThat(longEnough.status()).isEqualTo(200);
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.reason()).isEqualTo("search_query_too_long");
    }

    @Test
    void conversationsWithAMentionCanBeAskedFor() {
        assertThat(nicknames(site.get("/conversations/1?include_empty=1&filter_mention=1")))
                .containsExactly("Ilse");
    }

    private static String clause(String criterion, String operator, String values) {
        return "{\"model\": \"conversation\", \"criterion\": \"" + criterion + "\", \"operator\": \"" + operator
                + "\", \"query\": [" + values + "]}";
    }

    private static Reply filtered(String clauses, String parameters) {
        return site.get("/conversations/1?include_empty=1&search_type=filter&search_query="
                + URLEncoder.encode("[" + clauses + "]", StandardCharsets.UTF_8) + parameters);
    }

    private static List<String> nicknames(Reply reply) {
        return StreamSupport.stream(reply.data().spliterator(), false)
                .map(conversation -> conversation.get("meta").get("nickname"))
                .map(JsonNode::asText)
                .sorted()
                .toList();
    }
}
