package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.Backoff;
import dev.crispconnect.client.ClientSettings;
import dev.crispconnect.client.Credentials;
import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.Tier;
import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.ManualClock;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.Moment;
import dev.crispconnect.simulator.fault.Target;
import dev.crispconnect.simulator.switches.AnswerSwitch;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.State;
import dev.crispconnect.source.position.Scope;
import dev.crispconnect.source.position.Unit;
import dev.crispconnect.source.position.UnitKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is read over real HTTP, and what it costs. Time moves by hand, on both sides of the wire alike. */
class InboxOverHttpTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final String LIST = "/website/{website_id}/conversations/{page}";
    private static final String CONTACTS = "/website/{website_id}/people/profiles/{page}";
    private static final String MESSAGES = "/website/{website_id}/conversation/{session_id}/messages";

    /** A call, and the page of the past that was asked for before and is dropped. */
    private static final int FIRST_LOOK = 2;

    private final ManualTime time = new ManualTime(START);
    private final ManualClock crispClock = new ManualClock(START);
    private CrispSimulator crisp =
            CrispSimulator.start(SimulatorSettings.defaults().withClock(crispClock));
    private CrispClient client = open(crisp);

    @AfterEach
    void close() {
        client.close();
        crisp.close();
    }

    @Test
    void thePastArrivesOnceAndInOrder() throws InterruptedException {
        crisp.workspace().seed(123, 7, 0);
        FollowedInbox inbox = follow();

        inbox.catchUp();

        assertArrivedOnceAndInOrder(inbox);
        assertThat(inbox.topic("conversations")).hasSize(123);
        assertThat(inbox.topic("messages"))
                .allMatch(entry -> header(entry, "crisp.via").equals("backfill"));
    }

    @Test
    void aLongHistoryArrivesOldestFirst() throws InterruptedException {
        crisp.workspace().seed(2, 205, 0);
        FollowedInbox inbox = follow();

        inbox.catchUp();

        assertArrivedOnceAndInOrder(inbox);
    }

    @Test
    void laterMessagesAndStatesArriveWithTheNextLook() throws InterruptedException {
        crisp.workspace().seed(60, 3, 0);
        FollowedInbox inbox = follow();
        inbox.catchUp();
        int before = inbox.topic("conversations").size();
        String session = anySession();

        tick(5);
        crisp.workspace().visitorWrites(session, "one more thing");
        tick(5);
        crisp.workspace().operatorAnswers(session, "here you are");
        look(inbox);

        assertArrivedOnceAndInOrder(inbox);
        assertThat(inbox.topic("conversations")).hasSize(before + 1);
        SourceRecord newest =
                inbox.topic("messages").get(inbox.topic("messages").size() - 1);
        assertThat(((Struct) newest.value()).getString("text")).isEqualTo("here you are");
        assertThat(header(newest, "crisp.via")).isEqualTo("poll");
    }

    @Test
    void aNewConversationIsMarkedAsCreatedAndItsChangeAsUpdate() throws InterruptedException {
        FollowedInbox inbox = follow();
        inbox.catchUp();

        tick(1);
        String session =
                crisp.workspace().visitorArrives("Ilse", "ilse@example.org").sessionId();
        crisp.workspace().visitorWrites(session, "hello");
        look(inbox);
        crisp.workspace().conversations().setState(session, State.RESOLVED);
        look(inbox);

        assertThat(inbox.topic("conversations"))
                .extracting(entry -> header(entry, "crisp.op"))
                .containsExactly("create", "update");
        assertThat(inbox.messagesOf(session)).hasSize(1);
    }

    @Test
    void messagesThatTheCacheDoesNotShowYetAreAskedForPastIt() throws InterruptedException {
        crisp.workspace().seed(3, 2, 0);
        FollowedInbox inbox = follow();
        inbox.catchUp();
        String session = anySession();
        tick(20);
        crisp.workspace().visitorWrites(session, "one more thing");
        tick(20);
        crisp.faults().once(Target.route("GET", MESSAGES), new Fault.Stale());

        look(inbox);
        look(inbox);

        assertArrivedOnceAndInOrder(inbox);
    }

    @Test
    void anIdleLookCostsOneCall() throws InterruptedException {
        crisp.workspace().seed(130, 2, 0);
        FollowedInbox inbox = follow();
        inbox.catchUp();
        look(inbox);
        long before = crisp.journal().total();

        look(inbox);
        look(inbox);
        look(inbox);

        assertThat(crisp.journal().total() - before).isEqualTo(3);
    }

    @Test
    void aChangeOfStateCostsNoMessageCall() throws InterruptedException {
        crisp.workspace().seed(10, 4, 0);
        FollowedInbox inbox = follow();
        inbox.catchUp();
        long before = crisp.journal().count("GET", MESSAGES);

        tick(1);
        crisp.workspace().conversations().setState(anySession(), State.PENDING);
        look(inbox);
        crisp.workspace().conversations().setState(anySession(), State.RESOLVED);
        look(inbox);

        assertThat(crisp.journal().count("GET", MESSAGES)).isEqualTo(before);
        assertThat(inbox.topic("conversations")).hasSizeGreaterThan(10);
    }

    @Test
    void theLastPageMayBeFollowedByNotFoundAndEveryPageMayPromiseMore() throws InterruptedException {
        crisp.switches()
                .set(AnswerSwitch.PAST_THE_END, AnswerSwitch.PastTheEnd.NOT_FOUND)
                .set(AnswerSwitch.PARTIAL, AnswerSwitch.Partial.ALWAYS)
                .set(AnswerSwitch.WINDOW_BOUND, AnswerSwitch.Bound.INCLUSIVE);
        crisp.workspace().seed(100, 41, 0);
        FollowedInbox inbox = follow();

        inbox.catchUp();

        assertArrivedOnceAndInOrder(inbox);
    }

    @Test
    void aMessageThatIsListedLateArrivesWithTheLookAfter() throws InterruptedException {
        crisp.switches().set(AnswerSwitch.VISIBILITY_DELAY, Duration.ofSeconds(3));
        crisp.workspace().seed(3, 2, 0);
        FollowedInbox inbox = follow();
        inbox.catchUp();

        tick(59);
        crisp.workspace().visitorWrites(anySession(), "late");
        tick(1);
        inbox.catchUp();
        look(inbox);
        look(inbox);

        assertArrivedOnceAndInOrder(inbox);
    }

    @Test
    void aTenthOfTheCallsMayFailInAnyWay() throws InterruptedException {
        crisp.workspace().seed(90, 45, 0);
        crisp.faults()
                .rate(
                        0.1,
                        7,
                        List.of(
                                Fault.status(429, "rate_limited"),
                                Fault.status(429, "rate_limited", Duration.ofSeconds(7)),
                                Fault.status(500, "internal"),
                                Fault.html(502),
                                new Fault.Drop(Moment.BEFORE_WRITE),
                                new Fault.Drop(Moment.AFTER_WRITE),
                                new Fault.TruncatedBody(),
                                new Fault.Garbage()));
        FollowedInbox inbox = follow();

        inbox.catchUp();
        look(inbox);

        assertArrivedOnceAndInOrder(inbox);
        assertThat(time.slept()).isNotEmpty();
    }

    @Test
    void retryAfterIsHonoured() throws InterruptedException {
        crisp.faults().once(Target.route("GET", LIST), Fault.status(429, "rate_limited", Duration.ofSeconds(30)));
        FollowedInbox inbox = follow();

        inbox.catchUp();

        assertThat(time.slept()).singleElement().satisfies(wait -> assertThat(wait)
                .isGreaterThanOrEqualTo(Duration.ofSeconds(30)));
    }

    @Test
    void aConversationRemovedWhileItIsReadIsPassedOver() throws InterruptedException {
        crisp.workspace().seed(5, 3, 0);
        crisp.faults().once(Target.route("GET", MESSAGES), Fault.status(404, "conversation_not_found"));
        FollowedInbox inbox = follow();

        inbox.catchUp();

        assertThat(inbox.topic("conversations")).hasSize(5);
        assertThat(inbox.topic("messages")).hasSize(12);
    }

    @Test
    void resumingFromAnyRecordOfThePastEmitsWhatIsMissing() throws InterruptedException {
        crisp.workspace().seed(55, 3, 0);
        FollowedInbox whole = follow();
        whole.catchUp();
        List<SourceRecord> all = whole.batches.stream().flatMap(List::stream).toList();

        for (int i = 0; i < all.size(); i += 7) {
            FollowedInbox resumed = follow();
            resumed.batches.add(all.subList(0, i + 1));
            resumed.restart();
            resumed.catchUp();

            List<SourceRecord> union = new ArrayList<>(
                    resumed.batches.stream().flatMap(List::stream).toList());
            assertThat(identities(union)).as("resumed after record " + i).containsAll(identities(all));
        }
    }

    @Test
    void offsetsStaySmall() throws InterruptedException {
        crisp.workspace().seed(200, 5, 0);
        FollowedInbox inbox = follow();
        inbox.catchUp();

        assertThat(inbox.batches.stream().flatMap(List::stream))
                .allSatisfy(entry -> assertThat(entry.sourceOffset().toString()).hasSizeLessThan(20_000));
    }

    private static List<String> identities(List<SourceRecord> records) {
        return records.stream().map(entry -> entry.topic() + entry.value()).toList();
    }

    private void assertArrivedOnceAndInOrder(FollowedInbox inbox) {
        crisp.workspace().conversations().all().forEach(conversation -> assertThat(
                        inbox.messagesOf(conversation.sessionId()))
                .as(conversation.sessionId())
                .containsExactlyElementsOf(crisp.workspace().messages().of(conversation.sessionId()).stream()
                        .map(Message::fingerprint)
                        .toList()));
    }

    private String anySession() {
        return crisp.workspace().conversations().all().get(1).sessionId();
    }

    private static String header(SourceRecord entry, String name) {
        return (String) entry.headers().lastWithName(name).value();
    }

    private void tick(int seconds) {
        time.advance(Duration.ofSeconds(seconds));
        crispClock.advance(Duration.ofSeconds(seconds));
    }

    @Test
    void whereThePlanRefusesFiltersByDateWhatIsTooOldIsListedAndPassedOver() throws InterruptedException {
        String recent = wholeYearLaterSomebodyWrites();
        crisp.switches().set(AnswerSwitch.REFUSED_BY_PLAN, Set.of(AnswerSwitch.PlanFeature.DATE_FILTERS));
        FollowedInbox inbox = follow();

        inbox.restartWith(new Snapshot(true, START.plusSeconds(1).toEpochMilli(), true, ""));
        inbox.catchUp();

        assertThat(inbox.topic("conversations")).hasSize(1);
        assertThat(inbox.messagesOf(recent)).hasSize(4);
        assertThat(crisp.journal().count("GET", MESSAGES)).isEqualTo(1);
    }

    @Test
    void whereThePlanLetsListsBeFilteredByDateWhatIsTooOldIsNotListed() throws InterruptedException {
        String recent = wholeYearLaterSomebodyWrites();
        FollowedInbox inbox = follow();

        inbox.restartWith(new Snapshot(true, START.plusSeconds(1).toEpochMilli(), true, ""));
        inbox.catchUp();

        assertThat(inbox.topic("conversations")).hasSize(1);
        assertThat(inbox.messagesOf(recent)).hasSize(4);
        assertThat(crisp.journal().count("GET", LIST)).isLessThan(6);
    }

    @Test
    void conversationsAloneCostHardlyMoreCallsThanTheirPages() throws InterruptedException {
        crisp.workspace().seed(5_000, 2, 0);
        FollowedInbox inbox = follow(FollowedInbox.Feeds.CONVERSATIONS_ALONE);

        inbox.catchUp();

        assertThat(inbox.topic("conversations")).hasSize(5_000);
        assertThat(sessions(inbox)).hasSize(5_000);
        assertThat(crisp.journal().total()).isLessThanOrEqualTo(103 + FIRST_LOOK);
    }

    @Test
    void conversationsWithoutTheMessagesTheyHadCostTheSame() throws InterruptedException {
        crisp.workspace().seed(5_000, 2, 0);
        FollowedInbox inbox = follow();

        inbox.restartWith(new Snapshot(true, Scope.ALL, false, ""));
        inbox.catchUp();

        assertThat(sessions(inbox)).hasSize(5_000);
        assertThat(crisp.journal().total()).isLessThanOrEqualTo(103 + FIRST_LOOK);
    }

    @Test
    void contactsCostHardlyMoreCallsThanTheirPages() throws InterruptedException {
        crisp.workspace().seed(0, 0, 5_000);
        FollowedInbox people = follow(FollowedInbox.Feeds.CONTACTS);

        people.catchUp();

        assertThat(people.topic("people")).hasSize(5_000);
        assertThat(crisp.journal().count("GET", CONTACTS)).isLessThanOrEqualTo(103);
    }

    @Test
    void whereThePlanRefusesFiltersConversationsAloneAreReadByPageNumbers() throws InterruptedException {
        crisp.workspace().seed(500, 2, 0);
        crisp.switches().set(AnswerSwitch.REFUSED_BY_PLAN, Set.of(AnswerSwitch.PlanFeature.DATE_FILTERS));
        FollowedInbox inbox = follow(FollowedInbox.Feeds.CONVERSATIONS_ALONE);

        inbox.catchUp();

        assertThat(inbox.topic("conversations")).hasSize(500);
        assertThat(sessions(inbox)).hasSize(500);
        assertThat(crisp.journal().total()).isLessThan(16);
    }

    private static Set<String> sessions(FollowedInbox inbox) {
        return inbox.topic("conversations").stream()
                .map(entry -> ((Struct) entry.value()).getString("session_id"))
                .collect(Collectors.toSet());
    }

    private String wholeYearLaterSomebodyWrites() {
        crisp.workspace().seed(300, 3, 0);
        String session = anySession();
        tick(31_536_000);
        crisp.workspace().visitorWrites(session, "one more thing");
        tick(60);
        return session;
    }

    private void look(FollowedInbox inbox) throws InterruptedException {
        crispClock.advance(FollowedInbox.POLL_INTERVAL);
        inbox.look();
    }

    private FollowedInbox follow() {
        return follow(FollowedInbox.Feeds.INBOX);
    }

    private FollowedInbox follow(FollowedInbox.Feeds feeds) {
        PatientClient patient = new PatientClient(
                client, new Backoff(Duration.ofMillis(500), Duration.ofMinutes(1)), Waiting.deaf(time), time);
        String websiteId = crisp.workspace().website().websiteId();
        return FollowedInbox.of(
                feeds, new RemoteWorkspace(Purses.unbounded(new UnitKey(websiteId, Unit.INBOX), time), patient), time);
    }

    private CrispClient open(CrispSimulator simulator) {
        Credentials credentials = new Credentials(
                Tier.WEBSITE,
                simulator.websiteToken().identifier(),
                simulator.websiteToken().key());
        Duration patience = Duration.ofSeconds(10);
        return CrispClient.open(
                new ClientSettings(
                        simulator.url(),
                        credentials,
                        new ClientSettings.Timeouts(patience, patience, patience),
                        1 << 24,
                        1,
                        "test"),
                time);
    }
}
