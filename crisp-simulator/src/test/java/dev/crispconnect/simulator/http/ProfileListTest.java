package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.workspace.ProfileCard;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileListTest {

    private Site site;

    @BeforeEach
    void threePeople() {
        site = Site.open();
        add("ilse@example.org", "Ilse", "Acme", 40, List.of("vip", "retail"));
        add("mo@example.org", "Mo", "Beta", 5, List.of("retail"));
        add("lena@example.org", "Lena", "Acme", 400, List.of());
        site.workspace().people().replaceData("mo@example.org", Map.of("plan", "pro"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "",
            value = {
                "email            | eq  | \"mo@example.org\"            | mo",
                "email            | eq  | \"mo@example.org\",\"ilse@example.org\" | ilse mo",
                "email            | neq | \"mo@example.org\"            | ilse lena",
                "segments         | eq  | \"retail\"                    | ilse mo",
                "segments         | neq | \"vip\"                       | mo lena",
                "person.nickname  | eq  | \"Lena\"                      | lena",
                "data.plan        | eq  | \"pro\"                       | mo",
                "company.metrics.employees | gt  | 40                   | lena",
                "company.metrics.employees | gte | 40                   | ilse lena",
                "company.metrics.employees | lt  | 40                   | mo",
                "company.metrics.employees | lte | 40                   | ilse mo",
                "created_at       | gt  | \"2026-03-02T09:30:01.125Z\"  | lena",
                "nothing.of.that  | gt  | 1                             |",
            })
    void aFilterComparesWhatIsAtItsCriterion(String criterion, String operator, String query, String found) {
        assertThat(filtered("and", clause(criterion, operator, query))).isEqualTo(found);
    }

    @Test
    void filtersAreJoinedByTheOperator() {
        String acme = clause("company.name", "eq", "\"Acme\"");
        String retail = clause("segments", "eq", "\"retail\"");

        assertThat(filtered("and", acme + "," + retail)).isEqualTo("ilse");
        assertThat(filtered("or", acme + "," + retail)).isEqualTo("ilse mo lena");
    }

    @Test
    void aClauseNeedNotNameItsModelAsForConversations() {
        String unnamed = clause("company.name", "eq", "\"Acme\"").replace("\"model\":\"people\",", "");

        assertThat(filtered("and", unnamed)).isEqualTo(filtered("and", clause("company.name", "eq", "\"Acme\"")));
    }

    @Test
    void textAndFilterMustBothHold() {
        String acme = encoded("[" + clause("company.name", "eq", "\"Acme\"") + "]");

        assertThat(names(site.get("/people/profiles/1?search_text=LEN&search_filter=" + acme)))
                .isEqualTo("lena");
        assertThat(names(site.get("/people/profiles/1?search_text=acme&sort_field=created_at&sort_order=ascending")))
                .isEqualTo("ilse lena");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort_field=shoe_size",
                "sort_order=sideways",
                "search_operator=xor",
                "search_filter=text",
                "search_filter=[1]",
                "search_filter=[{}]",
                "search_filter=[{\"model\":\"dog\",\"criterion\":\"email\",\"operator\":\"eq\",\"query\":[]}]",
                "search_filter=[{\"model\":\"people\",\"criterion\":\"email\",\"operator\":\"is\",\"query\":[]}]",
                "search_filter=[{\"model\":\"people\",\"criterion\":\"email\",\"operator\":\"eq\",\"query\":\"x\"}]",
                "filter_date_start=yesterday",
                "per_page=51"
            })
    void whatCannotBeUnderstoodIsRefused(String parameter) {
        String name = parameter.substring(0, parameter.indexOf('=') + 1);

        Reply reply = site.get("/people/profiles/1?" + name + encoded(parameter.substring(name.length())));

        assertThat(reply.reason()).isEqualTo("invalid_data");
        assertThat(reply.data().get("message").asText()).startsWith("query.");
    }

    @ParameterizedTest
    @CsvSource({"created_at, ascending", "created_at, descending", "updated_at, ascending", "updated_at, descending"})
    void pagesOfManyHoldEverybodyOnceInOrder(String field, String order) {
        site.workspace().seed(0, 0, 1_300);
        site.workspace().people().remove("mo@example.org");
        String query = "?per_page=50&sort_field=" + field + "&sort_order=" + order;

        List<Long> times = new ArrayList<>();
        int page = 0;
        Reply reply;
        do {
            reply = site.get("/people/profiles/" + ++page + query);
            reply.data().forEach(profile -> times.add(profile.get(field).asLong()));
        } while (reply.status() == 206);

        assertThat(times).hasSize(1_302);
        assertThat(times)
                .isSortedAccordingTo(order.equals("ascending") ? Comparator.naturalOrder() : Comparator.reverseOrder());
    }

    @Test
    void theDateFilterHoldsAtBothEndsWhateverTheOrder() {
        String second = Site.START.plusSeconds(1).toString();
        String range = "?filter_date_start=" + second + "&filter_date_end=" + second;

        assertThat(names(site.get("/people/profiles/1" + range + "&sort_field=created_at")))
                .isEqualTo("mo");
        assertThat(names(site.get("/people/profiles/1" + range + "&sort_field=updated_at")))
                .isEqualTo("mo");
        assertThat(names(site.get("/people/profiles/1?filter_date_start=2030-01-01&sort_field=created_at")))
                .isNull();
    }

    @Test
    void thereIsACountOfAll() {
        assertThat(site.get("/people/stats").data().get("total").asInt()).isEqualTo(3);
    }

    private void add(String email, String nickname, String company, int employees, List<String> segments) {
        Map<String, Object> firm = Map.of("name", company, "metrics", Map.of("employees", employees));
        site.workspace()
                .people()
                .create(new ProfileCard(email, Map.of("nickname", nickname), firm, segments, null, null));
        site.tick();
    }

    private String filtered(String operator, String clauses) {
        return names(site.get("/people/profiles/1?sort_field=created_at&sort_order=ascending&search_operator="
                + operator + "&search_filter=" + encoded("[" + clauses + "]")));
    }

    private static String clause(String criterion, String operator, String query) {
        return "{\"model\":\"people\",\"criterion\":\"" + criterion + "\",\"operator\":\"" + operator + "\",\"query\":["
                + query + "]}";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The parts before the @, null for nobody. */
    private static String names(Reply reply) {
        List<String> names = StreamSupport.stream(reply.data().spliterator(), false)
                .map(profile -> profile.get("email").asText().replaceAll("@.*", ""))
                .toList();
        return names.isEmpty() ? null : String.join(" ", names);
    }
}
