package heed.monitoring.page.drop;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aWeek;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.MovementFixture;
import heed.monitoring.Simulated;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.Timeline;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Names;
import heed.schemas.Drop;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A drop's chart over the days that a reader chooses, and what drops of a place are called. */
class DropRangeTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-04");
    private static final Drop DROP = aDrop().open();
    private static final String ADDRESS = "/drops/" + DROP.getDropId();

    private final ReadModel model =
            new ReadModel(Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), LONDON), Simulated.STAFF);
    private final Names names = new Names(HospitalDirectory.of(List.of(), LONDON), Questionnaires.shipped());

    @BeforeEach
    void fill() {
        for (int back = 0; back < 90; back++) {
            model.put(aDay(TODAY.minusDays(back)).positive(9, 12));
        }
        for (int back = 1; back <= 52; back++) {
            model.put(aWeek(LocalDate.parse("2026-03-02").minusWeeks(back)).positive(60, 84));
        }
        model.put(DROP);
        model.publish();
    }

    private Parsed chart(String query) {
        return Asked.of(new DropPage(names, SimulatedPipeline.running(), 10), model.snapshot(), ADDRESS + query)
                .one("#chart");
    }

    @Test
    void showsTheDaysThatAReaderChoosesAndLeadsToTheRanges() {
        // When
        Parsed days = chart("?from=2026-02-04");
        Parsed weeks = chart("?from=2025-12-01&to=2026-02-01");

        // Then
        assertThat(days.text()).contains("4 Feb 2026 to 4 Mar 2026, a point a day, each of 7 days.");
        assertThat(days.texts("nav a[aria-current]")).containsExactly("4 weeks");
        assertThat(days.attributes("nav a", "href"))
                .containsExactly(
                        ADDRESS + "?from=2026-02-04#chart",
                        ADDRESS + "?from=2025-12-11#chart",
                        ADDRESS + "?from=2025-03-04#chart",
                        ADDRESS + "?from=2024-03-01#chart");
        assertThat(weeks.text()).contains("1 Dec 2025 to 1 Feb 2026, a point a week that is over.");
    }

    @Test
    void drawsHowAllHospitalsMovedBesideTheUsualScoreAndTellsItInTheTable() {
        // Given
        for (int back = 1; back <= 20; back++) {
            model.put(MovementFixture.week(
                    LocalDate.parse("2026-03-02").minusWeeks(back).toString(), -0.02));
        }
        model.publish();

        // When
        Parsed chart = chart("?from=2025-12-11");

        // Then
        assertThat(chart.count("svg polyline.others")).isEqualTo(1);
        assertThat(chart.texts(".legend span")).contains("all hospitals");
        assertThat(chart.row("25 Feb 2026")).endsWith("2 points below");
    }

    @Test
    void saysWhatIsWrongWithDaysThatCannotBeShown() {
        // When // Then
        assertThat(chart("?from=soon").texts("[role=alert]"))
                .containsExactly("from and to must be days written as 2026-03-04.");
        assertThat(chart("").count("[role=alert]")).isZero();
    }

    @Test
    void namesTheWardOfAnEarlierDrop() {
        // Given
        List<Drop> drops = List.of(aDrop().open(), aDrop().unit("Ward 9").open());

        // When
        Parsed earlier = Asked.parsed(Timeline.earlier(drops, names));

        // Then
        assertThat(earlier.texts("li a")).containsExactly("Rated very good or good", "Rated very good or good, Ward 9");
    }
}
