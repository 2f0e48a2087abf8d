package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.source.position.Backfill;
import dev.crispconnect.source.position.DirectoryPosition;
import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.position.Request;
import dev.crispconnect.source.position.Round;
import dev.crispconnect.source.position.Scope;
import dev.crispconnect.source.position.WalkOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which offsets an operator may write. */
class EditedOffsetsTest {

    private static final String WEBSITE = "0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11";
    private static final Map<String, ?> INBOX = Map.of("website_id", WEBSITE, "unit", "inbox");
    private static final Map<String, ?> DIRECTORY = Map.of("website_id", WEBSITE, "unit", "directory");
    private static final Instant NOW = Instant.ofEpochMilli(1_760_000_000_000L);

    private final Map<String, Object> offset = new HashMap<>(Position.first(NOW.toEpochMilli(), 10_000)
            .emitted(List.of(new Identities.Entry(NOW.toEpochMilli(), 42)), 0)
            .during(new Round(NOW.toEpochMilli(), 7, "session_7"))
            .with(Backfill.NOT_STARTED.reached(9, 43, 0).jumpedTo(5, 44))
            .toMap());

    @Test
    void whatTheConnectorStoresIsAccepted() {
        offset.put("shaped_by", "feeds=messages topic.pattern=${feed}");
        accept(INBOX, offset);
        accept(INBOX, Position.first(1_000, 10).with(Backfill.DONE).toMap());
        accept(
                INBOX,
                Position.first(1_000, 10)
                        .with(Backfill.DONE)
                        .with(new Request("monday", Backfill.of(new Scope(7, Scope.NONE), WalkOrder.CREATED)))
                        .toMap());
        accept(
                DIRECTORY,
                DirectoryPosition.NONE.withSettings(-7).withOperator("mo", 8).toMap());
    }

    @Test
    void nullResetsAUnitAndRemovesWhatAnotherConnectorLeft() {
        accept(INBOX, null);
        accept(Map.of("filename", "left by another connector"), null);
    }

    @Test
    void theOrderOfAWalkIsByUpdateOrIsNotSaid() {
        offset.put("backfill_order", "updated");
        accept(INBOX, offset);

        offset.put("backfill_order", "created");
        refuse(INBOX, offset, "backfill_order");
    }

    @Test
    void numbersMayBeOfAnyTypeAndTimesMayBeMoved() {
        offset.put("version", 1);
        offset.put("watermark", 1_760_000_000_000d);
        offset.put("floor", 0);

        accept(INBOX, offset);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    website_id,                           unit,      more
                    0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11, inbox,     x
                    0D9C4F3E-6A1B-4C8E-9A53-0B6F2F1A7C11, inbox,
                    my-shop,                              inbox,
                    0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11, basement,
                    0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11, ,
                    ,                                     inbox,
                    """, useHeadersInDisplayName = true)
    void partitionsThatAreNoneOfItsOwnAreRefused(String website, String unit, String more) {
        Map<String, Object> partition = new HashMap<>();
        partition.put("website_id", website);
        partition.put("unit", unit);
        partition.put("more", more);
        partition.values().removeIf(value -> value == null);

        assertThatThrownBy(() -> check(partition, offset))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("source partition");
    }

    @Test
    void numbersThatAreTextsAndTextsThatAreNumbersAreRefused() {
        for (String key : List.copyOf(offset.keySet())) {
            Map<String, Object> wrong = new HashMap<>(offset);
            wrong.put(key, offset.get(key) instanceof Number ? "soon" : (Object) 7L);

            refuse(INBOX, wrong, key);
        }
    }

    @Test
    void keysThatItCannotDoWithoutAreNamed() {
        for (String key : List.of(
                "version",
                "watermark",
                "floor",
                "backfill",
                "backfill_cursor",
                "backfill_index",
                "round_created_at",
                "round_id")) {
            Map<String, Object> without = new HashMap<>(offset);
            without.remove(key);

            refuse(INBOX, without, key);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    watermarks,          7
                    settings,            00000000000000ff
                    operators,           ''
                    """)
    void keysThatMeanNothingAreRefused(String key, String value) {
        offset.put(key, value);

        refuse(INBOX, offset, key);
    }

    @Test
    void aRoundWithoutTargetAndACursorOfAWalkThatIsDoneAreRefused() {
        Map<String, Object> noTarget = new HashMap<>(offset);
        noTarget.remove("round_target");
        refuse(INBOX, noTarget, "round_");

        offset.put("backfill", "done");
        refuse(INBOX, offset, "backfill_");
    }

    @Test
    void damagedIdentitiesAreRefused() {
        offset.put("recent", "?");

        refuse(INBOX, offset, "recent");
    }

    @Test
    void timesThatWouldLoseChangesAreRefused() {
        offset.put("floor", NOW.toEpochMilli() + 1);
        refuse(INBOX, offset, "floor");

        offset.put("watermark", NOW.toEpochMilli() * 1_000);
        refuse(INBOX, offset, "epoch milliseconds");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    feeds
                    feeds=messages feeds=conversations
                    ''
                    poll.interval.ms=7
                    """)
    void shapingThatIsNoneIsRefused(String text) {
        offset.put("shaped_by", text);

        refuse(INBOX, offset, "shaped_by");
    }

    @Test
    void aDirectoryIsCheckedToo() {
        Map<String, Object> directory = new HashMap<>(DirectoryPosition.NONE.toMap());
        directory.put("watermark", 7L);
        refuse(DIRECTORY, directory, "watermark");

        directory.remove("watermark");
        directory.put("operators", "nobody");
        refuse(DIRECTORY, directory, "operators");
    }

    private static void accept(Map<String, ?> partition, Map<String, ?> offset) {
        assertThatCode(() -> check(partition, offset)).doesNotThrowAnyException();
    }

    private static void refuse(Map<String, ?> partition, Map<String, ?> offset, String what) {
        assertThatThrownBy(() -> check(partition, offset))
                .isInstanceOf(ConnectException.class)
                .hasMessageContainingAll("The offset of " + WEBSITE, what);
    }

    private static void check(Map<String, ?> partition, Map<String, ?> offset) {
        Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
        offsets.put(partition, offset);
        assertThat(new CrispSourceConnector(new ManualTime(NOW)).alterOffsets(Map.of(), offsets))
                .isTrue();
    }
}
