package heed.monitoring.page.hospital;

import static heed.monitoring.ActionFixture.anAct;
import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.PageRequest;
import heed.monitoring.page.drop.DropPage;
import heed.monitoring.page.overview.OverviewPage;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.SeenComments;
import heed.monitoring.readmodel.Viewer;
import heed.monitoring.view.Followed;
import heed.monitoring.view.Names;
import heed.schemas.ActionKind;
import heed.schemas.Audience;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.access.Scope;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.PlaceKey;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WardPageTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), LONDON);

    private final ReadModel model = new ReadModel(NOON, Simulated.STAFF);
    private final Names names = new Names(HospitalDirectory.of(List.of(), LONDON), Questionnaires.shipped());
    private final WardPage page = new WardPage(names, SimulatedPipeline.running());

    private Parsed ward(String unit) {
        model.publish();
        return Asked.of(page, model.snapshot(), "/hospitals/H1/wards/" + unit);
    }

    private Optional<Parsed> seen(ReadModel all, Viewer viewer, String unit, PlaceKey... named) {
        all.publish();
        Map<String, String> path = Map.of("code", "H1", "unit", unit);
        var reader = new PageReader(
                right -> true,
                Optional.empty(),
                Optional.empty(),
                "",
                drop -> Optional.empty(),
                Set.of(named),
                () -> SeenComments.NONE);
        return page.write(
                        new PageRequest(path::get, name -> null, name -> null, reader),
                        all.seenBy(viewer).snapshot())
                .map(content -> Asked.parsed(content.body()));
    }

    private static void fill(ReadModel model) {
        model.put(aDay(TODAY).positive(180, 200));
        model.put(aDay(TODAY.minusDays(10)).unit("W1").positive(60, 80));
        model.put(aDay(TODAY).unit("W1").positive(18, 20));
        model.put(aDay(TODAY).unit("W2").positive(37, 40));
    }

    @Test
    void saysFirstHowTheWardStandsAndWhatItsFiguresAreOf() {
        // Given
        fill(model);
        model.put(aDrop().id("mine").unit("W1").open());
        model.put(aDrop().id("theirs").unit("W2").open());

        // When
        Parsed ward = ward("W1");

        // Then
        assertThat(ward.texts("h1, h1 + p, .lead, .lead + p"))
                .containsExactly(
                        "W1",
                        "H1",
                        "Rated very good or good fell from 91% to 78%; now 90%.",
                        "Rated very good or good");
        assertThat(ward.texts(".figure-of + .levels div"))
                .containsExactly("Last 28 days 78% of 100 answers", "Now, last 7 days 90% of 20 answers");
        assertThat(ward.attributes(".card", "data-drop")).containsExactly("mine");
        assertThat(ward.links("I've seen it")).containsExactly("/drops/mine#act");
        assertThat(ward.text()).doesNotContain("W2", "38%", "37");
    }

    @Test
    void tellsWhatWasDoneAboutTheDropThatItsChartShows() {
        // Given
        fill(model);
        model.put(aDrop().id("mine").unit("W1").open());
        model.put(anAct(ActionKind.NOTED)
                .about("mine")
                .who("Dr Rees")
                .saying("Two nurses are back.")
                .build());

        // When
        Parsed ward = ward("W1");

        // Then
        assertThat(ward.texts(".time .act .said")).containsExactly("Two nurses are back.");
        assertThat(ward.texts("#chart h2")).containsExactly("W1: Rated very good or good");
        assertThat(ward.attributes("#chart nav a", "href"))
                .first()
                .isEqualTo("/hospitals/H1/wards/W1?measure=fft-2020.positive&from=2026-02-01#chart");
    }

    @Test
    void hidesWhatStandsOnTooFewAnswers() {
        // Given
        model.put(aDay(TODAY).positive(180, 200));
        model.put(aDay(TODAY).unit("W1").positive(7, 9));

        // When
        Parsed ward = ward("W1");

        // Then
        assertThat(ward.texts(".levels dd")).containsOnly("Too few to show (fewer than 10)");
        assertThat(ward.text()).doesNotContain("78%", "77.8", "9 answers");
    }

    @Test
    void isNotThereForThoseWhoMayNotSeeTheWardNorWhereThereIsNone() {
        // Given
        fill(model);
        var published = new ReadModel(NOON, Disclosure.to(Audience.PUBLISHED, new Minimums(10, 21)));
        fill(published);
        Viewer own = Viewer.of(Rights.of(Role.WARD, Scope.of(Set.of(new PlaceKey("H1", "W1")))));
        Viewer elsewhere = Viewer.of(Rights.of(Role.LEAD, Scope.of("H2")));

        // When // Then
        assertThat(seen(model, own, "W1")).isPresent();
        assertThat(seen(model, own, "W2")).isEmpty();
        assertThat(seen(model, elsewhere, "W1")).isEmpty();
        assertThat(seen(model, Viewer.everything(), "W3")).isEmpty();
        assertThat(seen(published, Viewer.everything(), "W1")).isEmpty();
        assertThat(Followed.isThere(new PlaceKey("H1", "W1"), model.seenBy(own).snapshot()))
                .isTrue();
        assertThat(Followed.isThere(new PlaceKey("H1", "W2"), model.seenBy(own).snapshot()))
                .isFalse();
        assertThat(Followed.isThere(
                        new PlaceKey("H1", null), model.seenBy(elsewhere).snapshot()))
                .isFalse();
    }

    @Test
    void isThereForItsOwnStaffBeforeItsFirstAnswer() {
        // Given
        fill(model);
        var ward = new PlaceKey("H1", "W9");
        Viewer own = Viewer.of(Rights.of(Role.WARD, Scope.of(Set.of(ward))));

        // When // Then
        assertThat(seen(model, own, "W9", ward).orElseThrow().texts(".lead"))
                .containsExactly("There is nothing to show of this ward yet.");
        assertThat(seen(model, own, "W8", ward)).isEmpty();
    }

    @Test
    void isLedToFromTheHospitalTheDropTheCardAndTheSearch() {
        // Given
        fill(model);
        model.put(aDrop().id("mine").unit("W1").open());
        model.publish();
        var pipeline = SimulatedPipeline.running();

        // When
        Parsed hospital = Asked.of(new HospitalPage(names, pipeline), model.snapshot(), "/hospitals/H1");
        Parsed drop = Asked.of(new DropPage(names, pipeline, 10), model.snapshot(), "/drops/mine");
        Parsed overview = Asked.of(new OverviewPage(names, pipeline), model.snapshot(), "/?find=w1");

        // Then
        assertThat(hospital.links("W1")).containsExactly("/hospitals/H1/wards/W1?measure=fft-2020.positive");
        assertThat(drop.one(".crumbs").links("W1")).containsExactly("/hospitals/H1/wards/W1");
        assertThat(overview.links("All of W1")).containsExactly("/hospitals/H1/wards/W1");
        assertThat(overview.attributes(".hits a", "href"))
                .containsExactly("/hospitals/H1/wards/W1?measure=fft-2020.positive");
    }

    @Test
    void showsAWardViewerTheWardWhereTheyAskForItsHospital() {
        // Given
        fill(model);
        model.publish();
        Viewer own = Viewer.of(Rights.of(Role.WARD, Scope.of(Set.of(new PlaceKey("H1", "W1")))));

        // When
        Parsed hospital = Asked.of(
                new HospitalPage(names, SimulatedPipeline.running()),
                model.seenBy(own).snapshot(),
                "/hospitals/H1");

        // Then
        assertThat(hospital.texts("#chart h2")).containsExactly("W1: Rated very good or good");
    }
}
