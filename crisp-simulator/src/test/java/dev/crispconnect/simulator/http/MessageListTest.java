package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.switches.AnswerSwitch;
import dev.crispconnect.simulator.switches.AnswerSwitch.AfterWindow;
import dev.crispconnect.simulator.switches.AnswerSwitch.Bound;
import dev.crispconnect.simulator.workspace.MessageDraft;
import dev.crispconnect.simulator.workspace.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages are numbered from 1; the fingerprint is the number, the timestamp a hundred seconds a number. */
class MessageListTest {

    private Site site;
    private String path;

    @BeforeEach
    void open() {
        use(Site.open());
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void withoutABoundTheNewestFortyComeOldestFirst() {
        write(100);

        Reply reply = site.get(path);

        assertThat(numbers(reply)).isEqualTo(range(61, 100));
        assertThat(reply.status()).isEqualTo(206);
    }

    @Test
    void theLastBatchIsNotPartial() {
        write(40);

        Reply reply = site.get(path);

        assertThat(numbers(reply)).hasSize(40);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.reason()).isEqualTo("listed");
    }

    @Test
    void walkingBackwardsBringsEveryMessageOnce() {
        write(100);
        List<Long> walked = new ArrayList<>();

        Reply reply = site.get(path);
        walked.addAll(0, numbers(reply));
        while (reply.status() == 206) {
            reply = site.get(path + "?timestamp_before=" + millis(walked.get(0)));
            walked.addAll(0, numbers(reply));
        }

        assertThat(walked).isEqualTo(range(1, 100));
    }

    @Test
    void byDefaultTheBatchAfterATimeIsTheFirstForty() {
        write(100);

        Reply first = site.get(path + "?timestamp_after=" + millis(10));
        Reply last = site.get(path + "?timestamp_after=" + millis(60));

        assertThat(numbers(first)).isEqualTo(range(11, 50));
        assertThat(first.status()).isEqualTo(206);
        assertThat(numbers(last)).isEqualTo(range(61, 100));
        assertThat(last.status()).isEqualTo(200);
    }

    @Test
    void theBatchAfterATimeCanBeTheNewestForty() {
        use(Site.open(SimulatorSettings.defaults().with(AnswerSwitch.AFTER_WINDOW, AfterWindow.NEWEST)));
        write(100);

        assertThat(numbers(site.get(path + "?timestamp_after=" + millis(10)))).isEqualTo(range(61, 100));
    }

    @Test
    void theBoundCanBeInclusive() {
        use(Site.open(SimulatorSettings.defaults().with(AnswerSwitch.WINDOW_BOUND, Bound.INCLUSIVE)));
        write(5);

        assertThat(numbers(site.get(path + "?timestamp_before=" + millis(3)))).containsExactly(1L, 2L, 3L);
        assertThat(numbers(site.get(path + "?timestamp_after=" + millis(3)))).containsExactly(3L, 4L, 5L);
    }

    @Test
    void theBatchAroundATimeHasBothSides() {
        write(100);

        assertThat(numbers(site.get(path + "?timestamp_around=" + millis(50)))).isEqualTo(range(30, 69));
    }

    @Test
    void theBoundsExcludeOneAnother() {
        assertThat(site.get(path + "?timestamp_before=1&timestamp_after=2").status())
                .isEqualTo(400);
    }

    @Test
    void atTheEndOfTimeThereIsNothingMore() {
        write(3);
        String end = Long.toString(Long.MAX_VALUE);

        assertThat(site.get(path + "?timestamp_after=" + end).data()).isEmpty();
        assertThat(site.get(path + "?timestamp_before=" + end).data()).hasSize(3);
        use(Site.open(SimulatorSettings.defaults().with(AnswerSwitch.WINDOW_BOUND, Bound.INCLUSIVE)));
        write(3);
        assertThat(site.get(path + "?timestamp_before=" + end).data()).hasSize(3);
    }

    @Test
    void aBackdatedMessageTakesItsPlaceInTheOrder() {
        write(3);
        send(17, 2 * 100_000L - 50_000);

        assertThat(numbers(site.get(path))).containsExactly(1L, 17L, 2L, 3L);
    }

    @Test
    void aMessageHasEveryFieldOfTheReference() {
        write(1);

        JsonNode message = site.get(path).data().get(0);

        assertThat(message.fieldNames())
                .toIterable()
                .contains(
                        "session_id",
                        "website_id",
                        "fingerprint",
                        "type",
                        "from",
                        "origin",
                        "content",
                        "preview",
                        "mentions",
                        "read",
                        "delivered",
                        "stamped",
                        "timestamp",
                        "user");
        assertThat(message.get("read").asText()).isEmpty();
        assertThat(message.get("timestamp").asLong()).isEqualTo(millis(1));
        assertThat(message.has("updated_at")).isFalse();
    }

    private void use(Site other) {
        if (site != null) {
            site.close();
        }
        site = other;
        path = "/conversation/" + site.workspace().conversations().start().sessionId() + "/messages";
    }

    private void write(int count) {
        for (long number = 1; number <= count; number++) {
            send(number, millis(number));
        }
    }

    private void send(long number, long millis) {
        String sessionId = path.split("/", -1)[2];
        site.workspace()
                .messages()
                .send(
                        sessionId,
                        MessageDraft.text(Side.USER, "Message " + number)
                                .withFingerprint(number)
                                .withTimestamp(Instant.ofEpochMilli(millis)));
    }

    private static long millis(long number) {
        return number * 100_000L;
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static List<Long> numbers(Reply reply) {
        return StreamSupport.stream(reply.data().spliterator(), false)
                .map(message -> message.get("fingerprint").asLong())
                .toList();
    }
}
