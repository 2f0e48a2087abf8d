package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.time.SystemTime;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.capture.Capture;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WaitingTest {

    private static final int CALLS = 20_000;

    private final ExecutorService crisp = Executors.newSingleThreadExecutor();

    @AfterEach
    void close() {
        crisp.shutdownNow();
    }

    /** An answer comes on another thread, at any moment of a wait, of which there are many here. */
    @Test
    @Timeout(60)
    void noAnswerIsMissed() throws Exception {
        Time time = new SystemTime();
        try (Waiting waiting = Waiting.hearing(Capture.none(new Units(), time), time)) {
            for (int i = 0; i < CALLS; i++) {
                CompletableFuture<Integer> answer = new CompletableFuture<>();
                int call = i;
                crisp.execute(() -> answer.complete(call));

                waiting.until(answer);

                assertThat(answer).isCompletedWithValue(call);
            }
        }
        crisp.shutdown();
        assertThat(crisp.awaitTermination(1, TimeUnit.SECONDS)).isTrue();
    }
}
