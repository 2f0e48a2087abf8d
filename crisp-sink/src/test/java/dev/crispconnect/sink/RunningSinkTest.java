package dev.crispconnect.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.crispconnect.client.FakeCrisp;
import dev.crispconnect.client.metrics.Exposure;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.sink.command.Records;
import dev.crispconnect.sink.delivery.ManualTimer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunningSinkTest {

    private static final TopicPartition PARTITION = new TopicPartition("commands", 0);

    private final ManualTime time = new ManualTime();
    private final ManualTimer timer = new ManualTimer(time);
    private final FakeCrisp crisp = new FakeCrisp();
    private final FakeContext context = new FakeContext();
    private final FakeResultTopic results = new FakeResultTopic();
    private RunningSink sink;
    private long consumed;

    @BeforeEach
    void start() {
        results.acknowledgesAtOnce = true;
        start(Map.of());
    }

    private void start(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Settings.minimal());
        properties.put("max.buffered.records", "4");
        properties.putAll(more);
        sink = new RunningSink(
                SinkSettings.parse(properties),
                context,
                new Connections(crisp, timer, results, new TaskMetrics(Exposure.none()), time));
        context.assignment.add(PARTITION);
        sink.assigned(List.of(PARTITION));
    }

    private static SinkRecord resolve(long offset) {
        return Records.of("s" + offset, Map.of("command", "resolve"), offset);
    }

    private void put(SinkRecord... records) {
        for (SinkRecord record : records) {
            consumed = Math.max(consumed, record.kafkaOffset() + 1);
        }
        sink.put(List.of(records));
    }

    private long committable() {
        return sink.committable(Map.of(PARTITION, new OffsetAndMetadata(consumed)))
                .get(PARTITION)
                .offset();
    }

    @Test
    void anOffsetIsCommittedOnlyWhenItAndAllBelowItAreDone() {
        put(resolve(1), resolve(2), resolve(3));
        assertThat(committable()).isEqualTo(1);

        crisp.sent().get(1).ok();
        crisp.sent().get(2).ok();
        assertThat(committable()).isEqualTo(1);

        crisp.sent().get(0).ok();
        assertThat(committable()).isEqualTo(4);
    }

    @Test
    void aBatchThatComesAgainIsNotExecutedAgain() {
        put(resolve(1), resolve(2));
        crisp.sent().get(0).ok();

        put(resolve(1), resolve(2), resolve(3));

        assertThat(crisp.sent())
                .extracting(FakeCrisp.Sent::path)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void theWorkerIsAskedToComeBackSoonWhileSomethingIsOutstanding() {
        put(resolve(1));

        assertThat(context.timeoutMillis).isEqualTo(20);
        assertThat(context.commitRequests).isZero();
    }

    @Test
    void aCommitIsRequestedWhenEverythingIsDoneButNotAllTheTime() {
        put(resolve(1));
        crisp.last().ok();
        put();
        assertThat(context.commitRequests).isEqualTo(1);

        put(resolve(2));
        crisp.last().ok();
        put();
        assertThat(context.commitRequests).isEqualTo(1);
        assertThat(context.timeoutMillis).isBetween(1_000L, 2_001L);

        time.advance(Duration.ofSeconds(2));
        put();
        assertThat(context.commitRequests).isEqualTo(2);
        put();
        assertThat(context.commitRequests).isEqualTo(2);
    }

    @Test
    void noMoreIsExecutedBeyondWhatIsCommittedThanTheBound() {
        start(Map.of("max.uncommitted.records", "2", "max.buffered.records", "100"));
        put(resolve(1), resolve(2), resolve(3));
        assertThat(crisp.sent()).hasSize(2);

        crisp.sent().get(1).ok();
        put();
        assertThat(committable()).isEqualTo(1);
        assertThat(context.commitRequests).as("a commit would not help").isZero();

        crisp.sent().get(0).ok();
        put();
        assertThat(crisp.sent()).as("nothing is known to be committed").hasSize(2);
        assertThat(context.commitRequests).isEqualTo(1);

        assertThat(committable()).isEqualTo(3);
        put();
        assertThat(crisp.sent()).as("the commit may still be under way").hasSize(2);

        assertThat(committable()).isEqualTo(3);
        put();
        assertThat(crisp.sent()).hasSize(3);
        crisp.last().ok();
        assertThat(committable()).isEqualTo(4);
    }

    @Test
    void nothingInDoubtIsCalledBeforeWhatWasAcceptedBeforeCanBeRead() {
        start(Map.of("lookup.delay.ms", "1000", "max.uncommitted.records", "2", "max.in.flight", "1"));
        time.advance(Duration.ofHours(1));
        put(resolve(1), resolve(2));
        time.advance(Duration.ofMillis(999));
        put();
        assertThat(crisp.sent()).isEmpty();

        time.advance(Duration.ofMillis(1));
        put();
        assertThat(crisp.sent()).hasSize(1);
    }

    @Test
    void whatIsHeldBackIsForgottenWithItsPartition() {
        start(Map.of("max.uncommitted.records", "1", "max.buffered.records", "100"));
        put(resolve(1), resolve(2));
        sink.revoked(List.of(PARTITION));
        sink.assigned(List.of(PARTITION));
        put();

        assertThat(crisp.sent()).hasSize(1);
    }

    @Test
    void aFullBufferPausesThePartitionsAndHalfOfItResumesThem() {
        put(LongStream.rangeClosed(1, 4).mapToObj(RunningSinkTest::resolve).toArray(SinkRecord[]::new));
        assertThat(context.paused).containsExactly(PARTITION);

        crisp.sent().get(0).ok();
        put();
        assertThat(context.paused).containsExactly(PARTITION);

        crisp.sent().get(1).ok();
        put();
        assertThat(context.paused).isEmpty();
    }

    /** Between two puts: all are taken away and come back whenever a consumer joins an eager group. */
    @Test
    void aPartitionThatComesBackIsNotPausedAnyMoreAndPausedAnewWhenItHasItsShare() {
        TopicPartition another = new TopicPartition("commands", 1);
        context.assignment.add(another);
        sink.assigned(List.of(another));
        put(resolve(1), resolve(2));
        assertThat(context.paused).containsExactly(PARTITION);

        sink.revoked(List.of(PARTITION));
        sink.assigned(List.of(PARTITION));
        assertThat(context.paused).isEmpty();

        put(resolve(1), resolve(2));
        assertThat(context.paused).containsExactly(PARTITION);
    }

    @Test
    void partitionsThatAreAssignedWhilePausedArePausedToo() {
        TopicPartition another = new TopicPartition("commands", 1);
        put(LongStream.rangeClosed(1, 4).mapToObj(RunningSinkTest::resolve).toArray(SinkRecord[]::new));

        context.assignment.add(another);
        sink.assigned(List.of(another));

        assertThat(context.paused).containsExactlyInAnyOrder(PARTITION, another);
    }

    @Test
    void aPartitionThatHasItsShareOfTheBufferLetsTheOthersCome() {
        TopicPartition another = new TopicPartition("commands", 1);
        context.assignment.add(another);
        sink.assigned(List.of(another));

        put(resolve(1), resolve(2));
        assertThat(context.paused).containsExactly(PARTITION);

        crisp.sent().get(0).ok();
        put();
        assertThat(context.paused).isEmpty();
    }

    @Test
    void aRecordThatIsNoCommandIsReportedAsItCameAndTheNextIsServed() {
        SinkRecord bad = Records.of(null, Map.of("command", "resolve", "sesion_id", "secret"), 1);
        put(bad, resolve(2));

        assertThat(context.reported).hasSize(1);
        assertThat(context.reported.get(0).record()).isSameAs(bad);
        assertThat(context.reported.get(0).error())
                .isInstanceOf(DataException.class)
                .hasMessage("topic commands, partition 0, offset 1: field 'sesion_id': unknown, did you mean"
                        + " 'session_id'?");
        crisp.last().ok();
        assertThat(committable()).isEqualTo(1);

        context.reported.get(0).stored().complete(null);
        assertThat(committable()).isEqualTo(3);
    }

    @Test
    void aRecordThatCrispRefusesIsReported() {
        put(resolve(1));
        crisp.last().refused();
        put();

        assertThat(context.reported.get(0).error())
                .hasMessage("topic commands, partition 0, offset 1: PATCH"
                        + " /website/{website_id}/conversation/{session_id}/state was refused: HTTP 400 invalid_data");
    }

    @Test
    void aReportThatCannotBeStoredFailsTheTaskAndIsNotCommitted() {
        put(Records.of(null, "no json", 1));
        context.reported.get(0).stored().completeExceptionally(new IllegalStateException("no broker"));

        assertThatThrownBy(this::put)
                .isInstanceOf(ConnectException.class)
                .hasMessage("a refused record could not be reported to the dead-letter queue");
        assertThat(committable()).isEqualTo(1);
    }

    @Test
    void withoutAReporterTheTaskFailsNamingTheRecord() {
        context.hasReporter = false;
        start(Map.of());

        assertThatThrownBy(() -> put(Records.of(null, Map.of("command", "resolve"), 9)))
                .isInstanceOf(DataException.class)
                .hasMessage("topic commands, partition 0, offset 9: field 'session_id': missing, expected text here or"
                        + " as the record's key. Set errors.tolerance=all and errors.deadletterqueue.topic.name to go on"
                        + " without such records.");
    }

    @Test
    void aTombstoneIsIgnoredUnlessItIsToFail() {
        put(Records.of("s1", null, 1));
        assertThat(committable()).isEqualTo(2);

        start(Map.of("behavior.on.null.values", "fail"));
        put(Records.of("s1", null, 1));
        assertThat(context.reported.get(0).error()).hasMessageContaining("the value is missing, expected an object");
    }

    @Test
    void aTokenThatIsDeniedFailsTheTaskOnceAndKeepsWhatWasDone() {
        put(resolve(1), resolve(2), resolve(3));
        crisp.sent().get(0).ok();
        crisp.sent().get(1).denied();

        Throwable failure = catchThrowable(this::put);
        assertThat(failure)
                .isInstanceOf(ConnectException.class)
                .hasMessageStartingWith("topic commands, partition 0, offset 2: ")
                .hasMessageContaining("HTTP 401")
                .hasMessageContaining("Check the token");
        assertThat(catchThrowable(() -> put(resolve(4)))).isSameAs(failure);
        assertThat(crisp.sent()).hasSize(3);
        assertThat(committable()).isEqualTo(2);
    }

    @Test
    void aTokenThatIsDeniedDoesNotKeepACommitFromTellingWhatWasDone() {
        put(resolve(1), resolve(2));
        crisp.sent().get(0).ok();
        crisp.sent().get(1).denied();

        assertThat(committable()).isEqualTo(2);
        assertThatThrownBy(this::put).isInstanceOf(ConnectException.class);
    }

    @Test
    void whatEndsAfterTheFailureIsCommittedToo() {
        put(resolve(1), resolve(2));
        crisp.sent().get(1).denied();
        assertThatThrownBy(this::put).isInstanceOf(ConnectException.class);

        crisp.sent().get(0).ok();

        assertThat(committable()).isEqualTo(2);
    }

    @Test
    void aRefusalThatNobodyTakesKeepsWhatWasDone() {
        context.hasReporter = false;
        start(Map.of());
        put(resolve(1), resolve(2));
        crisp.sent().get(1).refused();
        crisp.sent().get(0).ok();

        assertThatThrownBy(this::put).isInstanceOf(DataException.class);
        assertThat(committable()).isEqualTo(2);
    }

    @Test
    void aRecordThatIsNoCommandAndThatNobodyTakesKeepsWhatWasDone() {
        context.hasReporter = false;
        start(Map.of());
        put(resolve(1));
        crisp.last().ok();

        assertThatThrownBy(() -> put(Records.of(null, "no json", 2))).isInstanceOf(DataException.class);
        assertThat(committable()).isEqualTo(2);
    }

    @Test
    void aResultThatCannotBeStoredKeepsThoseThatAre() {
        results.acknowledgesAtOnce = false;
        put(resolve(1), resolve(2));
        crisp.sent().get(1).ok();
        crisp.sent().get(0).ok();
        put();
        results.stored.get(0).completeExceptionally(new IllegalStateException("too large"));
        results.stored.get(1).complete(null);

        assertThatThrownBy(this::put).hasMessage("a result could not be written to results.topic");
        assertThat(committable()).isEqualTo(2);
    }

    @Test
    void aFailureToConvertAResultEndsTheTaskRatherThanHavingTheBatchBroughtAgainForever() {
        RetriableException registryIsAway = new RetriableException("schema registry");
        results.failure = registryIsAway;
        put(resolve(1));
        crisp.last().ok();

        assertThatThrownBy(this::put)
                .isInstanceOf(ConnectException.class)
                .isNotInstanceOf(RetriableException.class)
                .hasCause(registryIsAway);
    }

    @Test
    void aFailureOfAnyKindDuringACommitEndsTheTaskAtTheNextBatch() {
        results.failure = new IllegalStateException("a fault of a converter");
        put(resolve(1));
        crisp.last().ok();

        assertThat(committable()).isEqualTo(1);
        assertThatThrownBy(this::put).isSameAs(results.failure);
    }

    @Test
    void anAnswerThatComesAfterThePartitionWasTakenAwayIsIgnored() {
        put(resolve(1));
        FakeCrisp.Sent<?> late = crisp.last();
        Thread.currentThread().interrupt();
        sink.revoked(List.of(PARTITION));
        assertThat(Thread.interrupted()).isTrue();
        sink.assigned(List.of(PARTITION));
        put(resolve(1));

        late.ok();
        assertThat(committable()).isEqualTo(1);

        crisp.last().ok();
        assertThat(committable()).isEqualTo(2);
    }

    @Test
    void anOffsetIsDoneOnlyWhenItsResultIsStored() {
        results.acknowledgesAtOnce = false;
        put(resolve(1));
        crisp.last().ok();
        assertThat(committable()).isEqualTo(1);

        results.stored.get(0).complete(null);
        assertThat(committable()).isEqualTo(2);
    }

    @Test
    void aResultTellsWhatBecameOfTheCommand() {
        put(Records.of(Map.of("session_id", "s1"), Map.of("command", "resolve", "command_id", "c1"), 1));
        time.advance(Duration.ofMillis(30));
        crisp.last().ok();
        put();
        put(Records.of(null, Map.of("command", "resolve", "command_id", "c2"), 2));
        put();

        assertThat(results.results).hasSize(2);
        assertThat(results.results.get(0).toString())
                .isEqualTo("Struct{command_id=c1,command=resolve_conversation,outcome=delivered,state=resolved,"
                        + "http_status=200,attempts=1,latency_ms=30,website_id=w,session_id=s1,topic=commands,"
                        + "partition=0,offset=1,finished_at=" + java.util.Date.from(time.now()) + "}");
        assertThat(results.results.get(1).getString("outcome")).isEqualTo("refused");
        assertThat(results.results.get(1).getString("command_id")).isEqualTo("c2");
        assertThat(results.results.get(1).getString("reason")).startsWith("field 'session_id': missing");
    }

    @Test
    void aResultThatIsNotTakenIsOfferedAgainInOrder() {
        results.full = true;
        put(resolve(1), resolve(2));
        crisp.sent().get(1).ok();
        crisp.sent().get(0).ok();
        put();
        assertThat(committable()).isEqualTo(1);

        results.full = false;
        put();
        assertThat(results.results)
                .extracting(result -> result.getInt64("offset"))
                .containsExactly(2L, 1L);
        assertThat(committable()).isEqualTo(3);
    }

    @Test
    void resultsThatAreNotTakenForLongFailTheTaskWithAdvice() {
        results.full = true;
        put(resolve(1));
        crisp.last().ok();
        put();
        time.advance(Duration.ofSeconds(121));

        assertThatThrownBy(this::put)
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("check that results.topic exists");
        assertThat(committable()).isEqualTo(1);
    }

    @Test
    void aResultThatCannotBeStoredFailsTheTaskAndIsNotCommitted() {
        results.acknowledgesAtOnce = false;
        put(resolve(1));
        crisp.last().ok();
        put();
        results.stored.get(0).completeExceptionally(new IllegalStateException("too large"));

        assertThatThrownBy(this::put).hasMessage("a result could not be written to results.topic");
        assertThat(committable()).isEqualTo(1);
    }

    @Test
    void closingClosesWhatIsOpen() {
        sink.close();

        assertThat(crisp.isClosed()).isTrue();
        assertThat(results.closed).isTrue();
    }
}
