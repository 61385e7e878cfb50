package heed.topology.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.questionnaire.WatchRole;
import heed.topology.detect.WatchRule;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Place;
import heed.topology.response.Places;
import heed.topology.response.ScoredMeasure;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchRulesTest {

    private final MeasureCatalogue catalogue = new MeasureCatalogue(Questionnaires.shipped());
    private final ScoredMeasure overall = catalogue.byName("experience-1.overall");
    private final ScoredMeasure dignity = catalogue.byName("experience-1.dignity");
    private final ScoredMeasure support = catalogue.byName("experience-1.support");
    private final Places places = new Places(HospitalDirectory.empty());
    private final Place hospital = places.of("H1", null);
    private final Place ward = places.of("H1", "Ward-7");

    @Test
    void givesHalfOfOneAYearToTheOverallMeasureAndHalfToTheOthersTogether() {
        // When
        WatchRule ofOverall = WatchRules.DEFAULTS.of(hospital, overall);
        WatchRule ofDignity = WatchRules.DEFAULTS.of(hospital, dignity);

        // Then
        assertThat(ofOverall).isEqualTo(new WatchRule(730));
        assertThat(ofDignity).isEqualTo(new WatchRule(2_920));
        assertThat(ofOverall.falseAlarmsAYear() + 4 * ofDignity.falseAlarmsAYear())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void holdsAHospitalToItsOwnDaysWithAllItsMeasuresButNotItsUnits() {
        // Given
        var rules = new WatchRules(730, 365, 6_083, Map.of("H1", 1_460), Map.of());

        // When // Then
        assertThat(rules.of(hospital, overall)).isEqualTo(new WatchRule(1_460));
        assertThat(rules.of(hospital, dignity)).isEqualTo(new WatchRule(4 * 1_460));
        assertThat(rules.of(ward, overall)).isEqualTo(new WatchRule(365));
        assertThat(rules.of(ward, dignity)).isEqualTo(new WatchRule(4 * 365));
        assertThat(rules.of(places.of("H2", null), overall)).isEqualTo(new WatchRule(730));
    }

    @Test
    void holdsAMeasureToItsOwnDaysAndTheOthersToTheSameAsBefore() {
        // Given
        var rules = new WatchRules(730, 730, 6_083, Map.of(), Map.of("experience-1.dignity", 3_650));

        // When // Then
        assertThat(rules.of(hospital, dignity)).isEqualTo(new WatchRule(3_650));
        assertThat(rules.of(hospital, support)).isEqualTo(new WatchRule(2_920));
        assertThat(rules.of(hospital, overall)).isEqualTo(new WatchRule(730));
    }

    @Test
    void keepsAMeasuresDaysInProportionToThoseOfTheHospitalAndTheUnits() {
        // Given
        var rules = new WatchRules(730, 365, 6_083, Map.of("H1", 1_460), Map.of("experience-1.dignity", 3_650));

        // When // Then
        assertThat(rules.of(hospital, dignity)).isEqualTo(new WatchRule(7_300));
        assertThat(rules.of(ward, dignity)).isEqualTo(new WatchRule(1_825));
    }

    @Test
    void holdsNoKeyToFewerThanThirtyDaysAndTakesTheLongestThatCanBeSet() {
        // Given
        var shortest = new WatchRules(73_000, 30, 30, Map.of("H1", 30), Map.of("experience-1.dignity", 30));
        var longest =
                new WatchRules(30, 73_000, 1_000_000, Map.of("H1", 73_000), Map.of("experience-1.dignity", 73_000));

        // When // Then
        assertThat(shortest.of(hospital, dignity)).isEqualTo(new WatchRule(30, 30));
        assertThat(shortest.of(ward, dignity)).isEqualTo(new WatchRule(30, 30));
        assertThat(longest.of(hospital, dignity).targetDays()).isCloseTo(177_633_333, within(1.0));
    }

    @Test
    void refusesWhatNoOneCanMean() {
        // When // Then
        assertThatThrownBy(() -> new WatchRules(29, 730, 6_083, Map.of(), Map.of()))
                .hasMessage("Days between false alarms must be at least 30, were 29 for hospital");
        assertThatThrownBy(() -> new WatchRules(730, 730, 6_083, Map.of("H1", 29), Map.of()))
                .hasMessageEndingWith("were 29 for H1");
        assertThatThrownBy(() -> new WatchRules(730, 730, 6_083, Map.of(), Map.of("fft-2020.positive", 0)))
                .hasMessageEndingWith("were 0 for fft-2020.positive");
        assertThatThrownBy(() -> WatchRules.DEFAULTS.of(hospital, catalogue.byName("fft-2020.negative")))
                .hasMessage("fft-2020.negative is not watched");
        assertThat(catalogue.byName("fft-2020.negative").role()).isEqualTo(WatchRole.NONE);
    }

    @Test
    void aRuleTakesItsLimitsAndNothingBeyond() {
        // When // Then
        assertThat(new WatchRule(1).targetDays()).isEqualTo(1);
        assertThat(new WatchRule(1_000_000_000).targetDays()).isEqualTo(1_000_000_000);
        assertThatThrownBy(() -> new WatchRule(0.5))
                .hasMessage("Days between false alarms of a key must be 1 to 1,000,000,000, was 0.5");
        assertThatThrownBy(() -> new WatchRule(1_000_000_001)).hasMessageEndingWith("was 1.000000001E9");
        assertThatThrownBy(() -> new WatchRule(Double.NaN)).hasMessageEndingWith("was NaN");
    }
}
