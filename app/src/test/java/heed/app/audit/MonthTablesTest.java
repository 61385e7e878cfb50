package heed.app.audit;

import static heed.app.audit.RecountFixture.NOON;
import static heed.app.audit.RecountFixture.changed;
import static heed.app.audit.RecountFixture.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.schemas.Answer;
import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.Rating;
import heed.schemas.Standing;
import heed.schemas.key.ComparisonKey;
import heed.schemas.questionnaire.Better;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Five hospitals of 25 answers on one day, so that the figures can be worked out by hand. */
class MonthTablesTest {

    private static final String DIGNITY = "experience-1.dignity|2026-03";
    private static final int ANSWERS = 25;
    private static final int[] WITH_DIGNITY = {20, 20, 15, 25, 10};
    private static final int[] INFORMED = {10, 20, 25, 15, 20};

    private final RecountFixture fixture = new RecountFixture();
    private final Versions versions = new Versions();
    private TableChecks checks;
    private MonthTables tables;

    @BeforeEach
    void fiveHospitals() {
        fiveHospitals(fixture);
        tables = new MonthTables(List.of(fixture.recount), fixture.rules, fixture.table);
        checks = new TableChecks(tables, versions, fixture.rules);
    }

    /** Has the answers of all five arrive. */
    static void fiveHospitals(RecountFixture fixture) {
        int ids = 0;
        for (int hospital = 0; hospital < WITH_DIGNITY.length; hospital++) {
            for (int i = 0; i < ANSWERS; i++) {
                String code = "H" + hospital;
                List<Answer> answers = List.of(
                        new Answer("dignity", i < WITH_DIGNITY[hospital] ? "yes_always" : "no"),
                        new Answer("information", i < INFORMED[hospital] ? "yes_always" : "no"));
                Map<String, Object> values = Map.of(
                        "feedback_id",
                        "00000000-0000-4000-8000-%012d".formatted(++ids),
                        "hospital",
                        code,
                        "questionnaire",
                        "experience-1",
                        "answers",
                        answers);
                fixture.arrives(code, NOON, changed(response(1, "good"), values));
            }
        }
    }

    @Test
    void findsNothingWhereAllIsRight() {
        // When
        List<RecountReport.Difference> differences = Stream.of(place(), together(), standing())
                .flatMap(record -> differences(record).stream())
                .toList();

        // Then
        assertThat(differences).isEmpty();
        assertThat(versions.isCurrent(DIGNITY)).isTrue();
        assertThat(versions.isCurrent("experience-1|2026-03")).isTrue();
    }

