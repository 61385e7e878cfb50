package heed.app.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import heed.app.settings.Settings;
import heed.app.settings.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What Helm makes of the chart. */
class HelmChartTest {

    private static final Path CHART =
            Path.of("..", "helm", "heed").toAbsolutePath().normalize();

    @TempDir
    private Path directory;

    private static TemplateCommand chart() {
        return new Helm(CHART)
                .template()
                .withName("feedback")
                .withNamespace("quality")
                .set("bootstrap", "hospital-kafka-bootstrap:9093")
                .set("registry", "http://registry:8080/apis/ccompat/v7");
    }

    /** Returns what is made, by kind and name. */
    private static Map<String, Map<String, Object>> made(TemplateCommand chart) {
        Map<String, Map<String, Object>> made = new LinkedHashMap<>();
        for (Object each : new Load(LoadSettings.builder().build()).loadAllFromString(chart.call())) {
            if (each != null) {
                Map<String, Object> document = ComposeFile.mapping(each);
                made.put(document.get("kind") + " " + at(document, "metadata", "name"), document);
            }
        }
        return made;
    }

    private static Object at(Object from, Object... path) {
        Object here = from;
        for (Object step : path) {
            here = step instanceof Integer index
                    ? ((List<?>) here).get(index)
                    : ComposeFile.mapping(here).get(step);
        }
        return here;
    }

    private static Map<String, Object> pod(Map<String, Map<String, Object>> made) {
        return ComposeFile.mapping(at(made.get("StatefulSet feedback-heed"), "spec", "template", "spec"));
    }

    private static Map<String, Object> container(Map<String, Map<String, Object>> made) {
        return ComposeFile.mapping(at(pod(made), "containers", 0));
    }

