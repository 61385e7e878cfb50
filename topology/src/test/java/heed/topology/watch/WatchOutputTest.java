package heed.topology.watch;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Baseline;
import heed.schemas.Drop;
import heed.schemas.record.FilledRecord;
import heed.schemas.record.RecordCopy;
import heed.topology.detect.MeasureWatch;
import heed.topology.detect.WatchRule;
import heed.topology.detect.mix.MixTally;
import heed.topology.episode.EpisodeTopology;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class WatchOutputTest {

    private final MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
    private final WatchOutput output = new WatchOutput(EpisodeTopology.flags(), context);

    @Test
    void aDropAsksForTheCommitThatShowsIt() {
        // Given
        context.setCurrentSystemTimeMs(11_000);

        // When
        output.say(drop(), 1_000);

        // Then
        assertThat(context.committed()).isTrue();
        assertThat(context.forwarded("drops-sink")).hasSize(1);
    }

    @Test
    void aDropOfABacklogWaitsForTheNextCommit() {
        // Given
        context.setCurrentSystemTimeMs(11_001);

        // When
        output.say(drop(), 1_000);

        // Then
        assertThat(context.committed()).isFalse();
        assertThat(context.forwarded("drops-sink")).hasSize(1);
    }

    @Test
    void whatIsUsualIsSaidOnceACommitAsItIsThen() {
        // Given
        WatchedMeasure key = key();
        output.keep(key, usual(10));
        output.keep(key, usual(20));

        // When
        int before = context.forwarded("baselines-sink").size();
        output.sayKept();
        output.sayKept();

        // Then
        assertThat(before).isZero();
        assertThat(context.committed()).isFalse();
        assertThat(context.forwarded("baselines-sink")).singleElement().satisfies(said -> assertThat(
                        ((Baseline) said.record().value()).getN())
                .isEqualTo(20));
    }

    @Test
    void whatIsUsualIsSaidAgainWhenItChangesAfterTheCommit() {
        // Given
        WatchedMeasure key = key();
        output.keep(key, usual(10));
        output.sayKept();
        output.keep(key, usual(20));

        // When
        output.sayKept();

        // Then
        assertThat(context.forwarded("baselines-sink")).hasSize(2);
    }

    private static WatchedMeasure key() {
        WatchRule rule = new WatchRule(365);
        return new WatchedMeasure(null, null, rule, new MeasureWatch(rule), new MixTally(), 0);
    }

    private static Drop drop() {
        return RecordCopy.of(FilledRecord.of(Drop.class), Drop.newBuilder())
                .setHospital("H1")
                .setUnit("W1")
                .setMeasure("fft-2020.positive")
                .build();
    }

    private static Baseline usual(long n) {
        return RecordCopy.of(FilledRecord.of(Baseline.class), Baseline.newBuilder())
                .setHospital("H1")
                .setUnit("W1")
                .setMeasure("fft-2020.positive")
                .setN(n)
                .build();
    }
}
