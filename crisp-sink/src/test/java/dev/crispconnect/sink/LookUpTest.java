package dev.crispconnect.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.client.FakeCrisp;
import dev.crispconnect.client.json.JsonText;
import dev.crispconnect.client.json.JsonTextException;
import dev.crispconnect.client.metrics.Exposure;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.sink.command.Records;
import dev.crispconnect.sink.delivery.ManualTimer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpTest {

    private static final TopicPartition PARTITION = new TopicPartition("commands", 0);
    private static final String MANY = "{\"command\":\"list_messages\",\"session_id\":\"s1\",\"limit\":1000}";

    private final ManualTime time = new ManualTime();
    private final ManualTimer timer = new ManualTimer(time);
    private final FakeCrisp crisp = new FakeCrisp();
    private final FakeContext context = new FakeContext();
    private final FakeResultTopic results = new FakeResultTopic();
    private RunningSink sink;
    private long offset;

    @BeforeEach
    void start() {
        results.acknowledgesAtOnce = true;
        context.storesReportsAtOnce = true;
        start(Map.of("results.topic", "results", "results.producer.bootstrap.servers", "localhost:9092"));
    }

    private void start(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Settings.minimal());
        properties.put("max.uncommitted.records", "0"); // nobody had the partition before
        properties.putAll(more);
        sink = new RunningSink(
                SinkSettings.parse(properties),
                context,
                new Connections(crisp, timer, results, new TaskMetrics(Exposure.none()), time));
        sink.assigned(List.of(PARTITION));
    }

    private void startWithRoomFor(int bytes) {
        start(Map.of(
                "results.topic",
                "results",
                "results.producer.bootstrap.servers",
                "localhost:9092",
                "results.producer.max.request.size",
                Integer.toString(16_384 + 2 * bytes)));
    }

    private void put(String... values) {
        for (String value : values) {
            sink.put(List.of(Records.of(null, value, offset++)));
        }
    }

    private Struct result() {
        sink.put(List.of());
        assertThat(results.results).isNotEmpty();
        return results.results.get(results.results.size() - 1);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> response() {
        assertThat(result().getString("outcome")).isEqualTo("delivered");
        try {
            return (Map<String, Object>) JsonText.read(result().getString("response"));
        } catch (JsonTextException broken) {
            throw new AssertionError("the response is no JSON", broken);
        }
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }

    private static String message(int nth, String text) {
        return "{\"fingerprint\":" + nth + ",\"type\":\"text\",\"content\":\"" + text + "\",\"timestamp\":" + nth + "}";
    }

    private static String batch(int from, int to, String text) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(nth -> message(nth, text))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"command\":\"get_conversation\",\"session_id\":\"s1\"}",
                "{\"command\":\"list_conversations\"}",
                "{\"command\":\"get_message\",\"session_id\":\"s1\",\"fingerprint\":1}",
                "{\"command\":\"list_messages\",\"session_id\":\"s1\"}",
                "{\"command\":\"get_people_profile\",\"people_id\":\"p1\"}",
                "{\"command\":\"list_people_profiles\"}",
                "{\"command\":\"get_operator\",\"user_id\":\"u1\"}",
                "{\"command\":\"list_operators\"}",
                "{\"command\":\"get_website_settings\"}"
            })
    void isRefusedWhereNobodyWouldHearTheAnswer(String value) {
        put(value);
        assertThat(crisp.sent()).hasSize(1);

        start(Map.of());
        put(value);

        assertThat(crisp.sent()).hasSize(1);
        assertThat(context.reported).hasSize(1);
        assertThat(context.reported.get(0).error()).hasMessageContaining("set results.topic");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "list_messages | 'session_id':'s','limit':0 | field 'limit': expected a whole number from 1 to 1000",
                "list_messages | 'session_id':'s','befor':1 | field 'befor': unknown, did you mean 'before'?",
                "get_message | 'session_id':'s' | field 'fingerprint': missing",
                "get_conversation | 'session_id':'s','messages':1001 | expected a whole number from 0 to 1000",
                "list_conversations | 'per_page':51 | field 'per_page': expected a whole number from 20 to 50",
                "list_conversations | 'pages':11 | field 'pages': expected a whole number from 1 to 10",
                "list_conversations | 'assigned':'u','unassigned':true | field 'unassigned': given beside 'assigned'",
                "list_conversations | 'search_text':'a','search_segment':'b' | given beside 'search_text'",
                "list_conversations | 'updated_from':2,'updated_to':1 | field 'updated_to': expected a time not before",
                "list_conversations | 'search_filter':{'clauses':[]} | field 'search_filter.clauses': expected one clause",
                "list_conversations | 'order':'waitng' | field 'order': expected one of created, updated, waiting",
                "list_people_profiles | 'order':'waiting' | field 'order': expected one of created, updated",
                "list_people_profiles | 'created_from':2,'created_to':1 | field 'created_to'",
                "get_people_profile | 'people_id':'p','email':'e' | field 'email': given beside 'people_id'",
                "get_people_profile | 'profile':true | field 'profile': unknown",
                "get_operator | 'userid':'u' | field 'userid': unknown, did you mean 'user_id'?",
                "get_operators | 'user_id':'u' | unknown command 'get_operators', did you mean 'get_operator'?"
            })
    void isRefusedWhenItsFieldsAreWrong(String command, String fields, String reason) {
        put("{\"command\":\"" + command + "\"," + fields.replace('\'', '"') + "}");

        assertThat(result().getString("reason")).contains(reason);
        assertThat(crisp.sent()).isEmpty();
    }

    @Test
    void aSearchFilterTakesTextNumbersAndFlags() {
        put("{\"command\":\"list_people_profiles\",\"search_filter\":{\"match\":\"any\",\"clauses\":[{\"criterion\":"
                + "\"score\",\"operator\":\"gt\",\"query\":[1.5, \"x\", true]}]}}");
        assertThat(crisp.sent()).hasSize(1);

        put("{\"command\":\"list_people_profiles\",\"search_filter\":{\"clauses\":[{\"criterion\":\"score\","
                + "\"operator\":\"gt\",\"query\":[{}]}]}}");
        assertThat(result().getString("reason"))
                .contains("field 'search_filter.clauses[0].query[0]': expected text, a number, true or false");
    }

    @Test
    void answersWithTheObjectInCrispsOwnWords() {
        put("{\"command\":\"get_message\",\"session_id\":\"s1\",\"fingerprint\":7}");
        crisp.last()
                .answer(
                        200,
                        "{\"fingerprint\":7,\"type\":\"picker\",\"content\":{\"id\":\"a\",\"choices\":[{\"value\":\"y\"}]},"
                                + "\"timestamp\":1700000000123,\"user\":{\"user_id\":\"u1\"},\"edited\":true}");

        assertThat(response())
                .isEqualTo(Map.of(
                        "message",
                        new HashMap<>(Map.ofEntries(
                                Map.entry("website_id", "w"),
                                Map.entry("session_id", "s1"),
                                Map.entry("fingerprint", 7L),
                                Map.entry("type", "picker"),
                                Map.entry("content", Map.of("id", "a", "choices", List.of(Map.of("value", "y")))),
                                Map.entry("timestamp", 1_700_000_000_123L),
                                Map.entry("user", Map.of("user_id", "u1")),
                                Map.entry("edited", true),
                                Map.entry("preview", List.of()),
                                Map.entry("mentions", List.of()),
                                Map.entry("references", List.of()),
                                Map.entry("properties", Map.of())))));
        assertThat(result().getInt32("attempts")).isEqualTo(1);
        assertThat(result().getInt32("http_status")).isEqualTo(200);
    }

    @Test
    void neverTellsAnOperatorsToken() {
        put("{\"command\":\"list_operators\"}");
        crisp.last()
                .answer(
                        200,
                        "[{\"type\":\"operator\",\"details\":{\"user_id\":\"u1\",\"first_name\":\"Mo\",\"has_token\":true,"
                                + "\"identifier\":\"id-s3cr3t\",\"key\":\"key-s3cr3t\"}}]");
        assertThat(list(response().get("operators")))
                .isEqualTo(List.of(Map.of("type", "operator", "user_id", "u1", "first_name", "Mo", "has_token", true)));

        put("{\"command\":\"get_operator\",\"user_id\":\"u1\"}");
        crisp.last().answer(200, "{\"user_id\":\"u1\",\"identifier\":\"id-s3cr3t\",\"key\":\"key-s3cr3t\"}");
        assertThat(response()).isEqualTo(Map.of("operator", Map.of("user_id", "u1")));
    }

    @Test
    void asksForWhatCrispLeftOutOfTheConversation() {
        put("{\"command\":\"get_conversation\",\"session_id\":\"s1\",\"messages\":0}");
        crisp.last().answer(200, "{\"session_id\":\"s1\",\"people_id\":\"p1\"}");
        crisp.last().answer(200, "{\"nickname\":\"Lena\"}");
        crisp.last().missing();

        assertThat(crisp.sent())
                .extracting(FakeCrisp.Sent::line)
                .containsExactly(
                        "GET /website/w/conversation/s1",
                        "GET /website/w/conversation/s1/meta",
                        "GET /website/w/people/profile/p1");
        assertThat(response()).containsOnlyKeys("conversation");
        assertThat(response().toString()).contains("nickname=Lena");
    }

    @Test
    void aHistoryIsCutWhereResultsHaveNoRoomAndStaysJson() {
        startWithRoomFor(3_000);
        put(MANY);
        crisp.last().answer(206, batch(1, 40, "ü".repeat(200)));

        List<?> messages = list(response().get("messages"));
        assertThat(response()).containsEntry("truncated", true);
        assertThat(messages).hasSizeBetween(3, 10).last().asString().contains("fingerprint=40");
        assertThat(result().getString("response").getBytes(StandardCharsets.UTF_8))
                .hasSizeBetween(2_000, 3_000);
        assertThat(crisp.sent()).hasSize(1);
    }

    @Test
    void isRefusedWhenResultsHaveNoRoomForTheObject() {
        startWithRoomFor(3_000);
        put("{\"command\":\"get_message\",\"session_id\":\"s1\",\"fingerprint\":1}");
        crisp.last().answer(200, message(1, "a".repeat(4_000)));

        assertThat(result().getString("reason")).startsWith("response_too_long");
        assertThat(result().getString("advice")).contains("results.producer.max.request.size");
        assertThat(result().get("response")).isNull();
    }

    @Test
    void theRoomOfResultsIsANumber() {
        assertThatThrownBy(() -> start(Map.of(
                        "results.topic",
                        "results",
                        "results.producer.bootstrap.servers",
                        "localhost:9092",
                        "results.producer.max.request.size",
                        "much")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("max.request.size");
    }

    @Test
    void halfASurrogatePairDoesNotReachTheConverter() {
        put("{\"command\":\"get_message\",\"session_id\":\"s1\",\"fingerprint\":1}");
        crisp.last().answer(200, message(1, "cut \\ud83d"));

        assertThat(response().toString()).contains("content=cut ?");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsAHistoryBackwardsWhetherOrNotABatchHoldsItsBound(boolean inclusive) {
        put(MANY);
        crisp.last().answer(206, batch(41, 80, "x"));
        crisp.last().answer(206, inclusive ? batch(3, 42, "x") : batch(2, 41, "x"));
        crisp.last().answer(200, batch(1, inclusive ? 4 : 2, "x"));

        assertThat(list(response().get("messages")))
                .extracting(each -> ((Map<?, ?>) each).get("fingerprint"))
                .isEqualTo(LongStream.rangeClosed(1, 80).boxed().toList());
        assertThat(response()).containsEntry("truncated", false);
    }

    @Test
    void endsWhereCrispBringsNothingNewThoughItPromisesMore() {
        put(MANY);
        for (int i = 0; i < 3; i++) {
            crisp.last().answer(206, batch(1, 1, "x"));
        }

        assertThat(list(response().get("messages"))).hasSize(1);
        assertThat(response()).containsEntry("truncated", true);
        assertThat(crisp.sent()).hasSize(3);
    }

    @Test
    void saysThatSomeMayBeMissingWhereMoreThanABatchBearsOneTime() {
        put(MANY);
        String crowd = batch(2, 41, "x").replaceAll("\"timestamp\":[0-9]+", "\"timestamp\":500");
        crisp.last().answer(206, crowd);
        crisp.last().answer(206, crowd);
        crisp.last().answer(200, batch(1, 1, "x"));

        assertThat(list(response().get("messages"))).hasSize(41);
        assertThat(response()).containsEntry("truncated", true);
    }

    @Test
    void tellsWhereAListGoesOn() {
        put("{\"command\":\"list_conversations\",\"page\":2,\"pages\":2}");
        crisp.last().answer(206, "[{\"session_id\":\"a\"},{\"session_id\":\"b\"}]");
        crisp.last().answer(206, "[{\"session_id\":\"b\"},{\"session_id\":\"c\"}]");

        assertThat(crisp.sent())
                .extracting(FakeCrisp.Sent::path)
                .containsExactly("/website/w/conversations/2", "/website/w/conversations/3");
        assertThat(list(response().get("conversations")))
                .extracting(each -> ((Map<?, ?>) each).get("session_id"))
                .isEqualTo(List.of("a", "b", "c"));
        assertThat(response()).containsEntry("truncated", true).containsEntry("next_page", 4L);
    }

    @Test
    void aPageBehindTheLastIsTheEndWhateverCrispCallsIt() {
        put("{\"command\":\"list_people_profiles\",\"pages\":3}");
        crisp.last().answer(206, "[{\"people_id\":\"p1\"}]");
        crisp.last().error(404, "no_such_page");

        assertThat(list(response().get("profiles"))).hasSize(1);
        assertThat(response()).containsEntry("truncated", false).doesNotContainKey("next_page");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "get_conversation | 'session_id':'s' | conversation_not_found",
                "get_message | 'session_id':'s','fingerprint':1 | message_not_found",
                "list_messages | 'session_id':'s' | conversation_not_found",
                "get_people_profile | 'email':'e@example.org' | profile_not_found",
                "get_operator | 'user_id':'u' | operator_not_found",
                "list_operators | 'website_id':'w' | website_not_found",
                "list_conversations | 'website_id':'w' | website_not_found",
                "get_website_settings | 'website_id':'w' | website_not_found"
            })
    void saysThatThereIsNoSuchObject(String command, String fields, String reason) {
        put("{\"command\":\"" + command + "\"," + fields.replace('\'', '"') + "}");
        crisp.last().missing();

        assertThat(result().getString("outcome")).isEqualTo("refused");
        assertThat(result().getString("reason")).startsWith(reason);
        assertThat(result().getString("advice")).contains("Correct ").contains("cache");
        assertThat(result().getInt32("http_status")).isEqualTo(404);
    }

    @Test
    void whatThePlanLeavesOutRefusesTheRecordAndStopsNothing() {
        put("{\"command\":\"list_conversations\",\"unread\":true}");
        crisp.last().error(402, "subscription_upgrade_required");
        assertThat(result().getString("outcome")).isEqualTo("refused");
        assertThat(result().getString("reason")).contains("HTTP 402 subscription_upgrade_required");
        assertThat(result().getString("advice")).contains("upgrade the plan");

        put("{\"command\":\"list_conversations\"}");
        crisp.last().answer(200, "[]");
        assertThat(response()).containsEntry("truncated", false);
    }

    @Test
    void whatTheTokenMayNotAskStopsTheTask() {
        put("{\"command\":\"list_conversations\"}");
        crisp.last().error(403, "not_allowed");

        assertThatThrownBy(() -> sink.put(List.of()))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("scope");
    }

    @Test
    void isRepeatedWhenItsAnswerWasLost() {
        put("{\"command\":\"get_website_settings\"}");
        crisp.last().lost();
        timer.advance(Duration.ofMinutes(1));
        crisp.last().answer(200, "{\"name\":\"Example Shop\",\"chatbox\":{\"hide_on_mobile\":false}}");

        assertThat(response().toString()).contains("name=Example Shop", "hide_on_mobile=false");
        assertThat(result().getInt32("attempts")).isEqualTo(2);
    }

    @Test
    void isAnsweredEachTimeThatItComesUnderTheSameId() {
        for (int i = 0; i < 2; i++) {
            put("{\"command\":\"list_messages\",\"session_id\":\"s1\",\"command_id\":\"c1\"}");
            crisp.last().answer(200, "[]");
        }

        assertThat(crisp.sent()).hasSize(2);
    }

    @Test
    void waitsForTheWritesOnTheSameConversation() {
        put(
                "{\"command\":\"resolve\",\"session_id\":\"s1\"}",
                "{\"command\":\"list_messages\",\"session_id\":\"s1\"}",
                "{\"command\":\"list_messages\",\"session_id\":\"s2\"}");
        assertThat(crisp.sent())
                .extracting(FakeCrisp.Sent::line)
                .containsExactly("PATCH /website/w/conversation/s1/state", "GET /website/w/conversation/s2/messages");

        crisp.sent().get(0).answer(200, "{}");

        assertThat(crisp.last().line()).isEqualTo("GET /website/w/conversation/s1/messages");
    }

    @Test
    void onesOnTheWebsiteAsAWholeComeOneAfterAnother() {
        put("{\"command\":\"list_conversations\"}", "{\"command\":\"get_website_settings\"}");
        assertThat(crisp.sent()).hasSize(1);

        crisp.last().answer(200, "[]");

        assertThat(crisp.last().line()).isEqualTo("GET /website/w/settings");
    }
}
