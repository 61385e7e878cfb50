package heed.app.server.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/**
 * The files of the embedded registry: its database, its log, its temporary files and the classes of ours that it runs.
 *
 * <p>A registry that is killed while it lays out its database for the first time may leave one that it can't use and
 * won't repair. So a database counts only once a start on it has succeeded; before that nobody can have used it.
 */
final class RegistryDirectory {

    /** What of ours runs in the registry's process. */
    private static final List<String> CLASSES =
            List.of("RegistryChild", "RegistryGuard", "RegistryRule", "RegistryRule$Refusal");

    private final Path path;

    private RegistryDirectory(Path path) {
        this.path = path;
    }

    /** Prepares the directory for a start. */
    static RegistryDirectory open(Path path) {
        RegistryDirectory directory = new RegistryDirectory(path);
        try {
            if (Files.notExists(directory.provenMark())) {
                Files.deleteIfExists(path.resolve("schemas.mv.db"));
            }
            TemporaryDirectory.delete(directory.temporary());
            Files.createDirectories(directory.temporary());
            directory.layOutClasses();
            return directory;
        } catch (IOException e) {
            throw new ServerStartException(
                    "The schema registry's data in " + path + " can't be read or written (" + e
                            + "). Make it accessible, or choose another directory with --data.",
                    e);
        }
    }

    /** Remembers that the database is whole. */
    void prove() throws IOException {
        if (Files.notExists(provenMark())) {
            Files.createFile(provenMark());
        }
    }

    Path path() {
        return path;
    }

    Path log() {
        return path.resolve("registry.log");
    }

    Path temporary() {
        return path.resolve("tmp");
    }

    Path classes() {
        return path.resolve("classes");
    }

    /** Commits reach the file at once: an id that was handed out must not be forgotten by a kill. */
    String databaseUrl() {
        return "jdbc:h2:file:" + path.resolve("schemas") + ";WRITE_DELAY=0";
    }

    private Path provenMark() {
        return path.resolve("proven");
    }

    private void layOutClasses() throws IOException {
        for (String name : CLASSES) {
            String resource = RegistryChild.class.getPackageName().replace('.', '/') + "/" + name + ".class";
            Path target = classes().resolve(resource);
            Files.createDirectories(target.getParent());
            try (InputStream in = RegistryChild.class.getResourceAsStream("/" + resource)) {
                Files.copy(
                        Objects.requireNonNull(in, "a class of the registry's process is missing"),
                        target,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
