package heed.app.audit;

import static heed.app.audit.RecountFixture.NOON;
import static heed.app.audit.RecountFixture.response;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Audience;
import heed.schemas.Channel;
import heed.schemas.DaySums;
import heed.schemas.Feedback;
import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.record.RecordCopy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RowCheckTest {

    private static final String KEY = "H1||fft-2020.positive|DAY|2026-03-10T00:00:00Z";

    private final RecountFixture fixture = new RecountFixture();

    @BeforeEach
    void fiveResponsesOfWhichFourAreGood() {
        for (int i = 1; i <= 4; i++) {
            fixture.arrives(NOON, response(i, "good"));
        }
        fixture.arrives(NOON, response(5, "poor"));
    }

    @Test
    void findsNothingWhereTheScoreIsRight() {
        // When
        List<RecountReport.Difference> differences = check(score());

        // Then
        assertThat(differences).isEmpty();
    }

    static Stream<Arguments> alterations() {
        return Stream.of(
                Arguments.of("hospital", "H2", "H2", "H1"),
                Arguments.of("unit", "W1", "W1", "null"),
                Arguments.of("measure", "m.n", "m.n", "fft-2020.positive"),
                Arguments.of("window", Window.WEEK, "WEEK", "DAY"),
                Arguments.of("start", NOON, "2026-03-10T12:00:00Z", "2026-03-10T00:00:00Z"),
                Arguments.of("end", NOON, "2026-03-10T12:00:00Z", "2026-03-11T00:00:00Z"),
                Arguments.of("label", "today", "today", "2026-03-10"),
                Arguments.of("n", 6L, "6", "5"),
                Arguments.of("sum", 40_001L, "40001", "40000"),
                Arguments.of("sum_of_squares", 1L, "1", "400000000"),
                Arguments.of("as_of", NOON.plusMillis(1), "2026-03-10T12:00:00.001Z", "2026-03-10T12:00:00Z"),
                Arguments.of("restatements", 1L, "1", "0"),
                Arguments.of("minimum", 6, "6", "5"),
                Arguments.of("suppressed", true, "true", "false"),
                Arguments.of("audience", Audience.NOBODY, "NOBODY", "INTERNAL"),
                Arguments.of("score", null, "null", "8000"),
                Arguments.of("low", 3_756, "3756", "3755"),
                Arguments.of("high", 9_639, "9639", "9638"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alterations")
    void namesTheFieldThatDiffers(String field, Object value, String streamed, String recounted) {
        // Given
        Score score = altered(field, value);

        // When
        List<RecountReport.Difference> differences = check(score);

        // Then
        assertThat(differences).containsExactly(new RecountReport.Difference(KEY, field, streamed, recounted));
    }

    @Test
    void recountsTheSumsOverTheDaysOfAHospitalsMonth() {
        // Given
        Feedback dayBefore = response(6, "good");
        dayBefore.put(dayBefore.getSchema().getField("given_at").pos(), NOON.minus(Duration.ofDays(1)));
        Feedback published = response(7, "good");
        published.put(published.getSchema().getField("channel").pos(), Channel.PUBLISHED);
        fixture.arrives(NOON, dayBefore);
        fixture.arrives(NOON, published);
        Score month = RecordCopy.of(score(), Score.newBuilder())
                .setWindow(Window.MONTH)
                .setStart(Instant.parse("2026-03-01T00:00:00Z"))
                .setEnd(Instant.parse("2026-03-31T23:00:00Z"))
                .setLabel("2026-03")
                .setN(7L)
                .setSum(60_000L)
                .setSumOfSquares(600_000_000L)
                .setScore(8_571)
                .setLow(4_869)
                .setHigh(9_743)
                .setDays(new DaySums(6L, 26L, 1_600_000_000L))
                .build();

        // When
        List<RecountReport.Difference> differences = check(month);

        // Then
        assertThat(differences)
                .containsExactly(new RecountReport.Difference(
                        KEY,
                        "days",
                        "{\"n\": 6, \"n_squared\": 26, \"sum_squared\": 1600000000}",
                        "{\"n\": 6, \"n_squared\": 26, \"sum_squared\": 1700000000}"));
    }

    @Test
    void aRowMayBeFinalEarlyButNotLate() {
        // Given
        fixture.arrives(Instant.parse("2026-04-24T23:59:59.999Z"), later(6));
        fixture.recount.settle();
        List<RecountReport.Difference> early = check(score());
        fixture.arrives(Instant.parse("2026-04-25T00:00:00Z"), later(7));
        fixture.recount.settle();
        Score marked = altered("final", true);

        // When
        List<RecountReport.Difference> late = check(score());

        // Then
        assertThat(early).isEmpty();
        assertThat(late).containsExactly(new RecountReport.Difference(KEY, "final", "false", "true"));
        assertThat(check(marked)).isEmpty();
    }

    private static Feedback later(int id) {
        Feedback later = response(id, "good");
        later.put(later.getSchema().getField("given_at").pos(), Instant.parse("2026-04-24T12:00:00Z"));
        return later;
    }

    private List<RecountReport.Difference> check(Score score) {
        int row = fixture.recount.find(
                "H1",
                null,
                fixture.table.number("fft-2020.positive"),
                score.getWindow() == Window.MONTH ? Window.MONTH : Window.DAY,
                Instant.parse(score.getWindow() == Window.MONTH ? "2026-03-01T00:00:00Z" : "2026-03-10T00:00:00Z")
                        .toEpochMilli());
        return new RowCheck(fixture.rules, fixture.table).differences(KEY, score, fixture.recount, row);
    }

    private static Score score() {
        return Score.newBuilder()
                .setHospital("H1")
                .setMeasure("fft-2020.positive")
                .setWindow(Window.DAY)
                .setStart(Instant.parse("2026-03-10T00:00:00Z"))
                .setEnd(Instant.parse("2026-03-11T00:00:00Z"))
                .setLabel("2026-03-10")
                .setN(5L)
                .setSum(40_000L)
                .setSumOfSquares(400_000_000L)
                .setScore(8_000)
                .setLow(3_755)
                .setHigh(9_638)
                .setSuppressed(false)
                .setMinimum(5)
                .setFinal$(false)
                .setAsOf(NOON)
                .setRestatements(0L)
                .setAudience(Audience.INTERNAL)
                .build();
    }

    private static Score altered(String field, Object value) {
        Score score = score();
        score.put(score.getSchema().getField(field).pos(), value);
        return score;
    }
}
