package heed.connectors.fft;

import heed.connectors.FeedbackWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Function;

/**
 * Imports the published FFT figures of one month: each count becomes as many responses on the feedback topic.
 *
 * <p><b>Arrival time.</b> The file carries no date but its month, so every response arrives at the first instant after the
 * month in its hospital's zone: the earliest moment at which the month's figures can have existed. It follows from the content
 * alone, is never before {@code given_at}, and never more than a month after it, which is within the lateness. A month
 * that is not over everywhere on Earth is refused, so arrival is never in the future.
 *
 * <p><b>Again.</b> The same file twice changes nothing: ids derive from content and the ledger counts an id once. A later
 * edition with a higher count adds the difference. With a lower count it takes nothing away, because an edition does not
 * say what an earlier one said: the surplus stays counted until it is withdrawn by its ids. A response that
 * an edition moves from one kind to another counts in both, for the same reason.
 *
 * <p><b>Other collections.</b> Ids do not say which collection was counted, so only one of them, inpatients, can be imported
 * as this format: another file of the same month would be taken for another edition.
 *
 * <p><b>Interrupted.</b> What was acknowledged stays; importing again completes it.
 */
public final class FftImport {

    private static final int RESPONSES_PER_REPORT = 500;
    private static final ZoneId LAST_ZONE_ON_EARTH = ZoneOffset.ofHours(-12);

    private final FeedbackWriter writer;
    private final Function<String, ZoneId> zones;
    private final Duration lateness;
    private final Clock clock;

    /**
     * Prepares an import.
     *
     * @param zones the zone of a hospital, by its code
     * @param lateness how long after {@code given_at} the pipeline still takes a response
     */
    public FftImport(FeedbackWriter writer, Function<String, ZoneId> zones, Duration lateness, Clock clock) {
        this.writer = writer;
        this.zones = zones;
        this.lateness = lateness;
        this.clock = clock;
    }

    /**
     * Imports all rows that can be true and returns when every response is acknowledged. The responses of a row are made
     * one by one: memory does not grow with them.
     *
     * @throws FftImportException where nothing can be imported, or the topic stops taking responses
     */
    public FftSummary run(FftSource source, Progress progress) throws InterruptedException {
        requireOver(source.month());
        FftReader.Table table = FftReader.read(source);
        table.rows().forEach(row -> requireInTime(source.month(), zones.apply(row.code())));
        long total = table.rows().stream().mapToLong(FftRow::total).sum();
        var acknowledgements = new Acknowledgements();
        long written = 0;
        for (FftRow row : table.rows()) {
            ZoneId zone = zones.apply(row.code());
            Instant arrival = FftResponses.endOf(source.month(), zone);
            var responses = new FftResponses(row, source.month(), zone);
            while (responses.hasNext()) {
                acknowledgements.expect(writer.write(responses.next(), arrival));
                requireNoFailure(acknowledgements, total);
                if (++written % RESPONSES_PER_REPORT == 0) {
                    progress.at(acknowledgements.acknowledged(), total);
                }
            }
        }
        awaitAll(acknowledgements, total, progress);
        return new FftSummary(source.month(), table.rows().size(), total, table.rejected());
    }

    private void requireOver(YearMonth month) {
        Instant over = FftResponses.endOf(month, LAST_ZONE_ON_EARTH);
        if (over.isAfter(clock.instant())) {
            throw new FftImportException(
                    month + " is not over everywhere until " + over + "; a month is imported when it is over");
        }
    }

    private void requireInTime(YearMonth month, ZoneId zone) {
        Duration longest = Duration.between(FftResponses.startOf(month, zone), FftResponses.endOf(month, zone));
        if (longest.compareTo(lateness) > 0) {
            throw new FftImportException("a lateness of " + lateness + " would reject the first days of " + month
                    + " as late; it must be at least " + longest);
        }
    }

    private static void awaitAll(Acknowledgements acknowledgements, long total, Progress progress)
            throws InterruptedException {
        long acknowledged = acknowledgements.acknowledged();
        while (acknowledged < total) {
            requireNoFailure(acknowledgements, total);
            acknowledged = acknowledgements.awaitMoreThan(acknowledged);
        }
        requireNoFailure(acknowledgements, total);
        progress.at(total, total);
    }

    private static void requireNoFailure(Acknowledgements acknowledgements, long total) {
        Throwable failure = acknowledgements.firstFailure();
        if (failure != null) {
            throw new FftImportException(
                    "stopped, " + rootMessageOf(failure) + ": " + acknowledgements.acknowledged() + " of " + total
                            + " responses are safe. Import the same file again: none is counted twice",
                    failure);
        }
    }

    private static String rootMessageOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