    static Stream<Arguments> alterations() {
        return Stream.of(
                Arguments.of(place(), "measure", "m.n"),
                Arguments.of(place(), "month", "2026-04"),
                Arguments.of(place(), "hospital", "H1"),
                Arguments.of(place(), "n", 26L),
                Arguments.of(place(), "score", 8_001),
                Arguments.of(place(), "low", 6_086),
                Arguments.of(place(), "high", 9_115),
                Arguments.of(place(), "design_effect", 1.00001),
                Arguments.of(place(), "effective_n", 25.01),
                Arguments.of(place(), "clustered_low", 6_088),
                Arguments.of(place(), "clustered_high", 9_113),
                Arguments.of(place(), "expected_low", 5_052),
                Arguments.of(place(), "expected_high", 9_348),
                Arguments.of(place(), "rating", Rating.ABOVE),
                Arguments.of(place(), "rank", 3),
                Arguments.of(place(), "tied", 1),
                Arguments.of(place(), "rank_low", 3),
                Arguments.of(place(), "rank_high", 2),
                Arguments.of(place(), "hospitals", 6),
                Arguments.of(place(), "minimum", 20),
                Arguments.of(together(), "measure", "m.n"),
                Arguments.of(together(), "month", "2026-04"),
                Arguments.of(together(), "n", 126L),
                Arguments.of(together(), "sum", 900_001L),
                Arguments.of(together(), "sum_of_squares", 1L),
                Arguments.of(together(), "score", 7_201),
                Arguments.of(together(), "low", 6_357),
                Arguments.of(together(), "high", 7_911),
                Arguments.of(together(), "p0", .7200001),
                Arguments.of(together(), "tau2", .0039361),
                Arguments.of(together(), "answer_ratio", .99),
                Arguments.of(together(), "day_correlation", .01),
                Arguments.of(together(), "hospitals", 6),
                Arguments.of(together(), "below_minimum", 1),
                Arguments.of(together(), "minimum", 20),
                Arguments.of(standing(), "questionnaire", "fft-2020"),
                Arguments.of(standing(), "month", "2026-04"),
                Arguments.of(standing(), "hospital", "H1"),
                Arguments.of(standing(), "top", 1),
                Arguments.of(standing(), "bottom", 0),
                Arguments.of(standing(), "net", 0),
                Arguments.of(standing(), "measures", 3),
                Arguments.of(standing(), "rank", 3),
                Arguments.of(standing(), "tied", 1),
                Arguments.of(standing(), "rank_low", 0),
                Arguments.of(standing(), "rank_high", 6),
                Arguments.of(standing(), "hospitals", 6));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("alterations")
    void namesTheFigureThatDiffers(SpecificRecord record, String field, Object value) {
        // Given
        record.put(record.getSchema().getField(field).pos(), value);

        // When
        List<RecountReport.Difference> differences = differences(record);

        // Then
        assertThat(differences).extracting(RecountReport.Difference::field).containsExactly(field);
        assertThat(differences).extracting(RecountReport.Difference::streamed).containsExactly(String.valueOf(value));
    }

    static Stream<Arguments> earlierMoments() {
        return Stream.of(
                Arguments.of("final", false),
                Arguments.of("restatements", 1L),
                Arguments.of("as_of", NOON.minusSeconds(1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("earlierMoments")
    void ofWhatIsNotFinalOrOfAnotherMomentNoMoreIsAskedThanThat(String field, Object value) {
        // Given
        List<SpecificRecord> records = List.of(place(), together(), standing());
        records.forEach(record -> {
            record.put(record.getSchema().getField("hospitals").pos(), 99);
            record.put(record.getSchema().getField(field).pos(), value);
        });

        // When
        List<RecountReport.Difference> differences =
                records.stream().flatMap(record -> differences(record).stream()).toList();

        // Then
        assertThat(differences).extracting(RecountReport.Difference::field).containsExactly(field, field, field);
        assertThat(versions.isCurrent(DIGNITY)).isFalse();
        assertThat(versions.isCurrent("experience-1|2026-03")).isFalse();
    }

    @Test
    void theNewestRecordOfEachRowDecidesWhetherATableIsOfNow() {
        // Given
        LeagueRow earlier = place();
        earlier.put(earlier.getSchema().getField("final").pos(), false);
        var ofEarlier = differences(earlier);
        boolean before = versions.isCurrent(DIGNITY);

        // When
        var ofNewest = differences(place());

        // Then
        assertThat(ofEarlier).hasSize(1);
        assertThat(ofNewest).isEmpty();
        assertThat(before).isFalse();
        assertThat(versions.isCurrent(DIGNITY)).isTrue();
    }

    @Test
    void onlyWhatWasCountedAfterAllWasSettledMovesItsTables() {
        // Given
        fixture.recount.settle();
        var before = tables.moved(List.of(fixture.recount));

        // When
        fixture.arrives("H1", NOON, changed(response(9, "good"), Map.of("hospital", "H1")));

        // Then
        assertThat(before).isEmpty();
        assertThat(tables.moved(List.of(fixture.recount)))
                .containsExactlyInAnyOrder(
                        "fft-2020.positive|2026-03", "fft-2020.negative|2026-03", "fft-2020|2026-03");
    }

    /** One hospital whose days are all alike within and opposite to each other, one whose days are the same. */
    @Test
    void answersOfOneDayAreAsAlikeAsThoseOfTheHospitalsPooled() {
        // Given
        var apart = new MonthTable.Entrant("A", 4, 20_000, 200_000_000, 4, 8, 400_000_000, 0, 0);
        var alike = new MonthTable.Entrant("B", 4, 20_000, 200_000_000, 4, 8, 200_000_000, 0, 0);
        var published = new MonthTable.Entrant("C", 4, 40_000, 400_000_000, 0, 0, 0, 0, 0);

        // When
        var table =
                new MonthTable(new ComparisonKey("q.m", "2026-03"), Better.LOWER, 4, List.of(apart, alike, published));

        // Then
        assertThat(table.correlation()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(table.effectiveN(apart)).isCloseTo(3, within(1e-12));
        assertThat(table.designEffect(published)).isEqualTo(1);
        assertThat(table.rank(published)).isEqualTo(3);
        assertThat(table.rank(alike)).isEqualTo(1);
        assertThat(table.tied(apart)).isEqualTo(2);
    }

    private List<RecountReport.Difference> differences(SpecificRecord record) {
        Fields fields = new Fields("key");
        if (record instanceof LeagueRow row) {
            var places = checks.new Places();
            places.compare(fields, row, Objects.requireNonNull(places.find(DIGNITY + "|H0")));
        } else if (record instanceof National national) {
            var together = checks.new Together();
            together.compare(fields, national, Objects.requireNonNull(together.find(DIGNITY)));
        } else {
            var overall = checks.new Overall();
            overall.compare(fields, (Standing) record, Objects.requireNonNull(overall.find("experience-1|2026-03|H0")));
        }
        return fields.differences();
    }

    /** Of scores .8, .8, .6, 1 and .4 p0 is .72, and tau2 (1.2 - .8064)/100. */
    static LeagueRow place() {
        return LeagueRow.newBuilder()
                .setMeasure("experience-1.dignity")
                .setMonth("2026-03")
                .setHospital("H0")
                .setN(25)
                .setScore(8_000)
                .setLow(6_087)
                .setHigh(9_114)
                .setDesignEffect(1)
                .setEffectiveN(25)
                .setClusteredLow(6_087)
                .setClusteredHigh(9_114)
                .setExpectedLow(5_053)
                .setExpectedHigh(9_347)
                .setRating(Rating.WITHIN)
                .setRank(2)
                .setTied(2)
                .setRankLow(1)
                .setRankHigh(4)
                .setHospitals(5)
                .setAsOf(NOON)
                .setMinimum(21)
                .setFinal$(true)
                .setRestatements(0)
                .build();
    }

    static National together() {
        return National.newBuilder()
                .setMeasure("experience-1.dignity")
                .setMonth("2026-03")
                .setN(125)
                .setSum(900_000)
                .setSumOfSquares(9_000_000_000L)
                .setScore(7_200)
                .setLow(6_356)
                .setHigh(7_912)
                .setP0(.72)
                .setTau2(.003936)
                .setAnswerRatio(1)
                .setDayCorrelation(null)
                .setHospitals(5)
                .setBelowMinimum(0)
                .setMinimum(21)
                .setFinal$(true)
                .setRestatements(0)
                .setAsOf(NOON)
                .build();
    }

    static Standing standing() {
        return Standing.newBuilder()
                .setQuestionnaire("experience-1")
                .setMonth("2026-03")
                .setHospital("H0")
                .setTop(0)
                .setBottom(1)
                .setNet(-1)
                .setMeasures(2)
                .setRank(4)
                .setTied(2)
                .setRankLow(1)
                .setRankHigh(5)
                .setHospitals(5)
                .setFinal$(true)
                .setRestatements(0)
                .setAsOf(NOON)
                .build();
    }
}
