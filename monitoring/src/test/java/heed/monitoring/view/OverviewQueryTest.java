package heed.monitoring.view;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aMonth;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.overview.OverviewPage;
import heed.monitoring.readmodel.ReadModel;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverviewQueryTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    private final Names names = new Names(
            HospitalDirectory.of(
                    List.of(hospital("H1", "Zennor", "North"), hospital("H2", "Ashdown", "South & West")), LONDON),
            Questionnaires.shipped());

    private static Hospital hospital(String code, String name, String region) {
        return new Hospital(code, name, LONDON, Optional.empty(), OptionalInt.empty(), Optional.of(region));
    }

    @BeforeEach
    void fill() {
        model.put(aDay("2026-03-01").at("H1").positive(18, 20));
        model.put(aDay("2026-03-01").at("H2").positive(15, 20));
        model.put(aDay("2026-03-01").at("H2").measure("fft-2020.negative").positive(2, 20));
        model.put(aDrop().at("H2").open());
        model.publish();
    }

    private List<String> codes(Map<String, String> parameters) {
        return OverviewQuery.of(parameters::get).rows(model.snapshot(), names, hospital -> Optional.empty()).stream()
                .map(OverviewRow::code)
                .toList();
    }

    private Parsed page(String address) {
        return Asked.of(new OverviewPage(names, SimulatedPipeline.running()), model.snapshot(), address);
    }

    @Test
    void showsWhatNeedsAttentionFirstOrAllByName() {
        // When // Then
        assertThat(codes(Map.of())).containsExactly("H2", "H1");
        assertThat(codes(Map.of("order", "name"))).containsExactly("H2", "H1");
        assertThat(codes(Map.of("find", "ZEN"))).containsExactly("H1");
        assertThat(codes(Map.of("find", "h2"))).containsExactly("H2");
    }

    @Test
    void findsAHospitalByWhatItsWardsAndMeasuresAreCalledAndLeadsThere() {
        // Given
        model.put(aDay("2026-03-01").at("H1").unit("Ward 7").positive(18, 20));
        model.publish();

        // When
        Parsed byWard = page("/?find=ward%207");
        Parsed byMeasure = page("/?find=negative");
        Parsed byName = page("/?find=zennor");

        // Then
        assertThat(codes(Map.of("find", "ward 7"))).containsExactly("H1");
        assertThat(byWard.attributes(".hits a", "href"))
                .containsExactly("/hospitals/H1/wards/Ward%207?measure=fft-2020.positive");
        assertThat(codes(Map.of("find", "negative"))).containsExactly("H2");
        assertThat(byMeasure.attributes(".hits a", "href")).containsExactly("/hospitals/H2?measure=fft-2020.negative");
        assertThat(byName.count(".hits a")).isZero();
    }

    @Test
    void sortsByEachColumnAndLeavesWhatIsNotShownToTheEnd() {
        // Given
        model.put(aDay("2026-03-01").at("A0").positive(1, 3));
        model.put(aDay("2026-03-01").at("A1").positive(90, 100));
        model.publish();

        // When // Then
        assertThat(codes(Map.of("order", "score"))).containsExactly("H2", "A1", "H1", "A0");
        assertThat(codes(Map.of("order", "answers"))).containsExactly("A1", "H2", "H1", "A0");
        assertThat(codes(Map.of("order", "name"))).containsExactly("A0", "A1", "H2", "H1");
        assertThat(codes(Map.of("order", "nonsense"))).startsWith("H2");
    }

    @Test
    void aHeadingLeadsToTheSameSortedByItAndSaysWhichItIs() {
        // When
        Parsed page = page("/?order=score&region=North");

        // Then
        assertThat(page.links("Answers")).containsExactly("/?region=North&order=answers#all");
        assertThat(page.attributes("th[aria-sort]", "aria-sort")).containsExactly("ascending");
        assertThat(page.texts("th[aria-sort]")).containsExactly("Score");
    }

    @Test
    void aHospitalOfWhichOnlyPublishedMonthsAreKnownIsNotWatchedYet() {
        // Given
        model.put(aMonth("2026-02").at("H3").positive(180, 200));
        model.publish();

        // When
        OverviewRow row = OverviewQuery.of(Map.of("find", "H3")::get)
                .rows(model.snapshot(), names, hospital -> Optional.empty())
                .get(0);
        String shown = page("/?find=H3").text();

        // Then
        assertThat(row.condition()).isEqualTo(Condition.PUBLISHED_ONLY);
        assertThat(row.lastAnswer()).isNull();
        assertThat(shown).contains("Not watched yet: only published months").contains("February 2026");
    }

    @Test
    void narrowsToARegion() {
        // When // Then
        assertThat(codes(Map.of("region", "North"))).containsExactly("H1");
        assertThat(codes(Map.of("region", "South & West"))).containsExactly("H2");
        assertThat(codes(Map.of("region", "East"))).isEmpty();
    }

    @Test
    void narrowsToAState() {
        // When // Then
        assertThat(codes(Map.of("state", "falling"))).containsExactly("H2");
        assertThat(codes(Map.of("state", "LEARNING"))).containsExactly("H1");
        assertThat(codes(Map.of("state", "FALLING", "region", "North"))).isEmpty();
        assertThat(codes(Map.of("state", "nonsense"))).containsExactly("H2", "H1");
    }

    @Test
    void showsTheMeasureAskedFor() {
        // When
        var rows = OverviewQuery.of(Map.of("measure", "fft-2020.negative")::get)
                .rows(model.snapshot(), names, hospital -> Optional.empty());

        // Then
        assertThat(rows).extracting(OverviewRow::measure).containsOnly("fft-2020.negative");
    }

    @Test
    void keepsInTheFormAndInTheLinkWhatWasAsked() {
        // When
        Parsed page = page("/?region=South%20%26%20West&state=falling&find=a");

        // Then
        assertThat(page.attributes("option[selected]", "value")).contains("South & West", "FALLING");
        assertThat(page.attributes("input[name=find]", "value")).containsExactly("a");
        assertThat(page.links("These figures as CSV"))
                .containsExactly("/api/v1/hospitals?find=a&region=South%20%26%20West&state=FALLING&format=csv");
    }

    @Test
    void offersNoRegionsWhereNoneIsKnownAndAWayBackWhereNothingMatches() {
        // Given
        Names without = new Names(HospitalDirectory.of(List.of(), LONDON), Questionnaires.shipped());

        // When
        Parsed page =
                Asked.of(new OverviewPage(without, SimulatedPipeline.running()), model.snapshot(), "/?find=nobody");

        // Then
        assertThat(page.count("#region")).isZero();
        assertThat(page.text()).contains("No hospital matches.");
        assertThat(page.links("Show all")).containsExactly("/");
    }
}
