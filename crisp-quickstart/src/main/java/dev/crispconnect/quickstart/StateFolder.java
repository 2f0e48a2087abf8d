package dev.crispconnect.quickstart;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/**
 * The one folder in which everything is kept. A file in it marks it as ours, so that nobody else's folder is ever emptied,
 * and is locked as long as the program runs.
 */
final class StateFolder implements AutoCloseable {
    private static final String MARKER = ".crisp-quickstart";
    private static final long LEAST_BYTES = 500L << 20;

    private final Path folder;
    private final FileChannel marker;

    private StateFolder(Path folder, FileChannel marker) {
        this.folder = folder;
        this.marker = marker;
    }

    /**
     * Makes the folder ready.
     *
     * @param keep whether to leave in it what the last run wrote
     * @throws SetupException when it cannot be written, holds something else, is in use, or the disk is nearly full
     */
    static StateFolder open(Path path, boolean keep) {
        var folder = path.toAbsolutePath().normalize();
        try {
            refuseForeign(folder);
            Files.createDirectories(folder);
            refuseFullDisk(folder);
            var marker = FileChannel.open(
                    folder.resolve(MARKER), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var state = new StateFolder(folder, marker);
            state.lock();
            if (!keep) {
                state.empty();
            }
            return state;
        } catch (IOException e) {
            throw new SetupException(
                    "Cannot write to " + folder + " (" + e.getClass().getSimpleName()
                            + "): make it writable, or choose another folder with --state <folder>",
                    e);
        }
    }

    /** Where the broker keeps its data. */
    Path broker() {
        return folder.resolve("broker");
    }

    /** What Kafka, Connect and the connectors have to say. */
    Path log() {
        return folder.resolve("quickstart.log");
    }

    @Override
    public void close() {
        try {
            marker.close();
        } catch (IOException e) {
            throw new SetupException("Cannot release " + folder, e);
        }
    }

    private static void refuseForeign(Path folder) throws IOException {
        if (!Files.exists(folder) || Files.exists(folder.resolve(MARKER))) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new SetupException(folder + " is a file: choose a folder with --state <folder>");
        }
        if (!list(folder).isEmpty()) {
            throw new SetupException(
                    folder + " holds files that are not the quickstart's: choose another with --state <folder>");
        }
    }

    private static void refuseFullDisk(Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < LEAST_BYTES) {
            throw new SetupException("Only " + (free >> 20) + " MB are free on the disk of " + folder
                    + ", 500 MB are needed: free some, or choose another with --state <folder>");
        }
    }

    private void lock() throws IOException {
        try {
            if (marker.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: in use all the same
        }
        marker.close();
        throw new SetupException(
                "Another quickstart runs in " + folder + ": end it, or choose another with --state <folder>");
    }

    private void empty() throws IOException {
        for (Path entry : list(folder)) {
            if (!entry.endsWith(MARKER)) {
                delete(entry);
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    /** Deletes a file or a whole tree; a symbolic link is deleted, not followed. */
    private static void delete(Path root) throws IOException {
        List<Path> deepestFirst;
        try (var tree = Files.walk(root)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
