package heed.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineOffsetsTest {

    /** As Kafka's client answers while a transaction commits: partitions of it are not there. */
    @Test
    void waitsForTheEndOfATransactionThatCommitsSome() throws Exception {
        // Given
        Deque<Map<Integer, Long>> stable = new ArrayDeque<>(List.of(Map.of(), Map.of(0, 5L), Map.of(0, 5L, 1, 9L)));

        // When
        Map<Integer, Long> committed =
                PipelineOffsets.settled(asked -> asked ? stable.removeFirst() : Map.of(0, 5L, 1, 8L), () -> false);

        // Then
        assertThat(committed).isEqualTo(Map.of(0, 5L, 1, 9L));
        assertThat(stable).isEmpty();
    }

    /** A recount of a Heed that has just been sent its first responses. */
    @Test
    void waitsForTheFirstCommitOfAPipelineThatHasSomethingToWorkOff() throws Exception {
        // Given
        Deque<Map<Integer, Long>> stable = new ArrayDeque<>(List.of(Map.of(), Map.of(), Map.of(0, 5L)));

        // When
        Map<Integer, Long> committed =
                PipelineOffsets.settled(asked -> asked ? stable.removeFirst() : Map.of(), () -> true);

        // Then
        assertThat(committed).isEqualTo(Map.of(0, 5L));
        assertThat(stable).isEmpty();
    }

    @Test
    void asksOnceWhereNothingWasEverCommittedNorWillBe() throws Exception {
        // Given
        Deque<Map<Integer, Long>> stable = new ArrayDeque<>(List.of(Map.of()));

        // When
        Map<Integer, Long> committed =
                PipelineOffsets.settled(asked -> asked ? stable.removeFirst() : Map.of(), () -> false);

        // Then
        assertThat(committed).isEmpty();
        assertThat(stable).isEmpty();
    }
}
