package heed.connectors.published;

import heed.connectors.Beginning;
import heed.connectors.FeedbackWriter;
import heed.connectors.ImportProgress;
import heed.connectors.ImportWriting;
import heed.connectors.heard.HeardMonth;
import heed.connectors.heard.HeardMonths;
import heed.schemas.Feedback;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Imports the published figures of one month: they become as many responses as they count on the feedback topic.
 *
 * <p><b>Arrival time.</b> The file carries no date but its month, so every response arrives at the first instant after
 * the month in its hospital's zone: the earliest moment at which the month's figures can have existed. It follows from
 * the content alone, is never before {@code given_at}, and never more than a month after it, which is within the
 * lateness. A month that is not over everywhere on Earth is refused, so arrival is never in the future.
 *
 * <p><b>Again.</b> The same file twice changes nothing: ids derive from format, month, hospital and place in the
 * figures, and the ledger counts an id once. What a later edition of a file changes is said by its format.
 *
 * <p><b>Beside responses.</b> A hospital that has responses of the month is left out and named: see
 * {@link HeardMonths}.
 *
 * <p><b>Interrupted.</b> What was acknowledged stays; importing again completes it.
 */
public final class PublishedImport {

    private static final ZoneId LAST_ZONE_ON_EARTH = ZoneOffset.ofHours(-12);

    private final PublishedFormat format;
    private final FeedbackWriter writer;
    private final Function<String, ZoneId> zones;
    private final Duration lateness;
    private final Clock clock;
    private final Function<Set<String>, HeardMonths> heard;

    /**
     * Prepares an import of hospitals that are known to have no responses of the month.
     *
     * @param zones the zone of a hospital, by its code
     * @param lateness how long after {@code given_at} the pipeline still takes a response
     */
    public PublishedImport(
            PublishedFormat format,
            FeedbackWriter writer,
            Function<String, ZoneId> zones,
            Duration lateness,
            Clock clock) {
        this(format, writer, zones, lateness, clock, hospitals -> new HeardMonths(zones));
    }

    /**
     * Prepares an import that leaves out the hospitals that have responses of the month.
     *
     * @param heard what there is of the hospitals of these codes
     */
    public PublishedImport(
            PublishedFormat format,
            FeedbackWriter writer,
            Function<String, ZoneId> zones,
            Duration lateness,
            Clock clock,
            Function<Set<String>, HeardMonths> heard) {
        this.format = format;
        this.writer = writer;
        this.zones = zones;
        this.lateness = lateness;
        this.clock = clock;
        this.heard = heard;
    }

    /** Imports as {@link #run(PublishedSource, ImportProgress, Beginning)} does, and tells nobody that it begins. */
    public ImportSummary run(PublishedSource source, ImportProgress progress) throws InterruptedException {
        return run(source, progress, Beginning.UNTOLD);
    }

    /**
     * Imports all rows that can be true, having told {@code beginning}, and returns when every response is
     * acknowledged. The responses of a hospital are made one by one: memory does not grow with them.
     *
     * @throws PublishedException where nothing can be imported, or the topic stops taking responses
     */
    public ImportSummary run(PublishedSource source, ImportProgress progress, Beginning beginning)
            throws InterruptedException {
        requireOver(source.month());
        PublishedFigures figures = format.read(source);
        figures.hospitals().forEach(hospital -> requireInTime(monthAt(hospital, source)));
        Map<Boolean, List<PublishedHospital>> byAnswered = byAnswered(figures, source.month());
        List<PublishedHospital> taken = Objects.requireNonNull(byAnswered.get(false), "a partition has both");
        List<PublishedHospital> answered = Objects.requireNonNull(byAnswered.get(true), "a partition has both");
        long total = taken.stream().mapToLong(PublishedHospital::responses).sum();
        beginning.begin();
        write(taken, source, total, progress);
        return new ImportSummary(
                source.month(),
                taken.size(),
                answered.stream().map(PublishedHospital::code).toList(),
                total,
                figures.withheld(),
                figures.rest());
    }

    private Map<Boolean, List<PublishedHospital>> byAnswered(PublishedFigures figures, YearMonth month) {
        HeardMonths months = heard.apply(
                figures.hospitals().stream().map(PublishedHospital::code).collect(Collectors.toUnmodifiableSet()));
        return figures.hospitals().stream()
                .collect(Collectors.partitioningBy(hospital ->
                        months.isAnswered(new HeardMonth(hospital.code(), hospital.questionnaire(), month))));
    }

    private void write(List<PublishedHospital> hospitals, PublishedSource source, long total, ImportProgress progress)
            throws InterruptedException {
        var writing = new ImportWriting(progress, total, (failure, safe) -> stopped(failure, safe, total));
        for (PublishedHospital hospital : hospitals) {
            LocalMonth month = monthAt(hospital, source);
            Instant arrival = month.end();
            Iterator<Feedback> responses = hospital.expand(month);
            while (responses.hasNext()) {
                writing.await(writer.write(responses.next(), arrival));
            }
        }
        writing.awaitAll();
    }

    private LocalMonth monthAt(PublishedHospital hospital, PublishedSource source) {
        return LocalMonth.of(source.month(), zones.apply(hospital.code()));
    }

    private void requireOver(YearMonth month) {
        Instant over = LocalMonth.of(month, LAST_ZONE_ON_EARTH).end();
        if (over.isAfter(clock.instant())) {
            throw new PublishedException(
                    month + " is not over everywhere until " + over + "; a month is imported when it is over");
        }
    }

    private void requireInTime(LocalMonth month) {
        Duration longest = month.length();
        if (longest.compareTo(lateness) > 0) {
            throw new PublishedException("a lateness of " + lateness + " would reject the first days of "
                    + month.month() + " as late; it must be at least " + longest);
        }
    }

    private static PublishedException stopped(Throwable failure, long safe, long total) {
        return new PublishedException(
                "stopped, " + rootMessageOf(failure) + ": " + safe + " of " + total
                        + " responses are safe. Import the same file again: none is counted twice",
                failure);
    }

    private static String rootMessageOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
