package heed.connectors.connect;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Finds the files of a directory that have stood still for long enough to be whole. Files whose names begin with a dot,
 * and directories, are passed over.
 */
final class FileWatch {

    private final Path directory;
    private final PathMatcher names;
    private final Duration still;
    private final LongSupplier nanos;
    private final Map<Path, Sighting> sightings = new HashMap<>();
    private final Map<Path, FileState> settled = new HashMap<>();

    /**
     * Watches a directory.
     *
     * @param names glob of the files that are meant
     * @param still for how long a file must not have changed
     * @param nanos what time is told by, as {@link System#nanoTime} does
     */
    FileWatch(Path directory, String names, Duration still, LongSupplier nanos) {
        this.directory = directory;
        this.names = FileSystems.getDefault().getPathMatcher("glob:" + names);
        this.still = still;
        this.nanos = nanos;
    }

    private record Sighting(FileState state, long since) {}

    /** Returns the files that have stood still and are not settled, in the order of their names, and how they stood. */
    Map<Path, FileState> ready() throws IOException {
        Map<Path, FileState> found = look();
        sightings.keySet().retainAll(found.keySet());
        settled.keySet().retainAll(found.keySet());
        long now = nanos.getAsLong();
        Map<Path, FileState> ready = new TreeMap<>();
        found.forEach((file, state) -> {
            Sighting before = sightings.get(file);
            if (before == null || !before.state().equals(state)) {
                sightings.put(file, new Sighting(state, now));
            }
            boolean stood = before != null && before.state().equals(state) && now - before.since() >= still.toNanos();
            if ((stood || still.isZero()) && !state.equals(settled.get(file))) {
                ready.put(file, state);
            }
        });
        return ready;
    }

    private Map<Path, FileState> look() throws IOException {
        Map<Path, FileState> found = new TreeMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, this::isMeant)) {
            for (Path file : all) {
                look(file).ifPresent(state -> found.put(file, state));
            }
        }
        return found;
    }

    /** Leaves it to whoever reads a file to say that it can't even be looked at. */
    private static Optional<FileState> look(Path file) {
        try {
            return FileState.of(file);
        } catch (IOException e) {
            return Optional.of(FileState.UNKNOWN);
        }
    }

    private boolean isMeant(Path file) {
        Path name = file.getFileName();
        return name != null && !name.toString().startsWith(".") && names.matches(name);
    }

    /** Passes over a file from now on, until it changes. */
    void settle(Path file, FileState state) {
        settled.put(file, state);
    }

    /** Takes a file for one that is new, whatever it looks like. */
    void forget(Path file) {
        sightings.remove(file);
        settled.remove(file);
    }

    /** Tells whether a file is as it was when it was seen to be so. */
    static boolean isStill(Path file, FileState state) throws IOException {
        return FileState.of(file).equals(Optional.of(state));
    }
}
