package dev.crispconnect.source.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.source.budget.Spent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PositionTest {

    @Test
    void aRunningBackfillInAnOpenRoundComesBackFromItsMap() {
        Position position = Position.first(50_000, 10_000)
                .emitted(List.of(new Identities.Entry(45_000, 7), new Identities.Entry(46_000, -8)), 0)
                .with(Backfill.NOT_STARTED.reached(30_000, 11, 4).jumpedTo(20_000, 12))
                .during(new Round(60_000, 25_000, "session_a"));

        Position read = Position.fromMap(position.toMap());

        assertThat(read.toMap()).isEqualTo(position.toMap());
        assertThat(read.recent().contains(-8)).isTrue();
        assertThat(read.backfill().covers(30_000, 11)).isTrue();
        assertThat(read.backfill().covers(20_000, 12)).isTrue();
        assertThat(read.backfill().covers(20_000, 13)).isFalse();
        assertThat(read.round()).contains(new Round(60_000, 25_000, "session_a"));
    }

    @Test
    void aWalkOnceMoreComesBackFromItsMapWithWhatWasWanted() {
        Backfill walk =
                Backfill.of(new Scope(5_000, Scope.NONE), WalkOrder.CREATED).reached(30_000, 11, 4);
        Position position = Position.first(50_000, 10_000).with(Backfill.DONE).with(new Request("monday", walk));

        Position read = Position.fromMap(position.toMap());

        assertThat(read.toMap())
                .isEqualTo(position.toMap())
                .containsEntry("backfill", "done")
                .containsEntry("request", "running")
                .containsEntry("request_since", 5_000L);
        assertThat(read.repeats()).isTrue();
        assertThat(read.walk().covers(30_000, 11)).isTrue();
        assertThat(read.walk().scope()).isEqualTo(new Scope(5_000, Scope.NONE));
        assertThat(read.backfill().covers(20_000, 12)).isTrue();
    }

    @Test
    void aWalkByUpdateComesBackFromItsMapAndOffsetsThatDoNotSayAreOfWalksByCreation() {
        Backfill walk =
                Backfill.first(Scope.EVERYTHING, WalkOrder.UPDATED, 40_000).reached(30_000, 11, 4);
        Position position = Position.first(50_000, 10_000).with(walk);

        assertThat(position.toMap()).containsEntry("backfill_order", "updated");
        assertThat(Position.fromMap(position.toMap()).toMap()).isEqualTo(position.toMap());
        assertThat(Position.fromMap(position.toMap()).walk().order()).isEqualTo(WalkOrder.UPDATED);
        assertThat(Position.first(50_000, 10_000).toMap()).doesNotContainKey("backfill_order");
    }

    @Test
    void aWalkByUpdateLeavesToTheLooksWhatTheyFind() {
        Backfill walk = Backfill.first(Scope.EVERYTHING, WalkOrder.UPDATED, 40_000);

        assertThat(walk.covers(40_000, 11)).isTrue();
        assertThat(walk.covers(39_999, 11)).isFalse();
    }

    @Test
    void offsetsOfBeforeThereWereRequestsAreRead() {
        Map<String, Object> old = Position.first(50_000, 10_000).toMap();

        assertThat(old).doesNotContainKeys("request", "request_id", "backfill_since", "backfill_messages_since");
        assertThat(Position.fromMap(old).request()).isEqualTo(Request.NEVER);
        assertThat(Position.fromMap(old).walk().scope()).isEqualTo(Scope.EVERYTHING);
    }

    @Test
    void theFirstWalkGoesBeforeTheOneThatWasAskedFor() {
        Position position = Position.first(0, 0).with(new Request("monday", Backfill.NOT_STARTED));

        assertThat(position.repeats()).isFalse();
        assertThat(position.walk()).isEqualTo(position.backfill());
        assertThat(position.with(Backfill.DONE).repeats()).isTrue();
        assertThat(position.with(Backfill.DONE).walk().done()).isFalse();
    }

    @Test
    void unknownKeysAndAnyWholeNumberAreTolerated() {
        Map<String, Object> map = new HashMap<>(Position.first(50_000, 10_000).toMap());
        map.put("version", 1);
        map.put("watermark", 50_000.0);
        map.put("added_later", "x");

        assertThat(Position.fromMap(map).watermark()).isEqualTo(50_000);
    }

    @Test
    void anotherVersionIsRefusedWithAdvice() {
        Map<String, Object> map = new HashMap<>(Position.first(0, 0).toMap());
        map.put("version", 2L);

        assertThatThrownBy(() -> Position.fromMap(map))
                .isInstanceOf(StoredOffsetException.class)
                .hasMessageContainingAll("version is 2", "DELETE /connectors/{name}/offsets");
    }

    @Test
    void wrongTypesAndDamagedTextsAreRefusedByName() {
        assertRefused("watermark", "soon");
        assertRefused("watermark", 1.5);
        assertRefused("recent", 7L);
        assertRefused("recent", "not base64!");
        assertRefused("recent", "AAAA");
        assertRefused("backfill", "perhaps");
        assertRefused("backfill_since", "monday");
        assertRefused("request_id", 7L);
    }

    private static void assertRefused(String key, Object value) {
        Map<String, Object> map = new HashMap<>(Position.first(0, 0).toMap());
        map.put(key, value);

        assertThatThrownBy(() -> Position.fromMap(map))
                .isInstanceOf(StoredOffsetException.class)
                .hasMessageContaining("'" + key + "'");
    }

    @Test
    void whatIsOlderThanTheOverlapIsForgottenWhenARoundIsDone() {
        Position position = Position.first(100_000, 10_000)
                .emitted(List.of(new Identities.Entry(95_000, 1), new Identities.Entry(155_000, 2)), 0)
                .roundDone(160_000, 10_000);

        assertThat(position.watermark()).isEqualTo(160_000);
        assertThat(position.floor()).isEqualTo(150_000);
        assertThat(position.recent().asSet()).containsExactly(2L);
    }

    @Test
    void aFloodInsideTheOverlapShrinksTheOverlapInsteadOfRepeatingIt() {
        List<Identities.Entry> flood = LongStream.range(0, 12_000)
                .mapToObj(i -> new Identities.Entry(151_000 + i, i))
                .toList();

        Position position = Position.first(100_000, 10_000).emitted(flood, 0).roundDone(160_000, 10_000);

        assertThat(position.floor()).isEqualTo(153_000);
        assertThat(position.recent().size()).isEqualTo(Position.MOST_RECENT);
        assertThat(position.toMap().get("recent").toString()).hasSizeLessThan(140_000);
    }

    @Test
    void theFloorNeverRisesAboveTheWatermark() {
        List<Identities.Entry> flood = LongStream.range(0, 12_000)
                .mapToObj(i -> new Identities.Entry(170_000 + i, i))
                .toList();

        Position position = Position.first(100_000, 10_000).emitted(flood, 0).roundDone(160_000, 10_000);

        assertThat(position.floor()).isEqualTo(160_000);
        assertThat(position.recent().size()).isEqualTo(Position.MOST_RECENT);
    }

    @Test
    void aRoundThatSawLessThanWasSeenBeforeLeavesTheNextOneToLookAsFarBack() {
        Position reachingFarBack = Position.first(700_000, 600_000);

        Position after = reachingFarBack.roundDone(650_000, 10_000);

        assertThat(after.watermark()).isEqualTo(700_000);
        assertThat(after.floor()).isEqualTo(640_000);
        assertThat(reachingFarBack.roundDone(90_000, 10_000).floor()).isEqualTo(100_000);
    }

    @Test
    void theWatermarkNeverGoesBack() {
        assertThat(Position.first(100_000, 10_000).roundDone(90_000, 10_000).watermark())
                .isEqualTo(100_000);
    }

    @Property(tries = 200)
    void identitiesComeBackFromTheirText(@ForAll List<Long> times, @ForAll List<Long> identities) {
        Identities all = Identities.NONE;
        for (int i = 0; i < Math.min(times.size(), identities.size()); i++) {
            all = all.plus(times.get(i), identities.get(i));
        }

        Identities read = Identities.decode(all.encode());

        assertThat(read.size()).isEqualTo(all.size());
        assertThat(read.encode()).isEqualTo(all.encode());
        assertThat(read.asSet()).isEqualTo(all.asSet());
    }

    @Test
    void anOffsetIsAnOrdinaryMapThatIsEncodedOnce() {
        Position position = Position.first(50_000, 10_000);

        SourceOffset offset = new SourceOffset(position, Spent.NOTHING);

        assertThat(offset).containsAllEntriesOf(position.toMap()).containsEntry("backfill", "running");
    }

    @Test
    void aUnitIsItsPartitionAndItsWord() {
        UnitKey unit = new UnitKey("0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11", Unit.PEOPLE);

        assertThat(UnitKey.fromMap(unit.toMap())).isEqualTo(unit);
        assertThat(UnitKey.fromText(unit.asText())).isEqualTo(unit);
        assertThatThrownBy(() -> UnitKey.fromMap(Map.of("website_id", "x", "unit", "attic")))
                .isInstanceOf(StoredOffsetException.class);
        assertThatThrownBy(() -> UnitKey.fromText("attic")).isInstanceOf(StoredOffsetException.class);
    }
}
