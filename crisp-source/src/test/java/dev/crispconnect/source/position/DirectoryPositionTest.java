package dev.crispconnect.source.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryPositionTest {

    @Property(tries = 200)
    void whatWasEmittedComesBackFromItsMap(
            @ForAll long settings, @ForAll Map<@AlphaChars @NotEmpty String, Long> operators) {
        DirectoryPosition position = DirectoryPosition.NONE.withSettings(settings);
        for (Map.Entry<String, Long> operator : operators.entrySet()) {
            position = position.withOperator(operator.getKey(), operator.getValue());
        }

        assertThat(DirectoryPosition.fromMap(position.toMap())).isEqualTo(position);
    }

    @Test
    void whatWasNotEmittedIsNotThere() {
        DirectoryPosition read = DirectoryPosition.fromMap(DirectoryPosition.NONE.toMap());

        assertThat(read.hasSettings(0)).isFalse();
        assertThat(read.hasOperator("u", 0)).isFalse();
        assertThat(read).isEqualTo(DirectoryPosition.NONE);
    }

    @Test
    void itIsFlatAndOfTextsAndNumbersOnly() {
        Map<String, Object> map = DirectoryPosition.NONE
                .withSettings(-1)
                .withOperator("u", 255)
                .withOperator("a", 1)
                .toMap();

        assertThat(map)
                .containsOnly(
                        Map.entry("version", 1L),
                        Map.entry("settings", "ffffffffffffffff"),
                        Map.entry("operators", "0000000000000001:a 00000000000000ff:u"));
    }

    @Test
    void anOperatorThatIsGoneIsForgotten() {
        DirectoryPosition position = DirectoryPosition.NONE.withOperator("u", 1).withoutOperator("u");

        assertThat(position).isEqualTo(DirectoryPosition.NONE);
    }

    @Test
    void itStaysSmallHoweverManyOperatorsThereAre() {
        DirectoryPosition position = DirectoryPosition.NONE;
        for (int i = 0; i < DirectoryPosition.MOST_OPERATORS + 50; i++) {
            position = position.withOperator("00000000-0000-4000-8000-" + (100_000_000_000L + i), i);
        }

        assertThat(position.operators()).hasSize(DirectoryPosition.MOST_OPERATORS);
        assertThat(position.toMap().toString()).hasSizeLessThan(60_000);
    }

    @ParameterizedTest
    @CsvSource({
        "version,   2,                    version is 2",
        "settings,  green,                'settings' is damaged",
        "operators, u,                    'operators' is damaged",
        "operators, 00000000000000ff-u,   'operators' is damaged",
        "operators, 00000000000000xx:u,   'operators' is damaged",
        "operators, 00000000000000ff:,    'operators' is damaged"
    })
    void whatItCannotUseIsRefusedByName(String key, String value, String problem) {
        Map<String, Object> map = new HashMap<>(DirectoryPosition.NONE.toMap());
        map.put(key, key.equals("version") ? Long.valueOf(value) : value);

        assertThatThrownBy(() -> DirectoryPosition.fromMap(map))
                .isInstanceOf(StoredOffsetException.class)
                .hasMessageContainingAll(problem, "DELETE /connectors/{name}/offsets");
    }

    @Test
    void anOffsetIsReadAsItsUnitStoresIt() {
        Position position = Position.first(1_000, 10);

        assertThat(UnitPosition.fromMap(Unit.DIRECTORY, DirectoryPosition.NONE.toMap()))
                .isEqualTo(DirectoryPosition.NONE);
        assertThat(UnitPosition.fromMap(Unit.PEOPLE, position.toMap()).toMap()).isEqualTo(position.toMap());
        assertThatThrownBy(() -> UnitPosition.fromMap(Unit.DIRECTORY, position.toMap()))
                .isInstanceOf(StoredOffsetException.class)
                .hasMessageContaining("'operators'");
    }
}
