package dev.crispconnect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.json.JsonText;
import dev.crispconnect.client.json.JsonTextException;
import dev.crispconnect.client.metrics.Exposure;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.client.time.SystemTime;
import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.AnswerSwitch;
import dev.crispconnect.simulator.switches.Plan;
import dev.crispconnect.simulator.workspace.MessageDraft;
import dev.crispconnect.simulator.workspace.ProfileCard;
import dev.crispconnect.simulator.workspace.Side;
import dev.crispconnect.sink.command.Records;
import dev.crispconnect.sink.delivery.DaemonTimer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.data.Struct;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Look-ups against the simulated Crisp, over real HTTP. */
class LookUpOverHttpTest {

    private static final TopicPartition PARTITION = new TopicPartition("commands", 0);

    private final FakeContext context = new FakeContext();
    private final FakeResultTopic results = new FakeResultTopic();
    private CrispSimulator crisp;
    private RunningSink sink;
    private long offset;

    @BeforeEach
    void start() {
        results.acknowledgesAtOnce = true;
        context.storesReportsAtOnce = true;
        crisp = CrispSimulator.start(SimulatorSettings.defaults());
        Map<String, String> properties = new HashMap<>(Settings.minimal());
        properties.put("crisp.api.url", crisp.url().toString());
        properties.put("crisp.token.identifier", crisp.websiteToken().identifier());
        properties.put("crisp.token.key", crisp.websiteToken().key());
        properties.put("crisp.website.id", SimulatorSettings.defaults().websiteId());
        properties.put("results.topic", "results");
        properties.put("results.producer.bootstrap.servers", "localhost:9092");
        SinkSettings settings = SinkSettings.parse(properties);
        SystemTime time = new SystemTime();
        sink = new RunningSink(
                settings,
                context,
                new Connections(
                        CrispClient.open(settings.client(), time),
                        new DaemonTimer("look-ups"),
                        results,
                        new TaskMetrics(Exposure.none()),
                        time));
        sink.assigned(List.of(PARTITION));
    }

    @AfterEach
    void stop() {
        sink.close();
        crisp.close();
    }

