package heed.app.server.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.server.pipeline.PartitionProgress.Offsets;
import heed.monitoring.pipeline.PipelineParts.Partition;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartitionProgressTest {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final PartitionProgress progress = new PartitionProgress();

    private Partition at(int second, long committed, long end) {
        return progress.note(Map.of(0, new Offsets(committed, end)), NOON.plusSeconds(second))
                .get(0);
    }

    @Test
    void standsWhileTheSameRecordsWait() {
        // Given
        at(0, 5, 8);

        // When // Then
        assertThat(at(10, 5, 9)).isEqualTo(new Partition(4, NOON));
        assertThat(at(20, 6, 9)).isEqualTo(new Partition(3, NOON.plusSeconds(20)));
    }

    @Test
    void hasGotOnUntilSomethingBeginsToWait() {
        // Given
        at(0, 5, 5);

        // When // Then
        assertThat(at(3_600, 5, 6)).isEqualTo(new Partition(1, NOON.plusSeconds(3_600)));
    }

    @Test
    void forgetsAPartitionThatMovesAway() {
        // Given
        at(0, 5, 8);

        // When
        progress.note(Map.of(), NOON.plusSeconds(10));

        // Then
        assertThat(at(20, 5, 8)).isEqualTo(new Partition(3, NOON.plusSeconds(20)));
    }
}
