package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.crispconnect.client.time.SystemTime;
import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.Target;
import dev.crispconnect.simulator.workspace.Membership;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.MessageDraft;
import dev.crispconnect.simulator.workspace.Operators;
import dev.crispconnect.simulator.workspace.ProfileCard;
import dev.crispconnect.simulator.workspace.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.TransactionContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tasks as Connect runs them, over real HTTP and in real time. */
class CrispSourceTaskTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final SystemTime time = new SystemTime();
    private final Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
    private final CrispSimulator crisp = CrispSimulator.start(SimulatorSettings.defaults());
    private final Map<String, String> props = RunningConnector.props(crisp);

    @AfterEach
    void close() {
        crisp.close();
    }

    @Test
    void everythingThereIsArrivesInThreeTopics() {
        crisp.workspace().seed(60, 5, 70);

        try (RunningConnector connector = run()) {
            awaitTotal(connector, 60 + 300 + 70);

            assertThat(connector.count("crisp.conversations")).isEqualTo(60);
            assertThat(connector.count("crisp.messages")).isEqualTo(300);
            assertThat(connector.count("crisp.people")).isEqualTo(70);
        }
    }

    @Test
    void aRestartEmitsOnlyWhatCameMeanwhile() {
        crisp.workspace().seed(60, 5, 70);
        try (RunningConnector connector = run()) {
            awaitTotal(connector, 430);
        }
        String session =
                crisp.workspace().visitorArrives("Ilse", "ilse@example.org").sessionId();
        crisp.workspace().visitorWrites(session, "hello");

        try (RunningConnector connector = run()) {
            awaitTotal(connector, 2);

            assertThat(connector.count("crisp.conversations")).isEqualTo(1);
            assertThat(connector.count("crisp.messages")).isEqualTo(1);
        }
    }

    @Test
    void topicsAndFeedsAreWhatTheSettingsSay() {
        crisp.workspace().seed(3, 2, 4);
        props.put("feeds", "people");
        props.put("topic.pattern", "${website_id}.${feed}");

        try (RunningConnector connector = run()) {
            awaitTotal(connector, 4);

            assertThat(connector.count(crisp.workspace().website().websiteId() + ".people"))
                    .isEqualTo(4);
        }
    }

    @Test
    void operatorsAndSettingsArriveWhenTheyChangeAndATombstoneWhenAnOperatorIsGone() {
        props.put("feeds", "operators,settings");
        props.put("directory.poll.interval.ms", "1000");
        Operators operators = crisp.workspace().operators();
        String gone = operators.list().get(2).userId();

        try (RunningConnector connector = run()) {
            awaitTotal(connector, 3 + 1);
            crisp.workspace().settings().change(Map.of("chatbox", Map.of("color_theme", "red")));
            awaitTotal(connector, 5);
            operators.unlink(gone);
            awaitTotal(connector, 6);

            assertThat(connector.count("crisp.settings")).isEqualTo(2);
            SourceRecord last = connector.records.get(5);
            assertThat(((Struct) last.key()).getString("user_id")).isEqualTo(gone);
            assertThat(last.value()).isNull();
        }
        operators.join("Ada", "Stone", "ada@example.org", Membership.Role.MEMBER);
        try (RunningConnector connector = run()) {
            awaitTotal(connector, 1);

            assertThat(connector.count("crisp.operators")).isEqualTo(1);
        }
    }

    @Test
    void contactsComeWithTheirDataWhenAskedFor() {
        crisp.workspace().seed(0, 0, 3);
        crisp.workspace().people().all().forEach(person -> crisp.workspace()
                .people()
                .patchData(person.peopleId(), Map.of("seats", 7)));
        props.put("feeds", "people");
        props.put("people.data", "true");

        try (RunningConnector connector = run()) {
            awaitTotal(connector, 3);

            assertThat(connector.records).allSatisfy(contact -> assertThat(((Struct) contact.value()).getMap("data"))
                    .containsEntry("seats", "7"));
        }
    }

    @Test
    void whatTheSinkWroteIsLeftOutWhenTheSettingsSaySo() {
        String session =
                crisp.workspace().visitorArrives("Ilse", "ilse@example.org").sessionId();
        MessageDraft answer = new MessageDraft(
                "text",
                Side.OPERATOR,
                "urn:crispconnect.dev:kafka:0",
                "On its way",
                null,
                null,
                null,
                List.of(),
                Map.of());
        crisp.workspace().messages().send(session, answer);
        Message written = crisp.workspace().visitorWrites(session, "thanks");
        props.put("feeds", "messages");
        props.put("echo.policy", "drop");
        props.put("message.key", "message");
        props.put("record.timestamp", "event");

        try (RunningConnector connector = run()) {
            awaitTotal(connector, 1);

            SourceRecord only = connector.records.get(0);
            assertThat(((Struct) only.key()).getInt64("fingerprint")).isEqualTo(written.fingerprint());
            assertThat(only.timestamp()).isEqualTo(written.timestamp().toEpochMilli());
        }
    }

    @Test
    void aPollReturnsWithinASecondAndAStopEndsAtOnceWhileCrispIsSilent() throws InterruptedException {
        crisp.workspace().seed(3, 2, 0);
        crisp.faults().always(Target.any(), new Fault.Stall(LONG));
        props.put("feeds", "conversations");
        RunningConnector connector = run();
        await().until(() -> crisp.journal().total() > 0);

        long start = time.nanoTime();
        connector.poll();
        long polled = time.nanoTime();
        connector.close();
        long stopped = time.nanoTime();

        assertThat(Duration.ofNanos(polled - start)).isLessThan(Duration.ofMillis(1_500));
        assertThat(Duration.ofNanos(stopped - polled)).isLessThan(Duration.ofSeconds(1));
        connector.close();
    }

    @Test
    void aStopEndsAtOnceWhileACallWaitsToBeRepeated() throws InterruptedException {
        crisp.faults().always(Target.any(), Fault.status(429, "rate_limited", LONG));
        RunningConnector connector = run();
        await().until(() -> crisp.journal().total() > 1);
        connector.poll();

        long start = time.nanoTime();
        connector.close();

        assertThat(Duration.ofNanos(time.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aTaskThatWasNotStartedPollsNothingAndStops() throws InterruptedException {
        CrispSourceTask task = new CrispSourceTask();

        assertThat(task.poll()).isNull();
        task.stop();
        task.stop();
    }

    @Test
    void aRevokedTokenFailsTheTaskWithAdvice() {
        crisp.faults().always(Target.any(), Fault.status(401, "invalid_session"));
        props.put("feeds", "conversations");

        try (RunningConnector connector = run()) {
            assertThatThrownBy(() -> pollOften(connector))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContainingAll(
                            crisp.workspace().website().websiteId() + "/inbox", "HTTP 401", "Check the token");
        }
    }

    @Test
    void aWebsiteThatDoesNotExistFailsTheTaskAndDoesNotPassForAnEmptyOne() {
        crisp.faults().always(Target.any(), Fault.status(404, "website_not_found"));

        try (RunningConnector connector = run()) {
            assertThatThrownBy(() -> pollOften(connector))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContainingAll("website_not_found", "Check crisp.website.ids");
        }
    }

    @Test
    void anUnusableOffsetFailsTheStartWithAdvice() {
        offsets.put(
                Map.of("website_id", crisp.workspace().website().websiteId(), "unit", "inbox"), Map.of("version", 99L));

        assertThatThrownBy(this::run)
                .isInstanceOf(ConnectException.class)
                .hasMessageContainingAll("/inbox", "version is 99", "DELETE /connectors/{name}/offsets");
    }

    @Test
    void aTransactionEndsWithEachBatchWhereTheWorkerLeavesThatToTheTask() {
        crisp.workspace().seed(5, 3, 0);
        props.put("feeds", "conversations,messages");
        RecordedTransactions transactions = new RecordedTransactions();

        try (RunningConnector connector = new RunningConnector(props, time, offsets, transactions)) {
            awaitTotal(connector, 5 + 15);

            assertThat(transactions.ends).isNotEmpty().last().isSameAs(connector.records.get(19));
            assertThat(transactions.ends)
                    .as("only the last record of a change has an offset that covers it")
                    .allSatisfy(end -> {
                        int next = connector.records.indexOf(end) + 1;
                        assertThat(connector.records.subList(0, next)).last().isSameAs(end);
                        assertThat(next == 20
                                        || !sessionOf(connector.records.get(next))
                                                .equals(sessionOf(end)))
                                .isTrue();
                    });
        }
    }

    @Test
    void theOffsetSaysByWhichSettingsTheDataWasShaped() {
        crisp.workspace().seed(1, 1, 1);
        props.put("feeds", "conversations,messages,people,operators");
        String website = crisp.workspace().website().websiteId();

        try (RunningConnector connector = run()) {
            awaitTotal(connector, 6);
        }

        assertThat(shapedBy(website, "inbox"))
                .isEqualTo("feeds=conversations,messages topic.pattern=crisp.${feed} message.key=conversation"
                        + " echo.policy=mark");
        assertThat(shapedBy(website, "people")).isEqualTo("topic.pattern=crisp.${feed} people.data=false");
        assertThat(shapedBy(website, "directory")).isEqualTo("topic.pattern=crisp.${feed}");
    }

    @Test
    void settingsThatDoNotGoTogetherWithWhatWasEmittedAreRefusedUntilSetBackOrAccepted() {
        crisp.workspace().seed(0, 0, 2);
        props.put("feeds", "people");
        try (RunningConnector connector = run()) {
            awaitTotal(connector, 2);
        }

        props.put("topic.pattern", "${feed}");
        props.put("people.data", "true");
        assertThatThrownBy(this::run)
                .isInstanceOf(ConnectException.class)
                .hasMessageContainingAll(
                        "/people",
                        "topic.pattern was 'crisp.${feed}' and is '${feed}'",
                        "people.data was 'false' and is 'true'",
                        "settings.change=accept");

        props.put("settings.change", "accept");
        String contact = crisp.workspace().people().all().get(0).peopleId();
        crisp.workspace()
                .people()
                .patch(contact, new ProfileCard(null, Map.of("nickname", "Lena"), Map.of(), null, null, null));
        try (RunningConnector connector = run()) {
            awaitTotal(connector, 1);
            assertThat(connector.count("people")).isEqualTo(1);
        }
        props.remove("settings.change");
        run().close();
    }

    @Test
    void anOffsetOfAnEarlierVersionDoesNotSayItAndIsGood() {
        crisp.workspace().seed(0, 0, 2);
        props.put("feeds", "people");
        try (RunningConnector connector = run()) {
            awaitTotal(connector, 2);
        }
        offsets.replaceAll((partition, offset) -> {
            Map<String, Object> without = new HashMap<>(offset);
            without.remove("shaped_by");
            return without;
        });
        props.put("topic.pattern", "${feed}");

        run().close();
    }

    private String shapedBy(String website, String unit) {
        return (String) offsets.get(Map.of("website_id", website, "unit", unit)).get("shaped_by");
    }

    private static String sessionOf(SourceRecord about) {
        return ((Struct) about.key()).getString("session_id");
    }

    /** Which records ended a transaction. */
    private static final class RecordedTransactions implements TransactionContext {

        private final List<SourceRecord> ends = new ArrayList<>();

        @Override
        public void commitTransaction() {
            throw new AssertionError("this holds as well for a batch of which a part was sent");
        }

        @Override
        public void commitTransaction(SourceRecord last) {
            ends.add(last);
        }

        @Override
        public void abortTransaction() {
            throw new AssertionError("nothing is ever taken back");
        }

        @Override
        public void abortTransaction(SourceRecord last) {
            abortTransaction();
        }
    }

    private RunningConnector run() {
        return new RunningConnector(props, time, offsets);
    }

    private static void pollOften(RunningConnector connector) throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            connector.poll();
        }
    }

    private static void awaitTotal(RunningConnector connector, int total) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            connector.poll();
            return connector.records.size() >= total;
        });
        assertThat(connector.records).hasSize(total);
    }
}
