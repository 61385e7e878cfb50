package heed.app.audit;

import static heed.app.audit.RecountFixture.NOON;
import static heed.app.audit.RecountFixture.changed;
import static heed.app.audit.RecountFixture.response;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.key.ComparisonKey;
import heed.schemas.key.LeagueKey;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of a table with five hospitals only one place and all of them together are told. */
class LeagueLookTest {

    private static final String DIGNITY = "experience-1.dignity|2026-03";
    private static final String H0 = "heed.league.v1 " + DIGNITY + "|H0";

    private final RecountFixture fixture = new RecountFixture();
    private final AvroSerdes serdes = new AvroSerdes(new MemorySchemaRegistry());
    private final List<RecountReport.Count> counts = new ArrayList<>();
    private final List<RecountReport.Difference> shown = new ArrayList<>();
    private LeagueLook first;
    private long untold;

    @BeforeEach
    void firstLook() {
        MonthTablesTest.fiveHospitals(fixture);
        first = look();
    }

    static List<Arguments> earlierMoments() {
        return List.of(
                Arguments.of("final", false),
                Arguments.of("restatements", 1L),
                Arguments.of("as_of", NOON.minusSeconds(1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("earlierMoments")
    void aRowThatIsOfAnEarlierMomentInBothLooksDiffersWhereItsTableIsOfNow(String field, Object value) {
        // Given
        SpecificRecord earlier = MonthTablesTest.place();
        earlier.put(earlier.getSchema().getField(field).pos(), value);
        note(first, earlier);
        note(first, MonthTablesTest.together());
        boolean undecided = first.isUndecided();
        LeagueLook second = first.again();

        // When
        note(second, earlier);
        note(second, MonthTablesTest.together());
        judge(second);

        // Then
        assertThat(undecided).isTrue();
        assertThat(counts.get(0).differing()).isEqualTo(5);
        assertThat(shown)
                .extracting(difference -> difference.key() + ": " + difference.field())
                .contains(H0 + ": " + field);
        assertThat(counts.get(1)).isEqualTo(new RecountReport.Count("tables of the league", 1, 1, 0, 0));
    }

    @Test
    void aTableThatIsToldBetweenTwoTopicsDiffersInNothingThatIsTold() {
        // Given
        note(first, earlier());
        note(first, MonthTablesTest.together());
        LeagueLook second = first.again();

        // When
        note(second, MonthTablesTest.place());
        note(second, MonthTablesTest.together());
        judge(second);

        // Then
        assertThat(shown).extracting(RecountReport.Difference::key).doesNotContain(H0);
        assertThat(counts.get(0).differing()).isEqualTo(4);
    }

    @Test
    void aTableOfWhichARowWasOfNowAtOneLookOnlyIsInMotion() {
        // Given
        note(first, MonthTablesTest.place());
        LeagueLook second = first.again();

        // When
        note(second, earlier());
        note(second, MonthTablesTest.together());
        judge(second);

        // Then
        assertThat(shown).isEmpty();
        assertThat(counts).extracting(RecountReport.Count::compared).containsOnly(0L);
    }

    @Test
    void aRowOfAnEarlierMomentThatWasTakenBackIsAbsent() {
        // Given
        note(first, earlier());
        first.places(serdes).note(record(Topics.LEAGUE, DIGNITY + "|H0", null));
        note(first, MonthTablesTest.together());

        // When
        judge(first);

        // Then
        assertThat(first.isUndecided()).isFalse();
        assertThat(shown).contains(new RecountReport.Difference(H0, "row", "absent", "present"));
    }

    @Test
    void tablesOfClosedMonthsThatAreMissingOrOfAnEarlierMomentAreCounted() {
        // Given
        judge(first);
        long whileOpen = untold;
        closeTheMonth();
        LeagueLook nothing = look();
        LeagueLook told = look();

        // When
        judge(nothing);
        long missing = untold;
        note(told, MonthTablesTest.together());
        judge(told);

        // Then
        assertThat(whileOpen).isZero();
        assertThat(missing).isEqualTo(2);
        assertThat(untold).isEqualTo(1);
    }

    private void closeTheMonth() {
        fixture.arrives(
                "H0",
                NOON.plus(Duration.ofDays(90)),
                changed(
                        response(900, "good"),
                        Map.of(
                                "feedback_id",
                                "00000000-0000-4000-8000-000000000900",
                                "hospital",
                                "H0",
                                "given_at",
                                NOON.plus(Duration.ofDays(80)))));
        fixture.recount.settle();
    }

    private LeagueLook look() {
        return new LeagueLook(
                new MonthTables(List.of(fixture.recount), fixture.rules, fixture.table), fixture.rules, 10);
    }

    private static SpecificRecord earlier() {
        var earlier = MonthTablesTest.place();
        earlier.put(earlier.getSchema().getField("as_of").pos(), NOON.minusSeconds(1));
        return earlier;
    }

    private void judge(LeagueLook look) {
        var judgeable = new JudgeableHospitals(Map.of(0, fixture.recount), Map.of(0, 0L));
        counts.clear();
        shown.clear();
        untold = look.judge(judgeable, Set.of(), counts, shown);
    }

    private void note(LeagueLook look, SpecificRecord row) {
        if (row instanceof LeagueRow place) {
            byte[] value = serdes.of(Topics.LEAGUE).serializer().serialize(Topics.LEAGUE.name(), place);
            look.places(serdes).note(record(Topics.LEAGUE, LeagueKey.of(place).text(), value));
        } else if (row instanceof National national) {
            byte[] value = serdes.of(Topics.NATIONAL).serializer().serialize(Topics.NATIONAL.name(), national);
            look.together(serdes)
                    .note(record(Topics.NATIONAL, ComparisonKey.of(national).text(), value));
        }
    }

    private static ConsumerRecord<byte[], byte[]> record(Topic<?> topic, String key, byte @Nullable [] value) {
        return new ConsumerRecord<>(topic.name(), 0, 0, key.getBytes(StandardCharsets.UTF_8), value);
    }
}
