package heed.app.demo.prometheus;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Prometheus, which scrapes Heed's page and judges by the rules of this project, and the Alertmanager that it tells.
 * Both listen on loopback only, keep their data where they are told, and end with this process.
 */
public final class LocalMonitoring implements AutoCloseable {

    private final Child alertmanager;
    private final Child prometheus;

    private LocalMonitoring(Child alertmanager, Child prometheus) {
        this.alertmanager = alertmanager;
        this.prometheus = prometheus;
    }

    /**
     * What runs where.
     *
     * @param home the project's {@code monitoring} directory, for its rules
     * @param receivers Alertmanager's configuration
     * @param data directory for what both keep; made where it is missing
     * @param interval between scrapes and between evaluations of the rules
     */
    public record Setup(
            MonitoringPrograms programs,
            Path home,
            Path receivers,
            Path data,
            Duration interval,
            int prometheusPort,
            int alertmanagerPort) {}

    /** Starts both and returns when both are ready. */
    public static LocalMonitoring start(Setup setup, URI page, HttpClient http) throws InterruptedException {
        Path rules = setup.home().resolve("prometheus").resolve("rules").toAbsolutePath();
        for (Path needed : List.of(rules, setup.receivers())) {
            if (!Files.exists(needed)) {
                throw new MonitoringException("There is no " + needed
                        + ": the rules come with the project's directory, so start Heed by its ./heed.");
            }
        }
        Child alertmanager = Child.start(
                "alertmanager",
                setup.data(),
                List.of(
                        setup.programs().alertmanager().toString(),
                        "--config.file=" + setup.receivers().toAbsolutePath(),
                        "--storage.path=" + setup.data().resolve("alertmanager").toAbsolutePath(),
                        "--web.listen-address=127.0.0.1:" + setup.alertmanagerPort(),
                        // One Alertmanager alone: nothing to gossip with.
                        "--cluster.listen-address="));
        Child prometheus = null;
        try {
            Path configuration = setup.data().resolve("prometheus.yml");
            Files.writeString(configuration, configuration(setup, rules, page));
            prometheus = Child.start(
                    "prometheus",
                    setup.data(),
                    List.of(
                            setup.programs().prometheus().toString(),
                            "--config.file=" + configuration.toAbsolutePath(),
                            "--storage.tsdb.path="
                                    + setup.data().resolve("prometheus").toAbsolutePath(),
                            "--web.listen-address=127.0.0.1:" + setup.prometheusPort()));
            alertmanager.awaitReady(http, ready(setup.alertmanagerPort()));
            prometheus.awaitReady(http, ready(setup.prometheusPort()));
            return new LocalMonitoring(alertmanager, prometheus);
        } catch (IOException e) {
            alertmanager.close();
            throw new MonitoringException("Prometheus' configuration can't be written to " + setup.data(), e);
        } catch (RuntimeException | InterruptedException e) {
            alertmanager.close();
            if (prometheus != null) {
                prometheus.close();
            }
            throw e;
        }
    }

    /** What prometheus.yml has for containers, for this machine: only addresses and intervals differ. */
    private static String configuration(Setup setup, Path rules, URI page) {
        return """
                global:
                  scrape_interval: %1$s
                  scrape_timeout: %1$s
                  evaluation_interval: %1$s
                rule_files:
                  - '%2$s/*.yml'
                alerting:
                  alertmanagers:
                    - static_configs:
                        - targets: ['127.0.0.1:%3$d']
                scrape_configs:
                  - job_name: heed
                    static_configs:
                      - targets: ['%4$s']
                """
                .formatted(setup.interval().toMillis() + "ms", rules, setup.alertmanagerPort(), page.getAuthority());
    }

    private static URI ready(int port) {
        return URI.create("http://127.0.0.1:" + port + "/-/ready");
    }

    /** Ends both, the one that tells first. */
    @Override
    public void close() {
        prometheus.close();
        alertmanager.close();
    }
}
