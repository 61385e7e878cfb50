package heed.app.server.embedded;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the schema registry's program: unpacked beside the application's libraries when Heed was built. */
public final class RegistryHome {

    private static final String PROPERTY = "heed.registry.home";

    private RegistryHome() {}

    /** Returns the directory of the system property {@code heed.registry.home}, or else of this distribution. */
    public static Path find() {
        String configured = System.getProperty(PROPERTY);
        return configured == null ? besideTheLibraries() : Path.of(configured);
    }

    /** Returns the registry's main jar, whose manifest names the rest of its class path. */
    static Path mainJar(Path home) {
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> missing(home, null));
        } catch (IOException e) {
            throw missing(home, e);
        }
    }

    private static Path besideTheLibraries() {
        try {
            Path code = Path.of(RegistryHome.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isDirectory(code)
                    ? code.resolveSibling("heed").resolve("registry")
                    : Objects.requireNonNull(code.getParent(), "a jar is in a directory")
                            .resolveSibling("registry");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("this class is not in a file", e);
        }
    }

    private static ServerStartException missing(Path home, @Nullable IOException cause) {
        return new ServerStartException(
                "The schema registry's program is not in " + home + ". Build Heed again, or name its directory with -D"
                        + PROPERTY + "=DIR.",
                cause);
    }
}
