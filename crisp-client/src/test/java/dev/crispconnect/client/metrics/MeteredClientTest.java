package dev.crispconnect.client.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Call;
import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.FakeCrisp;
import dev.crispconnect.client.Websites;
import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.client.website.Website;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeteredClientTest {

    private static final Call<Website> CALL = Websites.get("website-7");

    private final ManualTime time = new ManualTime();
    private final FakeCrisp crisp = new FakeCrisp();
    private final RecordingExposure exposure = new RecordingExposure();
    private final CrispClient client =
            new MeteredClient(crisp, time, new CallMetrics(new TaskMetrics(exposure)), new FirstAnswer("test"));

    @Test
    void callsAreCountedByRouteWithTheirTimeAndWithoutIds() {
        CompletableFuture<?> answer = client.submit(CALL);
        time.advance(Duration.ofMillis(30));
        crisp.last().answer(200, "{\"website_id\":\"website-7\"}");

        assertThat(answer).isCompleted();
        assertThat(exposure.values())
                .hasSize(2)
                .containsEntry("calls-total{route=GET /website/{website_id}, outcome=ok}", 1L)
                .containsEntry("call-time-total{route=GET /website/{website_id}, outcome=ok}", 30L);
        assertThat(exposure.values().toString()).doesNotContain("website-7");
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_data, refused",
        "401, invalid_session, denied",
        "404, website_not_found, missing",
        "429, rate_limited, throttled",
        "503, '', unavailable",
    })
    void failuresAreCountedByTheirClass(int status, String reason, String outcome) {
        CompletableFuture<?> answer = client.submit(CALL);
        crisp.last().error(status, reason);

        assertThat(count(outcome)).isEqualTo(1L);
        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void whatTheCacheAnsweredIsToldApart() {
        CompletableFuture<?> answer = client.submit(CALL);
        crisp.last().answerFromCache("{\"website_id\":\"w\"}");

        assertThat(answer).isCompleted();
        assertThat(count("cached")).isEqualTo(1L);
    }

    @Test
    void whatBroughtNoAnswerOrNoReadableOneIsCountedToo() {
        CompletableFuture<?> lost = client.submit(CALL);
        crisp.last().lost();
        CompletableFuture<?> garbage = client.submit(CALL);
        crisp.last().body(200, "<html>");
        CompletableFuture<?> cancelled = client.submit(CALL);
        cancelled.cancel(true);

        assertThat(crisp.last().isCancelled())
                .as("the future is the client's own")
                .isTrue();
        assertThat(lost).isCompletedExceptionally();
        assertThat(garbage).isCompletedExceptionally();
        assertThat(count("unreachable")).isEqualTo(1L);
        assertThat(count("unreadable")).isEqualTo(1L);
        assertThat(count("cancelled")).isEqualTo(1L);
    }

    @Test
    void callsThatAreWaitedForAreCountedTheSameWay() throws InterruptedException {
        CrispClient waiting = new MeteredClient(new Waiting(), time, new CallMetrics(new TaskMetrics(exposure)));

        crisp.script(sent -> sent.answer(200, "{\"website_id\":\"w\"}"));
        assertThat(waiting.execute(CALL).data().websiteId()).isEqualTo("w");
        crisp.script(sent -> sent.error(429, "rate_limited"));
        assertThatThrownBy(() -> waiting.execute(CALL)).isInstanceOf(CrispException.Throttled.class);

        assertThat(count("ok")).isEqualTo(1L);
        assertThat(count("throttled")).isEqualTo(1L);
    }

    @Test
    void itIsClosedWithTheClientBehindIt() {
        client.close();

        assertThat(crisp.isClosed()).isTrue();
    }

    private Number count(String outcome) {
        return exposure.value("calls-total{route=GET /website/{website_id}, outcome=" + outcome + "}");
    }

    /** Waits for what the fake answers at once. */
    private final class Waiting implements CrispClient {

        @Override
        public <T> CompletableFuture<Answer<T>> submit(Call<T> call) {
            return crisp.submit(call);
        }

        @Override
        public <T> Answer<T> execute(Call<T> call) {
            try {
                return submit(call).join();
            } catch (CompletionException failed) {
                throw (CrispException) failed.getCause();
            }
        }

        @Override
        public void close() {
            crisp.close();
        }
    }
}
