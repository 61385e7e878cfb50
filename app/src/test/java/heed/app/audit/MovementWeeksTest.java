package heed.app.audit;

import static heed.app.audit.RecountFixture.changed;
import static heed.app.audit.RecountFixture.response;
import static heed.app.audit.RecountFixture.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.schemas.Channel;
import heed.schemas.Movement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten hospitals of 25 answers a week, so that the figures can be worked out by hand. */
class MovementWeeksTest {

    private static final Instant FIRST = Instant.parse("2026-03-09T12:00:00Z");
    private static final String FIRST_WEEK = "fft-2020.positive|2026-W11";
    private static final String SECOND_WEEK = "fft-2020.positive|2026-W12";
    private static final String THIRD_WEEK = "fft-2020.positive|2026-W13";
    private static final int ANSWERS = 25;

    private final RecountFixture fixture = new RecountFixture();
    private int ids;

    @Test
    void theFirstWeekHasNoLevelToMoveFrom() {
        // Given
        week(0, 25, 20, 20, 20, 20, 20, 20, 20, 20, 15);

        // When
        MovementWeeks.Week week = weeks().get(FIRST_WEEK);

        // Then
        assertThat(week)
                .isEqualTo(new MovementWeeks.Week(
                        "fft-2020",
                        "fft-2020.positive",
                        LocalDate.parse("2026-03-09"),
                        0,
                        0,
                        null,
                        0,
                        0,
                        10,
                        FIRST.toEpochMilli()));
    }

    /** They move by 0, -.04 (twice), -.08 (four times), -.12 (twice) and -.20: two go at either end. */
    @Test
    void theLevelIsTheTrimmedMeanOfWhatEachIsAboveItsOwn() {
        // Given
        week(0, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20);
        week(1, 20, 19, 19, 18, 18, 18, 18, 17, 17, 15);

        // When
        MovementWeeks.Week week = weeks().get(SECOND_WEEK);

        // Then
        assertThat(week.level()).isCloseTo(-(.04 + 4 * .08 + .12) / 6, within(1e-12));
        assertThat(week.error())
                .isCloseTo(Math.sqrt((3 * .04 * .04 + 3 * .04 * .04) / 9) * Math.sqrt(10) / 6, within(1e-12));
        assertThat(week.movement()).isEqualTo(week.level());
        assertThat(week.movementError()).isEqualTo(week.error());
        assertThat(week.weeksBefore()).isEqualTo(1);
    }

    @Test
    void weeksBeforeCountWithTheirLevelsTakenOutAndAsFarAsAYearBack() {
        // Given
        week(0, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20);
        week(1, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15);
        week(2, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20);
        week(53, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10);
        week(106, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10);

        // When
        Map<String, MovementWeeks.Week> weeks = weeks();

        // Then
        assertThat(weeks.get(THIRD_WEEK).level()).isCloseTo(0, within(1e-12));
        assertThat(weeks.get(THIRD_WEEK).movement()).isCloseTo(.1, within(1e-12));
        assertThat(weeks.get("fft-2020.positive|2027-W11").weeksBefore()).isEqualTo(2);
        assertThat(weeks.get("fft-2020.positive|2027-W11").level()).isCloseTo(-.4, within(1e-12));
        assertThat(weeks.get("fft-2020.positive|2028-W12").movement()).isNull();
    }

    @Test
    void nineHospitalsHaveNoLevelNorHaveTenOfWhichOneHasTooFewAnswers() {
        // Given
        week(0, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20);
        for (int i = 1; i <= 5; i++) {
            fixture.arrives("H00", FIRST.plusSeconds(i), changed(withdrawal(i), named("H00", FIRST, i)));
        }

        // When
        Map<String, MovementWeeks.Week> weeks = weeks();

        // Then
        assertThat(weeks).isEmpty();
    }

