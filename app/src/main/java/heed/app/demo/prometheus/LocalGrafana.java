package heed.app.demo.prometheus;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Grafana, which draws this project's dashboards of a Prometheus. It listens on loopback only, lets whoever reaches it
 * look and nobody sign in, asks nothing of the network, and ends with this process.
 */
public final class LocalGrafana implements AutoCloseable {

    private static final String HEALTH = "api/health";

    private final Child grafana;

    private LocalGrafana(Child grafana) {
        this.grafana = grafana;
    }

    /**
     * What runs where.
     *
     * @param home the project's {@code monitoring} directory, for its dashboards
     * @param data directory for what it keeps; made where it is missing
     */
    public record Setup(GrafanaProgram program, Path home, Path data, int port, URI prometheus) {}

    /** Starts it and returns when it is ready. */
    public static LocalGrafana start(Setup setup, HttpClient http) throws InterruptedException {
        Path data = setup.data().toAbsolutePath();
        List<String> command = new ArrayList<>(setup.program().command());
        command.add("--homepath=" + setup.program().home());
        try {
            command.add("--config=" + configured(setup, data));
        } catch (IOException e) {
            throw new MonitoringException("Grafana's configuration can't be written to " + data, e);
        }
        Child grafana = Child.start("grafana", data, command);
        try {
            grafana.awaitReady(http, URI.create("http://127.0.0.1:" + setup.port() + "/" + HEALTH));
        } catch (RuntimeException | InterruptedException e) {
            grafana.close();
            throw e;
        }
        return new LocalGrafana(grafana);
    }

    /** Writes what containers have mounted, for this machine: only addresses and paths differ. */
    static Path configured(Setup setup, Path data) throws IOException {
        Path shipped = setup.home().resolve("grafana").toAbsolutePath();
        Path provisioning = data.resolve("provisioning");
        copy(shipped, provisioning, "datasources/prometheus.yml", "http://prometheus:9090", setup.prometheus());
        copy(shipped, provisioning, "dashboards/heed.yml", "/etc/heed/dashboards", shipped.resolve("dashboards"));
        Path settings = data.resolve("grafana.ini");
        Files.writeString(
                settings,
                """
                [server]
                http_addr = 127.0.0.1
                http_port = %d
                [paths]
                data = %s
                logs = %2$s
                plugins = %2$s
                provisioning = %s
                [auth]
                disable_login_form = true
                [auth.anonymous]
                enabled = true
                org_role = Viewer
                [auth.basic]
                enabled = false
                [security]
                admin_password = %s
                disable_initial_admin_creation = true
                disable_gravatar = true
                [users]
                allow_sign_up = false
                [plugins]
                preinstall_disabled = true
                [analytics]
                reporting_enabled = false
                check_for_updates = false
                check_for_plugin_updates = false
                [news]
                news_feed_enabled = false
                """
                        .formatted(setup.port(), data.resolve("kept"), provisioning, UUID.randomUUID()));
        return settings;
    }

    private static void copy(Path shipped, Path to, String name, String there, Object here) throws IOException {
        Path from = shipped.resolve("provisioning").resolve(name);
        if (!Files.exists(from)) {
            throw new MonitoringException(
                    "There is no " + from + ": it comes with the project's directory, so start Heed by its ./heed.");
        }
        Path file = to.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, Files.readString(from).replace(there, here.toString()));
    }

    @Override
    public void close() {
        grafana.close();
    }
}