    /** Returns the variables of the container; of those from a Secret which key of which. */
    private static Map<String, String> environment(Map<String, Map<String, Object>> made) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (Object each : (List<?>) container(made).get("env")) {
            Map<String, Object> variable = ComposeFile.mapping(each);
            Object value = variable.containsKey("value")
                    ? variable.get("value")
                    : at(variable, "valueFrom", "secretKeyRef", "name") + "/"
                            + at(variable, "valueFrom", "secretKeyRef", "key");
            environment.put((String) variable.get("name"), (String) value);
        }
        return environment;
    }

    /** Returns the settings as Heed reads them in the container. */
    private Settings settings(Map<String, Map<String, Object>> made) throws IOException {
        Map<String, String> environment = environment(made);
        Path file = Files.writeString(
                directory.resolve("heed.yaml"), (String) at(made.get("ConfigMap feedback-heed"), "data", "heed.yaml"));
        assertThat(environment.remove("HEED_CONFIG")).isEqualTo("/etc/heed/heed.yaml");
        return SettingsReader.read(Optional.of(file), environment, Map.of());
    }

    @Test
    void isAsHelmWantsCharts() throws IOException {
        // Given
        Path copy = Files.createDirectories(directory.resolve("heed"));
        try (var files = Files.walk(CHART)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(CHART.relativize(each).toString());
                Files.createDirectories(to.getParent());
                Files.copy(each, to);
            }
        }
        Path values = copy.resolve("values.yaml");
        Files.writeString(
                values,
                Files.readString(values)
                        .replace("\nbootstrap: \"\"", "\nbootstrap: kafka:9092")
                        .replace("\nregistry: \"\"", "\nregistry: http://registry"));

        // When
        LintResult result = new Helm(copy).lint().strict().call();

        // Then
        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    @Test
    void givesHeedSettingsThatItKnowsAndServersThatAreThere() throws IOException {
        // When
        Map<String, Map<String, Object>> made = made(chart().set("iKnowThisIsOpen", true));
        Settings settings = settings(made);

        // Then
        assertThat(container(made)).contains(entry("args", List.of("up", "--i-know-this-is-open")));
        assertThat(settings.servers().bootstrap()).contains("hospital-kafka-bootstrap:9093");
        assertThat(settings.servers().registry().map(URI::getHost)).contains("registry");
        assertThat(settings.pipeline().replication()).isEqualTo(3);
        assertThat(settings.page().host()).isEqualTo("0.0.0.0");
        assertThat(settings.page().names()).contains("feedback-heed", "feedback-heed.quality.svc");
        assertThat(at(container(made), "ports", 0, "containerPort"))
                .isEqualTo(settings.page().port());
        assertThat(at(container(made), "ports", 1, "containerPort"))
                .isEqualTo(settings.intake().listener().port());
        assertThat(made.keySet())
                .containsExactlyInAnyOrder(
                        "ConfigMap feedback-heed",
                        "Service feedback-heed",
                        "Service feedback-heed-instances",
                        "StatefulSet feedback-heed");
    }

    @Test
    void opensNothingByItself() {
        // When // Then
        assertThat(container(made(chart()))).contains(entry("args", List.of("up")));
    }

    private static TemplateCommand onStrimzi(String authentication) {
        return chart().set("strimzi.cluster", "hospital")
                .set("strimzi.user", "heed")
                .set("strimzi.authentication", authentication);
    }

    @Test
    void isWhoStrimziSays() throws IOException {
        // When
        Map<String, Map<String, Object>> byCertificate = made(onStrimzi("tls"));
        Map<String, Map<String, Object>> byPassword = made(onStrimzi("scram-sha-512"));

        // Then
        assertThat(environment(byCertificate))
                .containsEntry("HEED_KAFKA_SECURITY_PROTOCOL", "SSL")
                .containsEntry("HEED_KAFKA_SSL_KEYSTORE_PASSWORD", "heed/user.password");
        assertThat(environment(byPassword))
                .containsEntry("HEED_KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
                .containsEntry("HEED_KAFKA_SASL_JAAS_CONFIG", "heed/sasl.jaas.config");
        assertThat(List.of(pod(byCertificate).toString(), pod(byPassword).toString()))
                .allMatch(pod -> pod.contains("hospital-cluster-ca-cert"));
        assertThat(settings(byCertificate).servers().bootstrap()).isPresent();
        assertThat(settings(byPassword).servers().bootstrap()).isPresent();
    }

    @Test
    void gainsNoPrivilegeAndWritesToItsVolumeAndToTemporaryFilesAlone() {
        // When
        Map<String, Map<String, Object>> made = made(chart());

        // Then
        assertThat(ComposeFile.mapping(pod(made).get("securityContext")))
                .contains(entry("runAsNonRoot", true), entry("runAsUser", 10001));
        assertThat(ComposeFile.mapping(container(made).get("securityContext")))
                .contains(
                        entry("allowPrivilegeEscalation", false),
                        entry("readOnlyRootFilesystem", true),
                        entry("capabilities", Map.of("drop", List.of("ALL"))));
        assertThat(at(container(made), "resources", "limits", "memory")).isNotNull();
        assertThat(pod(made)).contains(entry("automountServiceAccountToken", false));
    }

    @Test
    void takesWhatOnesOwnClusterHas() throws IOException {
        // Given
        Path values = Files.writeString(
                directory.resolve("values.yaml"),
                """
                replicas: 2
                settings:
                  access: {people: accounts}
                  hospitals: {file: /etc/heed/files/hospitals.csv}
                files:
                  hospitals.csv: |
                    code,name
                    H1,Ashcombe
                page:
                  publicUrl: https://heed.example.org
                  proxies: 10.0.0.0/8
                  ingress: {enabled: true, host: heed.example.org, tlsSecret: heed-tls}
                intake:
                  proxies: 10.0.0.0/8
                  ingress: {enabled: true, host: intake.example.org}
                secretSettings: heed-secrets
                secretFiles: heed-files
                serviceMonitor: {enabled: true, keySecret: {name: heed-metrics}}
                """);

        // When
        Map<String, Map<String, Object>> made = made(chart().withValuesFile(values));

        // Then
        assertThat(made)
                .containsKeys(
                        "Ingress feedback-heed",
                        "Ingress feedback-heed-intake",
                        "PodDisruptionBudget feedback-heed",
                        "ServiceMonitor feedback-heed");
        assertThat(at(made.get("ConfigMap feedback-heed"), "data", "file-hospitals.csv"))
                .isEqualTo("code,name\nH1,Ashcombe\n");
        assertThat(pod(made).toString()).contains("path=files/hospitals.csv", "heed-secrets", "heed-files");
        assertThat(environment(made))
                .containsEntry("HEED_PAGE_PUBLIC_URL", "https://heed.example.org")
                .extractingByKey("HEED_INTAKE_NAMES")
                .asString()
                .endsWith("intake.example.org");
    }

    @Test
    void asksAPageThatSpeaksTlsByIt() {
        // When
        Map<String, Map<String, Object>> made =
                made(chart().set("settings.page.tls.certificate", "/run/heed-secrets/tls.crt")
                        .set("serviceMonitor.enabled", true));

        // Then
        assertThat(at(container(made), "readinessProbe", "httpGet", "scheme")).isEqualTo("HTTPS");
        assertThat(at(container(made), "startupProbe", "httpGet", "scheme")).isEqualTo("HTTPS");
        assertThat(at(made.get("ServiceMonitor feedback-heed"), "spec", "endpoints", 0, "scheme"))
                .isEqualTo("https");
    }

    @Test
    void refusesWhatCannotBe() {
        // When // Then
        assertThatThrownBy(() -> chart().set("replicas", 0).call()).hasMessageContaining("replicas");
        assertThatThrownBy(() -> chart().set("registry", "registry:8080").call())
                .hasMessageContaining("registry");
        assertThatThrownBy(() -> chart().set("page.ingress.enabled", true).call())
                .hasMessageContaining("host");
        assertThatThrownBy(() -> chart().set("pagee.publicUrl", "x").call()).hasMessageContaining("pagee");
        assertThatThrownBy(() -> chart().set("replicas", 2)
                        .set("settings.notify.routes", "/etc/heed/files/routes.yaml")
                        .call())
                .hasMessageContaining("would tell everything twice");
    }
}
