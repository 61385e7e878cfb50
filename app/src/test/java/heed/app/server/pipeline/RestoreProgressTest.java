package heed.app.server.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.pipeline.PipelineParts.Restoring;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestoreProgressTest {

    private static final TopicPartition CHANGELOG = new TopicPartition("heed-scores-changelog", 3);

    private final RestoreProgress progress = new RestoreProgress();

    @Test
    void countsDown() {
        // Given
        progress.onRestoreStart(CHANGELOG, "scores", 100, 1_100);

        // When
        progress.onBatchRestored(CHANGELOG, "scores", 499, 400);

        // Then
        assertThat(progress.now()).containsExactly(new Restoring("scores", 3, 600));
    }

    @Test
    void forgetsWhatIsRestored() {
        // Given
        progress.onRestoreStart(CHANGELOG, "scores", 100, 1_100);
        progress.onBatchRestored(CHANGELOG, "scores", 499, 400);

        // When
        progress.onRestoreEnd(CHANGELOG, "scores", 1_000);

        // Then
        assertThat(progress.now()).isEmpty();
    }

    @Test
    void forgetsAStoreWhoseTaskMovesAway() {
        // Given
        progress.onRestoreStart(CHANGELOG, "scores", 0, 10);

        // When
        progress.onRestoreSuspended(CHANGELOG, "scores", 4);
        progress.onBatchRestored(CHANGELOG, "scores", 5, 1);

        // Then
        assertThat(progress.now()).isEmpty();
    }
}
