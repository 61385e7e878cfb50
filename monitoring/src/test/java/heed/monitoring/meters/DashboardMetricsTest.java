package heed.monitoring.meters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the dashboards to what Heed exposes: a panel whose metric is gone shows nothing, and nobody misses it. */
class DashboardMetricsTest {

    private static final String DATA_SOURCE = "heed-prometheus";
    private static final int COLUMNS = 24;

    @Test
    void asksOnlyForMetricsThatHeedExposes() {
        // When
        Set<String> asked = new TreeSet<>();
        Dashboards.all()
                .forEach(dashboard -> Dashboards.queries(dashboard).forEach(query -> asked.addAll(query.metrics())));

        // Then
        assertThat(asked).isNotEmpty().allMatch(ExposedMetrics.all()::contains);
    }

    @Test
    void everyDashboardHasAFixedIdAndIsReadOnlyAndAsksOneQuestion() {
        // When
        List<JsonNode> dashboards = Dashboards.all();

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
        List<JsonNode> panels = Dashboards.all().stream()
                .flatMap(dashboard -> Dashboards.children(dashboard, "panels"))
                .toList();

        // Then
        assertThat(provisioned).contains("uid: " + DATA_SOURCE);
        assertThat(panels).allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(Dashboards.children(panel, "targets")).isNotEmpty().allSatisfy(target -> assertThat(
                            target.path("datasource").path("uid").asText())
                    .isEqualTo(DATA_SOURCE));
        });
    }

    @Test
    void everyPanelHasANumberAndAPlaceOfItsOwn() {
        // When
        List<JsonNode> dashboards = Dashboards.all();

        // Then
        assertThat(dashboards).isNotEmpty().allSatisfy(dashboard -> {
            List<JsonNode> panels = Dashboards.children(dashboard, "panels").toList();
            assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
            assertThat(panels.stream().flatMap(DashboardMetricsTest::cells)).doesNotHaveDuplicates();
        });
    }

    /** Returns the squares of Grafana's grid, {@value #COLUMNS} in a row, that a panel lies on. */
    private static Stream<String> cells(JsonNode panel) {
        JsonNode place = panel.path("gridPos");
        int left = place.required("x").asInt();
        int top = place.required("y").asInt();
        int right = left + place.required("w").asInt();
        int bottom = top + place.required("h").asInt();
        assertThat(left).as(panel.path("title").asText()).isBetween(0, right - 1);
        assertThat(right).as(panel.path("title").asText()).isLessThanOrEqualTo(COLUMNS);
        assertThat(top).as(panel.path("title").asText()).isBetween(0, bottom - 1);
        return IntStream.range(top, bottom).boxed().flatMap(row -> IntStream.range(left, right)
                .mapToObj(column -> column + "," + row));
    }
}
