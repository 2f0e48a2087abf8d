package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Backoff;
import dev.crispconnect.client.Call;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.FakeCrisp;
import dev.crispconnect.client.Messages;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.source.budget.BudgetSettings;
import dev.crispconnect.source.position.Unit;
import dev.crispconnect.source.position.UnitKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EarlyCallsTest {

    private static final UnitKey UNIT = new UnitKey("w", Unit.INBOX);

    private final ManualTime time = new ManualTime();
    private final FakeCrisp crisp = new FakeCrisp();
    private Purse purse;
    private EarlyCalls<String, List<Message>> calls;

    @BeforeEach
    void open() {
        open(new BudgetSettings(0, 0));
    }

    private void open(BudgetSettings budget) {
        purse = Purses.of(UNIT, budget, time);
        calls = new EarlyCalls<>(
                purse,
                new PatientClient(
                        crisp, new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1)), Waiting.deaf(time), time));
    }

    @Test
    void manyAreSentBeforeTheFirstIsAnswered() {
        assertThat(ask("a", "b", "c")).containsOnly(true);

        assertThat(crisp.sent()).hasSize(3);
    }

    @Test
    void theAnswerIsThereWhenItIsNeededInWhateverOrderTheyCome() throws InterruptedException {
        ask("a", "b");
        answer(1);
        answer(0);

        assertThat(answerFor("a").status()).isEqualTo(200);
        assertThat(answerFor("b").status()).isEqualTo(200);
        assertThat(crisp.sent()).hasSize(2);
        assertThat(purse.spent().calls()).isEqualTo(2);
    }

    @Test
    void whatWasNotAskedForIsReadWhenItIsNeeded() throws InterruptedException {
        crisp.script(call -> call.answer(200, "[]"));

        assertThat(answerFor("a").status()).isEqualTo(200);
    }

    @Test
    void whatIsAskedForTwiceIsSentOnce() {
        assertThat(ask("a", "a")).containsOnly(true);

        assertThat(crisp.sent()).hasSize(1);
    }

    @Test
    void oneThatWasLostIsRepeatedAfterAPauseLikeAnyOther() throws InterruptedException {
        ask("a");
        crisp.sent().get(0).lost();
        crisp.script(call -> call.answer(200, "[]"));
        Instant before = time.now();

        assertThat(answerFor("a").status()).isEqualTo(200);

        assertThat(crisp.sent()).hasSize(2);
        assertThat(time.now()).isAfter(before);
    }

    @Test
    void oneThatAnOperatorMustActOnFailsWhereItsAnswerIsNeeded() {
        ask("a", "b");
        crisp.sent().get(1).denied();
        answer(0);

        assertThatThrownBy(() -> answerFor("b")).isInstanceOf(CrispException.Denied.class);
        assertThat(purse.spent().calls()).isEqualTo(1);
    }

    @Test
    void afterARefusalNothingIsSentEarlyThoughNobodyHasWaitedForThatAnswer() {
        ask("a", "b");
        crisp.sent().get(1).throttled(null);

        assertThat(ask("c")).containsOnly(false);

        assertThat(crisp.sent()).hasSize(2);
        assertThat(purse.untilCall()).isPositive();
    }

    @Test
    void thoseThatWereUnderwayAtTheFirstRefusalMakeNoFurtherOnesOfIt() {
        ask("a", "b", "c", "d");
        crisp.sent().get(0).throttled(null);
        ask("e");
        Duration pause = purse.untilCall();
        crisp.sent().get(1).throttled(null);
        crisp.sent().get(2).throttled(null);
        answer(3);
        ask("e");

        assertThat(purse.untilCall()).isEqualTo(pause);
        assertThat(purse.spent().calls()).isEqualTo(4);
    }

    @Test
    void oneThatWasRefusedIsRepeatedWhenThePauseIsOver() throws InterruptedException {
        ask("a");
        crisp.sent().get(0).throttled(Duration.ofSeconds(7));
        crisp.script(call -> call.answer(200, "[]"));
        Instant before = time.now();

        assertThat(answerFor("a").status()).isEqualTo(200);

        assertThat(Duration.between(before, time.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void whatIsUnderwayCountsAgainstTheBudget() {
        open(new BudgetSettings(3, 0));

        assertThat(ask("a", "b", "c", "d")).containsExactly(true, true, true, false);
        answer(0);
        assertThat(ask("d")).containsOnly(false);

        assertThat(purse.untilCall()).isPositive();
    }

    @Test
    void anAnswerOfTheCacheGivesItsCallBack() {
        open(new BudgetSettings(1, 0));
        ask("a");
        crisp.sent().get(0).answerFromCache("[]");

        assertThat(ask("b")).containsOnly(true);
    }

    @Test
    void whatNobodyNeedsAnyMoreIsCancelledAndCounts() {
        ask("a", "b");
        answer(1);

        calls.forget();

        assertThat(crisp.sent().get(0).isCancelled()).isTrue();
        assertThat(purse.spent().calls()).isEqualTo(2);
        assertThat(ask("a")).containsOnly(true);
        assertThat(crisp.sent()).hasSize(3);
    }

    private List<Boolean> ask(String... sessions) {
        return List.of(sessions).stream()
                .map(session -> calls.ask(session, call(session)))
                .toList();
    }

    private Answer<List<Message>> answerFor(String session) throws InterruptedException {
        return calls.answer(session, call(session));
    }

    private void answer(int sent) {
        crisp.sent().get(sent).answer(200, "[]");
    }

    private static Call<List<Message>> call(String session) {
        return Messages.newest("w", session);
    }
}
