package heed.monitoring.readmodel;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aMonth;
import static heed.monitoring.ScoreFixture.aWeek;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import heed.monitoring.MovementFixture;
import heed.monitoring.Simulated;
import heed.schemas.Audience;
import heed.schemas.DaySums;
import heed.schemas.Filed;
import heed.schemas.MeasureChange;
import heed.schemas.Movement;
import heed.schemas.Restatement;
import heed.schemas.RestatementKind;
import heed.schemas.Score;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import heed.schemas.disclosure.Reading;
import heed.schemas.record.RecordCopy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds what the read model keeps for each audience. */
class ReadModelDisclosureTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-28");
    private static final String JANUARY = "2026-01-31T22:00:00Z";
    /** 45 days after the end of January. */
    private static final Instant CLOSED = Instant.parse("2026-03-18T00:00:00Z");

    private static final Disclosure EVERYBODY = Disclosure.to(Audience.PUBLISHED, new Minimums(10, 21));

    private static Reading read(Disclosure disclosure, Score... scores) {
        ReadModel model = new ReadModel(Clock.systemUTC(), disclosure);
        for (Score score : scores) {
            model.put(score);
        }
        model.publish();
        return model.snapshot()
                .part(Hospitals.class)
                .byCode()
                .get("H1")
                .whole("fft-2020.positive")
                .orElseThrow()
                .over(TODAY, 28);
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
    void movesAPublishedMonthByAsManyAnswersAsTheMinimumAndNotByOne() {
        // Given
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);
        model.put(aMonth("2026-01").closed().asOf(JANUARY).positive(90, 100));
        model.publish();
        List<Long> told = new ArrayList<>();

        // When
        for (int withdrawn = 1; withdrawn <= 22; withdrawn++) {
            Instant at = CLOSED.plusSeconds(60L * withdrawn);
            model.put(withdrawal(at));
            model.put(aMonth("2026-01").closed().asOf(at).positive(90 - withdrawn, 100 - withdrawn));
            model.publish();
            told.add(whole(model).months().get(0).tally().n());
        }
        ReadModel anew = new ReadModel(Clock.systemUTC(), EVERYBODY);
        anew.put(aMonth("2026-01").closed().asOf(CLOSED.plusSeconds(60L * 22)).positive(68, 78));
        for (int withdrawn = 1; withdrawn <= 22; withdrawn++) {
            anew.put(withdrawal(CLOSED.plusSeconds(60L * withdrawn)));
        }
        anew.publish();

        // Then
        assertThat(told.subList(0, 20)).containsOnly(100L);
        assertThat(told.subList(20, 22)).containsOnly(79L);
        // Whoever starts later is told the same
        assertThat(whole(anew).months().get(0).tally().n()).isEqualTo(79);
    }

    @Test
    void tellsEverybodyNothingOfAMonthWhileItsRowAndItsCorrectionsAreOfDifferentMoments() {
        // Given
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);

        // When
        model.put(aMonth("2026-01").closed().asOf(CLOSED.plusSeconds(60)).positive(89, 99));
        model.publish();
        boolean ahead = model.snapshot().part(Hospitals.class).byCode().isEmpty();
        model.put(withdrawal(CLOSED.plusSeconds(60)));
        model.publish();

        // Then
        assertThat(ahead).isTrue();
        assertThat(whole(model).months().get(0).tally().n()).isEqualTo(100);
    }

    private static Restatement withdrawal(Instant at) {
        return Restatement.newBuilder()
                .setFeedbackId("0b5a3b5e-6f3f-4d0c-9d0a-222222222222")
                .setKind(RestatementKind.WITHDRAWN)
                .setHospital("H1")
                .setFromRevision(1)
                .setRevision(2)
                .setFrom(new Filed(null, Instant.parse("2026-01-14T10:00:00Z")))
                .setTo(null)
                .setChanges(List.of(new MeasureChange("fft-2020.positive", 10_000, null)))
                .setAsOf(at)
                .build();
    }

    @Test
    void givesStaffNoWardThatTheOthersAreComputedFrom() {
        // Given
        ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);

        // When
        model.put(aDay("2026-03-28").positive(90, 103));
        model.put(aDay("2026-03-28").unit("A").positive(50, 60));
        model.put(aDay("2026-03-28").unit("B").positive(35, 40));
        model.put(aDay("2026-03-28").unit("X").positive(1, 3));
        model.publish();

        // Then
        assertThat(ward(model, "A").shown()).isPresent();
        assertThat(ward(model, "B")).isEqualTo(new Reading.Withheld(Reading.Why.SUBTRACTION));
        assertThat(ward(model, "X")).isEqualTo(new Reading.TooFew(10));
    }

    private static Reading ward(ReadModel model, String unit) {
        return model.snapshot()
                .part(Hospitals.class)
                .byCode()
                .get("H1")
                .unit(unit, "fft-2020.positive")
                .orElseThrow()
                .over(TODAY, 28);
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

    private static Series whole(ReadModel model) {
        return model.snapshot()
                .part(Hospitals.class)
                .byCode()
                .get("H1")
                .whole("fft-2020.positive")
                .orElseThrow();
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
