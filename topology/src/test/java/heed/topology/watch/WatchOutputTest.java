package heed.topology.watch;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Baseline;
import heed.schemas.Drop;
import heed.schemas.record.FilledRecord;
import heed.schemas.record.RecordCopy;
import heed.topology.episode.EpisodeTopology;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class WatchOutputTest {

    private final MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
    private final WatchOutput output = new WatchOutput(EpisodeTopology.flags(), context);

    @Test
    void aDropAsksForTheCommitThatShowsIt() {
        // Given
        Drop drop = RecordCopy.of(FilledRecord.of(Drop.class), Drop.newBuilder())
                .setHospital("H1")
                .setUnit("W1")
                .setMeasure("fft-2020.positive")
                .build();

        // When
        output.say(drop, 1_000);

        // Then
        assertThat(context.committed()).isTrue();
        assertThat(context.forwarded("drops-sink")).hasSize(1);
    }

    @Test
    void whatIsUsualWaitsForTheNextCommit() {
        // Given
        Baseline usual = RecordCopy.of(FilledRecord.of(Baseline.class), Baseline.newBuilder())
                .setHospital("H1")
                .setUnit("W1")
                .setMeasure("fft-2020.positive")
                .build();

        // When
        output.say(usual, 1_000);

        // Then
        assertThat(context.committed()).isFalse();
        assertThat(context.forwarded("baselines-sink")).hasSize(1);
    }
}
