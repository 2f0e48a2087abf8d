package dev.crispconnect.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeExampleTest {

    private static final Path MODULE = Path.of("").toAbsolutePath();

    @Test
    void theReadmeShowsTheTestThatIsRun() throws IOException {
        String test =
                Files.readString(MODULE.resolve("src/test/java/dev/crispconnect/simulator/junit/SupportBotTest.java"));
        String example = between(test, "// README: from here\n", "    // README: to here");

        assertThat(Files.readString(MODULE.resolveSibling("README.md")))
                .contains("```java\n" + outdented(example) + "```\n");
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }

    private static String outdented(String text) {
        return Arrays.stream(text.split("\n", -1))
                .map(line -> line.startsWith("    ") ? line.substring(4) : line)
                .collect(Collectors.joining("\n"));
    }
}
