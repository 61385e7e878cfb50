package heed.monitoring.view;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.WatchFixture.aBaseline;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.DropFixture;
import heed.monitoring.Simulated;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.SeriesKey;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartWordsTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final SeriesKey KEY = new SeriesKey("H1", null, "fft-2020.positive");
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final LocalDate FIRST_DRAWN = LocalDate.parse("2025-12-18");

    private final ReadModel model = new ReadModel(Clock.fixed(NOW, LONDON), Simulated.STAFF);

    private static DropFixture aFall() {
        return aDrop().between(Instant.parse("2026-02-20T09:00:00Z"), Instant.parse("2026-02-24T10:41:00Z"));
    }

    private String said(Optional<Instant> lostSince) {
        model.publish();
        Snapshot snapshot = model.snapshot();
        Series series = snapshot.part(Hospitals.class).line(KEY).orElseThrow();
        return new ChartWords(
                        new Names(HospitalDirectory.of(List.of(), LONDON), Questionnaires.shipped()),
                        hospital -> lostSince)
                .of(series, Reference.of(KEY, snapshot), snapshot, FIRST_DRAWN, LocalDate.parse("2026-03-02"));
    }

    @Test
    void tellsOfAnOpenDropWhatWasUsualSinceWhenItFellAndHowItIsNow() {
        // Given
        model.put(aDay("2026-03-01").positive(86, 100));
        model.put(aFall().open());

        // When
        String said = said(Optional.empty());

        // Then
        assertThat(said).isEqualTo("usual 91%, fell to 78% from about 20 February 2026, now 86%");
    }

    @Test
    void tellsWhatBecameOfAFallThatEnded() {
        // Given
        model.put(aDay("2026-03-01").positive(86, 100));
        model.put(aFall().recovered(Instant.parse("2026-02-27T10:00:00Z")).build());

        // When
        String recovered = said(Optional.empty());
        model.put(aFall().with(drop -> drop.setState(DropState.RECOVERED)
                        .setPhase(DropPhase.REBASELINED)
                        .setAsOf(Instant.parse("2026-02-28T10:00:00Z")))
                .build());
        String rebaselined = said(Optional.empty());

        // Then
        assertThat(recovered)
                .isEqualTo("fell from 91% to 78% from about 20 February 2026, and came back on 27 February 2026,"
                        + " now 86%");
        assertThat(rebaselined)
                .isEqualTo("fell from 91% to 78% from about 20 February 2026, which counts as usual now," + " now 86%");
    }

    @Test
    void tellsNothingOfAFallThatEndedBeforeWhatIsDrawn() {
        // Given
        model.put(aDay("2026-03-01").positive(86, 100));
        model.put(aFall().between(Instant.parse("2025-10-20T09:00:00Z"), Instant.parse("2025-10-24T09:00:00Z"))
                .recovered(Instant.parse("2025-12-17T10:00:00Z"))
                .build());
        model.put(aBaseline(KEY, Instant.parse("2025-09-01T09:00:00Z"), .89));

        // When
        String said = said(Optional.empty());

        // Then
        assertThat(said).isEqualTo("usual 89%, now 86%, within the usual range");
    }

    @Test
    void saysNoScoreOfTooFewAnswersNorOneThatIsNotKnownNow() {
        // Given
        model.put(aDay("2026-03-01").positive(2, 3));

        // When
        String few = said(Optional.empty());
        model.put(aDay("2026-03-01").positive(86, 100));
        String lost = said(Optional.of(NOW));

        // Then
        assertThat(few).isEqualTo("what is usual is not known yet, no score now: Too few to show (fewer than 10)");
        assertThat(lost).isEqualTo("what is usual is not known yet, how it is now is not known");
    }
}
