package heed.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the map to the house: every package is on it, and every test that it names exists. */
class ArchitectureTest {

    private static final String MAP = "docs/ARCHITECTURE.md";
    private static final List<String> MODULES =
            List.of("schemas", "topology", "connectors", "monitoring", "app", "bench");
    private static final Pattern PACKAGE =
            Pattern.compile("`((?:schemas|topology|connectors|monitoring|app|bench)(?:\\.[a-z]+)*)`");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    @Test
    void everyPackageIsOnTheMapAndNothingElseIs() throws IOException {
        // Given
        TreeSet<String> packages = new TreeSet<>();
        for (String module : MODULES) {
            Path root = Documents.ROOT.resolve(module).resolve("src/main/java/heed");
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(file ->
                                root.relativize(file.getParent()).toString().replace('/', '.'))
                        .forEach(packages::add);
            }
        }
        String text = Documents.text(MAP);

        // When
        TreeSet<String> named = new TreeSet<>();
        PACKAGE.matcher(text.substring(text.indexOf("## The packages")))
                .results()
                .forEach(found -> named.add(found.group(1)));

        // Then
        assertThat(named).containsExactlyElementsOf(packages);
    }

    @Test
    void everyTestThatAnInvariantNamesIsThere() throws IOException {
        // Given
        TreeSet<String> tests = new TreeSet<>();
        for (String module : MODULES) {
            Path root = Documents.ROOT.resolve(module).resolve("src/test/java");
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.map(file -> file.getFileName().toString().replace(".java", ""))
                            .forEach(tests::add);
                }
            }
        }

        // When
        List<String> named = TEST.matcher(Documents.text(MAP))
                .results()
                .map(found -> found.group(1))
                .toList();

        // Then
        assertThat(named).isNotEmpty().allMatch(tests::contains);
    }
}
