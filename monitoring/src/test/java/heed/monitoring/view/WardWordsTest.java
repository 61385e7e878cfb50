package heed.monitoring.view;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.WatchFixture.aBaseline;
import static heed.monitoring.WatchFixture.aSilence;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.readmodel.ReadModel;
import heed.schemas.SilenceState;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.PlaceKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WardWordsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final PlaceKey WARD = new PlaceKey("H1", "W1");

    private final ReadModel model = new ReadModel(Clock.fixed(NOW, ZoneOffset.UTC), Simulated.STAFF);

    private String said() {
        model.put(aDay("2026-03-01").unit("W1").positive(18, 20));
        return saidOfWhatIsThere();
    }

    private String saidOfWhatIsThere() {
        model.publish();
        return new WardWords(
                        new Names(HospitalDirectory.empty(), Questionnaires.shipped()),
                        SimulatedPipeline.running().known())
                .of(WARD, "fft-2020.positive", model.snapshot());
    }

    @Test
    void saysWhatFellMostAndHowManyMoreAreOpen() {
        // Given
        model.put(aDrop().id("d1").unit("W1").with(drop -> drop.setFall(.2)).open());
        model.put(aDrop().id("d2")
                .unit("W1")
                .measure("experience-1.support")
                .with(drop -> drop.setFall(.1))
                .open());
        String two = said();
        model.put(aDrop().id("d3")
                .unit("W1")
                .measure("experience-1.dignity")
                .with(drop -> drop.setFall(.1))
                .open());

        // When
        String three = said();

        // Then
        assertThat(two).isEqualTo("Rated very good or good fell from 91% to 78%; now 90%. One more drop is open here.");
        assertThat(three)
                .isEqualTo("Rated very good or good fell from 91% to 78%; now 90%. 2 more drops are open here.");
    }

    @Test
    void saysThatAWardIsQuietThatItsHospitalIsAndNotThatAnotherWardIs() {
        // Given
        model.put(aSilence("H1", "W2", SilenceState.OPEN));
        String other = said();
        model.put(aSilence("H1", null, SilenceState.OPEN));
        String whole = said();
        model.put(aSilence("H1", "W1", SilenceState.OPEN));

        // When
        String own = said();

        // Then
        assertThat(other).startsWith("Nothing can be flagged here yet");
        assertThat(whole).isNotEqualTo(own).doesNotContain("W1");
        assertThat(own).contains("W1");
    }

    @Test
    void saysWhatCameBackWhileThatIsNewsAndThenThatItIsOver() {
        // Given
        model.put(aDrop().unit("W1")
                .recovered(NOW.minus(Condition.NEWS).plus(ONE_DAY))
                .build());
        model.put(
                aBaseline(new SeriesKey("H1", "W1", "fft-2020.positive"), Instant.parse("2026-01-10T10:00:00Z"), .91));
        String news = said();
        model.put(aDrop().unit("W1")
                .recovered(NOW.minus(Condition.NEWS).minus(ONE_DAY))
                .build());

        // When
        String old = said();

        // Then
        assertThat(news).isEqualTo("Rated very good or good fell from 91% to 78%, and came back.");
        assertThat(old).isEqualTo("What was flagged here is over.");
    }

    @Test
    void doesNotSayThatAllIsOverWhereNothingIsKnownOfNow() {
        // Given
        model.put(aDrop().unit("W1")
                .recovered(Instant.parse("2026-01-02T10:00:00Z"))
                .build());
        model.put(aDay("2026-01-05").unit("W1").positive(18, 20));
        model.put(aDay("2026-03-01").at("H2").positive(18, 20));
        String silent = saidOfWhatIsThere();
        model.put(aDay("2026-03-01").unit("W1").positive(3, 4));
        String few = saidOfWhatIsThere();

        // When
        String learning = said();

        // Then
        assertThat(silent)
                .isEqualTo("What was flagged here is over. Nothing has come in in the last 28 days: nothing can be said"
                        + " of now.");
        assertThat(few).isEqualTo("What was flagged here is over. There are few answers in the last 28 days.");
        assertThat(learning)
                .isEqualTo("What was flagged here is over. Nothing can be flagged here yet: what is usual is still"
                        + " being learned.");
    }
}
