package heed.topology.league;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.LeagueRow;
import heed.schemas.Standing;
import heed.schemas.figures.Counted;
import heed.schemas.figures.CountedByDay;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.record.RecordCopy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The law of codes: they name hospitals and decide nothing, wherever hospitals are tied. */
class PermutedCodesTest {

    private static final List<String> MEASURES =
            List.of("experience-1.dignity", "experience-1.information", "experience-1.support");

    private final LeagueTables tables = new LeagueTables(21, new LeagueMeasures(Questionnaires.shipped()));

    /** For each hospital what it counted in each measure: few different values, so that many are tied. */
    @Provide
    Arbitrary<List<List<HospitalMonth>>> hospitals() {
        Arbitrary<HospitalMonth> month = Arbitraries.of(
                month(20, 18), month(30, 20), month(30, 27), month(60, 40), month(60, 54), month(60, 60));
        return month.list().ofSize(MEASURES.size()).list().ofMinSize(1).ofMaxSize(9);
    }

    @Property(tries = 25)
    void permutingCodesPermutesNothingElse(
            @ForAll("hospitals") List<List<HospitalMonth>> hospitals, @ForAll Random random) {
        // Given
        List<String> codes = new ArrayList<>();
        hospitals.forEach(each -> codes.add("H" + codes.size()));
        List<String> others = new ArrayList<>(codes);
        Collections.shuffle(others, random);
        Map<String, String> back = new HashMap<>();
        codes.forEach(code -> back.put(others.get(codes.indexOf(code)), code));

        // When
        LeagueComparison plain = compare(codes, hospitals);
        LeagueComparison permuted = compare(others, hospitals);

        // Then
        assertThat(rows(permuted, back)).containsExactlyInAnyOrderElementsOf(rows(plain, Map.of()));
        assertThat(permuted.tables().stream()
                        .map(LeagueComparison.Table::national)
                        .toList())
                .isEqualTo(plain.tables().stream()
                        .map(LeagueComparison.Table::national)
                        .toList());
        assertThat(standings(permuted, back)).containsExactlyInAnyOrderElementsOf(standings(plain, Map.of()));
    }

    private static List<LeagueRow> rows(LeagueComparison comparison, Map<String, String> names) {
        return comparison.tables().stream()
                .flatMap(table -> table.rows().stream())
                .map(row -> RecordCopy.of(row, LeagueRow.newBuilder())
                        .setHospital(names.getOrDefault(row.getHospital(), row.getHospital()))
                        .build())
                .toList();
    }

    private static List<Standing> standings(LeagueComparison comparison, Map<String, String> names) {
        return comparison.standings().stream()
                .map(row -> RecordCopy.of(row, Standing.newBuilder())
                        .setHospital(names.getOrDefault(row.getHospital(), row.getHospital()))
                        .build())
                .toList();
    }

    private LeagueComparison compare(List<String> codes, List<List<HospitalMonth>> hospitals) {
        NavigableMap<String, NavigableMap<String, HospitalMonth>> measures = new TreeMap<>();
        Map<String, Long> changed = new HashMap<>();
        for (int measure = 0; measure < MEASURES.size(); measure++) {
            NavigableMap<String, HospitalMonth> months = new TreeMap<>();
            for (int hospital = 0; hospital < codes.size(); hospital++) {
                months.put(codes.get(hospital), hospitals.get(hospital).get(measure));
            }
            measures.put(MEASURES.get(measure), months);
            changed.put(MEASURES.get(measure), 1L);
        }
        return tables.compare(new LeagueSnapshot("experience-1", "2026-06", measures, changed));
    }

    private static HospitalMonth month(long n, long positive) {
        return new HospitalMonth(
                CountedByDay.undated(new Counted(n, positive * 10_000, positive * 100_000_000)), 0, 0, false);
    }
}
