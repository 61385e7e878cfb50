package heed.monitoring.meters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where the dashboards lead to, what can be chosen on them, and that every figure has its unit. */
class DashboardLinksTest {

    private static final String PAGE = "${page:raw}";
    private static final String RUNBOOK = PAGE + "/runbooks/";
    private static final Pattern ASKED = Pattern.compile("label_values\\(([a-z_]+)[{,]");
    private static final Pattern CELL = Pattern.compile("\\$\\{__data\\.fields\\.([^}]+)}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(hospital|measure)\\b");
    /** What says where the page is, and names for the text of alerts: no alert is about these. */
    private static final Set<String> FOR_TEXT = Set.of("heed_page_info", "heed_drop_info");

    private static Stream<String> urls(JsonNode panel) {
        return Stream.concat(
                        Dashboards.children(panel, "links"),
                        Dashboards.children(panel.path("fieldConfig").path("defaults"), "links"))
                .map(link -> link.path("url").asText());
    }

    @Test
    void everyDashboardAndPanelLeadsToThePageByTheAddressThatItSaysOfItself() {
        // When
        List<JsonNode> dashboards = Dashboards.all();

        // Then
        assertThat(dashboards).isNotEmpty().allSatisfy(dashboard -> {
            assertThat(dashboard.path("templating").path("list").valueStream().filter(each -> each.path("name")
                            .asText()
                            .equals("page")))
                    .singleElement()
                    .satisfies(page -> assertThat(page.path("definition").asText())
                            .isEqualTo("label_values(heed_page_info, url)"));
            assertThat(urls(dashboard)).isNotEmpty().allMatch(url -> url.startsWith(PAGE + "/"));
        });
        assertThat(Dashboards.panels()).isNotEmpty().allSatisfy(panel -> assertThat(urls(panel))
                .as(panel.path("title").asText())
                .allMatch(url -> url.startsWith(PAGE + "/"))
                .anyMatch(url -> !url.startsWith(RUNBOOK)));
    }

    /** A cell is named as the table calls its column, which is what a link is made of. */
    @Test
    void everyLinkOfATableIsMadeOfColumnsThatItHas() {
        // When
        List<JsonNode> tables = Dashboards.panels().stream()
                .filter(panel -> panel.path("type").asText().equals("table"))
                .toList();

        // Then
        assertThat(tables).hasSize(3).allSatisfy(table -> {
            List<String> columns = table.path("transformations").findValues("renameByName").stream()
                    .flatMap(JsonNode::valueStream)
                    .map(JsonNode::asText)
                    .toList();
            assertThat(urls(table).flatMap(url -> CELL.matcher(url).results()).map(match -> match.group(1)))
                    .isNotEmpty()
                    .allMatch(columns::contains);
        });
    }

    @Test
    void everyPanelOfAFigureThatAnAlertWatchesLeadsToItsRunbook() {
        // When
        List<JsonNode> panels = Dashboards.panels();

        // Then
        assertThat(panels).allSatisfy(panel -> {
            Set<String> metrics = Dashboards.queries(panel)
                    .flatMap(query -> query.metrics().stream())
                    .collect(Collectors.toSet());
            Set<String> due = Rules.alerts().stream()
                    .filter(rule -> watched(rule).stream().anyMatch(metrics::contains))
                    .map(Rules.Rule::alert)
                    .collect(Collectors.toCollection(TreeSet::new));
            List<String> told = urls(panel)
                    .filter(url -> url.startsWith(RUNBOOK))
                    .map(url -> url.substring(RUNBOOK.length()))
                    .toList();
            assertThat(told).as(panel.path("title").asText()).containsAll(due).allMatch(DashboardLinksTest::isThere);
        });
    }

    private static Set<String> watched(Rules.Rule rule) {
        Set<String> watched = new HashSet<>(rule.query().metrics());
        watched.removeAll(FOR_TEXT);
        return watched;
    }

    private static boolean isThere(String runbook) {
        return Files.exists(Path.of("runbooks", runbook + ".md"));
    }

    @Test
    void everythingThatCanBeChosenChoosesSomethingAndIsAskedOfAMetricThatHeedExposes() {
        // When
        List<JsonNode> dashboards = Dashboards.all();

        // Then
        ExposedMetrics exposed = ExposedMetrics.all();
        assertThat(dashboards).allSatisfy(dashboard -> {
            List<JsonNode> variables =
                    dashboard.path("templating").path("list").valueStream().toList();
            assertThat(variables).allSatisfy(each -> assertThat(
                            ASKED.matcher(each.path("query").path("query").asText())
                                    .results()
                                    .map(match -> match.group(1)))
                    .singleElement()
                    .matches(exposed::contains));
            Set<String> used = Dashboards.queries(dashboard)
                    .flatMap(query -> VARIABLE.matcher(query.expression()).results())
                    .map((MatchResult match) -> match.group(1))
                    .collect(Collectors.toSet());
            assertThat(variables.stream()
                            .map(each -> each.path("name").asText())
                            .filter(Predicate.not("page"::equals)))
                    .containsExactlyInAnyOrderElementsOf(used);
        });
        assertThat(names(dashboards.get(0))).containsExactly("page", "hospital", "measure");
        assertThat(names(dashboards.get(1))).containsExactly("page", "measure");
    }

    private static Stream<String> names(JsonNode dashboard) {
        return dashboard.path("templating").path("list").valueStream().map(each -> each.path("name")
                .asText());
    }

    @Test
    void everyFigureHasItsUnitAndEveryOneThatStandsAloneAThreshold() {
        // When
        List<JsonNode> panels = Dashboards.panels();

        // Then
        assertThat(panels).allSatisfy(panel -> {
            JsonNode figures = panel.path("fieldConfig").path("defaults");
            String title = panel.path("title").asText();
            assertThat(figures.path("unit").asText()).as(title).isNotEmpty();
            if (panel.path("type").asText().equals("stat")) {
                assertThat(figures.path("thresholds").path("steps").size())
                        .as(title)
                        .isPositive();
            }
        });
    }

    /** The lines on the panels are those at which an alert fires. */
    @Test
    void drawsTheThresholdsThatAlertsGoBy() {
        // When
        List<Double> drawn = Dashboards.panels().stream()
                .filter(panel -> panel.path("type").asText().equals("timeseries"))
                .flatMap(panel -> panel.path("fieldConfig")
                        .path("defaults")
                        .path("thresholds")
                        .path("steps")
                        .valueStream())
                .filter(step -> step.path("value").isNumber())
                .map(step -> step.path("value").asDouble())
                .toList();

        // Then
        String rules =
                Rules.alerts().stream().map(rule -> rule.query().expression()).collect(Collectors.joining("\n"));
        assertThat(drawn).containsExactly(1000.0, 5.0, .144, .144);
        assertThat(rules).contains("> 1000 and", "[10m]))) > 5", "late:ratio1h > 0.144", "lost:ratio1h > 0.144");
    }
}
