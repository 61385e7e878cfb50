package heed.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.view.pipeline.LiveStatus;
import heed.schemas.Severity;
import heed.schemas.figures.SeverityScale;
import heed.schemas.sentence.English;
import heed.topology.detect.WatchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * Holds what is written for people to the constants of the program: lengths of time, days of a score, sizes of a fall.
 */
class DocumentNumbersTest {

    private static final Path ROOT = Path.of("..");
    private static final String OPEN_API = "monitoring/src/main/resources/heed/monitoring/api/openapi.yaml";

    /** Returns a file's words, one blank between any two. */
    private static String words(String file) throws IOException {
        return Files.readString(ROOT.resolve(file)).replaceAll("\\s+", " ");
    }

    /** Returns the classes in order, each as {@code each} has it, which is given number and word. */
    private static String classes(String each, String between) {
        return Arrays.stream(Severity.values())
                .map(one -> each.formatted(SeverityScale.number(one), English.severity(one)))
                .collect(Collectors.joining(between));
    }

    private static JsonNode table(JsonNode dashboard, String title) {
        return StreamSupport.stream(dashboard.path("panels").spliterator(), false)
                .filter(panel -> panel.path("type").asText().equals("table")
                        && panel.path("title").asText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static long points(double fall) {
        return Math.round(100 * fall);
    }

    @Test
    void saysAfterHowManySecondsFiguresAreOldAndThePipelineStalled() throws IOException {
        // When
        String api = words(OPEN_API);
        String module = words("monitoring/README.md");
        String runbook = words("monitoring/runbooks/HeedPipelineStalled.md");

        // Then
        long unheard = LiveStatus.UNHEARD_AFTER.toSeconds();
        long stalled = PipelineStatus.STALLED_AFTER.toSeconds();
        assertThat(api).contains("Silence of " + unheard + " seconds means that the figures are old");
        assertThat(module).contains("\"stopped\" is judged by the wall clock: " + unheard + " seconds without");
        assertThat(runbook).contains("nothing has been committed for " + stalled + " seconds or longer");
    }

    @Test
    void countsTheDaysOfScoresInTheApiAsScoresDo() throws IOException {
        // When
        var days = Pattern.compile("(\\d+) days").matcher(words(OPEN_API)).results();

        // Then
        assertThat(days.map(match -> match.group(1)).distinct())
                .containsExactlyInAnyOrder("" + RecentDays.SCORE, "" + RecentDays.SHORT);
        assertThat(words("docs/api.md")).contains("the answers of " + RecentDays.SCORE + " days to one measure");
    }

    @Test
    void saysHowMuchIsLearnedBeforeAnythingIsFlagged() throws IOException {
        // When
        String watch = words("docs/watch.md");
        String contracts = words("docs/contracts.md");

        // Then
        int days = WatchRule.LEAST_LEARNED_DAYS;
        int answers = WatchRule.LEAST_LEARNED_ANSWERS;
        assertThat(watch)
                .contains("For at least " + days + " days with answers and " + answers + " answers nothing is flagged")
                .contains("if they are " + days + " with " + answers);
        assertThat(contracts).contains("once that level has " + answers + " answers of " + days + " days");
    }

    @Test
    void callsSizesOfAFallByOneScale() throws IOException {
        // When
        String watch = words("docs/watch.md");
        String runbook = words("monitoring/runbooks/HeedDropOpen.md");
        String contract = Severity.getClassSchema().getDoc();

        // Then
        assertThat(SeverityScale.NUMBERS).isEqualTo(classes("%d %s", ", "));
        assertThat(SeverityScale.LIMITS)
                .isEqualTo(
                        "under %d points minor, under %d moderate, under %d major, else severe",
                        points(SeverityScale.MODERATE), points(SeverityScale.MAJOR), points(SeverityScale.SEVERE));
        assertThat(watch).contains("size class: " + SeverityScale.LIMITS);
        assertThat(runbook).contains(SeverityScale.NUMBERS, SeverityScale.LIMITS);
        assertThat(contract)
                .contains("under .%02d, under .%02d, under .%02d, and larger"
                        .formatted(
                                points(SeverityScale.MODERATE),
                                points(SeverityScale.MAJOR),
                                points(SeverityScale.SEVERE)));
    }

    @Test
    void alertAndDashboardCallTheNumbersOfAFallAsTheScaleDoes() throws IOException {
        // When
        String rules = words("monitoring/prometheus/rules/alerts.yml");
        JsonNode dashboard =
                new ObjectMapper().readTree(words("monitoring/grafana/dashboards/01-health-and-drops.json"));

        // Then
        assertThat(rules)
                .contains("severity {{ $value }} of " + Severity.values().length + ": {{ if "
                        + classes("eq $value %d.0 }}%s{{", " else if ") + " end }}");
        JsonNode panel = table(dashboard, "Open drops");
        assertThat(panel.path("description").textValue()).endsWith(" " + SeverityScale.NUMBERS + ".");
        JsonNode named = panel.at("/fieldConfig/defaults/mappings/0/options");
        assertThat(named).hasSize(Severity.values().length);
        for (Severity severity : Severity.values()) {
            assertThat(named.at("/" + SeverityScale.number(severity) + "/text").textValue())
                    .isEqualTo(English.severity(severity));
        }
    }
}
