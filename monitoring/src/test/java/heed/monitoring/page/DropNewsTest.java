package heed.monitoring.page;

import static heed.monitoring.DropFixture.aDrop;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.html.Html;
import heed.monitoring.html.Parsed;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Followed;
import heed.monitoring.view.Names;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.PlaceKey;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DropNewsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final ReadModel model = new ReadModel(Clock.fixed(NOW, ZoneOffset.UTC), Simulated.STAFF);
    private final Names names =
            new Names(HospitalDirectory.of(List.of(), ZoneId.of("Europe/London")), Questionnaires.shipped());

    private Parsed news() {
        model.publish();
        var news = new DropNews(names, SimulatedPipeline.running());
        return Asked.parsed(Html.join(
                news.open(model.snapshot(), Asked.acting(false), Followed.NONE), news.over(model.snapshot())));
    }

    private void open(String id, String hospital, @Nullable String unit, String measure, double fall) {
        model.put(aDrop().id(id)
                .at(hospital)
                .unit(unit)
                .measure(measure)
                .with(drop -> drop.setFall(fall))
                .open());
    }

    @Test
    void tellsAllThatFellInAHospitalOnOneCardTheLargestFirst() {
        // Given
        open("d1", "H1", "Ward 7", "fft-2020.positive", 0.2);
        open("d2", "H1", "Ward 9", "fft-2020.positive", 0.3);
        open("d3", "H1", "Ward 9", "experience-1.overall", 0.1);
        open("d4", "H2", null, "fft-2020.positive", 0.25);

        // When
        Parsed news = news();

        // Then
        assertThat(news.texts(".card h2")).hasSize(2).first().isEqualTo("H1: 3 drops on 2 wards");
        assertThat(news.attributes(".card[data-hospital] [data-drop]", "data-drop"))
                .containsExactly("d2", "d1", "d3");
        assertThat(news.attributes(".card[data-hospital] h2 a", "href")).containsExactly("/hospitals/H1");
        assertThat(news.texts(".fallen a")).allMatch(line -> line.matches(".*, Ward [79] fell from 91% to 78%"));
        assertThat(news.attributes(".card:not([data-hospital]) a", "href")).containsExactly("/drops/d4");
    }

    @Test
    void tellsHospitalsThatAReaderFollowsFirst() {
        // Given
        open("d1", "H1", null, "fft-2020.positive", 0.3);
        open("d2", "H2", null, "fft-2020.positive", 0.2);
        open("d3", "H3", "Ward 9", "fft-2020.positive", 0.1);
        model.publish();
        var news = new DropNews(names, SimulatedPipeline.running());
        Followed followed = Followed.NONE.with(new PlaceKey("H3", "Ward 9"));

        // When
        Parsed none = Asked.parsed(news.open(model.snapshot(), Asked.acting(false), Followed.NONE));
        Parsed ward = Asked.parsed(news.open(model.snapshot(), Asked.acting(false), followed));

        // Then
        assertThat(none.attributes("[data-drop]", "data-drop")).containsExactly("d1", "d2", "d3");
        assertThat(ward.attributes("[data-drop]", "data-drop")).containsExactly("d3", "d1", "d2");
    }

    @Test
    void saysThatTheWholeHospitalFellTooAndTellsItsWardsWithinTheSameMeasure() {
        // Given
        open("d1", "H1", null, "fft-2020.positive", 0.2);
        open("d2", "H1", "Ward 9", "fft-2020.positive", 0.3);
        open("d3", "H1", null, "experience-1.overall", 0.1);

        // When
        Parsed news = news();

        // Then
        assertThat(news.texts(".card h2")).containsExactly("H1: 3 drops, of the whole hospital and on 1 ward");
        assertThat(news.attributes("[data-drop]", "data-drop")).containsExactly("d1", "d3");
        assertThat(news.text()).contains("Also on Ward 9.");
    }

    @Test
    void offersTheActToWhoMayDoItAlone() {
        // Given
        open("d1", "H1", null, "fft-2020.positive", 0.2);
        model.publish();
        var news = new DropNews(names, SimulatedPipeline.running());

        // When
        Parsed mayNot = Asked.parsed(news.open(model.snapshot(), Asked.acting(false), Followed.NONE));
        Parsed may = Asked.parsed(news.open(model.snapshot(), Asked.acting(true), Followed.NONE));

        // Then
        assertThat(mayNot.links("I've seen it")).isEmpty();
        assertThat(mayNot.count("form")).isZero();
        assertThat(may.links("I've seen it")).containsExactly("/drops/d1#act");
    }

    @Test
    void tellsWhatIsOverInALineAndNothingOfWhatIsLongOver() {
        // Given
        model.put(aDrop().id("d1")
                .recovered(Instant.parse("2026-02-27T12:00:00Z"))
                .build());
        model.put(aDrop().id("d2")
                .unit("Ward 9")
                .measure("experience-1.overall")
                .recovered(Instant.parse("2025-11-27T12:00:00Z"))
                .build());

        // When
        Parsed news = news();

        // Then
        assertThat(news.count(".card")).isZero();
        assertThat(news.attributes(".over li", "data-drop")).containsExactly("d1");
        assertThat(news.texts(".over li")).first().asString().contains("back since 27 February 2026, low from about");
    }
}
