package heed.app.recount;

import static heed.app.recount.RecountFixture.NOON;
import static heed.app.recount.RecountFixture.response;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Audience;
import heed.schemas.Feedback;
import heed.schemas.Score;
import heed.schemas.Window;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
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
        List<Difference> differences = check(score());

        // Then
        assertThat(differences).isEmpty();
    }

    static Stream<Arguments> alterations() {
        return Stream.of(
                altered("hospital", "H2", "H1", score -> score.setHospital("H2")),
                altered("unit", "W1", "null", score -> score.setUnit("W1")),
                altered("measure", "m.n", "fft-2020.positive", score -> score.setMeasure("m.n")),
                altered("window", "WEEK", "DAY", score -> score.setWindow(Window.WEEK)),
                altered("start", "2026-03-10T12:00:00Z", "2026-03-10T00:00:00Z", score -> score.setStart(NOON)),
                altered("end", "2026-03-10T12:00:00Z", "2026-03-11T00:00:00Z", score -> score.setEnd(NOON)),
                altered("label", "today", "2026-03-10", score -> score.setLabel("today")),
                altered("n", "6", "5", score -> score.setN(6)),
                altered("sum", "40001", "40000", score -> score.setSum(40_001)),
                altered("sum_of_squares", "1", "400000000", score -> score.setSumOfSquares(1)),
                altered(
                        "as_of",
                        "2026-03-10T12:00:00.001Z",
                        "2026-03-10T12:00:00Z",
                        score -> score.setAsOf(NOON.plusMillis(1))),
                altered("restatements", "1", "0", score -> score.setRestatements(1)),
                altered("minimum", "6", "5", score -> score.setMinimum(6)),
                altered("suppressed", "true", "false", score -> score.setSuppressed(true)),
                altered("audience", "NOBODY", "INTERNAL", score -> score.setAudience(Audience.NOBODY)),
                altered("score", "null", "8000", score -> score.setScore(null)),
                altered("low", "3756", "3755", score -> score.setLow(3_756)),
                altered("high", "9639", "9638", score -> score.setHigh(9_639)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alterations")
    void namesTheFieldThatDiffers(String field, String streamed, String recounted, Consumer<Score> alteration) {
        // Given
        Score score = score();
        alteration.accept(score);

        // When
        List<Difference> differences = check(score);

        // Then
        assertThat(differences).containsExactly(new Difference(KEY, field, streamed, recounted));
    }

    @Test
    void aRowMayBeFinalEarlyButNotLate() {
        // Given
        fixture.arrives(Instant.parse("2026-04-24T23:59:59.999Z"), later(6));
        fixture.recount.settle();
        List<Difference> early = check(score());
        fixture.arrives(Instant.parse("2026-04-25T00:00:00Z"), later(7));
        fixture.recount.settle();
        Score marked = score();
        marked.setFinal$(true);

        // When
        List<Difference> late = check(score());

        // Then
        assertThat(early).isEmpty();
        assertThat(late).containsExactly(new Difference(KEY, "final", "false", "true"));
        assertThat(check(marked)).isEmpty();
    }

    private static Feedback later(int id) {
        return Feedback.newBuilder(response(id, "good"))
                .setGivenAt(Instant.parse("2026-04-24T12:00:00Z"))
                .build();
    }

    private List<Difference> check(Score score) {
        int row = fixture.recount.find(
                "H1",
                null,
                fixture.sheets.number("fft-2020.positive"),
                Window.DAY,
                Instant.parse("2026-03-10T00:00:00Z").toEpochMilli());
        return new RowCheck(fixture.rules, fixture.sheets).differences(KEY, score, fixture.recount, row);
    }

    private static Score score() {
        return new Score(
                "H1",
                null,
                "fft-2020.positive",
                Window.DAY,
                Instant.parse("2026-03-10T00:00:00Z"),
                Instant.parse("2026-03-11T00:00:00Z"),
                "2026-03-10",
                5L,
                40_000L,
                400_000_000L,
                8_000,
                3_755,
                9_638,
                false,
                5,
                false,
                NOON,
                0L,
                Audience.INTERNAL);
    }

    private static Arguments altered(String field, String streamed, String recounted, Consumer<Score> alteration) {
        return Arguments.of(field, streamed, recounted, alteration);
    }
}
