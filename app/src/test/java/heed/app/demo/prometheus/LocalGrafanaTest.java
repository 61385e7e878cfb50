package heed.app.demo.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalGrafanaTest {

    private static final Path SHIPPED = Path.of("..", "monitoring");

    @TempDir
    private Path directory;

    private Path installed(String name) throws IOException {
        Path home = Files.createDirectories(directory.resolve("grafana"));
        Files.createDirectories(home.resolve("public"));
        Path programs = Files.createDirectories(home.resolve("bin"));
        Path program = Files.createFile(programs.resolve(name));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    @Test
    void isFoundByItsNewerNameBeforeItsOlderOneWithWhatItServes() throws IOException {
        // Given
        Path older = installed("grafana-server");
        Path linked = Files.createDirectories(directory.resolve("links"));
        Files.createSymbolicLink(linked.resolve("grafana-server"), older);
        Path home = directory.resolve("grafana").toRealPath();

        // When
        var byLink = GrafanaProgram.find(linked.toString());
        Path newer = beside(older);
        var both = GrafanaProgram.find(older.getParent().toString());

        // Then
        assertThat(byLink)
                .contains(new GrafanaProgram(
                        List.of(linked.resolve("grafana-server").toString()), home));
        assertThat(both).contains(new GrafanaProgram(List.of(newer.toString(), "server"), home));
    }

    private static Path beside(Path other) throws IOException {
        Path program = Files.createFile(other.resolveSibling("grafana"));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    @Test
    void isLeftOutWhereItIsNotInstalled() {
        // When // Then
        assertThat(GrafanaProgram.find(directory.toString())).isEmpty();
        assertThat(GrafanaProgram.find("")).isEmpty();
    }

    @Test
    void isToldThisMachinesPrometheusAndThisProjectsDashboards() throws IOException {
        // Given
        var setup = new LocalGrafana.Setup(
                new GrafanaProgram(List.of("grafana", "server"), directory),
                SHIPPED,
                directory,
                3001,
                URI.create("http://127.0.0.1:9091"));

        // When
        Path settings = LocalGrafana.configured(setup, directory);

        // Then
        assertThat(Files.readString(settings))
                .contains("http_addr = 127.0.0.1", "http_port = 3001", "org_role = Viewer")
                .contains("provisioning = " + directory.resolve("provisioning"));
        assertThat(Files.readString(directory.resolve("provisioning/datasources/prometheus.yml")))
                .contains("url: http://127.0.0.1:9091", "uid: heed-prometheus");
        String dashboards = Files.readString(directory.resolve("provisioning/dashboards/heed.yml"));
        assertThat(dashboards).doesNotContain("/etc/heed");
        assertThat(Path.of(dashboards.replaceAll("(?s).*path: (\\S+).*", "$1")).resolve("01-health-and-drops.json"))
                .exists();
    }
}
