package heed.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.ReaderStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the dashboards to what Heed exposes: a panel whose metric is gone shows nothing, and nobody misses it. */
class DashboardMetricsTest {

    private static final Path DASHBOARDS = Path.of("grafana", "dashboards");
    private static final String DATA_SOURCE = "heed-prometheus";

    @Test
    void asksOnlyForMetricsThatHeedExposes() {
        // Given
        Set<String> exposed = exposed();

        // When
        Set<String> asked = new TreeSet<>();
        dashboards().forEach(dashboard -> queries(dashboard).forEach(query -> asked.addAll(query.metrics())));

        // Then
        assertThat(asked).isNotEmpty().allMatch(metric -> exposed.contains(metric) || isLetThroughFromKafka(metric));
    }

    @Test
    void everyDashboardHasAFixedIdAndIsReadOnlyAndAsksOneQuestion() {
        // When
        List<JsonNode> dashboards = dashboards();

        // Then
        assertThat(dashboards).isNotEmpty().allSatisfy(dashboard -> {
            assertThat(dashboard.path("uid").asText()).matches("heed-[a-z-]+");
            assertThat(dashboard.path("title").asText()).endsWith("?");
            assertThat(dashboard.path("editable").asBoolean(true)).isFalse();
        });
    }

    @Test
    void everyPanelHasATitleAQueryAndTheProvisionedDataSource() throws IOException {
        // Given
        String provisioned = Files.readString(Path.of("grafana", "provisioning", "datasources", "prometheus.yml"));

        // When
        List<JsonNode> panels = dashboards().stream()
                .flatMap(dashboard -> children(dashboard, "panels"))
                .toList();

        // Then
        assertThat(provisioned).contains("uid: " + DATA_SOURCE);
        assertThat(panels).allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(children(panel, "targets")).isNotEmpty().allSatisfy(target -> assertThat(
                            target.path("datasource").path("uid").asText())
                    .isEqualTo(DATA_SOURCE));
        });
    }

    private static Stream<Query> queries(JsonNode dashboard) {
        return children(dashboard, "panels")
                .flatMap(panel -> children(panel, "targets"))
                .map(target -> new Query(target.path("expr").asText()));
    }

    /** Returns the names on a scrape on which everything that can be bound is bound, and a hospital has a drop. */
    private static Set<String> exposed() {
        ReadModel model = new ReadModel(Clock.fixed(Simulated.NOW, ZoneOffset.UTC), Simulated.STAFF);
        Simulated.scores(model);
        Simulated.drops(model);
        LeagueFixture.aLeague("fft-2020.positive", "2026-03").row("H1", 90, 100).into(model);
        try (Meters meters = new Meters()) {
            meters.bindTallies(() -> Map.of(0, new TallySource.Tally(10, 5, 2, 1, 1, Map.of("bad_unit", 1L))));
            meters.bindReadModel(model, () -> new ReaderStatus(ReaderStatus.Phase.FOLLOWING, 0, Simulated.NOW, 0));
            meters.bindPipeline(() -> PipelineStatus.Status.running(Simulated.NOW));
            meters.bindDataDirectory(Path.of("."));
            meters.bindStreamsOpen(() -> 0);
            meters.bindProcess();
            return names(meters.scrape("text/plain"));
        }
    }

    private static boolean isLetThroughFromKafka(String metric) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(new KafkaMeterFilter());
        FunctionCounter.builder(metric.replace('_', '.'), metric, String::length)
                .register(registry);
        return metric.startsWith("kafka_") && names(registry.scrape()).contains(metric);
    }

    private static Set<String> names(String scrape) {
        return scrape.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<JsonNode> dashboards() {
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            return files.sorted().map(DashboardMetricsTest::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> children(JsonNode parent, String name) {
        return parent.path(name).valueStream();
    }
}
