package heed.topology.admit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class CommitPaceTest {

    private static final long NOW_MS = 1_800_000_000_000L;
    private static final long NEW_MS = NOW_MS - 10_000;
    private static final long OLD_MS = NOW_MS - 10_001;

    private final MockProcessorContext<Object, Object> context = context();
    private final CommitPace pace = new CommitPace(context);

    @Test
    void asksForACommitAtTheEndOfEachFifthOfWhatCatchingUpTakes() {
        // Given
        receive(1, NEW_MS);

        // When
        boolean ended = endsWithACommit();

        // Then
        assertThat(looks()).hasSize(1);
        assertThat(looks().get(0).getInterval()).hasMillis(500);
        assertThat(ended).isTrue();
    }

    @Test
    void looksAtNothingUntilSomethingComesWhichIsCommittedAtOnce() {
        // Given
        int before = looks().size();

        // When
        receive(1, NEW_MS);

        // Then
        assertThat(before).isZero();
        assertThat(context.committed()).isTrue();
    }

    @Test
    void doesNotCommitTheFirstAtOnceWhereItArrivedLongAgo() {
        // When
        receive(1, OLD_MS);

        // Then
        assertThat(context.committed()).isFalse();
    }

    @Test
    void looksNoMoreOnceSixtyIntervalsHaveBroughtNothing() {
        // Given
        receive(1, NEW_MS);
        endIntervals(60);
        receive(1, NEW_MS);

        // When
        endIntervals(60);
        boolean stillLooks = !looks().get(0).cancelled();
        endIntervals(1);

        // Then
        assertThat(stillLooks).isTrue();
        assertThat(looks()).hasSize(1);
        assertThat(looks().get(0).cancelled()).isTrue();
    }

    @Test
    void looksAgainWhenSomethingComesAfterThat() {
        // Given
        receive(1, NEW_MS);
        endIntervals(61);
        context.resetCommit();

        // When
        receive(1, NEW_MS);

        // Then
        assertThat(context.committed()).isTrue();
        assertThat(looks()).hasSize(2);
        assertThat(looks().get(1).cancelled()).isFalse();
    }

    @Test
    void doesNotWhileManyRecordsComeThatArrivedLongAgo() {
        // Given
        receive(200, OLD_MS);

        // When
        boolean caughtUp = endsWithACommit();

        // Then
        assertThat(caughtUp).isFalse();
    }

    @Test
    void takesFewOldRecordsForNoReasonToWait() {
        // Given
        receive(199, OLD_MS);

        // When
        boolean caughtUp = endsWithACommit();

        // Then
        assertThat(caughtUp).isTrue();
    }

    @Test
    void takesAnyNumberOfNewRecordsForNoReasonToWait() {
        // Given
        receive(5_000, NEW_MS);

        // When
        boolean caughtUp = endsWithACommit();

        // Then
        assertThat(caughtUp).isTrue();
    }

    @Test
    void asksOnceAWholeIntervalHasBroughtLittleThatIsOld() {
        // Given
        receive(5_000, OLD_MS);
        boolean before = endsWithACommit();
        receive(10, NEW_MS);

        // When
        boolean first = endsWithACommit();
        receive(10, NEW_MS);
        boolean caughtUp = endsWithACommit();

        // Then
        assertThat(before).isFalse();
        assertThat(first).isFalse();
        assertThat(caughtUp).isTrue();
    }

    @Test
    void takesAnIntervalThatALongCommitFilledForNoEndOfCatchingUp() {
        // Given
        receive(5_000, OLD_MS);
        boolean before = endsWithACommit();
        boolean filled = endsWithACommit();
        receive(5_000, OLD_MS);

        // When
        boolean caughtUp = endsWithACommit();

        // Then
        assertThat(before).isFalse();
        assertThat(filled).isFalse();
        assertThat(caughtUp).isFalse();
    }

    private void receive(int records, long arrivalMs) {
        for (int i = 0; i < records; i++) {
            pace.received(arrivalMs);
        }
    }

    private void endIntervals(int intervals) {
        for (int i = 0; i < intervals; i++) {
            endsWithACommit();
        }
    }

    private List<MockProcessorContext.CapturedPunctuator> looks() {
        return context.scheduledPunctuators();
    }

    private boolean endsWithACommit() {
        context.resetCommit();
        looks().get(0).getPunctuator().punctuate(NOW_MS);
        return context.committed();
    }

    private static MockProcessorContext<Object, Object> context() {
        Properties streams = new Properties();
        streams.put("application.id", "pace");
        streams.put("bootstrap.servers", "none:1");
        streams.put("commit.interval.ms", 2_500);
        MockProcessorContext<Object, Object> context =
                new MockProcessorContext<>(streams, new TaskId(0, 0), new File("unused"));
        context.setCurrentSystemTimeMs(NOW_MS);
        return context;
    }
}
