package heed.monitoring.readmodel;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import heed.monitoring.MovementFixture;
import heed.monitoring.Simulated;
import heed.schemas.Audience;
import heed.schemas.Movement;
import heed.schemas.Score;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import heed.schemas.disclosure.Reading;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Holds what the read model keeps for each audience. */
class ReadModelDisclosureTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-28");
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
        assertThat(read(EVERYBODY, first, second)).isEqualTo(new Reading.TooFew(21));
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
        model.put(aDay("2026-03-28").positive(90, 100));
        model.put(aDay("2026-03-28").unit("WARD-1").positive(50, 55));
        model.put(aDay("2026-03-28").unit("WARD-2").positive(40, 45));
        model.publish();

        // Then
        assertThat(model.snapshot().part(Hospitals.class).byCode().get("H1").units())
                .isEmpty();
        assertThat(model.snapshot().part(Hospitals.class).byCode().get("H1").measures())
                .containsExactly("fft-2020.positive");
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
