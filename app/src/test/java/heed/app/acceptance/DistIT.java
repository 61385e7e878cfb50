package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unpacks and installs what is given away. */
class DistIT {

    private static final Path DIST = Path.of("target", "dist");
    private static final String SHARE = "/usr/share/heed/";

    /** What the launcher calls, beside Java. There is no Maven among it, and no compiler. */
    private static final List<String> TOOLS =
            List.of("bash", "readlink", "dirname", "sed", "cat", "rm", "mv", "tr", "env");

    @TempDir
    private Path directory;

    private static Path made(String ending) throws IOException {
        try (Stream<Path> all = Files.list(DIST)) {
            return all.filter(path -> path.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no file *" + ending + " in " + DIST + ": run mvn verify"))
                    .toAbsolutePath();
        }
    }

    private List<String> run(String command) throws Exception {
        try (HeedProcess process = HeedProcess.shell(directory, Map.of("LC_ALL", "C"), command)) {
            int code = process.awaitExit();
            assertThat(code).as(process.text()).isZero();
            return List.copyOf(process.lines());
        }
    }

    /** Returns the names of what a package keeps below where the program is, from a listing of it. */
    private static Set<String> belowShare(List<String> listing) {
        return listing.stream()
                .map(line -> line.replaceFirst(" -> .*", "").replaceFirst(".*" + SHARE, SHARE))
                .filter(name -> name.startsWith(SHARE) && !name.endsWith("/"))
                .map(name -> name.substring(SHARE.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void showsTheDemoFromAnArchiveWithoutMavenBelowAPathWithSpaces() throws Exception {
        // Given
        Path home = Files.createDirectories(directory.resolve("Zwölf Häuser & 'mehr'"));
        Path tools = Files.createDirectories(home.resolve("bin"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(
                    tools.resolve(tool),
                    Path.of(run("bash -c 'command -v %s'".formatted(tool)).get(0)));
        }
        Files.createSymbolicLink(tools.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java"));
        run("tar -xzf '%s' -C \"%s\" --strip-components=1".formatted(made(".tar.gz"), home));

        // When
        int code;
        List<String> lines;
        try (HeedProcess demo = HeedProcess.shell(
                home, Map.of(), "env -i PATH=\"" + tools + "\" ./heed demo --fast --once --data 'Daten die bleiben'")) {
            code = demo.awaitExit();
            lines = demo.lines();
        }

        // Then
        assertThat(code).as(String.join("\n", lines)).isZero();
        assertThat(lines)
                .noneSatisfy(line -> assertThat(line).contains("building"))
                .anySatisfy(line -> assertThat(line).contains("Ashcombe General (simulated): fft-2020.positive fell"));
        assertThat(home.resolve("Daten die bleiben")).isDirectory();
    }

    @Test
    void packsTheSameForDebianForRedHatAndAsAnArchive() throws Exception {
        // When
        Set<String> archive = run("tar -tzf '%s'".formatted(made(".tar.gz"))).stream()
                .map(name -> name.replaceFirst("^[^/]*/", ""))
                .filter(name -> !name.isEmpty() && !name.endsWith("/") && !name.startsWith("systemd/"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> debian = belowShare(run("dpkg-deb -c '%s'".formatted(made(".deb"))));
        Set<String> redHat = belowShare(
                run("rpm -qp --qf '[%%{FILEMODES:perms} %%{FILENAMES}\\n]' '%s'".formatted(made(".rpm"))).stream()
                        .filter(line -> !line.startsWith("d"))
                        .toList());

        // Then
        assertThat(archive).contains("heed", "heed.yaml", "LICENSE", "NOTICE", "docs/operate.md");
        assertThat(debian).isEqualTo(archive);
        assertThat(redHat).isEqualTo(archive);
        assertThat(run("dpkg-deb --field '%s' Depends".formatted(made(".deb"))).get(0))
                .contains("java17-runtime-headless");
        assertThat(run("rpm -qp --requires '%s'".formatted(made(".rpm")))).contains("java-headless >= 1:17");
        assertThat(run("rpm -qp --configfiles '%s'".formatted(made(".rpm")))).containsExactly("/etc/heed/heed.yaml");
        // c: settings; n: those that were changed are not replaced.
        assertThat(run("rpm -qp --qf '[%{FILEFLAGS:fflags} %{FILENAMES}\n]' '" + made(".rpm") + "'"))
                .contains("cn /etc/heed/heed.yaml");
    }

    @Test
    void isInstalledOnDebianWithItsDataWhereTheMachineKeepsSuch() throws Exception {
        // Given
        assumeTrue("root".equals(System.getProperty("user.name")), "not tried: only root may install a package");
        Path machine = Files.createDirectories(directory.resolve("machine"));
        Path packages = Files.createDirectories(machine.resolve("var/lib/dpkg/info"));
        Files.createDirectories(packages.resolveSibling("updates"));
        Files.createFile(packages.resolveSibling("status"));

        // When
        run("dpkg --root='%s' --force-unsafe-io --unpack '%s'".formatted(machine, made(".deb")));
        // Which is what dpkg does once it has asked about settings that were changed.
        Path settings = machine.resolve("etc/heed/heed.yaml");
        Files.move(settings.resolveSibling("heed.yaml.dpkg-new"), settings);

        // Then
        Path installed = machine.resolve("usr/bin/heed");
        assertThat(run("'%s' --version".formatted(installed)).get(0)).startsWith("heed ");
        assertThat(machine.resolve("usr/share/heed/heed.yaml")).isRegularFile();
        assertThat(run("'%s' doctor".formatted(installed)))
                .anySatisfy(line -> assertThat(line).contains("data directory /var/lib/heed"));
        assertThat(machine.resolve("usr/lib/systemd/system/heed.service")).isRegularFile();
        assertThat(packages.resolve("heed.conffiles")).hasContent("/etc/heed/heed.yaml");
    }
}
