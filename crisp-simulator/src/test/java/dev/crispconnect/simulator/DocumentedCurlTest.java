package dev.crispconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every curl command of the documentation, run as it stands there by the shell, each against a simulator of its own. */
class DocumentedCurlTest {

    private static final Path DOCUMENT = Path.of("").toAbsolutePath().resolveSibling("docs/simulator.md");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^    curl .*(?:\\n      .*)*");
    // an error status fails the command; nothing of the machine's own settings counts
    private static final String CURL_SETTINGS = "fail\nmax-time = 20\nnoproxy = *\n";

    @TempDir
    private Path directory;

    static List<String> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(DOCUMENT))
                .results()
                .map(found -> found.group().strip())
                .toList();
    }

    @BeforeAll
    static void needsCurl() {
        boolean there = Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator), -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl")));
        assumeThat(there).as("curl is on the PATH").isTrue();
    }

    @Test
    void allOfThemAreFound() throws IOException {
        long lines = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.strip().startsWith("curl "))
                .count();

        assertThat(examples()).hasSize((int) lines).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itWorksAsItIsWritten(String command) throws IOException, InterruptedException {
        Files.writeString(directory.resolve(".curlrc"), CURL_SETTINGS);
        try (CrispSimulator simulator = CrispSimulator.start(SimulatorSettings.defaults())) {
            Process shell = shell(command, simulator);

            String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(shell.exitValue()).as(command + "\n" + output).isZero();
        }
    }

    private Process shell(String command, CrispSimulator simulator) throws IOException {
        String sessionId = simulator.workspace().conversations().start().sessionId();
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
        shell.environment()
                .putAll(Map.of(
                        "CURL_HOME", directory.toString(),
                        "CRISP_API_URL", simulator.url().toString(),
                        "CRISP_ADMIN_URL", simulator.adminUrl().toString(),
                        "CRISP_IDENTIFIER", simulator.websiteToken().identifier(),
                        "CRISP_KEY", simulator.websiteToken().key(),
                        "CRISP_TIER", simulator.websiteToken().tier().wire(),
                        "CRISP_WEBSITE_ID", simulator.workspace().website().websiteId(),
                        "SESSION_ID", sessionId));
        return shell.start();
    }
}
