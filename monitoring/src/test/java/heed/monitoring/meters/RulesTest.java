package heed.monitoring.meters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds rules to what Heed exposes, and alerts to what somebody woken by one needs. */
class RulesTest {

    private static final Path ROOT = Path.of("..");
    private static final String HOME =
            "{{ with query \"last_over_time(heed_page_info[1d])\" }}{{ . | first | label \"url\" }}";

    @Test
    void askOnlyForMetricsThatHeedExposesOrThatTheyRecord() {
        // Given
        ExposedMetrics exposed = ExposedMetrics.all();
        List<String> recorded =
                Rules.recorded().stream().map(Rules.Rule::record).toList();

        // When
        Set<String> asked = new TreeSet<>();
        Stream.concat(Rules.recorded().stream(), Rules.alerts().stream())
                .forEach(rule -> asked.addAll(rule.query().metrics()));

        // Then
        assertThat(asked).isNotEmpty().allMatch(metric -> exposed.contains(metric) || recorded.contains(metric));
    }

    @Test
    void saysOnlyFiguresThatHeedExposes() throws IOException {
        // Given
        ExposedMetrics exposed = ExposedMetrics.all();
        String alerts = Files.readString(Rules.DIRECTORY.resolve("rules").resolve("alerts.yml"));

        // When
        Set<String> said = Pattern.compile("`[^`]*?(heed_[a-z_]+)\\{")
                .matcher(alerts)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(said).contains("heed_drop_now_ratio").allMatch(exposed::contains);
    }

    @Test
    void everyRecordedFigureIsAskedFor() {
        // When
        Set<String> asked = new TreeSet<>();
        Rules.alerts().forEach(alert -> asked.addAll(alert.query().metrics()));

        // Then
        assertThat(Rules.recorded()).extracting(Rules.Rule::record).isNotEmpty().isSubsetOf(asked);
    }

    @Test
    void everyAlertWaitsHasASeverityOneLineWithTheValueAndARunbook() {
        // When
        List<Rules.Rule> alerts = Rules.alerts();

        // Then
        assertThat(alerts).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.patience()).matches("[1-9][0-9]*[sm]");
            assertThat(alert.label("severity")).isIn("critical", "warning");
            assertThat(alert.annotation("summary")).contains("{{ $value").doesNotContain("\n");
            String file = "monitoring/runbooks/" + alert.alert() + ".md";
            assertThat(alert.annotation("runbook_url"))
                    .isEqualTo(HOME + "/runbooks/" + alert.alert() + "{{ else }}" + file + "{{ end }}");
            assertThat(ROOT.resolve(file)).exists();
        });
    }

    @Test
    void everyAlertLinksToThePageThatItIsAboutWhereHeedSaysThatPeopleReachIt() {
        // Given
        Map<String, List<String>> ofCare = Map.of(
                "HeedDropOpen", List.of("drop_url", "hospital_url"),
                "HeedHospitalSilent", List.of("hospital_url", "pipeline_url"),
                "HeedEpisodeOpen", List.of("drops_url"));

        // When
        List<Rules.Rule> alerts = Rules.alerts();

        // Then
        assertThat(alerts).allSatisfy(alert -> assertThat(ofCare.getOrDefault(alert.alert(), List.of("pipeline_url")))
                .allSatisfy(link -> assertThat(alert.annotation(link))
                        .startsWith("{{ with ")
                        .contains("last_over_time(heed_page_info", "{{ . | first | label \"url\" }}{{ end }}/")));
    }

    @Test
    void alertsOfCareSayNamesAndWards() {
        // When
        List<Rules.Rule> alerts = Rules.alerts();

        // Then
        assertThat(alerts)
                .filteredOn(alert -> alert.query().metrics().stream()
                        .anyMatch(metric -> metric.startsWith("heed_drop_") || metric.startsWith("heed_silence_")))
                .hasSize(2)
                .allSatisfy(
                        alert -> assertThat(alert.annotation("summary")).contains("label \"hospital_name\"", "unit"));
    }

    @Test
    void everyAlertIsTestedToFireToStayQuietAndWithItsSeriesMissing() {
        // When
        List<String> tests = Rules.tests();

        // Then
        assertThat(tests).doesNotHaveDuplicates();
        assertThat(Rules.alerts()).allSatisfy(alert -> assertThat(tests)
                .contains(
                        alert.alert() + " fires",
                        alert.alert() + " stays quiet",
                        alert.alert() + " with its series missing"));
    }
}
