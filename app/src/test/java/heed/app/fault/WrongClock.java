package heed.app.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A calendar that is off for one process, while its clock for durations runs as it should: Debian's {@code faketime}.
 */
final class WrongClock {

    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final int DEPTH = 3;

    private WrongClock() {}

    /** Returns the environment of a process whose clock is off by {@code offset}; nothing where that can't be done. */
    static Optional<Map<String, String>> by(String offset) throws IOException {
        try (Stream<Path> all = Files.find(LIBRARIES, DEPTH, (path, kind) -> path.endsWith("libfaketimeMT.so.1"))) {
            return all.findFirst()
                    .map(library -> Map.of(
                            "LD_PRELOAD",
                            library.toString(),
                            "FAKETIME",
                            offset,
                            "DONT_FAKE_MONOTONIC",
                            "1",
                            // Meant for an older C library: here no wait of Java's would last.
                            "FAKETIME_FORCE_MONOTONIC_FIX",
                            "0"));
        }
    }
}
