package heed.topology.step;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Flag;
import heed.schemas.FlagKind;
import heed.schemas.key.FlagKey;
import heed.topology.episode.EpisodeTopology;
import heed.topology.league.LeagueTopology;
import heed.topology.movement.MovementTopology;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What needs all hospitals together finds them in one partition of its topic, however many partitions there are. */
class GatheredTopicsTest {

    private static final int PARTITIONS = 12;

    private final Set<Integer> partitions = new TreeSet<>();

    @Test
    void flagsOfAllHospitalsAndMeasuresOfAQuestionnaireShareAPartition() {
        // When
        for (int hospital = 0; hospital < 50; hospital++) {
            partitions.add(ofFlag("H" + hospital, "fft-2020.positive"));
            partitions.add(ofFlag("H" + hospital, "fft-2020.negative"));
        }

        // Then
        assertThat(partitions).hasSize(1);
    }

    @Test
    void flagsOfOtherQuestionnairesAreSpread() {
        // When
        for (int year = 2001; year <= 2050; year++) {
            partitions.add(ofFlag("H1", "fft-" + year + ".positive"));
        }

        // Then
        assertThat(partitions).hasSizeGreaterThan(6);
    }

    @Test
    void daysOfAllHospitalsOfAQuestionnaireShareAPartitionAndThoseOfOthersAreSpread() {
        // Given
        Set<Integer> ofOthers = new TreeSet<>();

        // When
        for (int i = 0; i < 50; i++) {
            partitions.add(ofDay("H" + i + "|fft-2020|2026-05-3" + i % 2 + "T23:00:00Z"));
            ofOthers.add(ofDay("H1|fft-" + (2001 + i) + "|2026-05-31T23:00:00Z"));
        }

        // Then
        assertThat(partitions).hasSize(1);
        assertThat(ofOthers).hasSizeGreaterThan(6);
    }

    @Test
    void monthsOfAllHospitalsAndMeasuresOfAQuestionnaireShareAPartition() {
        // When
        for (String measure : new String[] {"positive", "negative", "other"}) {
            for (int hospital = 0; hospital < 50; hospital++) {
                partitions.add(ofMonth("fft-2020." + measure + "|2026-03|H" + hospital));
            }
        }

        // Then
        assertThat(partitions).hasSize(1);
    }

    @Test
    void monthsAndTheirQuestionnairesAreSpread() {
        // Given
        Set<Integer> ofQuestionnaires = new TreeSet<>();

        // When
        for (int i = 0; i < 50; i++) {
            partitions.add(ofMonth("fft-2020.positive|" + (2001 + i) + "-03|H1"));
            ofQuestionnaires.add(ofMonth("fft-" + (2001 + i) + ".positive|2026-03|H1"));
        }

        // Then
        assertThat(partitions).hasSizeGreaterThan(6);
        assertThat(ofQuestionnaires).hasSizeGreaterThan(6);
    }

    private static int ofFlag(String hospital, String measure) {
        Instant at = Instant.parse("2026-03-01T10:00:00Z");
        Flag flag = Flag.newBuilder()
                .setHospital(hospital)
                .setMeasure(measure)
                .setKind(FlagKind.RAISED)
                .setAt(at)
                .setFalseAlarmDays(730)
                .setAsOf(at)
                .build();
        return only(EpisodeTopology.flags(), FlagKey.of(flag).text(), flag);
    }

    private static int ofDay(String key) {
        return only(MovementTopology.days(), key, null);
    }

    private static int ofMonth(String key) {
        return only(LeagueTopology.months(), key, null);
    }

    @SuppressWarnings("removal") // as GatheredBy says
    private static <V> int only(Outlet<String, V> outlet, String key, @Nullable V value) {
        return outlet.partitioner()
                .partitions("any", key, value, PARTITIONS)
                .orElseThrow()
                .iterator()
                .next();
    }
}
