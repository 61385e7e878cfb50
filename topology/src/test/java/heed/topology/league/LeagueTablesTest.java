package heed.topology.league;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.LeagueRow;
import heed.schemas.figures.Counted;
import heed.schemas.figures.CountedByDay;
import heed.schemas.questionnaire.Better;
import heed.schemas.questionnaire.Questionnaires;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeagueTablesTest {

    private final LeagueTables tables = new LeagueTables(21, new LeagueMeasures(Questionnaires.shipped()));

    @Test
    void theIntervalIsWidenedToHoldTheRankOfASmallHospitalThatCameFirstByLuck() {
        // Given
        // 120 hospitals that hardly differ, and one that only 21 patients spoke of
        NavigableMap<String, HospitalMonth> months = new TreeMap<>();
        for (int i = 0; i < 120; i++) {
            months.put("H" + i, month(2_000, 1_800 + i % 5));
        }
        months.put("LUCKY", month(21, 21));

        // When
        List<LeagueRow> rows = compare(months);

        // Then
        LeagueRow lucky = rows.get(120);
        assertThat(lucky.getHospital()).isEqualTo("LUCKY");
        assertThat(lucky.getRank()).isEqualTo(1);
        assertThat(lucky.getRankLow()).isEqualTo(1);
        assertThat(lucky.getRankHigh()).isGreaterThan(100);
    }

    @Test
    void aHospitalThatComesNewToOneMeasureChangesNoOthers() {
        // Given
        NavigableMap<String, HospitalMonth> positive =
                new TreeMap<>(Map.of("A", month(200, 150), "B", month(300, 250)));
        NavigableMap<String, HospitalMonth> negative = new TreeMap<>(positive);
        List<LeagueRow> before = compare(new TreeMap<>(positive));
        negative.put("AA", month(200, 10));

        // When
        LeagueComparison after = tables.compare(new LeagueSnapshot(
                "fft-2020",
                "2026-06",
                new TreeMap<>(Map.of("fft-2020.positive", positive, "fft-2020.negative", negative)),
                Map.of("fft-2020.positive", 1L, "fft-2020.negative", 1L)));

        // Then
        assertThat(after.tables().get(1).measure()).isEqualTo("fft-2020.positive");
        assertThat(after.tables().get(1).rows()).isEqualTo(before);
    }

    @Test
    void aHospitalIsAsLuckyInOneMeasureAsInAnotherWhoeverElseIsRanked() {
        // Given
        // B and C alike, once by themselves and once behind A, who is always first
        NavigableMap<String, HospitalMonth> two = new TreeMap<>(Map.of("B", month(200, 150), "C", month(200, 150)));
        NavigableMap<String, HospitalMonth> three = new TreeMap<>(two);
        three.put("A", month(2_000, 2_000));
        Contest dignity = contest("experience-1.dignity", two);
        Contest support = contest("experience-1.support", three);
        OverallOrder order = new OverallOrder(List.of(dignity, support));
        List<Boolean> alone = new ArrayList<>();
        List<Boolean> behind = new ArrayList<>();

        // When
        dignity.draw(order, (draw, ranks) -> alone.add(ranks[0] < ranks[1]));
        support.draw(order, (draw, ranks) -> behind.add(ranks[1] < ranks[2]));

        // Then
        long same = IntStream.range(0, alone.size())
                .filter(draw -> alone.get(draw).equals(behind.get(draw)))
                .count();
        assertThat(alone).hasSize(10_000);
        assertThat(same).isGreaterThan(9_900);
    }

    private static Contest contest(String measure, NavigableMap<String, HospitalMonth> months) {
        return new Contest(measure, "2026-06", 21, Better.HIGHER, months);
    }

    private List<LeagueRow> compare(NavigableMap<String, HospitalMonth> months) {
        return tables.compare(new LeagueSnapshot(
                        "fft-2020",
                        "2026-06",
                        new TreeMap<>(Map.of("fft-2020.positive", months)),
                        Map.of("fft-2020.positive", 1L)))
                .tables()
                .get(0)
                .rows();
    }

    private static HospitalMonth month(long n, long positive) {
        return new HospitalMonth(
                CountedByDay.undated(new Counted(n, positive * 10_000, positive * 100_000_000)), 0, 0, false);
    }
}
