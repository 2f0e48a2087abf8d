package dev.crispconnect.sink.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The commands that {@code docs/commands.md} shows. */
public final class DocumentedExamples {

    private static final Path PAGE = Path.of("../docs/commands.md");
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    private DocumentedExamples() {}

    public static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As JSON text, in their order. */
    public static List<String> all() {
        return EXAMPLE.matcher(page())
                .results()
                .map((MatchResult example) -> example.group(1))
                .toList();
    }
}
