package dev.crispconnect.simulator.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.FaultPlan.Pending;
import dev.crispconnect.simulator.fault.Moment;
import dev.crispconnect.simulator.fault.Mutation;
import dev.crispconnect.simulator.fault.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsOverAdminTest {

    private static final String SEND = "/website/{website_id}/conversation/{session_id}/message";

    /** Each fault as it is written, and what is meant. */
    private static final Map<String, Fault> FAULTS = Map.ofEntries(
            Map.entry("{'fault': 'status', 'code': 423}", Fault.status(423, "quota_limit_exceeded")),
            Map.entry(
                    "{'fault': 'status', 'code': 429, 'retryAfter': 2}",
                    Fault.status(429, "rate_limited", Duration.ofSeconds(2))),
            Map.entry(
                    "{'fault': 'status', 'code': 500, 'reason': 'sorry', 'moment': 'after-write'}",
                    Fault.status(500, "sorry").afterWrite()),
            Map.entry("{'fault': 'html', 'code': 502}", Fault.html(502)),
            Map.entry(
                    "{'fault': 'html', 'code': 503, 'retryAfter': 'soon', 'moment': 'after-write'}",
                    new Fault.Status(503, null, "soon", Moment.AFTER_WRITE)),
            Map.entry("{'fault': 'garbage'}", new Fault.Garbage()),
            Map.entry("{'fault': 'drop', 'moment': 'after-write'}", new Fault.Drop(Moment.AFTER_WRITE)),
            Map.entry("{'fault': 'reset', 'moment': 'before-write'}", new Fault.Reset(Moment.BEFORE_WRITE)),
            Map.entry("{'fault': 'half-close', 'moment': 'after-write'}", new Fault.HalfClose(Moment.AFTER_WRITE)),
            Map.entry("{'fault': 'silence', 'moment': 'after-write'}", new Fault.Silence(Moment.AFTER_WRITE)),
            Map.entry(
                    "{'fault': 'stall', 'millis': 50, 'moment': 'after-write'}",
                    new Fault.Stall(Duration.ofMillis(50))),
            Map.entry("{'fault': 'slow', 'millis': 50}", new Fault.Slow(Duration.ofMillis(50))),
            Map.entry("{'fault': 'truncated-body'}", new Fault.TruncatedBody()),
            Map.entry(
                    "{'fault': 'stall-in-body', 'millis': 50, 'rest': 'cut'}",
                    new Fault.StallInBody(Duration.ofMillis(50), Fault.StallInBody.Rest.CUT)),
            Map.entry("{'fault': 'mutated', 'kind': 'new-field'}", new Fault.Mutated(Mutation.NEW_FIELD)),
            Map.entry("{'fault': 'stale'}", new Fault.Stale()),
            Map.entry("{'fault': 'moved-item', 'sessionId': 's'}", new Fault.MovedItem("s", 1)),
            Map.entry("{'fault': 'moved-item', 'seed': 9}", new Fault.MovedItem(null, 9)));

    static Set<Map.Entry<String, Fault>> written() {
        return FAULTS.entrySet();
    }

    private final Site site = Site.open();
    private final AdminCaller admin = new AdminCaller(site);

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @MethodSource("written")
    void everyFaultIsReadAndWrittenBack(Map.Entry<String, Fault> fault) {
        admin.post("faults", json(fault.getKey()));

        assertThat(planned().plan().faults()).containsExactly(fault.getValue());
        String written = admin.get("faults").at("/planned/0/faults/0").toString();
        admin.delete("faults");
        admin.post("faults", written);
        assertThat(planned().plan().faults()).containsExactly(fault.getValue());
    }

    @Test
    void everyFaultThereIsCanBeNamed() {
        Set<Class<?>> written = FAULTS.values().stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(records(Fault.class)).containsExactlyInAnyOrderElementsOf(written);
    }

    private static List<Class<?>> records(Class<?> type) {
        return Stream.of(type.getPermittedSubclasses())
                .flatMap(permitted -> permitted.isInterface() ? records(permitted).stream() : Stream.of(permitted))
                .<Class<?>>map(permitted -> permitted)
                .toList();
    }

    @Test
    void aPlanHasATargetAndSaysHowOften() {
        admin.post(
                "faults",
                json("{'fault': 'status', 'code': 429, 'retryAfter': 2, 'moment': 'before-write',"
                        + " 'skip': 1, 'times': 3, 'target': {'method': 'POST', 'route': '" + SEND
                        + "', 'sessionId': 's', 'token': 't', 'path': 'mess.ge'}}"));

        Plan plan = planned().plan();
        assertThat(plan.skip()).isEqualTo(1);
        assertThat(plan.times()).isEqualTo(3);
        assertThat(plan.target().template()).isEqualTo(SEND);
        assertThat(plan.target().sessionId()).isEqualTo("s");
        assertThat(plan.target().token()).isEqualTo("t");
        assertThat(plan.target().path().pattern()).isEqualTo("mess.ge");
    }

    @Test
    void aRateOfSeveralFaultsGoesOnUntilItIsCancelled() {
        int id = admin.post(
                        "faults",
                        json("{'faults': [{'fault': 'garbage'}, {'fault': 'status', 'code': 500}],"
                                + " 'rate': 0.5, 'seed': 3}"))
                .get("id")
                .asInt();

        assertThat(planned().plan().share()).isEqualTo(0.5);
        assertThat(planned().left()).isEqualTo(Plan.ALWAYS);
        admin.delete("faults/" + id);
        assertThat(site.simulator().faults().pending()).isEmpty();
    }

    @Test
    void aFaultStrikesAndIsTold() {
        admin.post("faults", json("{'fault': 'status', 'code': 429, 'times': 2}"));

        assertThat(site.get("").status()).isEqualTo(429);
        assertThat(admin.get("faults").at("/planned/0/left").asInt()).isEqualTo(1);
        assertThat(admin.get("journal").at("/0/fault/code").asInt()).isEqualTo(429);
    }

    @Test
    void silencesAreReleased() {
        assertThat(admin.post("faults/release", null).get("released").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {}                                                            | fault is missing
            {'fault': 'statsu'}                                           | status, html
            {'fault': 'status'}                                           | code is missing
            {'fault': 'status', 'cod': 429}                               | no field cod here; there is fault, code
            {'fault': 'status', 'code': 42}                               | 200 to 599
            {'fault': 'status', 'code': 429, 'moment': 'during'}          | before-write, after-write
            {'fault': 'drop'}                                             | moment is missing
            {'fault': 'slow', 'millis': 0}                                | longer than nothing
            {'fault': 'mutated', 'kind': 'odd'}                           | null-objects
            {'fault': 'garbage', 'times': 0}                              | once or more
            {'fault': 'garbage', 'times': 1, 'always': true}              | either times or always
            {'fault': 'garbage', 'rate': 2}                               | share from 0 to 1
            {'fault': 'garbage', 'target': {'method': 'FETCH'}}           | HEAD, GET
            {'fault': 'garbage', 'target': {'route': '/nowhere'}}         | GET /admin/routes
            {'fault': 'garbage', 'target': {'path': '('}}                 | regular expression
            {'fault': 'garbage', 'target': {'url': 'x'}}                  | no field url
            {'faults': [], 'rate': 0.1}                                   | at least one fault
            {'faults': ['garbage']}                                       | list of objects
            """)
    void aTypoIsAnsweredWithASentence(String json, String sentence) {
        Site.Reply reply = admin.call("POST", "faults", json(json));

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.json().get("error").asText()).contains(sentence);
        assertThat(site.simulator().faults().pending()).isEmpty();
    }

    private Pending planned() {
        List<Pending> pending = site.simulator().faults().pending();
        assertThat(pending).hasSize(1);
        return pending.get(0);
    }

    private static String json(String quotedOnce) {
        return quotedOnce.replace('\'', '"');
    }
}
