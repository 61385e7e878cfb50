package heed.monitoring.view.report;

import heed.monitoring.readmodel.Actions;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.Handling;
import heed.monitoring.readmodel.Rises;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.DropStand;
import heed.monitoring.view.Endings;
import heed.monitoring.view.Knowledge;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Words;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.Figures;
import heed.schemas.sentence.UpAgainSentences;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A drop or rise that was open for some of a month.
 *
 * @param title what fell or rose, how far, and where
 * @param when when it was flagged and how it ended, in words
 * @param why why it is still open although its score is up again; empty where that is not so
 * @param began whether it was flagged in the month
 * @param ended whether it ended in it
 * @param path where there is more of it
 * @param handling what was done about it; nothing of a rise, and where readers are not told
 */
public record MonthNews(
        Kind kind,
        String title,
        String when,
        String why,
        Instant openedAt,
        boolean began,
        boolean ended,
        String path,
        Optional<Handling> handling) {

    /** Which way it went. */
    public enum Kind {
        DROP,
        RISE
    }

    /** Returns those of a hospital, drops first, each kind the oldest first. */
    static List<MonthNews> of(String hospital, ReportMonth month, Snapshot snapshot, Names names, Knowledge known) {
        var drops = snapshot.part(Drops.class).newestFirst(hospital).stream()
                .filter(drop -> wasOpen(month, drop.getOpenedAt(), ended(drop)))
                .map(drop -> of(drop, month, snapshot, names, known));
        var rises = snapshot.part(Rises.class).latest().values().stream()
                .filter(rise -> rise.getHospital().equals(hospital) && wasOpen(month, rise.getOpenedAt(), ended(rise)))
                .map(rise -> of(rise, month, names, known));
        return Stream.concat(drops, rises)
                .sorted(Comparator.comparing(MonthNews::kind)
                        .thenComparing(MonthNews::openedAt)
                        .thenComparing(MonthNews::title))
                .toList();
    }

    private static boolean wasOpen(ReportMonth month, Instant openedAt, @Nullable Instant ended) {
        return openedAt.isBefore(month.end()) && (ended == null || !ended.isBefore(month.start()));
    }

    private static @Nullable Instant ended(Drop drop) {
        return drop.getState() == DropState.OPEN ? null : Endings.of(drop);
    }

    private static @Nullable Instant ended(Rise rise) {
        if (rise.getState() == RiseState.OPEN) {
            return null;
        }
        return rise.getEndedAt() == null ? rise.getAsOf() : rise.getEndedAt();
    }

    private static MonthNews of(Drop drop, ReportMonth month, Snapshot snapshot, Names names, Knowledge known) {
        DropStand stand = DropStand.of(drop, snapshot, names, known);
        Instant ended = ended(drop);
        return new MonthNews(
                Kind.DROP,
                where(drop.getUnit()) + stand.fell(names.measure(drop.getMeasure())),
                when(
                        month,
                        drop.getOpenedAt(),
                        ended,
                        drop.getPhase() == DropPhase.REBASELINED
                                ? "its new level counts as usual since "
                                : "back since ",
                        stand.lostSince().isPresent(),
                        stand.goingOn()),
                stand.isUpAgain() ? UpAgainSentences.english() : "",
                drop.getOpenedAt(),
                month.holds(drop.getOpenedAt()),
                ended != null && month.holds(ended),
                Paths.drop(drop),
                snapshot.part(Actions.class).about(drop));
    }

    private static MonthNews of(Rise rise, ReportMonth month, Names names, Knowledge known) {
        Figures figures = Figures.of(rise.getScore(), rise.getBaseline());
        Instant ended = ended(rise);
        return new MonthNews(
                Kind.RISE,
                where(rise.getUnit()) + names.measure(rise.getMeasure()) + " rose from " + figures.usual() + "% to "
                        + figures.now() + "%",
                when(
                        month,
                        rise.getOpenedAt(),
                        ended,
                        rise.getState() == RiseState.REBASELINED
                                ? "its new level counts as usual since "
                                : "over since ",
                        known.lostSince(rise.getHospital()).isPresent(),
                        ""),
                "",
                rise.getOpenedAt(),
                month.holds(rise.getOpenedAt()),
                ended != null && month.holds(ended),
                Paths.line(SeriesKey.of(rise)),
                Optional.empty());
    }

    private static String where(@Nullable String unit) {
        return unit == null ? "" : unit + ": ";
    }

    /** What came after the month is told too: a report of a month past is read now. */
    private static String when(
            ReportMonth month,
            Instant openedAt,
            @Nullable Instant ended,
            String ending,
            boolean isLost,
            String goingOn) {
        String flagged = "flagged on " + Words.date(openedAt, month.zone());
        if (ended == null) {
            return flagged + (isLost ? ", open when that was last known" : ", still open" + goingOn);
        }
        boolean later = !ended.isBefore(month.end());
        return flagged + (later ? ", open at the end of the month, " : ", ") + ending + Words.date(ended, month.zone());
    }
}
