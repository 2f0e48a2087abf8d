package dev.crispconnect.simulator.switches;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of switches in {@code docs/simulator.md}, made from {@link Switches#known()} so that it cannot lie.
 * {@code mvn test -Dswitches.reference=write} writes it anew.
 */
class SwitchesReferenceTest {

    private static final String BEGIN = "<!-- switches: made from the code, do not edit -->\n";
    private static final String END = "<!-- switches: end -->\n";

    private final Path page = repositoryRoot().resolve("docs/simulator.md");

    @Test
    void theTableSaysWhatTheCodeSays() throws IOException {
        if ("write".equals(System.getProperty("switches.reference"))) {
            Files.writeString(page, withTable(Files.readString(page)));
        }
        assertThat(Files.readString(page))
                .as("run mvn test -Dswitches.reference=write after a change of the switches")
                .isEqualTo(withTable(Files.readString(page)));
    }

    private static String withTable(String text) {
        assertThat(text).contains(BEGIN, END);
        return text.substring(0, text.indexOf(BEGIN)) + BEGIN + table() + text.substring(text.indexOf(END));
    }

    private static String table() {
        return Switches.known().stream()
                .map(SwitchesReferenceTest::row)
                .collect(Collectors.joining(
                        "", "\n| Switch | What nobody knows | Values | Default |\n|---|---|---|---|\n", "\n"));
    }

    private static <V> String row(Switch<V> known) {
        return Stream.of(
                        "`" + known.name() + "`",
                        known.question(),
                        String.join(", ", known.values()),
                        "`" + known.print(known.preset()) + "`")
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static Path repositoryRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("LICENSE"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
