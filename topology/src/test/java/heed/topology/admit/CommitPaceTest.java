package heed.topology.admit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
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
        // When
        MockProcessorContext.CapturedPunctuator end =
                context.scheduledPunctuators().get(0);
        end.getPunctuator().punctuate(NOW_MS);

        // Then
        assertThat(end.getInterval()).hasMillis(500);
        assertThat(context.committed()).isTrue();
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

    private boolean endsWithACommit() {
        context.resetCommit();
        context.scheduledPunctuators().get(0).getPunctuator().punctuate(NOW_MS);
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
