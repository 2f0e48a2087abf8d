package dev.crispconnect.sink.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.Backoff;
import dev.crispconnect.client.FakeCrisp;
import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.sink.command.Records;
import dev.crispconnect.sink.command.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionTest {

    private final ManualTime time = new ManualTime();
    private final ManualTimer timer = new ManualTimer(time);
    private final FakeCrisp crisp = new FakeCrisp();
    private final List<Finished> finished = new ArrayList<>();
    private final Orders orders = new Orders();
    private final Lanes lanes = new Lanes(
            crisp,
            timer,
            time,
            new DeliverySettings(
                    4,
                    Duration.ofMinutes(10),
                    new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60)),
                    Duration.ofMillis(700),
                    500,
                    3,
                    new Allowance(0, 0)),
            DeliveryObserver.none(),
            finished::add);

    private Outcome outcome() {
        assertThat(finished).hasSize(1);
        return finished.get(0).outcome();
    }

    private List<String> lines() {
        return crisp.sent().stream().map(FakeCrisp.Sent::line).toList();
    }

    @Nested
    class Resolving {

        @Test
        void isOneCall() {
            lanes.add(List.of(orders.resolve("s1")));
            assertThat(crisp.last()).hasToString("PATCH /website/w/conversation/s1/state {\"state\":\"resolved\"}");

            crisp.last().ok();

            assertThat(outcome()).isEqualTo(new Outcome.Delivered(200, new Step.Done(false, "resolved", null)));
        }

        @Test
        void leavesTheNoteFirst() {
            lanes.add(List.of(orders.of(
                    "resolve",
                    Map.of("session_id", "s1", "note", "arrived", "resolved_by", "Judge", "command_id", "c1"))));
            assertThat(crisp.last().line()).isEqualTo("POST /website/w/conversation/s1/message");
            assertThat(crisp.last().body())
                    .contains("\"type\":\"note\"", "\"content\":\"arrived\"", "\"nickname\":\"Judge\"")
                    .containsPattern("\"fingerprint\":[1-9][0-9]+");

            crisp.last().answer(202, "{\"fingerprint\":1}");
            assertThat(crisp.last().line()).isEqualTo("PATCH /website/w/conversation/s1/state");
            crisp.last().ok();

            assertThat(outcome().word()).isEqualTo("delivered");
        }

        @Test
        void doesNotLeaveTheNoteAgainWhenOnlyTheStateFailed() {
            lanes.add(List.of(orders.of("resolve", Map.of("session_id", "s1", "note", "arrived"))));
            crisp.last().answer(202, "{}");
            crisp.last().unavailable(503);
            timer.advance(Duration.ofSeconds(1));
            crisp.last().ok();

            assertThat(outcome().word()).isEqualTo("delivered");
            assertThat(lines())
                    .containsExactly(
                            "POST /website/w/conversation/s1/message",
                            "PATCH /website/w/conversation/s1/state",
                            "PATCH /website/w/conversation/s1/state");
        }
    }

    @Nested
    class Archiving {

        @Test
        void addsTheSegmentToTheOthersAndResolves() {
            lanes.add(List.of(orders.of("archive", Map.of("session_id", "s1"))));
            crisp.last().answer(200, "{\"segments\":[\"vip\",\"shipping\"]}");
            assertThat(crisp.last())
                    .hasToString(
                            "PATCH /website/w/conversation/s1/meta {\"segments\":[\"vip\",\"shipping\",\"archived\"]}");
            crisp.last().ok();
            assertThat(crisp.last()).hasToString("PATCH /website/w/conversation/s1/state {\"state\":\"resolved\"}");
            crisp.last().ok();

            assertThat(outcome().word()).isEqualTo("delivered");
        }

        @Test
        void writesNoSegmentsWhenItIsThere() {
            lanes.add(List.of(orders.of("archive", Map.of("session_id", "s1"))));
            crisp.last().answer(200, "{\"segments\":[\"archived\"]}");

            assertThat(crisp.last().line()).isEqualTo("PATCH /website/w/conversation/s1/state");
        }
    }

    @Nested
    class SendingAMessage {

        @Test
        void isLookedUpBeforeItIsSentAgainWhenItsAnswerWasLost() {
            lanes.add(List.of(orders.send("s1")));
            crisp.last().lost();
            timer.advance(Duration.ofSeconds(1));
            assertThat(crisp.last().line()).isEqualTo("GET /website/w/conversation/s1/message/99");
            crisp.last().answer(200, "{\"fingerprint\":99,\"type\":\"text\"}");

            assertThat(outcome()).isInstanceOf(Outcome.Skipped.class);
            assertThat(crisp.sent()).hasSize(2);
        }

        @Test
        void isSentAgainWhenTheLookUpShowsThatItIsNotThere() {
            lanes.add(List.of(orders.send("s1")));
            crisp.last().unavailable(502);
            timer.advance(Duration.ofSeconds(1));
            crisp.last().missing();
            assertThat(crisp.last().line()).isEqualTo("POST /website/w/conversation/s1/message");
            crisp.last().answer(202, "{\"fingerprint\":99}");

            assertThat(outcome()).isInstanceOf(Outcome.Delivered.class);
        }

        @Test
        void isNotSentAgainWhileTheLookUpFails() {
            lanes.add(List.of(orders.send("s1")));
            crisp.last().lost();
            timer.advance(Duration.ofSeconds(1));
            crisp.last().unavailable(503);
            timer.advance(Duration.ofSeconds(2));

            assertThat(lines())
                    .containsExactly(
                            "POST /website/w/conversation/s1/message",
                            "GET /website/w/conversation/s1/message/99",
                            "GET /website/w/conversation/s1/message/99");
        }

        @Test
        void isNotLookedUpWhenTheFailureCannotHaveTakenEffect() {
            lanes.add(List.of(orders.send("s1")));
            crisp.last().unavailable(425);
            timer.advance(Duration.ofSeconds(1));

            assertThat(lines())
                    .containsOnly("POST /website/w/conversation/s1/message")
                    .hasSize(2);
        }

        @Test
        void isNotAdvisedToBeSentAgainWhileNobodyKnowsWhetherItWasSent() {
            lanes.add(List.of(orders.send("s1")));
            crisp.last().lost();
            while (finished.isEmpty()) {
                timer.next().ifPresent(timer::advance);
                crisp.last().unavailable(425);
            }

            assertThat(((Outcome.Refused) outcome()).advice())
                    .isEqualTo("It may have taken effect: look before sending it again.");
        }

        @Test
        void isToBeLookedForWhenTheLookUpIsRefused() {
            lanes.add(List.of(orders.send("s1")));
            crisp.last().lost();
            timer.advance(Duration.ofSeconds(1));
            crisp.last().refused();

            assertThat(((Outcome.Refused) outcome()).advice())
                    .isEqualTo("It may have taken effect: look before sending it again.");
        }

        @Test
        void isCancelledWhenItIsDroppedInTheMomentItIsSent() throws InterruptedException {
            crisp.script(sent -> {
                try {
                    lanes.drop(order -> true, Duration.ZERO);
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            });
            lanes.add(List.of(orders.send("s1")));

            assertThat(crisp.last().isCancelled()).isTrue();
            assertThat(finished).isEmpty();
        }

        @Test
        void isLookedUpOnlyAfterItHadTimeToAppear() {
            time.setFraction(0);
            lanes.add(List.of(orders.send("s1")));
            crisp.last().lost();

            assertThat(timer.next()).contains(Duration.ofMillis(700));
        }
    }

    @Nested
    class UpdatingAProfile {

        private Order update(boolean create) {
            return orders.of(
                    "update_profile", Map.of("email", "lena@example.org", "notepad", "x", "create_if_missing", create));
        }

        @Test
        void isRefusedWithAdviceWhenThereIsNone() {
            lanes.add(List.of(update(false)));
            assertThat(crisp.last())
                    .hasToString("PATCH /website/w/people/profile/lena%40example.org {\"notepad\":\"x\"}");
            crisp.last().missing();

            assertThat(outcome())
                    .isEqualTo(new Outcome.Refused(
                            Refusal.IMPOSSIBLE,
                            404,
                            "there is no such profile",
                            "Set create_if_missing to true to have it made, or correct people_id."));
        }

        @Test
        void makesItWhenAskedTo() {
            lanes.add(List.of(update(true)));
            crisp.last().missing();
            assertThat(crisp.last())
                    .hasToString("POST /website/w/people/profile {\"notepad\":\"x\",\"email\":\"lena@example.org\"}");
            crisp.last().answer(201, "{\"people_id\":\"p9\"}");

            assertThat(outcome()).isEqualTo(new Outcome.Delivered(201, new Step.Done(false, null, "p9")));
        }

        @Test
        void mergesIntoTheOneThatAppearedWhenTheAnswerToMakingItWasLost() {
            lanes.add(List.of(update(true)));
            crisp.last().missing();
            crisp.last().lost();
            timer.advance(Duration.ofSeconds(1));
            assertThat(crisp.last().line()).isEqualTo("GET /website/w/people/profile/lena%40example.org");
            crisp.last().answer(200, "{\"people_id\":\"p9\"}");
            assertThat(crisp.last().line()).isEqualTo("PATCH /website/w/people/profile/lena%40example.org");
            crisp.last().ok();

            assertThat(outcome().word()).isEqualTo("delivered");
        }
    }

    @Nested
    class Repeating {

        @Test
        void waitsLongerEachTime() {
            lanes.add(List.of(orders.resolve("s1")));

            for (int expectedMillis : new int[] {500, 1_000, 2_000, 4_000}) {
                crisp.last().unavailable(500);
                assertThat(timer.next()).contains(Duration.ofMillis(expectedMillis));
                timer.advance(Duration.ofMillis(expectedMillis));
            }
            assertThat(crisp.sent()).hasSize(5);
        }

        @Test
        void endsAtTheDeadlineCountedFromTheFirstCall() {
            lanes.add(List.of(orders.resolve("s1")));
            while (finished.isEmpty()) {
                crisp.last().unavailable(503);
                timer.next().ifPresent(timer::advance);
            }

            assertThat(outcome()).isInstanceOf(Outcome.Refused.class);
            assertThat(((Outcome.Refused) outcome()).describe())
                    .isEqualTo("not executed within retry.deadline.ms, last because PATCH"
                            + " /website/{website_id}/conversation/{session_id}/state was not served: HTTP 503 internal_error."
                            + " It may have taken effect: look before sending it again.");
            assertThat(finished.get(0).latency()).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(10));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 30})
        void isNotLimitedByTheDeadlineWhileTheTokenIsThrottled(int hours) {
            lanes.add(List.of(orders.resolve("s1")));
            int refusals = hours * 60;
            for (int i = 0; i < refusals; i++) {
                crisp.last().throttled(Duration.ofSeconds(60));
                timer.next().ifPresent(timer::advance);
            }
            crisp.last().ok();

            assertThat(outcome().word()).isEqualTo("delivered");
            assertThat(finished.get(0).attempts()).isEqualTo(refusals + 1);
        }
    }

    /** The cache in front of Crisp remembers errors as well, so what was made a moment ago may be missing in it. */
    @Nested
    class WhatOnlyTheCacheMisses {

        @Test
        void isAskedForAgainAfterAWhile() {
            lanes.add(List.of(orders.of("get_conversation", Map.of("session_id", "s1"))));
            crisp.last().missingFromCache();
            assertThat(timer.next()).contains(Duration.ofMillis(700));
            timer.advance(Duration.ofMillis(700));

            assertThat(lines()).containsExactly("GET /website/w/conversation/s1", "GET /website/w/conversation/s1");
            assertThat(finished).isEmpty();
        }

        @Test
        void isMissingWhenTheCacheSaysSoTwice() {
            lanes.add(List.of(orders.of("get_conversation", Map.of("session_id", "s1"))));
            crisp.last().missingFromCache();
            timer.advance(Duration.ofMillis(700));
            crisp.last().missingFromCache();

            assertThat(outcome().word()).isEqualTo("refused");
            assertThat(finished.get(0).attempts()).isEqualTo(2);
        }

        @Test
        void isMissingAtOnceWhenCrispItselfSaysSo() {
            lanes.add(List.of(orders.of("get_conversation", Map.of("session_id", "s1"))));
            crisp.last().missing();

            assertThat(outcome().word()).isEqualTo("refused");
        }

        @Test
        void isNotMadeAgainBeforeItWasAskedForTwice() {
            lanes.add(List.of(orders.send("s1")));
            crisp.last().lost();
            timer.advance(Duration.ofSeconds(1));
            crisp.last().missingFromCache();
            timer.advance(Duration.ofMillis(700));
            crisp.last().answer(200, "{\"fingerprint\":99,\"type\":\"text\"}");

            assertThat(outcome()).isInstanceOf(Outcome.Skipped.class);
        }
    }

    @Nested
    class Throttling {

        @Test
        void holdsEveryLaneBackUntilOneCallThatWentAheadWasAnsweredWell() {
            lanes.add(List.of(orders.resolve("s1"), orders.resolve("s2")));
            crisp.sent().get(0).throttled(Duration.ofSeconds(5));
            lanes.add(List.of(orders.resolve("s3")));
            timer.advance(Duration.ofMillis(5_400));
            assertThat(crisp.sent()).hasSize(2);

            timer.advance(Duration.ofMillis(500));
            assertThat(crisp.sent()).hasSize(3);

            crisp.sent().get(2).ok();
            timer.advance(Duration.ofMillis(250));
            assertThat(crisp.sent()).hasSize(4);
        }
    }

    @Nested
    class InDoubt {

        private final Progress assignment = new Progress(3, Duration.ofSeconds(1));
        private final Orders restarted = new Orders(assignment);

        @Test
        void aMessageThatIsThereIsNotSentAgain() {
            lanes.add(List.of(restarted.send("s1")));
            assertThat(crisp.last().line()).isEqualTo("GET /website/w/conversation/s1/message/99");
            crisp.last().answer(200, "{\"fingerprint\":99,\"type\":\"text\"}");

            assertThat(outcome())
                    .isEqualTo(new Outcome.Skipped(
                            200, new Step.Done(true, null, null), "a look-up showed that it was done before"));
            assertThat(assignment.doubt().lookups()).isEqualTo(1);
            assertThat(assignment.doubt().duplicatesAvoided()).isEqualTo(1);
        }

        @Test
        void aMessageThatIsNotThereIsSent() {
            lanes.add(List.of(restarted.send("s1")));
            crisp.last().missing();
            assertThat(crisp.last().line()).isEqualTo("POST /website/w/conversation/s1/message");
            crisp.last().answer(202, "{\"fingerprint\":99}");

            assertThat(outcome().word()).isEqualTo("delivered");
            assertThat(assignment.doubt().duplicatesAvoided()).isZero();
        }

        @Test
        void noLookUpIsSpentPastTheFirstRecords() {
            for (int i = 0; i < 3; i++) {
                restarted.resolve("s1");
            }
            lanes.add(List.of(restarted.send("s2")));

            assertThat(lines()).containsExactly("POST /website/w/conversation/s2/message");
        }

        @Test
        void eachMessageThatIsFoundMovesTheEndOn() {
            lanes.add(List.of(restarted.write("s1"), restarted.resolve("s2"), restarted.resolve("s3")));
            Order fourth = restarted.send("s4");
            assertThat(fourth.isInDoubt()).isFalse();
            crisp.sent().get(0).answer(200, "{\"fingerprint\":99,\"type\":\"text\"}");

            assertThat(fourth.isInDoubt()).isTrue();
            assertThat(restarted.send("s5").isInDoubt()).isFalse();
        }

        @Test
        void aResolveGoesOnWhereItWasBrokenOff() {
            lanes.add(List.of(restarted.of("resolve", Map.of("session_id", "s1", "note", "arrived"))));
            crisp.last().answer(200, "{\"fingerprint\":1,\"type\":\"note\"}");
            crisp.last().ok();

            assertThat(lines().get(0)).startsWith("GET /website/w/conversation/s1/message/");
            assertThat(lines().subList(1, 2)).containsExactly("PATCH /website/w/conversation/s1/state");
            assertThat(outcome()).isEqualTo(new Outcome.Delivered(200, new Step.Done(false, "resolved", null)));
        }

        @Test
        void anAbsoluteCommandIsNotDoneAgainWhenAMessageBehindItIsThere() {
            lanes.add(List.of(restarted.resolve("s1"), restarted.write("s1")));
            String lookUp = crisp.last().line();
            assertThat(lookUp).startsWith("GET /website/w/conversation/s1/message/");
            crisp.last().answer(200, "{\"fingerprint\":99,\"type\":\"text\"}");
            assertThat(outcome().word()).isEqualTo("skipped");

            crisp.last().answer(200, "{\"fingerprint\":99,\"type\":\"text\"}");
            assertThat(finished).extracting(each -> each.outcome().word()).containsExactly("skipped", "skipped");
            assertThat(lines()).containsExactly(lookUp, lookUp);
        }

        @Test
        void anAbsoluteCommandIsDoneWhenTheMessageBehindItIsNotThere() {
            lanes.add(List.of(restarted.resolve("s1"), restarted.write("s1")));
            crisp.last().missing();
            crisp.last().ok();

            assertThat(lines().get(0)).startsWith("GET /website/w/conversation/s1/message/");
            assertThat(lines().get(1)).isEqualTo("PATCH /website/w/conversation/s1/state");
            assertThat(outcome().word()).isEqualTo("delivered");
        }

        @Test
        void anAbsoluteCommandIsDoneWhenTheMessageBehindItMayBeAnotherRecords() {
            lanes.add(List.of(
                    restarted.resolve("s1"),
                    restarted.send("s1"),
                    restarted.of("send", Map.of("session_id", "s1", "text", "hello", "command_id", "c1"))));

            assertThat(lines()).containsExactly("PATCH /website/w/conversation/s1/state");
        }

        @Test
        void anEventIsNotAddedAgainWhenItsMarkIsThere() {
            Order event = restarted.event("p1");
            Order fourth = fourth();
            lanes.add(List.of(event));
            assertThat(crisp.last().line()).isEqualTo("GET /website/w/people/events/p1/list/1");
            crisp.last().answer(200, "[{\"text\":\"paid\",\"data\":{\"crispconnect_event\":\"" + mark(event) + "\"}}]");

            assertThat(outcome().word()).isEqualTo("skipped");
            assertThat(assignment.doubt().duplicatesAvoided()).isEqualTo(1);
            assertThat(fourth.isInDoubt()).isTrue();
        }

        @Test
        void anEventIsAddedWhenOnlyOthersAreThere() {
            lanes.add(List.of(restarted.event("p1")));
            crisp.last().answer(200, "[{\"text\":\"paid\",\"data\":{\"crispconnect_event\":\"1\"}}]");
            assertThat(crisp.last().line()).isEqualTo("POST /website/w/people/events/p1");
            crisp.last().ok();

            assertThat(outcome().word()).isEqualTo("delivered");
            assertThat(assignment.doubt().duplicatesAvoided()).isZero();
        }

        @Test
        void anAbsoluteCommandIsDoneWhenTheEventBehindItIsNotThere() {
            lanes.add(List.of(restarted.subscribe("p1"), restarted.event("p1")));
            crisp.last().answer(200, "[]");
            assertThat(crisp.last().line()).isEqualTo("PATCH /website/w/people/subscription/p1");
        }

        @Test
        void anAbsoluteCommandIsNotDoneAgainWhenTheEventBehindItIsThere() {
            Order subscription = restarted.subscribe("p1");
            Order event = restarted.event("p1");
            lanes.add(List.of(subscription, event));
            crisp.last().answer(200, "[{\"text\":\"paid\",\"data\":{\"crispconnect_event\":\"" + mark(event) + "\"}}]");

            assertThat(outcome().word()).isEqualTo("skipped");
        }

        @Test
        void aConversationIsLookedForOnTheNextPageToo() {
            Order order = restarted.initiate();
            lanes.add(List.of(order));
            assertThat(crisp.last().line()).isEqualTo("GET /website/w/conversations/1");
            crisp.last().answer(206, "[{\"session_id\":\"s1\",\"meta\":{\"data\":{}}}]");
            assertThat(crisp.last().line()).isEqualTo("GET /website/w/conversations/2");
            crisp.last()
                    .answer(
                            206,
                            "[{\"session_id\":\"s2\",\"meta\":{\"data\":{\"crispconnect_initiated_by\":\""
                                    + Records.mark(order.command().commandId(), "conversation") + "\"}}}]");
            assertThat(crisp.last().line()).startsWith("GET /website/w/conversation/s2/message/");
            crisp.last().answer(200, "{\"fingerprint\":1,\"type\":\"text\"}");

            assertThat(outcome())
                    .isEqualTo(new Outcome.Skipped(
                            200,
                            new Step.Done(true, null, null, "s2", null),
                            "a look-up showed that it was done before"));
        }

        @Test
        void aConversationIsMadeWhenNoPageShowsIt() {
            lanes.add(List.of(restarted.initiate()));
            for (int page = 1; page <= 4; page++) {
                assertThat(crisp.last().line()).isEqualTo("GET /website/w/conversations/" + page);
                crisp.last().answer(206, "[{\"session_id\":\"s1\",\"meta\":{\"data\":{}}}]");
            }
            assertThat(crisp.last().line()).isEqualTo("POST /website/w/conversation");
            crisp.last().answer(201, "{\"session_id\":\"s9\"}");
            crisp.last().ok();
            crisp.last().answer(202, "{\"fingerprint\":1}");

            assertThat(outcome()).isEqualTo(new Outcome.Delivered(202, new Step.Done(false, null, null, "s9", null)));
            assertThat(lines().subList(5, 7))
                    .containsExactly(
                            "PATCH /website/w/conversation/s9/meta", "POST /website/w/conversation/s9/message");
        }

        @Test
        void aPageThatIsNotServedIsAskedForAgain() {
            lanes.add(List.of(restarted.initiate()));
            crisp.last().answer(206, "[{\"session_id\":\"s1\",\"meta\":{\"data\":{}}}]");
            crisp.last().unavailable(503);
            timer.advance(Duration.ofSeconds(1));

            assertThat(lines())
                    .containsExactly(
                            "GET /website/w/conversations/1",
                            "GET /website/w/conversations/2",
                            "GET /website/w/conversations/2");
        }

        private Order fourth() {
            restarted.resolve("s2");
            restarted.resolve("s3");
            return restarted.resolve("s4");
        }

        private long mark(Order event) {
            return Records.mark(event.command().commandId(), "event");
        }

        @Test
        void anAbsoluteCommandAloneIsSimplyDoneAgain() {
            lanes.add(List.of(restarted.resolve("s1"), restarted.resolve("s1")));
            crisp.last().ok();
            crisp.last().ok();

            assertThat(lines())
                    .containsOnly("PATCH /website/w/conversation/s1/state")
                    .hasSize(2);
        }
    }

    @Nested
    class AnIdThatWasGiven {

        private Order send(String id, String sessionId) {
            return orders.of("send", Map.of("session_id", sessionId, "text", "hello", "command_id", id));
        }

        private void deliver(Order order) {
            lanes.add(List.of(order));
            crisp.last().answer(202, "{}");
        }

        @Test
        void isExecutedOnceHoweverOftenItComes() {
            deliver(send("c1", "s1"));
            lanes.add(List.of(send("c1", "s1")));

            assertThat(crisp.sent()).hasSize(1);
            assertThat(finished.get(1).outcome())
                    .isEqualTo(new Outcome.Skipped(
                            0, new Step.Done(true, null, null), "a command with this id was executed before"));
            assertThat(finished.get(1).attempts()).isZero();
        }

        @Test
        void isExecutedAgainWhenItWasRefused() {
            lanes.add(List.of(send("c1", "s1")));
            crisp.last().refused();
            lanes.add(List.of(send("c1", "s1")));

            assertThat(crisp.sent()).hasSize(2);
        }

        @Test
        void isAnotherCommandForAnotherConversation() {
            deliver(send("c1", "s1"));
            lanes.add(List.of(send("c1", "s2")));

            assertThat(crisp.sent()).hasSize(2);
        }

        @Test
        void isForgottenWhenManyCameAfterIt() {
            deliver(send("c1", "s1"));
            deliver(send("c2", "s1"));
            deliver(send("c3", "s1"));
            deliver(send("c4", "s1"));
            lanes.add(List.of(send("c1", "s1")));

            assertThat(crisp.sent()).hasSize(5);
        }
    }

    @Nested
    class Ending {

        @Test
        void isARefusalWhenCrispRefuses() {
            lanes.add(List.of(orders.resolve("s1")));
            crisp.last().refused();

            assertThat(outcome())
                    .isEqualTo(new Outcome.Refused(
                            Refusal.REQUEST,
                            400,
                            "PATCH /website/{website_id}/conversation/{session_id}/state was refused: HTTP 400"
                                    + " invalid_data",
                            null));
        }

        @Test
        void isFatalWhenTheTokenIsDeniedAndStartsNothingMore() {
            lanes.add(List.of(orders.resolve("s1"), orders.resolve("s1")));
            crisp.last().denied();

            assertThat(outcome()).isInstanceOf(Outcome.Fatal.class);
            assertThat(((Outcome.Fatal) outcome()).reason()).contains("HTTP 401 invalid_session", "token");
            assertThat(crisp.sent()).hasSize(1);
        }

        @Test
        void isFatalRatherThanForgottenWhenACallCannotEvenBeSentLater() {
            lanes.add(List.of(orders.resolve("s1")));
            crisp.script(sent -> {
                throw new StackOverflowError("a fault of the client");
            });
            crisp.last().unavailable(503);
            timer.advance(Duration.ofSeconds(1));

            assertThat(outcome()).isInstanceOf(Outcome.Fatal.class);
        }

        @Test
        void isFatalRatherThanForgottenWhenTheClientIsAtFault() {
            lanes.add(List.of(orders.resolve("s1")));
            crisp.last().broken();

            assertThat(outcome()).isInstanceOf(Outcome.Fatal.class);
        }
    }
}
