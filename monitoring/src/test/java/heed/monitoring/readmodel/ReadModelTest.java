package heed.monitoring.readmodel;

import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aMonth;
import static heed.monitoring.ScoreFixture.aWeek;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.schemas.disclosure.Reading;
import heed.schemas.figures.Counted;
import heed.schemas.key.ScoreKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadModelTest {

    private static final Instant WALL = Instant.parse("2030-01-01T12:00:00Z");
    private static final SeriesKey KEY = new SeriesKey("H1", null, "fft-2020.positive");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-28");

    private final ReadModel model = new ReadModel(Clock.fixed(WALL, ZoneOffset.UTC), Simulated.STAFF);

    private Series series() {
        return model.snapshot()
                .part(Hospitals.class)
                .byCode()
                .get("H1")
                .series()
                .get(KEY);
    }

    @Test
    void showsNothingBeforeItIsPublished() {
        // Given
        String before = model.snapshot().version();

        // When
        model.put(aDay("2026-03-28").positive(18, 20));

        // Then
        assertThat(model.snapshot().part(Hospitals.class).byCode()).isEmpty();
        assertThat(model.snapshot().version()).isEqualTo(before);
    }

    @Test
    void addsTheIntegersOf28DaysAndNoMore() {
        // Given
        // The 28 days from 1 to 28 March, the day before and the day after
        for (int day = 1; day <= 29; day++) {
            model.put(aDay(LocalDate.of(2026, 3, day)).positive(9, 10));
        }
        model.put(aDay("2026-02-28").positive(0, 1000));

        // When
        model.publish();

        // Then
        assertThat(series().tally(TODAY, 28)).isEqualTo(new Counted(280, 2_520_000, 25_200_000_000L));
        assertThat(series().tally(TODAY, 7)).isEqualTo(new Counted(70, 630_000, 6_300_000_000L));
        assertThat(series().over(TODAY, 28).shown().orElseThrow().percent()).isEqualTo(90);
        assertThat(series().over(TODAY, 28).shown().orElseThrow().figures().lowBasisPoints())
                .isEqualTo(8593);
    }

    @Test
    void replacesAWindowThatIsSentAgain() {
        // Given
        model.put(aDay("2026-03-28").positive(18, 20));

        // When
        model.put(aDay("2026-03-28").positive(19, 21));
        model.publish();

        // Then
        assertThat(series().tally(TODAY, 28)).isEqualTo(new Counted(21, 190_000, 1_900_000_000));
    }

    @Test
    void takesOutWhatHasATombstone() {
        // Given
        model.put(aDay("2026-03-27").positive(18, 20));
        model.put(aDay("2026-03-28").positive(10, 20));
        model.publish();

        // When
        model.remove(
                Topics.SCORES, ScoreKey.of(aDay("2026-03-28").positive(10, 20)).text());
        model.publish();

        // Then
        assertThat(series().tally(TODAY, 28).n()).isEqualTo(20);
    }

    @Test
    void forgetsAHospitalWithoutWindows() {
        // Given
        model.put(aDay("2026-03-27").positive(18, 20));
        model.publish();

        // When
        model.remove(
                Topics.SCORES, ScoreKey.of(aDay("2026-03-27").positive(18, 20)).text());
        model.publish();

        // Then
        assertThat(model.snapshot().part(Hospitals.class).byCode()).isEmpty();
    }

    @Test
    void keepsALineThatComesWhileTheOnlyOtherOfItsHospitalGoes() {
        // Given
        model.put(aDay("2026-03-28").positive(18, 20));
        model.publish();

        // When
        model.remove(
                Topics.SCORES, ScoreKey.of(aDay("2026-03-28").positive(18, 20)).text());
        model.put(aDay("2026-03-28").measure("fft-2020.negative").positive(1, 20));
        model.publish();

        // Then
        assertThat(model.snapshot().part(Hospitals.class).of("H1").orElseThrow().measures())
                .containsExactly("fft-2020.negative");
    }

    @Test
    void tellsNoResponsesTooFewAndAScoreOfZeroApart() {
        // Given
        model.put(aDay("2026-03-28").at("NONE").positive(0, 0));
        model.put(aDay("2026-03-28").at("FEW").positive(9, 9));
        model.put(aDay("2026-03-28").at("ZERO").positive(0, 10));

        // When
        model.publish();

        // Then
        assertThat(reading("NONE")).isInstanceOf(Reading.NoResponses.class);
        assertThat(reading("FEW")).isEqualTo(new Reading.TooFew(10));
        assertThat(reading("ZERO").shown().orElseThrow().percent()).isZero();
    }

    private Reading reading(String hospital) {
        return model.snapshot()
                .part(Hospitals.class)
                .byCode()
                .get(hospital)
                .whole("fft-2020.positive")
                .orElseThrow()
                .over(TODAY, 28);
    }

    @Test
    void keepsNinetyDays() {
        // Given
        // 100 days with 2 answers each
        for (int back = 99; back >= 0; back--) {
            model.put(aDay(TODAY.minusDays(back)).positive(2, 2));
        }

        // When
        model.publish();

        // Then
        assertThat(series().days()).hasSize(90);
        assertThat(series().days().get(0).date()).isEqualTo(TODAY.minusDays(89));
    }

    @Test
    void keepsTheNewestMonthWhateverTheOrder() {
        // Given
        model.put(aMonth("2026-03").positive(90, 100));
        model.put(aMonth("2026-01").positive(50, 100));

        // When
        model.publish();

        // Then
        assertThat(series().months()).extracting(Pane::start).endsWith(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "WARD-1")
    void keepsAYearOfWeeksAndTwoOfMonthsOfHospitalsAndOfUnits(String unit) {
        // Given
        LocalDate monday = LocalDate.parse("2026-03-23");
        for (int back = 59; back >= 0; back--) {
            model.put(aWeek(monday.minusWeeks(back)).unit(unit).positive(18, 20));
            model.put(aMonth(YearMonth.from(monday).minusMonths(back).toString())
                    .unit(unit)
                    .positive(18, 20));
        }

        // When
        model.publish();

        // Then
        Series series = model.snapshot()
                .part(Hospitals.class)
                .byCode()
                .get("H1")
                .unit(unit, "fft-2020.positive")
                .orElseThrow();
        assertThat(series.weeks()).hasSize(53).extracting(Pane::start).contains(Instant.parse("2025-03-24T00:00:00Z"));
        assertThat(series.months()).hasSize(24).extracting(Pane::start).contains(Instant.parse("2024-03-31T23:00:00Z"));
    }

    @Test
    void isAsOfTheNewestArrivalEvenWhenAnOlderOneComesLater() {
        // Given
        model.put(aDay("2026-03-28").asOf("2026-03-28T14:32:07Z").positive(18, 20));
        model.put(aDay("2026-03-27").asOf("2026-03-27T20:00:00Z").positive(18, 20));

        // When
        model.publish();

        // Then
        assertThat(model.snapshot().asOf()).isEqualTo("2026-03-28T14:32:07Z");
        assertThat(model.snapshot().changedAt()).isEqualTo(WALL);
    }

    @Test
    void keepsShowingTheOldFiguresWhileItReadsFromTheBeginningAgain() {
        // Given
        model.put(aDay("2026-03-28").positive(18, 20));
        model.publish();

        // When
        model.restart();
        boolean shownMeanwhile = model.snapshot().part(Hospitals.class).byCode().containsKey("H1");
        model.publish();

        // Then
        assertThat(shownMeanwhile).isTrue();
        assertThat(model.snapshot().part(Hospitals.class).byCode()).isEmpty();
    }

    @Test
    void wakesWhoWaitsForAChange() throws Exception {
        // Given
        String version = model.snapshot().version();
        CompletableFuture<Snapshot> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return model.awaitChange(version, Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        // When
        model.put(aDay("2026-03-28").positive(18, 20));
        model.publish();

        // Then
        assertThat(waiting.get(10, TimeUnit.SECONDS).part(Hospitals.class).byCode())
                .containsOnlyKeys("H1");
    }
}
