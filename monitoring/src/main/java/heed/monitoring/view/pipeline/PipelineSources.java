package heed.monitoring.view.pipeline;

import heed.monitoring.pipeline.PipelineParts;
import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Knowledge;
import heed.monitoring.view.Names;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.ToldResults;
import heed.schemas.reader.ReaderStatus;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whom to ask how the pipeline of this instance stands.
 *
 * @param reader what follows its results
 * @param clock the wall clock
 * @param readers what those who ask may be told; nothing where they are whoever runs it
 */
public record PipelineSources(
        PipelineStatus status,
        Supplier<ReaderStatus> reader,
        PipelineParts parts,
        Clock clock,
        Optional<Disclosure> readers) {

    /** Takes whom to ask for whoever runs it. */
    public PipelineSources(PipelineStatus status, Supplier<ReaderStatus> reader, PipelineParts parts, Clock clock) {
        this(status, reader, parts, clock, Optional.empty());
    }

    /** Returns the same as far as they may be told. */
    public PipelineSources told(Disclosure disclosure) {
        return new PipelineSources(
                status, () -> told(reader.get(), disclosure), parts.told(disclosure), clock, Optional.of(disclosure));
    }

    /** What has not been read yet, many results, may be of one answer. */
    private static ReaderStatus told(ReaderStatus reads, Disclosure disclosure) {
        return new ReaderStatus(
                reads.phase(),
                ToldResults.of(reads.lag(), disclosure),
                reads.lastContact(),
                disclosure.ofRecords(reads.unreadable()));
    }

    /** Returns how it stands now. */
    public PipelineReport report() {
        return new PipelineReport(status.current(), reader.get(), parts.current(), clock.instant());
    }

    /** Returns of which hospitals it is known how they are now. */
    public Knowledge known() {
        return known(report());
    }

    private Knowledge known(PipelineReport now) {
        return hospital -> now.lostSince(parts.partitionOf(hospital));
    }

    /** Returns whether the figures of {@code snapshot} are live now; times are in {@code zone}. */
    public LiveStatus live(Snapshot snapshot, ZoneId zone) {
        PipelineReport now = report();
        return LiveStatus.of(now, known(now), snapshot, zone);
    }

    /** Returns what may be said of all hospitals of {@code snapshot} together. */
    public Outlook outlook(Snapshot snapshot, Names names) {
        PipelineReport now = report();
        return readers.filter(Disclosure::isByRelease).isPresent()
                ? Outlook.byRelease(snapshot, names)
                : Outlook.of(snapshot, now, known(now), names);
    }
}
