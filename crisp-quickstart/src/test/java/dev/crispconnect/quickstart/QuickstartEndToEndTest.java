package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program itself, in a process of its own. */
class QuickstartEndToEndTest {
    private static final Map<String, String> LIVE = Map.of(
            "CRISP_IDENTIFIER", "9fbb2c4e-0a51-4c6e-8f0e-3d8f0c1f6f11",
            "CRISP_KEY", "not-a-key",
            "CRISP_WEBSITE_ID", "0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11");

    @TempDir
    private Path folder;

    @Test
    void aTypedCommandShowsItsRecordTheCallTheResultAndTheChangedConversation() throws Exception {
        try (var quickstart = quickstart(Map.of(), "--rate", "0")) {
            quickstart.awaitLine("running");

            // when
            quickstart.type("resolve 999");
            quickstart.type("resolve 1 parcel arrived");

            // then
            quickstart.awaitLine("There is no conversation #999");
            quickstart.awaitLine("crisp.commands", "#1 ", "resolve_conversation: parcel arrived");
            quickstart.awaitLine("Crisp API", "PATCH", "#1 ", "/conversation/.../state  200");
            quickstart.awaitLine("crisp.results", "delivered", "#1 ", "resolve_conversation");
            quickstart.awaitLine("crisp.conversations", "update", "#1 ", "resolved");
            quickstart.awaitLine("crisp.messages", "create", "#1 ", "parcel arrived");
            quickstart.type("quit");
            assertThat(quickstart.awaitEnd()).isZero();
            assertThat(quickstart.output()).doesNotContain("Exception").doesNotContain("\tat ");
        }
    }

    @Test
    void pipedCommandsAreAnsweredBeforeItEnds() throws Exception {
        try (var quickstart = quickstart(Map.of(), "--rate", "0")) {
            // when
            quickstart.type("send 2 Your parcel is on its way");
            quickstart.endInput();

            // then
            quickstart.awaitLine("crisp.results", "delivered", "#2 ", "send_message");
            quickstart.awaitLine("crisp.messages", "create", "#2 ", "Your parcel is on its way");
            assertThat(quickstart.awaitEnd()).isZero();
        }
    }

    @Test
    void keepingItsStateItGoesOnWhereTheLastRunStopped() throws Exception {
        try (var first = quickstart(Map.of(), "--rate", "0")) {
            first.awaitSum("backfill:", "in crisp.conversations", 30);
            first.awaitSum("backfill:", "in crisp.messages", 120);
            first.awaitSum("backfill:", "in crisp.people", 20);
            first.type("quit");
            assertThat(first.awaitEnd()).isZero();
        }

        // when
        try (var second = quickstart(Map.of(), "--rate", "0", "--keep")) {
            second.awaitLine("running");
            second.type("send 1 Anything else?");
            second.awaitLine("crisp.messages", "create", "#1 ", "Anything else?");
            second.type("quit");

            // then
            assertThat(second.awaitEnd()).isZero();
            assertThat(second.output()).doesNotContain("backfill");
        }
    }

    @Test
    void withoutInputItRunsUntilItIsInterrupted() throws Exception {
        try (var quickstart = quickstart(Map.of(), "--rate", "20")) {
            // when
            quickstart.endInput();
            quickstart.awaitLine("running until Ctrl-C");
            quickstart.awaitLine("crisp.messages", "create");
            quickstart.interrupt();

            // then
            quickstart.awaitEnd();
            assertThat(quickstart.output()).contains("stopping").doesNotContain("Exception");
        }
    }

    @Test
    void liveItReadsTheCrispOfTheEnvironmentAndKeepsTheKeyToItself() throws Exception {
        try (var crisp = QuickstartProcess.simulator("--seed-conversations", "3", "--profiles", "2")) {
            crisp.awaitLine("CRISP_WEBSITE_ID=");
            var access = new HashMap<String, String>();
            crisp.output().lines().filter(line -> line.startsWith("CRISP_")).forEach(line -> {
                int end = line.indexOf('=');
                access.put(line.substring(0, end), line.substring(end + 1));
            });

            // when
            try (var quickstart = quickstart(access, "--live")) {
                quickstart.awaitLine("within a minute or two");
                quickstart.awaitSum("backfill:", "in crisp.conversations", 3);
                quickstart.type("quit");

                // then
                assertThat(quickstart.awaitEnd()).isZero();
                assertThat(quickstart.output()).doesNotContain(access.get("CRISP_KEY"));
            }
            assertThat(filesWith(access.get("CRISP_KEY"))).isEmpty();
        }
    }

    @Test
    void liveWithoutATokenItSaysWhatIsMissingAndWhereToGetIt() throws Exception {
        try (var quickstart = quickstart(Map.of("CRISP_IDENTIFIER", "9fbb2c4e"), "--live")) {
            assertThat(quickstart.awaitEnd()).isEqualTo(1);
            assertThat(quickstart.output())
                    .contains("CRISP_KEY, CRISP_WEBSITE_ID")
                    .contains("Settings > Workspace Settings > Advanced configuration > API Token");
        }
    }

    @Test
    void liveItSendsTheKeyInClearToNobodyElse() throws Exception {
        var environment = new HashMap<>(LIVE);
        environment.put("CRISP_API_URL", "http://crisp.example.org/v1/");

        try (var quickstart = quickstart(environment, "--live")) {
            assertThat(quickstart.awaitEnd()).isEqualTo(1);
            assertThat(quickstart.output()).contains("https://");
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var quickstart = quickstart(Map.of(), "--port", Integer.toString(taken.getLocalPort()))) {
            assertThat(quickstart.awaitEnd()).isEqualTo(1);
            assertThat(quickstart.output()).contains("Port " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void anUnknownOptionShowsTheUsage() throws Exception {
        try (var quickstart = quickstart(Map.of(), "--fast")) {
            assertThat(quickstart.awaitEnd()).isEqualTo(2);
            assertThat(quickstart.output()).contains("Unknown option --fast").contains("Usage: quickstart");
        }
    }

    private QuickstartProcess quickstart(Map<String, String> environment, String... options) throws IOException {
        var all = new String[options.length + 2];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = "--state";
        all[options.length + 1] = folder.resolve("state of one run").toString();
        return QuickstartProcess.quickstart(environment, all);
    }

    private List<Path> filesWith(String text) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, text))
                    .toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
