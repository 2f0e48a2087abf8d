package dev.crispconnect.sink.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FingerprintPropertiesTest {

    @Property
    void isWhatCrispAndJavaScriptCanHold(@ForAll String commandId, @ForAll String step) {
        assertThat(Fingerprint.of(commandId, step)).isBetween(1L, (1L << 53) - 1);
    }

    @Property
    void isTheSameForTheSameCommandAndStep(@ForAll String commandId, @ForAll String step) {
        assertThat(Fingerprint.of(commandId, step)).isEqualTo(Fingerprint.of(commandId, step));
    }

    @Property
    void differsBetweenStepsOfACommand(@ForAll String commandId) {
        assertThat(Fingerprint.of(commandId, "note")).isNotEqualTo(Fingerprint.of(commandId, "message"));
    }

    @Test
    void differsBetweenNeighbouringOffsets() {
        Set<Long> fingerprints = new HashSet<>();
        for (int offset = 0; offset < 100_000; offset++) {
            fingerprints.add(Fingerprint.of("crisp.commands-0-" + offset, "message"));
        }
        assertThat(fingerprints).hasSize(100_000);
    }

    @Test
    void staysTheSameOverVersionsOrMessagesWouldBeSentTwice() {
        assertThat(Fingerprint.of("crisp.commands-0-42", "message")).isEqualTo(4124597869617327L);
    }
}