    private Struct result(String command, Map<String, Object> fields) {
        Map<String, Object> value = new HashMap<>(fields);
        value.put("command", command);
        int before = results.results.size();
        sink.put(List.of(Records.of(null, value, offset++)));
        Awaitility.await().until(() -> {
            sink.put(List.of());
            return results.results.size() > before;
        });
        return results.results.get(before);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> response(String command, Map<String, Object> fields) {
        Struct result = result(command, fields);
        assertThat(result.getString("outcome")).as(result.getString("reason")).isEqualTo("delivered");
        try {
            return (Map<String, Object>) JsonText.read(result.getString("response"));
        } catch (JsonTextException broken) {
            throw new AssertionError("the response is no JSON", broken);
        }
    }

    private Map<?, ?> last(Map<String, Object> response, String list) {
        List<?> elements = (List<?>) response.get(list);
        return (Map<?, ?>) elements.get(elements.size() - 1);
    }

    private String visitor(String email) {
        return crisp.workspace().visitorArrives("Lena", email).sessionId();
    }

    private String visitorWithMessages(int count) {
        String sessionId = visitor("lena@example.org");
        for (int nth = 1; nth <= count; nth++) {
            MessageDraft draft = MessageDraft.text(Side.USER, "message " + nth);
            crisp.workspace().messages().send(sessionId, draft.withTimestamp(Instant.ofEpochSecond(nth)));
        }
        return sessionId;
    }

    private static List<String> texts(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(nth -> "message " + nth).toList();
    }

    private static List<Object> each(Map<String, Object> response, String list, String field) {
        List<Object> values = new ArrayList<>();
        ((List<?>) response.get(list)).forEach(element -> values.add(((Map<?, ?>) element).get(field)));
        return values;
    }

    @ParameterizedTest
    @EnumSource(AnswerSwitch.Bound.class)
    void bringsAConversationWithItsHistoryAndTheVisitorsProfile(AnswerSwitch.Bound bound) {
        crisp.switches().set(AnswerSwitch.WINDOW_BOUND, bound);
        String sessionId = visitorWithMessages(120);
        crisp.workspace().people().create(ProfileCard.of("lena@example.org", "Lena"));
        crisp.workspace().people().patchData("lena@example.org", Map.of("plan", "gold", "seats", 4));
        crisp.workspace().bind(sessionId, "lena@example.org");

        Map<String, Object> response = response("get_conversation", Map.of("session_id", sessionId, "messages", 200));

        assertThat(response.keySet())
                .containsExactly("conversation", "profile", "profile_data", "messages", "truncated");
        assertThat(response.get("conversation").toString()).contains("nickname=Lena", "state=");
        assertThat(response.get("profile").toString()).contains("email=lena@example.org");
        assertThat(response.get("profile_data")).isEqualTo(Map.of("plan", "gold", "seats", "4"));
        assertThat(each(response, "messages", "content")).isEqualTo(texts(1, 120));
        assertThat(response).containsEntry("truncated", false);
    }

    @Test
    void bringsTheNewestOfALongHistoryAndSaysThatItIsCut() {
        String sessionId = visitorWithMessages(120);

        Struct result = result("get_conversation", Map.of("session_id", sessionId));
        assertThat(result.getInt32("attempts")).isEqualTo(2);

        Map<String, Object> response = response("list_messages", Map.of("session_id", sessionId, "limit", 100));
        assertThat(each(response, "messages", "content")).isEqualTo(texts(21, 120));
        assertThat(response).containsEntry("truncated", true);
    }

    @Test
    void goesOnWhereItWasCut() {
        String sessionId = visitorWithMessages(60);

        Map<String, Object> newest = response("list_messages", Map.of("session_id", sessionId));
        Object oldest = ((Map<?, ?>) ((List<?>) newest.get("messages")).get(0)).get("timestamp");
        Map<String, Object> older = response("list_messages", Map.of("session_id", sessionId, "before", oldest));

        assertThat(each(newest, "messages", "content")).isEqualTo(texts(21, 60));
        assertThat(each(older, "messages", "content")).isEqualTo(texts(1, 20));
    }

    @Test
    void bringsOneMessageOrSaysThatThereIsNone() {
        String sessionId = visitor("lena@example.org");
        long fingerprint = crisp.workspace()
                .visitorWrites(sessionId, "Where is my parcel?")
                .fingerprint();

        Map<String, Object> response =
                response("get_message", Map.of("session_id", sessionId, "fingerprint", fingerprint));
        assertThat(response.get("message").toString()).contains("content=Where is my parcel?", "from=user");

        Struct refused = result("get_message", Map.of("session_id", sessionId, "fingerprint", 1));
        assertThat(refused.getString("outcome")).isEqualTo("refused");
        assertThat(refused.getString("reason")).startsWith("message_not_found");
        assertThat(context.reported).hasSize(1);
    }

    @Test
    void seesWhatACommandBeforeItSent() {
        String sessionId = visitor("lena@example.org");

        assertThat(result("send", Map.of("session_id", sessionId, "text", "On its way"))
                        .getString("outcome"))
                .isEqualTo("delivered");

        assertThat(each(response("list_messages", Map.of("session_id", sessionId)), "messages", "content"))
                .containsExactly("On its way");
    }

    @Test
    void bringsConversationsByFilterAndPage() {
        List<String> sessions = IntStream.range(0, 45)
                .mapToObj(nth -> {
                    String sessionId = visitor("visitor" + nth + "@example.org");
                    crisp.workspace().visitorWrites(sessionId, "hello");
                    return sessionId;
                })
                .toList();
        result("resolve", Map.of("session_id", sessions.get(3)));

        Map<String, Object> resolved = response("list_conversations", Map.of("resolved", true));
        assertThat(each(resolved, "conversations", "session_id")).isEqualTo(List.of(sessions.get(3)));

        Map<String, Object> two =
                response("list_conversations", Map.of("per_page", 20, "pages", 2, "order", "created"));
        assertThat((List<?>) two.get("conversations")).hasSize(40);
        assertThat(two).containsEntry("truncated", true).containsEntry("next_page", 3L);

        Map<String, Object> third =
                response("list_conversations", Map.of("per_page", 20, "page", 3, "order", "created"));
        assertThat((List<?>) third.get("conversations")).hasSize(5);
        assertThat(third).containsEntry("truncated", false).doesNotContainKey("next_page");
    }

    @Test
    void aFilterThatThePlanLeavesOutIsRefusedAndTheNextIsServed() {
        crisp.switches().set(AccessSwitch.PLAN, Plan.FREE);

        Struct refused = result("list_conversations", Map.of("unread", true));

        assertThat(refused.getString("outcome")).isEqualTo("refused");
        assertThat(refused.getInt32("http_status")).isEqualTo(402);
        assertThat(response("list_conversations", Map.of())).containsEntry("truncated", false);
    }

    @Test
    void bringsProfiles() {
        for (int nth = 0; nth < 25; nth++) {
            crisp.workspace().people().create(ProfileCard.of("p" + nth + "@example.org", "Person " + nth));
        }
        crisp.workspace().people().patchData("p7@example.org", Map.of("vip", true));

        Map<String, Object> one = response("get_people_profile", Map.of("email", "p7@example.org"));
        assertThat(one.get("profile").toString()).contains("email=p7@example.org", "nickname=Person 7");
        assertThat(one.get("profile_data")).isEqualTo(Map.of("vip", "true"));

        Map<String, Object> all = response("list_people_profiles", Map.of("per_page", 20, "pages", 5));
        assertThat((List<?>) all.get("profiles")).hasSize(25);
        assertThat(all).containsEntry("truncated", false);

        Map<String, Object> found = response(
                "list_people_profiles",
                Map.of(
                        "search_filter",
                        Map.of(
                                "clauses",
                                List.of(Map.of(
                                        "criterion", "email", "operator", "eq", "query", List.of("p7@example.org"))))));
        assertThat(each(found, "profiles", "email")).isEqualTo(List.of("p7@example.org"));
    }

    @Test
    void bringsOperatorsAndSettings() {
        Map<String, Object> all = response("list_operators", Map.of());
        assertThat(each(all, "operators", "first_name")).isEqualTo(List.of("Mo", "Hana", "Diego"));
        assertThat(last(all, "operators").keySet().toString()).doesNotContain("identifier", "key,", "key]");

        Object userId = last(all, "operators").get("user_id");
        assertThat(response("get_operator", Map.of("user_id", userId))
                        .get("operator")
                        .toString())
                .contains("first_name=Diego");

        assertThat(response("get_website_settings", Map.of()).get("settings").toString())
                .contains("chatbox={", "website_id=");
    }
}
