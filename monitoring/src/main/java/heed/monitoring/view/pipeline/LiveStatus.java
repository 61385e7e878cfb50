package heed.monitoring.view.pipeline;

import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Knowledge;
import heed.monitoring.view.Words;
import heed.schemas.reader.ReaderStatus;
import heed.schemas.sentence.English;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Says whether the figures are live, in the words of the page's header. Stopped covers all that makes figures old: the
 * pipeline stalled or ended, no broker that answers, this page's own reader gone.
 *
 * <p>Staff read it: it tells of hospitals, never of partitions.
 *
 * @param asOf the newest figure's event time in words, empty where there are no figures
 * @param mark changes with what is known of hospitals though no figure changes; empty while figures are live
 */
public record LiveStatus(Kind kind, String text, String asOf, String mark) {

    /**
     * How long a page may hear nothing from the server before its figures count as old: as long as the server hears
     * nothing from brokers.
     */
    public static final Duration UNHEARD_AFTER = ReaderStatus.LONGEST_WITHOUT_ANSWER;

    private static final Duration LEAST_SAID = Duration.ofSeconds(1);

    /** Whether figures move. */
    public enum Kind {
        STARTING,
        LIVE,
        /** Those of some hospitals move, those of others don't. */
        PARTLY,
        STOPPED;

        /** Returns it as the style sheet and scripts know it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Judges by how the pipeline and the reader of its results stand. */
    public static LiveStatus of(PipelineReport report, Knowledge known, Snapshot snapshot, ZoneId zone) {
        String asOf = snapshot.asOf() == null ? "" : Words.asOf(snapshot.asOf(), zone);
        String figures = asOf.isEmpty() ? "" : ", figures as of " + asOf;
        String reason = report.forStaff().map(what -> ". " + what).orElse("");
        Optional<Instant> halted = report.haltedSince();
        if (halted.isPresent()) {
            String stopped = stopped(Duration.between(halted.get(), report.now()));
            return new LiveStatus(Kind.STOPPED, stopped + figures + reason, asOf, Kind.STOPPED.code());
        }
        if (report.isStarting()) {
            String mark = Kind.STARTING.code() + (report.lostSince().isPresent() ? "-slowly" : "");
            return new LiveStatus(Kind.STARTING, "Starting" + figures + reason, asOf, mark);
        }
        if (!report.stuck().isEmpty()) {
            return new LiveStatus(
                    Kind.PARTLY,
                    partly(report, known, snapshot) + figures + reason,
                    asOf,
                    Kind.PARTLY.code() + report.stuck());
        }
        String live = asOf.isEmpty() ? "Live, no answers yet" : "Live, as of " + asOf;
        return new LiveStatus(Kind.LIVE, live + reason, asOf, "");
    }

    /** Returns what a page and whoever follows it are told apart by from an earlier one. */
    public String version(Snapshot snapshot) {
        return mark.isEmpty() ? snapshot.version() : snapshot.version() + '~' + mark;
    }

    private static String stopped(Duration since) {
        return since.compareTo(LEAST_SAID) < 0 ? "Stopped just now" : "Stopped: no news for " + Words.stretch(since);
    }

    private static String partly(PipelineReport report, Knowledge known, Snapshot snapshot) {
        Set<String> all = snapshot.part(Hospitals.class).byCode().keySet();
        List<Instant> lost =
                all.stream().flatMap(each -> known.lostSince(each).stream()).toList();
        return lost.isEmpty()
                ? "Partly live: some of what comes in is not worked on"
                : "Partly live: of " + lost.size() + " of " + English.hospitals(all.size()) + " nothing is known for "
                        + report.since(
                                lost.stream().min(Comparator.naturalOrder()).orElseThrow());
    }
}