    @Test
    void publishedFiguresHaveNoWeek() {
        // Given
        week(0, 20, 20, 20, 20, 20, 20, 20, 20, 20);
        for (int i = 0; i < ANSWERS; i++) {
            Map<String, Object> named = named("H10", FIRST, ++ids);
            fixture.arrives(
                    "H10", FIRST, changed(changed(response(1, "good"), named), Map.of("channel", Channel.PUBLISHED)));
        }

        // When
        Map<String, MovementWeeks.Week> weeks = weeks();

        // Then
        assertThat(weeks).isEmpty();
    }

    static Stream<Arguments> alterations() {
        return Stream.of(
                Arguments.of("measure", "m.n"),
                Arguments.of("week", "2026-W13"),
                Arguments.of("monday", 20_000),
                Arguments.of("level", -.08 + 1e-8),
                Arguments.of("error", .1),
                Arguments.of("movement", null),
                Arguments.of("movement", -.0800001),
                Arguments.of("low", -.15),
                Arguments.of("high", null),
                Arguments.of("weeks_before", 2),
                Arguments.of("hospitals", 11),
                Arguments.of("minimum", 20),
                Arguments.of("as_of", FIRST));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("alterations")
    void namesTheFigureThatDiffers(String field, Object value) {
        // Given
        week(0, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20);
        week(1, 20, 19, 19, 18, 18, 18, 18, 17, 17, 15);
        Movement right = movement();
        Movement altered = movement();
        altered.put(altered.getSchema().getField(field).pos(), value);

        // When
        List<RecountReport.Difference> none = differences(right);
        List<RecountReport.Difference> one = differences(altered);

        // Then
        assertThat(none).isEmpty();
        assertThat(one).extracting(RecountReport.Difference::field).containsExactly(field);
        assertThat(one).extracting(RecountReport.Difference::streamed).containsExactly(String.valueOf(value));
    }

    /** The interval is 2.570582 standard errors to either side: Student's with five degrees of freedom. */
    private static Movement movement() {
        double error = Math.sqrt(6 * .04 * .04 / 9) * Math.sqrt(10) / 6;
        return Movement.newBuilder()
                .setMeasure("fft-2020.positive")
                .setWeek("2026-W12")
                .setMonday((int) LocalDate.parse("2026-03-16").toEpochDay())
                .setLevel(-.08)
                .setError(error)
                .setMovement(-.08)
                .setLow(-.08 - 2.570582 * error)
                .setHigh(-.08 + 2.570582 * error)
                .setWeeksBefore(1)
                .setHospitals(10)
                .setMinimum(21)
                .setAsOf(FIRST.plus(Duration.ofDays(7)))
                .build();
    }

    private List<RecountReport.Difference> differences(Movement movement) {
        MovementCheck check = new MovementCheck(fixture.rules, movements());
        Fields fields = new Fields(SECOND_WEEK);
        check.compare(fields, movement, Objects.requireNonNull(check.find(SECOND_WEEK)));
        return fields.differences();
    }

    private Map<String, MovementWeeks.Week> weeks() {
        return movements().byKey();
    }

    private MovementWeeks movements() {
        return new MovementWeeks(
                List.of(fixture.recount), fixture.rules, fixture.table, new Mondays(fixture.rules.hospitals()));
    }

    /**
     * Has 25 answers arrive of each hospital, of which so many are good, on the Monday so many weeks after the first.
     */
    private void week(int after, int... good) {
        Instant at = FIRST.plus(Duration.ofDays(7L * after));
        for (int hospital = 0; hospital < good.length; hospital++) {
            String code = "H%02d".formatted(hospital);
            for (int i = 0; i < ANSWERS; i++) {
                String answer = i < good[hospital] ? "good" : "neither";
                fixture.arrives(code, at, changed(response(1, answer), named(code, at, ++ids)));
            }
        }
    }

    private static Map<String, Object> named(String hospital, Instant at, int id) {
        return Map.of(
                "feedback_id", "00000000-0000-4000-8000-%012d".formatted(id), "hospital", hospital, "given_at", at);
    }
}
