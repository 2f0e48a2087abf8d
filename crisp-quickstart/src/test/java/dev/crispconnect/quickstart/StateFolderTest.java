package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir
    private Path disk;

    @Test
    void whatTheLastRunLeftIsDeletedUnlessItIsToBeKept() throws IOException {
        // given
        var folder = disk.resolve("state");
        try (var state = StateFolder.open(folder, false)) {
            Files.createDirectories(state.broker().resolve("data"));
            Files.writeString(state.broker().resolve("data").resolve("log"), "records");
        }

        // when, then
        try (var kept = StateFolder.open(folder, true)) {
            assertThat(kept.broker().resolve("data").resolve("log")).exists();
        }
        try (var fresh = StateFolder.open(folder, false)) {
            assertThat(fresh.broker()).doesNotExist();
        }
    }

    @Test
    void aFolderWithSomebodyElsesFilesIsLeftAlone() throws IOException {
        Files.writeString(disk.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> StateFolder.open(disk, false))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("--state");
        assertThat(disk.resolve("thesis.txt")).exists();
    }

    @Test
    void aLinkOutOfTheFolderIsDeletedWithoutWhatItLeadsTo() throws IOException {
        // given
        var outside = Files.writeString(disk.resolve("outside.txt"), "not ours");
        var folder = disk.resolve("state");
        StateFolder.open(folder, false).close();
        Files.createSymbolicLink(folder.resolve("link"), disk);

        // when
        StateFolder.open(folder, false).close();

        // then
        assertThat(folder.resolve("link")).doesNotExist();
        assertThat(outside).exists();
    }

    @Test
    void aFileInItsPlaceIsNamed() throws IOException {
        var file = Files.writeString(disk.resolve("state"), "");

        assertThatThrownBy(() -> StateFolder.open(file, false))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamedWithAWayOut() throws IOException {
        var file = Files.writeString(disk.resolve("file"), "");

        assertThatThrownBy(() -> StateFolder.open(file.resolve("state"), false))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("Cannot write to")
                .hasMessageContaining("--state");
    }

    @Test
    void twoRunsDoNotShareAFolder() {
        try (var first = StateFolder.open(disk.resolve("state"), false)) {
            assertThatThrownBy(() -> StateFolder.open(disk.resolve("state"), false))
                    .isInstanceOf(SetupException.class)
                    .hasMessageContaining("Another quickstart runs in");
            assertThat(first.log()).hasFileName("quickstart.log");
        }
    }
}
