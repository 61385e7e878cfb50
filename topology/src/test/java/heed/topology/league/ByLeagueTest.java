package heed.topology.league;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ByLeagueTest {

    private final ByLeague byLeague = new ByLeague();

    @Test
    void allMeasuresAndHospitalsOfAQuestionnairesMonthShareAPartition() {
        // Given
        Set<Integer> partitions = new HashSet<>();

        // When
        for (String measure : new String[] {"positive", "negative", "other"}) {
            for (int hospital = 0; hospital < 50; hospital++) {
                partitions.addAll(partition("fft-2020." + measure + "|2026-03|H" + hospital));
            }
        }

        // Then
        assertThat(partitions).hasSize(1);
    }

    @Test
    void monthsAndQuestionnairesAreSpread() {
        // Given
        Set<Integer> partitions = new HashSet<>();

        // When
        for (int month = 1; month <= 9; month++) {
            partitions.addAll(partition("fft-2020.positive|2026-0" + month + "|H1"));
            partitions.addAll(partition("experience-1.overall|2026-0" + month + "|H1"));
        }

        // Then
        assertThat(partitions).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    private Set<Integer> partition(String key) {
        return byLeague.partitions("heed.months.v1", key, null, 4).orElseThrow();
    }
}
