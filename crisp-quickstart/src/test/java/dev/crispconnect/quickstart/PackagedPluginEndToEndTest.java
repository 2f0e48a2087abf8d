package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.quickstart.worker.ConnectPlugin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator unpacks into {@code plugin.path}. */
class PackagedPluginEndToEndTest {
    /** What a worker brings along itself: in a plugin it would be a second copy, with classes that are not the same. */
    private static final String OF_THE_WORKER = ".*(kafka|connect-|slf4j|log4j).*\\.jar";

    @ParameterizedTest
    @ValueSource(strings = {"crisp-source", "crisp-sink"})
    void directoryAndZipHoldTheSameFilesAndNothingOfTheWorkers(String module) throws IOException {
        // given
        var directory = directory(module);
        var zip = target(module, ".*-plugin\\.zip");

        // when
        List<String> inDirectory;
        try (var files = Files.walk(directory)) {
            inDirectory = files.filter(Files::isRegularFile)
                    .map(file -> directory.getParent().relativize(file).toString())
                    .toList();
        }
        List<String> inZip;
        try (var archive = new ZipFile(zip.toFile())) {
            inZip = archive.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(entry -> entry.getName())
                    .toList();
        }

        // then
        assertThat(inZip.stream().map(PackagedPluginEndToEndTest::fileName))
                .containsExactlyInAnyOrderElementsOf(inDirectory.stream()
                        .map(PackagedPluginEndToEndTest::fileName)
                        .toList());
        assertThat(inDirectory)
                .anyMatch(file -> file.matches(".*/" + module + "-[0-9].*\\.jar"))
                .noneMatch(file -> fileName(file).matches(OF_THE_WORKER));
    }

    @ParameterizedTest
    @CsvSource({
        "crisp-source, org.apache.kafka.connect.source.SourceConnector, dev.crispconnect.source.CrispSourceConnector",
        "crisp-sink, org.apache.kafka.connect.sink.SinkConnector, dev.crispconnect.sink.CrispSinkConnector"
    })
    void aServiceManifestNamesTheConnector(String module, String service, String connector) throws IOException {
        try (var files = Files.list(directory(module))) {
            var jar = files.filter(file -> fileName(file.toString()).startsWith(module + "-"))
                    .findFirst()
                    .orElseThrow();

            try (var archive = new JarFile(jar.toFile())) {
                var manifest = archive.getInputStream(archive.getEntry("META-INF/services/" + service));

                assertThat(new String(manifest.readAllBytes(), StandardCharsets.UTF_8).lines())
                        .contains(connector);
            }
        }
    }

    @Test
    void aWorkerThatOnlyReadsServiceManifestsFindsBothWithTheirVersions() {
        try (var cluster = new ConnectCluster()) {
            var plugins = cluster.rest().plugins();

            assertThat(plugins)
                    .filteredOn(plugin -> plugin.className().startsWith("dev.crispconnect"))
                    .extracting(ConnectPlugin::type)
                    .containsExactlyInAnyOrder("source", "sink");
            assertThat(plugins)
                    .filteredOn(plugin -> plugin.className().startsWith("dev.crispconnect"))
                    .extracting(ConnectPlugin::version)
                    .allMatch(version -> version.matches("[0-9]+\\.[0-9]+\\.[0-9]+.*"));
        }
    }

    private static Path directory(String module) {
        return Repository.ROOT
                .resolve(module)
                .resolve("target")
                .resolve("plugin")
                .resolve(module);
    }

    private static Path target(String module, String name) throws IOException {
        try (var files = Files.list(Repository.ROOT.resolve(module).resolve("target"))) {
            return files.filter(file -> fileName(file.toString()).matches(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
