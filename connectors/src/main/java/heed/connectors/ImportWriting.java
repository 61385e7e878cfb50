package heed.connectors;

import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** Waits for the responses of an import as they are written, says how far it is, and stops at the first failure. */
public final class ImportWriting {

    private static final int RESPONSES_PER_REPORT = 500;

    private final Acknowledgements acknowledgements = new Acknowledgements();
    private final ImportProgress progress;
    private final long total;
    private final BiFunction<Throwable, Long, RuntimeException> stopped;
    private long written;

    /**
     * Prepares to write.
     *
     * @param total how many there are, those that need not be written included
     * @param stopped what is thrown where writing failed, and how many are safe
     */
    public ImportWriting(ImportProgress progress, long total, BiFunction<Throwable, Long, RuntimeException> stopped) {
        this.progress = progress;
        this.total = total;
        this.stopped = stopped;
    }

    /** Takes one that was handed over. */
    public void await(CompletionStage<Void> stage) {
        acknowledgements.expect(stage);
        requireNoFailure();
        if (++written % RESPONSES_PER_REPORT == 0) {
            progress.at(acknowledgements.acknowledged(), total);
        }
    }

    /** Waits until all are acknowledged, and returns how many they are. */
    public long awaitAll() throws InterruptedException {
        long acknowledged = acknowledgements.acknowledged();
        while (acknowledged < written) {
            requireNoFailure();
            acknowledged = acknowledgements.awaitMoreThan(acknowledged);
        }
        requireNoFailure();
        progress.at(total, total);
        return written;
    }

    private void requireNoFailure() {
        Throwable failure = acknowledgements.firstFailure();
        if (failure != null) {
            throw stopped.apply(failure, acknowledgements.acknowledged());
        }
    }
}
