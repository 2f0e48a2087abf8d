package dev.crispconnect.client.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;

/**
 * The page of {@code docs/} that lists a connector's settings, made from its {@link ConfigDef} so that it cannot lie.
 * {@code mvn test -Dsettings.reference=write} writes it anew.
 */
public final class SettingsReference {

    private final String connector;
    private final ConfigDef settings;

    public SettingsReference(String connector, ConfigDef settings) {
        this.connector = connector;
        this.settings = settings;
    }

    /** Fails when the page differs from the settings; writes it first when the build was asked to. */
    public void check() throws IOException {
        Path page = repositoryRoot().resolve("docs/settings-" + connector + ".md");
        if ("write".equals(System.getProperty("settings.reference"))) {
            Files.writeString(page, markdown());
        }
        assertThat(page)
                .as("run mvn test -Dsettings.reference=write after a change of the settings")
                .hasContent(markdown());
    }

    String markdown() {
        StringBuilder page = new StringBuilder("# Settings of " + connector + "\n\n"
                + "Made from the connector's own definition; do not edit. Settings that every connector has (`name`,\n"
                + "`tasks.max`, converters, transforms, error handling) are in Kafka's documentation.\n");
        byGroup().forEach((group, keys) -> {
            page.append("\n## ").append(group).append("\n\n");
            page.append(
                    "| Setting | What it does | Type | Default | Valid | Importance |\n|---|---|---|---|---|---|\n");
            keys.forEach(key -> page.append(row(key)));
        });
        return page.toString();
    }

    private Map<String, List<ConfigDef.ConfigKey>> byGroup() {
        return settings.configKeys().values().stream()
                .sorted(Comparator.comparingInt(key -> key.orderInGroup))
                .collect(Collectors.groupingBy(
                        key -> key.group == null ? "Other" : key.group, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    private static String row(ConfigDef.ConfigKey key) {
        return Stream.of(
                        "`" + key.name + "`",
                        cell(key.documentation),
                        key.type.name().toLowerCase(Locale.ROOT),
                        defaultOf(key),
                        key.validator == null ? "" : cell(key.validator.toString()),
                        key.importance.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String defaultOf(ConfigDef.ConfigKey key) {
        if (!key.hasDefault()) {
            return "*required*";
        }
        if (key.defaultValue == null || "".equals(key.defaultValue)) {
            return "none";
        }
        String value = key.defaultValue instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(key.defaultValue);
        return "`" + cell(value) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    private static Path repositoryRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("LICENSE"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
