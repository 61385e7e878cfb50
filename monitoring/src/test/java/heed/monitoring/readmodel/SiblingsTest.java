package heed.monitoring.readmodel;

import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.schemas.disclosure.Reading;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SiblingsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-28");

    @Test
    void putsTheWardsOfAMeasureBesideEachOtherOnceForAllOfThem() {
        // Given
        ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);

        // When
        model.put(aDay("2026-03-28").positive(90, 103));
        model.put(aDay("2026-03-28").unit("A").positive(50, 60));
        model.put(aDay("2026-03-28").unit("B").positive(35, 40));
        model.put(aDay("2026-03-28").measure("fft-2020.negative").unit("A").positive(5, 60));
        model.publish();

        // Then
        HospitalFigures hospital =
                model.snapshot().part(Hospitals.class).of("H1").orElseThrow();
        Siblings ofA = hospital.unit("A", "fft-2020.positive").orElseThrow().siblings();
        assertThat(ofA.units()).containsOnlyKeys("A", "B");
        assertThat(hospital.unit("B", "fft-2020.positive").orElseThrow().siblings())
                .isSameAs(ofA);
        assertThat(hospital.unit("A", "fft-2020.negative")
                        .orElseThrow()
                        .siblings()
                        .units())
                .containsOnlyKeys("A");
        assertThat(hospital.whole("fft-2020.positive").orElseThrow().siblings()).isEqualTo(Siblings.none());
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
}
