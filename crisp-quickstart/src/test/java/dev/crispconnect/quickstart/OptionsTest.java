package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void withoutArgumentsItSimulatesCrispAtOneEventASecond() {
        assertThat(Options.parse(List.of())).isEqualTo(new Options(false, false, false, Path.of(".quickstart"), 0, 1));
    }

    @Test
    void everyOptionIsRead() {
        var arguments = List.of("--live", "--keep", "--state", "/tmp/a b", "--port", "8083", "--rate", "0.5");

        assertThat(Options.parse(arguments)).isEqualTo(new Options(false, true, true, Path.of("/tmp/a b"), 8083, 0.5));
    }

    @Test
    void theLastOfTwoEqualOptionsCountsSoThatAPersonCanOverruleTheScript() {
        assertThat(Options.parse(List.of("--state", "one", "--state", "other")).state())
                .isEqualTo(Path.of("other"));
    }

    @ParameterizedTest
    @CsvSource({
        "--fast, Unknown option --fast",
        "--state, --state needs a value",
        "--port many, 'needs a number, not ''many'''",
        "--port 65536, --port must be a whole number from 0 to 65535",
        "--port 80.5, --port must be a whole number from 0 to 65535",
        "--rate -1, --rate must be 0 to 100",
        "--rate NaN, --rate must be 0 to 100"
    })
    void whatCannotBeUnderstoodIsNamed(String arguments, String complaint) {
        assertThatThrownBy(() -> Options.parse(List.of(arguments.split(" ", -1))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(complaint);
    }
}
