package dev.crispconnect.simulator.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MessageLogTest {

    private final MessageLog log = new MessageLog();

    @Property(tries = 200)
    void messagesLieByTimeAndAmongEqualTimesByArrival(
            @ForAll @Size(max = 40) List<@IntRange(max = 20) Integer> seconds,
            @ForAll @IntRange(max = 10) int ofThePast,
            @ForAll @IntRange(max = 39) int changed) {
        MessageLog filled = new MessageLog();
        filled.remember(ofThePast, index -> message(index, index));
        List<Message> arrived = new ArrayList<>(IntStream.range(0, ofThePast)
                .mapToObj(index -> message(index, index))
                .toList());
        for (int second : seconds) {
            Message message = message(arrived.size(), second);
            arrived.add(message);
            filled.add(message);
        }
        if (changed < arrived.size()) {
            Message read = arrived.get(changed).withRead("chat");
            filled.replace(arrived.set(changed, read), read);
        }
        arrived.sort(Comparator.comparing(Message::timestamp));

        assertThat(filled.all()).isEqualTo(arrived);
        assertThat(filled.newest()).isEqualTo(arrived.stream().reduce((earlier, later) -> later));
        assertThat(arrived)
                .allMatch(message ->
                        filled.find(message.fingerprint()).orElseThrow().equals(message));
    }

    @Test
    void theNewestOfAPastIsMadeUpAlone() {
        List<Integer> madeUp = new ArrayList<>();
        log.remember(1_000, index -> {
            madeUp.add(index);
            return message(index, index);
        });

        assertThat(log.newest().orElseThrow().fingerprint()).isEqualTo(999);
        assertThat(madeUp).containsExactly(999);
    }

    @Test
    @Timeout(5)
    void tenThousandMessagesMayComeInAnyOrderAndGo() {
        for (int i = 0; i < 10_000; i++) {
            log.add(message(i, 10_000 - i));
        }
        for (int i = 0; i < 10_000; i++) {
            log.remove(log.find(i).orElseThrow());
        }

        assertThat(log.all()).isEmpty();
    }

    private static Message message(long fingerprint, long second) {
        return new Message(
                "w",
                "session_1",
                fingerprint,
                "text",
                Side.USER,
                "chat",
                "Hello",
                List.of(),
                "",
                "",
                false,
                Instant.ofEpochSecond(second),
                new Author("website", "session_1", "Ilse", null),
                Map.of());
    }
}
