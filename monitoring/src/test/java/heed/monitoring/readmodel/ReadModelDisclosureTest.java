package heed.monitoring.readmodel;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aMonth;
import static heed.monitoring.ScoreFixture.aWeek;
import static heed.monitoring.readmodel.LineFixture.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import heed.monitoring.EpisodeFixture;
import heed.monitoring.MovementFixture;
import heed.monitoring.Simulated;
import heed.monitoring.WatchFixture;
import heed.schemas.Audience;
import heed.schemas.DaySums;
import heed.schemas.Episode;
import heed.schemas.Movement;
import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.Score;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import heed.schemas.disclosure.Reading;
import heed.schemas.record.RecordCopy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds what the read model keeps for each audience. */
class ReadModelDisclosureTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-28");
    private static final String JANUARY = "2026-01-31T22:00:00Z";

    private static final Disclosure EVERYBODY = Disclosure.to(Audience.PUBLISHED, new Minimums(10, 21));

    private static Reading read(Disclosure disclosure, Score... scores) {
        ReadModel model = new ReadModel(Clock.systemUTC(), disclosure);
        for (Score score : scores) {
            model.put(score);
        }
        model.publish();
        return whole(model).over(TODAY, 28);
    }

    @Test
    void judgesASumOfDaysAndNotTheFlagOfEachDay() {
        // Given
        // Two days that are each suppressed, of rows written with a minimum of 10
        Score first = aDay("2026-03-27").positive(9, 9);
        Score second = aDay("2026-03-28").positive(9, 9);

        // When // Then
        assertThat(read(Simulated.STAFF, first, second).shown().orElseThrow().answers())
                .isEqualTo(18);
    }

    @Test
    void givesEverybodyNoWeekOfHospitalsComparedOnFewerAnswersThanItIsShown() {
        // Given
        // Hospitals with ten answers a week are compared
        Movement week = MovementFixture.week("2026-03-02", -0.02);
        ReadModel staff = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
        ReadModel everybody = new ReadModel(Clock.systemUTC(), EVERYBODY);

        // When
        staff.put(week);
        staff.publish();
        everybody.put(week);
        everybody.publish();

        // Then
        assertThat(staff.snapshot().part(Movements.class).of("fft-2020.positive"))
                .containsExactly(entry(LocalDate.parse("2026-03-02"), week));
        assertThat(everybody.snapshot().part(Movements.class).byMeasure()).isEmpty();
    }

    @Test
    void givesEverybodyNoUnitsToSubtractFromTheTotal() {
        // Given
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);

        // When
        model.put(aMonth("2026-01").closed().asOf(JANUARY).positive(90, 100));
        model.put(aMonth("2026-01").unit("WARD-1").closed().asOf(JANUARY).positive(50, 55));
        model.put(aMonth("2026-01").unit("WARD-2").closed().asOf(JANUARY).positive(40, 45));
        model.publish();

        // Then
        assertThat(model.snapshot().part(Hospitals.class).byCode().get("H1").units())
                .isEmpty();
        assertThat(model.snapshot().part(Hospitals.class).byCode().get("H1").measures())
                .containsExactly("fft-2020.positive");
    }

    @Test
    void givesEverybodyWholeMonthsOnceTheyAreClosedAndNothingElse() {
        // Given
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);

        // When
        model.put(aDay("2026-03-28").positive(90, 100));
        model.put(aWeek(LocalDate.parse("2026-03-23")).positive(90, 100));
        model.put(aMonth("2026-03").positive(90, 100));
        model.publish();
        Set<String> open = model.snapshot().part(Hospitals.class).byCode().keySet();
        model.put(aMonth("2026-01").closed().asOf(JANUARY).positive(90, 100));
        model.publish();

        // Then
        Series series = whole(model);
        assertThat(open).isEmpty();
        assertThat(series.days()).isEmpty();
        assertThat(series.weeks()).isEmpty();
        assertThat(series.months()).extracting(Pane::label).containsExactly("2026-01");
        assertThat(series.over(TODAY, 28)).isEqualTo(new Reading.Withheld(Reading.Why.NOT_RELEASED));
        // Not when somebody answered, but which month was closed last
        assertThat(model.snapshot().asOf()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
    }

    @Test
    void givesEverybodyNoMonthInWhichOwnAnswersAreAddedToPublishedFigures() {
        // Given
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);

        // When
        model.put(dated(aMonth("2026-01").positive(90, 103), 3));
        model.put(dated(aMonth("2025-12").positive(90, 100), 0));
        model.publish();

        // Then
        assertThat(whole(model).months()).extracting(Pane::label).containsExactly("2025-12");
    }

    private static Score dated(Score month, long own) {
        return RecordCopy.of(month, Score.newBuilder())
                .setFinal$(true)
                .setDays(new DaySums(own, own, 0L))
                .build();
    }

    @Test
    void tellsEverybodyOfAnEpisodeByTheDayAndOfNoHospitalInIt() {
        // Given
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);

        // When
        model.put(EpisodeFixture.anEpisode());
        model.publish();

        // Then
        Episode told = model.snapshot().part(Episodes.class).newestFirst().get(0);
        assertThat(told.getHospitals()).isEmpty();
        assertThat(told.getNewestAt()).isEqualTo(Instant.parse("2026-02-24T00:00:00Z"));
        assertThat(told.getFlagged()).isEqualTo(11);
    }

    @Test
    void tellsEverybodyOfARiseByTheDay() {
        // Given
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);

        // When
        model.put(WatchFixture.aRise("H1", RiseState.OPEN));
        model.publish();

        // Then
        assertThat(model.snapshot().part(Rises.class).open())
                .extracting(Rise::getOpenedAt)
                .containsExactly(Instant.parse("2026-02-20T00:00:00Z"));
    }

    @Test
    void tellsReadersOfNoChangeWhereARecordMovesOnlyInWhatTheyAreNotTold() {
        // Given
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);
        Episode episode = EpisodeFixture.anEpisode();
        model.put(episode);
        model.publish();
        String before = model.snapshot().version();

        // When
        model.put(RecordCopy.of(episode, Episode.newBuilder())
                .setHospitals(List.of("H1", "H2", "H3"))
                .setAsOf(episode.getAsOf().plusSeconds(60))
                .build());
        model.publish();
        String untold = model.snapshot().version();
        model.put(RecordCopy.of(episode, Episode.newBuilder()).setFlagged(12).build());
        model.publish();

        // Then
        assertThat(untold).isEqualTo(before);
        assertThat(model.snapshot().version()).isNotEqualTo(before);
    }

    @Test
    void tellsStaffWhenNobodyAnsweredOfWhomThereAreTooFew() {
        // Given
        ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);

        // When
        model.put(aDay("2026-03-28").asOf("2026-03-28T14:32:07Z").positive(1, 9));
        model.publish();
        Optional<Instant> few =
                model.snapshot().part(Hospitals.class).byCode().get("H1").lastAnswer();
        Instant day = model.snapshot().asOf();
        model.put(aDay("2026-03-28").asOf("2026-03-28T14:32:08Z").positive(1, 10));
        model.publish();

        // Then
        assertThat(few).isEmpty();
        assertThat(day).isEqualTo(Instant.parse("2026-03-28T00:00:00Z"));
        assertThat(model.snapshot().part(Hospitals.class).byCode().get("H1").lastAnswer())
                .contains(Instant.parse("2026-03-28T14:32:08Z"));
        assertThat(model.snapshot().asOf()).isEqualTo(Instant.parse("2026-03-28T14:32:08Z"));
    }

    @Test
    void givesEverybodyNoDropOnFewAnswersAndStaffEveryDrop() {
        // Given
        Disclosure strict = Disclosure.to(Audience.PUBLISHED, new Minimums(10, 113));

        // When // Then
        // The drop stands on 112 answers
        assertThat(openDrops(EVERYBODY)).isEqualTo(1);
        assertThat(openDrops(strict)).isZero();
        assertThat(openDrops(Disclosure.to(Audience.INTERNAL, new Minimums(113, 113))))
                .isEqualTo(1);
    }

    private static int openDrops(Disclosure disclosure) {
        ReadModel model = new ReadModel(Clock.systemUTC(), disclosure);
        model.put(aDrop().open());
        model.publish();
        return model.snapshot().part(Drops.class).open().size();
    }
}
