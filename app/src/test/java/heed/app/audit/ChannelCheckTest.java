package heed.app.audit;

import static heed.app.audit.RecountFixture.NOON;
import static heed.app.audit.RecountFixture.changed;
import static heed.app.audit.RecountFixture.response;
import static heed.app.audit.RecountFixture.revised;
import static heed.app.audit.RecountFixture.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.ChannelDay;
import heed.schemas.ChannelTally;
import heed.schemas.Feedback;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChannelCheckTest {

    private static final String KEY = "H1|fft-2020|2026-03-10T00:00:00Z";
    private static final String POSITIVE = "fft-2020.positive";
    private static final String NEGATIVE = "fft-2020.negative";

    private final RecountFixture fixture = new RecountFixture();
    private final ChannelCheck check = fixture.channelCheck();

    @BeforeEach
    void twoByWebOfWhichOneIsGoodAndOneOnPaper() {
        fixture.arrives(NOON, response(1, "good"));
        fixture.arrives(NOON.plusSeconds(1), response(2, "poor"));
        fixture.arrives(NOON.plusSeconds(2), changed(response(3, "good"), Map.of("channel", Channel.PAPER)));
    }

    @Test
    void findsNothingWhereTheDayIsRight() {
        // When
        List<RecountReport.Difference> differences = differences(day());

        // Then
        assertThat(differences).isEmpty();
    }

    static Stream<Arguments> alterations() {
        return Stream.of(
                Arguments.of("hospital", "H2", "hospital", "H2", "H1"),
                Arguments.of("questionnaire", "fft-1", "questionnaire", "fft-1", "fft-2020"),
                Arguments.of("start", NOON, "start", "2026-03-10T12:00:00Z", "2026-03-10T00:00:00Z"),
                Arguments.of("end", NOON, "end", "2026-03-10T12:00:00Z", "2026-03-11T00:00:00Z"),
                Arguments.of("label", "today", "label", "today", "2026-03-10"),
                Arguments.of("minimum", 6, "minimum", "6", "5"),
                Arguments.of("as_of", NOON, "as_of", "2026-03-10T12:00:00Z", "2026-03-10T12:00:02Z"),
                Arguments.of("tallies", tallies(3, 10_000, 100_000_000), "n of PAPER in fft-2020.positive", "3", "1"),
                Arguments.of(
                        "tallies",
                        tallies(1, 9_999, 100_000_000),
                        "sum of PAPER in fft-2020.positive",
                        "9999",
                        "10000"),
                Arguments.of(
                        "tallies",
                        tallies(1, 10_000, 1),
                        "sum_of_squares of PAPER in fft-2020.positive",
                        "1",
                        "100000000"),
                Arguments.of(
                        "tallies",
                        tallies(1, 10_000, 100_000_000).subList(0, 3),
                        "tally of PAPER in fft-2020.negative",
                        "absent",
                        "present"),
                Arguments.of(
                        "tallies",
                        Stream.concat(
                                        tallies(1, 10_000, 100_000_000).stream(),
                                        Stream.of(new ChannelTally(Channel.SMS, POSITIVE, 1L, 0L, 0L)))
                                .toList(),
                        "tally of SMS in fft-2020.positive",
                        "present",
                        "absent"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("alterations")
    void namesTheFigureThatDiffers(String altered, Object value, String field, String streamed, String recounted) {
        // Given
        ChannelDay day = day();
        set(day, altered, value);

        // When
        List<RecountReport.Difference> differences = differences(day);

        // Then
        assertThat(differences).containsExactly(new RecountReport.Difference(KEY, field, streamed, recounted));
    }

    @Test
    void namesTalliesThatAreNotInTheOrderOfChannels() {
        // Given
        ChannelDay day = day();
        List<ChannelTally> tallies = day.getTallies();
        set(day, "tallies", List.of(tallies.get(2), tallies.get(3), tallies.get(0), tallies.get(1)));

        // When
        List<RecountReport.Difference> differences = differences(day);

        // Then
        assertThat(differences).extracting(RecountReport.Difference::field).containsExactly("order of tallies");
    }

    @Test
    void aCorrectionMovesAResponseToItsChannelAndDayAndAWithdrawalTakesItOut() {
        // Given
        fixture.arrives(NOON.plusSeconds(3), revisedTo(1, Map.of("channel", Channel.PAPER)));
        fixture.arrives(NOON.plusSeconds(4), revisedTo(2, Map.of("given_at", NOON.minus(Duration.ofDays(1)))));
        fixture.arrives(NOON.plusSeconds(5), withdrawal(3));
        ChannelDay right = day();
        set(
                right,
                "tallies",
                List.of(
                        new ChannelTally(Channel.PAPER, POSITIVE, 1L, 10_000L, 100_000_000L),
                        new ChannelTally(Channel.PAPER, NEGATIVE, 1L, 0L, 0L)));
        set(right, "as_of", NOON.plusSeconds(5));

        // When
        List<RecountReport.Difference> differences = differences(right);

        // Then
        assertThat(differences).isEmpty();
        assertThat(check.find("H1|fft-2020|2026-03-09T00:00:00Z")).isNotNull();
    }

    @Test
    void whatHasNoDayOrCountsTowardsNothingMakesNone() {
        // When
        fixture.arrives(
                NOON,
                changed(
                        response(4, "good"),
                        Map.of("channel", Channel.PUBLISHED, "given_at", NOON.minus(Duration.ofDays(1)))));
        fixture.arrives(
                NOON,
                changed(
                        response(5, "good"),
                        Map.of(
                                "given_at",
                                NOON.minus(Duration.ofDays(2)),
                                "questionnaire",
                                "experience-1",
                                "answers",
                                List.of(new Answer("dignity", "not_applicable")))));

        // Then
        assertThat(fixture.recount.channelDays().all().keySet())
                .extracting(ChannelCheck::key)
                .containsExactly(KEY);
    }

    @Test
    void aKeyOfAnotherPlaceOrTimeOrOfNoneIsOfNoDay() {
        // When // Then
        assertThat(check.find("H2|fft-2020|2026-03-10T00:00:00Z")).isNull();
        assertThat(check.find("H1|fft-1|2026-03-10T00:00:00Z")).isNull();
        assertThat(check.find("H1|fft-2020|2026-03-11T00:00:00Z")).isNull();
        assertThat(check.find("H1|fft-2020|today")).isNull();
        assertThat(check.find("H1")).isNull();
        assertThat(check.find("")).isNull();
    }

    @Test
    void aDayMovesWithWhatComesAfterItWasSettled() {
        // Given
        ChannelDays.Which which = Objects.requireNonNull(check.find(KEY));
        fixture.recount.settle();
        boolean before = check.isMoved(which);

        // When
        fixture.arrives(NOON.plusSeconds(9), response(4, "good"));

        // Then
        assertThat(before).isFalse();
        assertThat(check.isMoved(which)).isTrue();
    }

    private static void set(ChannelDay day, String field, Object value) {
        day.put(day.getSchema().getField(field).pos(), value);
    }

    private static Feedback revisedTo(int id, Map<String, Object> values) {
        return changed(revised(response(id, id == 2 ? "poor" : "good"), 2), values);
    }

    private List<RecountReport.Difference> differences(ChannelDay day) {
        Fields fields = new Fields(KEY);
        check.compare(fields, day, Objects.requireNonNull(check.find(KEY)));
        return fields.differences();
    }

    private static ChannelDay day() {
        return ChannelDay.newBuilder()
                .setHospital("H1")
                .setQuestionnaire("fft-2020")
                .setStart(Instant.parse("2026-03-10T00:00:00Z"))
                .setEnd(Instant.parse("2026-03-11T00:00:00Z"))
                .setLabel("2026-03-10")
                .setTallies(tallies(1, 10_000, 100_000_000))
                .setMinimum(5)
                .setAsOf(NOON.plusSeconds(2))
                .build();
    }

    private static List<ChannelTally> tallies(long n, long sum, long sumOfSquares) {
        return List.of(
                new ChannelTally(Channel.WEB, POSITIVE, 2L, 10_000L, 100_000_000L),
                new ChannelTally(Channel.WEB, NEGATIVE, 2L, 10_000L, 100_000_000L),
                new ChannelTally(Channel.PAPER, POSITIVE, n, sum, sumOfSquares),
                new ChannelTally(Channel.PAPER, NEGATIVE, 1L, 0L, 0L));
    }
}
