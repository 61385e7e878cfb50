package heed.monitoring.readmodel;

import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.LeagueFixture.aStanding;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aMonth;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.LeagueFixture;
import heed.monitoring.Simulated;
import heed.schemas.Audience;
import heed.schemas.LeagueRow;
import heed.schemas.Standing;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.LeagueKey;
import heed.schemas.record.RecordCopy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeaguesTest {

    private static final String MEASURE = "fft-2020.positive";

    private Instant now = Instant.parse("2030-01-01T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final ReadModel model = new ReadModel(clock, Simulated.STAFF);

    private Comparison<LeagueRow> first() {
        return model.snapshot().part(Leagues.class).first(MEASURE).orElseThrow();
    }

    private static LeagueFixture threeHospitals() {
        return aLeague(MEASURE, "2026-03").row("H1", 90, 100).row("H2", 95, 100).row("H3", 80, 100);
    }

    @Test
    void ranksRowsAndKeepsTheNationalOneBesideThem() {
        // When
        threeHospitals().into(model);

        // Then
        assertThat(first().rows()).extracting(LeagueRow::getHospital).containsExactly("H2", "H1", "H3");
        assertThat(first().national().orElseThrow().getN()).isEqualTo(300);
    }

    @Test
    void showsWhatItHadUntilAllRowsAreOfTheNewWriting() {
        // Given
        threeHospitals().asOf("2026-04-02T10:00:00Z").into(model);
        String before = model.snapshot().version();
        LeagueFixture next = aLeague(MEASURE, "2026-03")
                .asOf("2026-04-02T11:00:00Z")
                .row("H1", 99, 100)
                .row("H2", 95, 100)
                .row("H3", 80, 100);

        // When
        next.rows().forEach(model::put);
        model.publish();
        String during = model.snapshot().version();
        var shown = first();
        model.put(next.national());
        model.publish();

        // Then
        assertThat(during).isEqualTo(before);
        assertThat(shown.rows()).extracting(LeagueRow::getHospital).containsExactly("H2", "H1", "H3");
        assertThat(first().rows()).extracting(LeagueRow::getHospital).containsExactly("H1", "H2", "H3");
    }

    @Test
    void showsRowsThatDoNotAgreeOnceItHasWaitedLongEnough() {
        // Given
        threeHospitals().rows().forEach(model::put);
        model.publish();

        // When
        now = now.plus(ComparisonState.WAIT_FOR_ROWS).minus(Duration.ofMillis(1));
        model.publish();
        boolean early = model.snapshot().part(Leagues.class).measures().isEmpty();
        now = now.plusMillis(1);
        model.publish();

        // Then
        assertThat(early).isTrue();
        assertThat(first().rows()).hasSize(3);
        assertThat(first().national()).isEmpty();
    }

    @Test
    void comparesHospitalsOnceTheMonthIsOverWhereverTheyAre() {
        // Given
        threeHospitals().asOf("2026-04-01T11:59:59.999Z").into(model);
        model.put(RecordCopy.of(aStanding("fft-2020", "2026-03", "H1", 1, 1), Standing.newBuilder())
                .setAsOf(Instant.parse("2026-03-31T10:00:00Z"))
                .build());
        aLeague(MEASURE, "2026-02")
                .asOf("2026-03-20T10:00:00Z")
                .row("H1", 90, 100)
                .into(model);

        // When
        Leagues before = model.snapshot().part(Leagues.class);
        model.put(aDay("2026-04-01")
                .at("H9")
                .asOf(Instant.parse("2026-04-01T12:00:00Z"))
                .positive(20, 21));
        model.publish();
        Leagues after = model.snapshot().part(Leagues.class);

        // Then
        assertThat(before.measures().get(MEASURE)).containsOnlyKeys("2026-02");
        assertThat(before.questionnaires()).isEmpty();
        assertThat(after.measures().get(MEASURE)).containsOnlyKeys("2026-02", "2026-03");
        assertThat(after.questionnaires()).containsOnlyKeys("fft-2020");
    }

    @Test
    void forgetsWhichMonthsWereOverWhereItBeginsAnew() {
        // Given
        threeHospitals().into(model);

        // When
        model.restart();
        threeHospitals().asOf("2026-03-31T10:00:00Z").into(model);

        // Then
        assertThat(model.snapshot().part(Leagues.class).measures()).isEmpty();
    }

    @Test
    void takesOutWhatHasATombstoneAndForgetsAnEmptyMonth() {
        // Given
        threeHospitals().into(model);
        LeagueFixture two = aLeague(MEASURE, "2026-03").row("H1", 90, 100).row("H2", 95, 100);

        // When
        remove("heed.league.v1", MEASURE + "|2026-03|H3");
        two.into(model);
        int left = first().rows().size();
        remove("heed.league.v1", MEASURE + "|2026-03|H1");
        remove("heed.league.v1", MEASURE + "|2026-03|H2");
        remove("heed.national.v1", MEASURE + "|2026-03");
        model.publish();

        // Then
        assertThat(left).isEqualTo(2);
        assertThat(model.snapshot().part(Leagues.class).measures()).isEmpty();
    }

    private void remove(String topic, String key) {
        model.routes().stream()
                .filter(route -> route.topic().name().equals(topic))
                .forEach(route -> route.remove().accept(key));
    }

    @Test
    void keepsTheNewestTwelveMonthsWhateverTheOrder() {
        // Given
        for (int month = 12; month >= 1; month--) {
            aLeague(MEASURE, String.format("2025-%02d", month))
                    .row("H1", 90, 100)
                    .into(model);
        }

        // When
        aLeague(MEASURE, "2026-01").row("H1", 90, 100).into(model);
        aLeague(MEASURE, "2024-12").row("H1", 90, 100).into(model);

        // Then
        assertThat(model.snapshot().part(Leagues.class).measures().get(MEASURE).keySet())
                .hasSize(12)
                .startsWith("2025-02")
                .endsWith("2026-01");
    }

    @Test
    void takesTheNewestMonthThatSomebodyHasAPlaceIn() {
        // Given
        threeHospitals().into(model);

        // When
        aLeague(MEASURE, "2026-04").into(model);

        // Then
        assertThat(first().month()).isEqualTo("2026-03");
    }

    @Test
    void showsTheNewestClosedMonthFirst() {
        // Given
        aLeague(MEASURE, "2026-01").done().row("H1", 90, 100).into(model);
        aLeague(MEASURE, "2026-02").done().row("H1", 90, 100).into(model);

        // When
        aLeague(MEASURE, "2026-03").row("H1", 90, 100).into(model);

        // Then
        assertThat(first().month()).isEqualTo("2026-02");
    }

    @Test
    void hidesAComparisonOfWhichOneRowMayNotBeShown() {
        // Given
        aLeague(MEASURE, "2026-02")
                .row("H1", 90, 100)
                .row("H2", 9, 10)
                .minimum(10)
                .into(model);

        // When
        aLeague(MEASURE, "2026-03")
                .row("H1", 90, 100)
                .row("H2", 8, 9)
                .minimum(5)
                .into(model);

        // Then
        assertThat(model.snapshot().part(Leagues.class).measures().get(MEASURE)).containsOnlyKeys("2026-02");
    }

    @Test
    void ranksOverAllMeasures() {
        // Given
        Standing first = aStanding("experience-1", "2026-03", "H2", 1, 2);
        Standing second = aStanding("experience-1", "2026-03", "H1", 2, 2);

        // When
        model.put(second);
        model.put(first);
        model.publish();

        // Then
        assertThat(Leagues.first(model.snapshot()
                                .part(Leagues.class)
                                .questionnaires()
                                .get("experience-1"))
                        .orElseThrow()
                        .rows())
                .containsExactly(Simulated.STAFF.cleared(first), Simulated.STAFF.cleared(second));
    }

    @Test
    void forgetsAPlaceOverAllMeasuresThatHasATombstone() {
        // Given
        Standing first = aStanding("experience-1", "2026-03", "H2", 1, 2);
        Standing second = aStanding("experience-1", "2026-03", "H1", 2, 2);
        model.put(second);
        model.put(first);
        model.publish();

        // When
        remove("heed.standings.v1", LeagueKey.of(first).text());
        remove("heed.standings.v1", LeagueKey.of(second).text());
        model.publish();

        // Then
        assertThat(model.snapshot().part(Leagues.class).questionnaires()).isEmpty();
    }

    @Test
    void forgetsAllWhenItIsReadAgain() {
        // Given
        threeHospitals().into(model);

        // When
        model.restart();
        model.publish();

        // Then
        assertThat(model.snapshot().part(Leagues.class).measures()).isEmpty();
    }

    /** Which of them went would tell which questions one patient answered. */
    @Test
    void takesAwayAllMeasuresOfAMonthFromEverybodyWhereOneOfThemDoesNotAgreeWithItsHospital() {
        // Given
        ReadModel everybody = new ReadModel(clock, new Disclosure(Audience.PUBLISHED, 21));
        month(everybody, "fft-2020.positive", 90);
        month(everybody, "fft-2020.negative", 5);
        month(everybody, "experience-1.overall", 80);
        aLeague("fft-2020.positive", "2026-01").done().row("H1", 90, 100).into(everybody);
        aLeague("fft-2020.negative", "2026-01").done().row("H1", 5, 100).into(everybody);
        aLeague("experience-1.overall", "2026-01").done().row("H1", 80, 100).into(everybody);
        Set<String> before =
                Set.copyOf(everybody.snapshot().part(Leagues.class).measures().keySet());

        // When
        aLeague("fft-2020.negative", "2026-01").done().row("H1", 4, 99).into(everybody);

        // Then
        assertThat(before).containsExactlyInAnyOrder("fft-2020.positive", "fft-2020.negative", "experience-1.overall");
        assertThat(everybody.snapshot().part(Leagues.class).measures()).containsOnlyKeys("experience-1.overall");
    }

    /** The last month that closes, of however few answers, makes a comparison final: at once it would be seen to. */
    @Test
    void tellsEverybodyOfAComparisonThatComesWhenTheDayIsOver() {
        // Given
        ReadModel everybody = new ReadModel(clock, new Disclosure(Audience.PUBLISHED, 21));
        month(everybody, "fft-2020.positive", 90);
        now = now.plus(Duration.ofMinutes(1));
        everybody.publish();

        // When
        aLeague("fft-2020.positive", "2026-01").done().row("H1", 90, 100).into(everybody);
        Leagues atOnce = everybody.snapshot().part(Leagues.class);
        now = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        everybody.publish();

        // Then
        assertThat(atOnce.measures()).isEmpty();
        assertThat(everybody.snapshot().part(Leagues.class).measures()).containsOnlyKeys("fft-2020.positive");
    }

    private static void month(ReadModel model, String measure, int positive) {
        model.put(aMonth("2026-01")
                .measure(measure)
                .closed()
                .asOf(Instant.parse("2026-01-31T12:00:00Z"))
                .positive(positive, 100));
        model.publish();
    }
}
