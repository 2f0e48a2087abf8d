package dev.crispconnect.client.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of {@code docs/metrics.md}, made from what the code counts with so that it cannot lie.
 * {@code mvn test -Dmetrics.reference=write} writes it anew.
 */
public final class MetricsReference {

    private final String section;
    private final List<MetricSpec> metrics;

    /** @param section between {@code <!-- section: ... -->} and {@code <!-- section: end -->} */
    public MetricsReference(String section, List<MetricSpec> metrics) {
        this.section = section;
        this.metrics = List.copyOf(metrics);
    }

    /** Fails when the table differs from the code; writes it first when the build was asked to. */
    public void check() throws IOException {
        Path page = repositoryRoot().resolve("docs/metrics.md");
        String text = Files.readString(page);
        if ("write".equals(System.getProperty("metrics.reference"))) {
            text = text.substring(0, start(text)) + table() + text.substring(end(text));
            Files.writeString(page, text);
        }
        assertThat(text.substring(start(text), end(text)))
                .as("run mvn test -Dmetrics.reference=write after a change of the metrics")
                .isEqualTo(table());
    }

    private int start(String text) {
        String marker = "<!-- " + section + ": made from the code, do not edit -->";
        assertThat(text).contains(marker);
        return text.indexOf(marker) + marker.length();
    }

    private int end(String text) {
        return text.indexOf("<!-- " + section + ": end -->");
    }

    private String table() {
        return metrics.stream()
                .map(MetricsReference::row)
                .collect(Collectors.joining(
                        "", "\n\n| Metric | Type | Unit | Tags | What it says |\n|---|---|---|---|---|\n", "\n"));
    }

    private static String row(MetricSpec metric) {
        return Stream.of(
                        "`" + metric.name() + "`",
                        metric.kind().name().toLowerCase(Locale.ROOT),
                        metric.unit(),
                        metric.tags().stream().map(tag -> "`" + tag + "`").collect(Collectors.joining(", ")),
                        metric.description())
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
