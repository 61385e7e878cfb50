package heed.app.demo.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.compose.ComposeFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalGrafanaTest {

    private static final Path SHIPPED = Path.of("..", "monitoring");

    private static final String PASSWORD = "GF_SECURITY_ADMIN_PASSWORD";

    @TempDir
    private Path directory;

    private Path installed(String name) throws IOException {
        Path home = Files.createDirectories(directory.resolve("grafana"));
        Files.createDirectories(home.resolve("public"));
        return executable(Files.createDirectories(home.resolve("bin")).resolve(name));
    }

    private static Path executable(Path file) throws IOException {
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private LocalGrafana.Setup setup() {
        return new LocalGrafana.Setup(
                new GrafanaProgram(List.of("grafana", "server"), directory),
                SHIPPED,
                directory,
                3001,
                URI.create("http://127.0.0.1:9091"));
    }

    /** Returns what a file of settings says, each under the name of the variable that says the same. */
    private static Map<String, String> variables(String settings) {
        Map<String, String> found = new TreeMap<>();
        String section = "";
        for (String line : settings.lines().toList()) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else {
                String[] setting = line.split(" = ", 2);
                found.put("GF_" + (section + "_" + setting[0]).replace('.', '_').toUpperCase(Locale.ROOT), setting[1]);
            }
        }
        return found;
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
        Path newer = executable(older.resolveSibling("grafana"));
        var both = GrafanaProgram.find(older.getParent().toString());

        // Then
        assertThat(byLink)
                .contains(new GrafanaProgram(
                        List.of(linked.resolve("grafana-server").toString()), home));
        assertThat(both).contains(new GrafanaProgram(List.of(newer.toString(), "server"), home));
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
        LocalGrafana.Setup setup = setup();

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

    @Test
    void isAsClosedAsTheOneInAContainer() throws IOException {
        // Given
        Map<String, Object> compose = ComposeFile.parsed(Path.of("..", "docker-compose.yml"));
        var services = (Map<?, ?>) compose.get("services");
        var container = (Map<?, ?>) ((Map<?, ?>) services.get("grafana")).get("environment");

        // When
        Map<String, String> local = variables(Files.readString(LocalGrafana.configured(setup(), directory)));
        Map<String, String> again = variables(Files.readString(LocalGrafana.configured(setup(), directory)));

        // Then
        assertThat(local)
                .containsEntry("GF_AUTH_BASIC_ENABLED", "false")
                .containsEntry("GF_PLUGINS_PREINSTALL_DISABLED", "true");
        assertThat(local.get(PASSWORD)).hasSizeGreaterThan(30).isNotEqualTo(again.get(PASSWORD));
        local.keySet().removeIf(name -> name.matches("GF_(SERVER|PATHS)_.*|" + PASSWORD));
        Map<String, String> contained = new TreeMap<>();
        container.forEach((name, value) -> contained.put(name.toString(), value.toString()));
        contained.remove("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH");
        assertThat(local).isEqualTo(contained);
    }

    @Test
    void takesNoSettingFromWhoeverStartsTheDemo() {
        // When // Then
        assertThat(List.of("GF_SECURITY_ADMIN_PASSWORD", "GF_AUTH_BASIC_ENABLED"))
                .allMatch(Child::overrides);
        assertThat(List.of("PATH", "HOME", "GFS")).noneMatch(Child::overrides);
    }
}
