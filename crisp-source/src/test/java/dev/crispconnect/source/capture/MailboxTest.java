package dev.crispconnect.source.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.realtime.Ending;
import dev.crispconnect.client.realtime.EventContent;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.time.SystemTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The hand-over from the socket's thread to the one that reads. */
@Timeout(60)
class MailboxTest {

    private static final Duration LONG = Duration.ofDays(1);

    private final AtomicInteger lost = new AtomicInteger();
    private final Mailbox mailbox = new Mailbox(2, lost::incrementAndGet, new SystemTime());

    @Test
    void keepsTheOrder() {
        mailbox.put(new Signal.Accepted(1));
        mailbox.offer(1, event("a"));
        mailbox.put(new Signal.Ended(1, new Ending.ClosedByUs()));

        assertThat(taken()).containsExactly("Accepted", "a", "Ended");
    }

    @Test
    void anEventWithoutRoomIsCountedAndItsPlaceIsKnown() {
        for (String each : List.of("a", "b", "c", "d")) {
            mailbox.offer(1, event(each));
        }

        assertThat(taken()).containsExactly("a", "b", "Lost");
        assertThat(lost).hasValue(2);
    }

    @Test
    void whatIsNoEventAlwaysFindsRoom() {
        for (String each : List.of("a", "b", "c")) {
            mailbox.offer(1, event(each));
        }
        mailbox.put(new Signal.Ended(1, new Ending.ClosedByUs()));

        assertThat(taken()).containsExactly("a", "b", "Lost", "Ended");
    }

    @Test
    void anOverloadIsOneGapHoweverMuchRoomThereIsMeanwhile() {
        for (String each : List.of("a", "b", "c")) {
            mailbox.offer(1, event(each));
        }
        mailbox.take();
        mailbox.offer(1, event("d"));

        assertThat(taken()).containsExactly("b", "Lost");
        mailbox.offer(1, event("e"));
        assertThat(taken()).containsExactly("e");
        assertThat(lost).hasValue(2);
    }

    @Test
    void longEventsFindRoomForThirtyTwoMegabytesOnly() {
        Mailbox roomy = new Mailbox(100, lost::incrementAndGet, new SystemTime());
        String text = "x".repeat(5 * 1024 * 1024);
        for (int i = 0; i < 4; i++) {
            roomy.offer(1, event("long", text));
        }

        assertThat(lost).as("three times ten megabytes fit").hasValue(1);
        while (!roomy.isEmpty()) {
            roomy.take();
        }
        roomy.offer(1, event("long", text.repeat(4)));
        assertThat(lost).as("alone it fits however long").hasValue(1);
    }

    @Test
    void anEventWithoutPayloadHasNoLength() {
        mailbox.offer(1, event("a", null));

        assertThat(taken()).containsExactly("a");
    }

    @Test
    void whatArrivesEndsTheWait() throws InterruptedException {
        CompletableFuture<Void> putting = CompletableFuture.runAsync(() -> mailbox.put(new Signal.Accepted(1)));

        mailbox.await(LONG, false);

        putting.join();
        assertThat(taken()).containsExactly("Accepted");
    }

    @Test
    void whatArrivedBeforeEndsItToo() throws InterruptedException {
        mailbox.put(new Signal.Accepted(1));

        mailbox.await(LONG, false);
        mailbox.await(LONG, false);

        assertThat(taken()).hasSize(1);
    }

    @Test
    void aWakeEndsOneWaitAlsoOfOneForWakesOnly() throws InterruptedException {
        mailbox.put(new Signal.Accepted(1));
        mailbox.wake();
        mailbox.await(LONG, true);
        CompletableFuture<Void> waking = CompletableFuture.runAsync(mailbox::wake);

        mailbox.await(LONG, true);

        waking.join();
        assertThat(taken()).hasSize(1);
    }

    @Test
    void theWaitEndsWithItsTime() throws InterruptedException {
        mailbox.await(Duration.ofMillis(1), false);
        mailbox.await(Duration.ZERO, false);
        mailbox.await(Duration.ofMillis(-1), false);

        assertThat(mailbox.isEmpty()).isTrue();
    }

    private List<String> taken() {
        List<String> taken = new ArrayList<>();
        for (Signal each = mailbox.take(); each != null; each = mailbox.take()) {
            taken.add(
                    each instanceof Signal.Told told
                            ? told.event().sessionId()
                            : each.getClass().getSimpleName());
        }
        return taken;
    }

    private static RealtimeEvent event(String session) {
        return event(session, "{}");
    }

    private static RealtimeEvent event(String session, String json) {
        return new RealtimeEvent("session:set_state", "w", session, new EventContent.ConversationTouched(), json);
    }
}
