package dev.crispconnect.quickstart;

import java.nio.file.Path;

/** Where this repository is: tests run in their module's folder. */
final class Repository {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Repository() {}
}
