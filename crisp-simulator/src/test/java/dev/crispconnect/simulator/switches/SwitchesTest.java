package dev.crispconnect.simulator.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.simulator.switches.AnswerSwitch.Partial;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.Change;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SwitchesTest {

    private final Switches switches = new Switches();

    @Test
    void everySwitchHasAPresetThatCanBeWrittenAndReadBack() {
        for (Switch<?> known : Switches.known()) {
            assertThat(readBack(known)).as(known.name()).isEqualTo(known.preset());
        }
    }

    @Test
    void namesAreUnique() {
        assertThat(Switches.known()).extracting(Switch::name).doesNotHaveDuplicates();
    }

    @Test
    void valuesAreChosenByNameAndForgottenByAReset() {
        switches.set("partial", "always");
        switches.set("visibility-delay", "250");
        switches.set("moves-updated-at", "message,state");

        assertThat(switches.get(AnswerSwitch.PARTIAL)).isEqualTo(Partial.ALWAYS);
        assertThat(switches.get(AnswerSwitch.VISIBILITY_DELAY)).isEqualTo(Duration.ofMillis(250));
        assertThat(switches.get(WorkspaceSwitch.MOVES_UPDATED_AT)).isEqualTo(Set.of(Change.MESSAGE, Change.STATE));
        assertThat(switches.inForce()).containsEntry("moves-updated-at", "message,state");

        switches.reset();

        assertThat(switches.get(AnswerSwitch.PARTIAL)).isEqualTo(Partial.WHEN_MORE);
    }

    @Test
    void theEmptySetIsNone() {
        switches.set("moves-updated-at", "none");

        assertThat(switches.get(WorkspaceSwitch.MOVES_UPDATED_AT)).isEmpty();
        assertThat(switches.inForce()).containsEntry("moves-updated-at", "none");
    }

    @Test
    void aTypoSaysWhatThereIs() {
        assertThatThrownBy(() -> switches.set("partail", "always"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no switch partail")
                .hasMessageContaining("partial");
        assertThatThrownBy(() -> switches.set("partial", "allways"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The switch partial takes when-more, always, not allways.");
        assertThatThrownBy(() -> switches.set("visibility-delay", "-1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void someNumbersMayBeNegativeAndSomeHaveAnEnd() {
        switches.set("date-skew", "-1500");
        switches.set("quota-reset-hour", "23");

        assertThat(switches.get(AccessSwitch.DATE_SKEW)).isEqualTo(Duration.ofMillis(-1_500));
        assertThat(switches.get(AccessSwitch.QUOTA_RESET_HOUR)).isEqualTo(23);
        assertThatThrownBy(() -> switches.set("quota-reset-hour", "24"))
                .hasMessage("The switch quota-reset-hour takes 0 to 23, not 24.");
        assertThatThrownBy(() -> switches.set("quota-reset-hour", "-1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStatusForARefusalIsOne() {
        switches.set("wrong-tier", "405");

        assertThat(switches.get(AnswerSwitch.WRONG_TIER)).isEqualTo(405);
        assertThatThrownBy(() -> switches.set("wrong-tier", "200"))
                .hasMessage("The switch wrong-tier takes 400 to 499, not 200.");
        assertThatThrownBy(() -> switches.set("wrong-tier", "500")).isInstanceOf(IllegalArgumentException.class);
    }

    private static <V> V readBack(Switch<V> known) {
        return known.parse(known.print(known.preset()));
    }
}
