package heed.monitoring.view.pipeline;

import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Condition;
import heed.monitoring.view.Knowledge;
import heed.monitoring.view.Names;
import heed.monitoring.view.OverviewQuery;
import heed.monitoring.view.OverviewRow;
import heed.monitoring.view.Words;
import heed.schemas.disclosure.Reading;
import heed.schemas.sentence.English;
import heed.schemas.sentence.Headline;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says how all hospitals stand, from what is known of them and from nothing else: where nothing comes in, nothing is
 * worked on, or nothing could be flagged yet, nobody is told that all is well.
 *
 * @param headline in one sentence
 * @param lines what the headline rests on: how many report, how fresh that is, and of whom nothing is known
 */
public record Outlook(Headline headline, List<String> lines) {

    private static final Set<Condition> UNJUDGED =
            EnumSet.of(Condition.LEARNING, Condition.NOT_WATCHED, Condition.TOO_FEW);

    public Outlook {
        lines = List.copyOf(lines);
    }

    private static List<OverviewRow> rows(Snapshot snapshot, Names names) {
        return OverviewQuery.ALL.rows(snapshot, names, hospital -> Optional.empty());
    }

    static Outlook of(Snapshot snapshot, PipelineReport report, Knowledge known, Names names) {
        List<OverviewRow> rows = rows(snapshot, names);
        if (rows.isEmpty()) {
            return nobody(report, names.zone());
        }
        List<Instant> lost = rows.stream()
                .flatMap(row -> known.lostSince(row.code()).stream())
                .sorted()
                .toList();
        Counts counts = new Counts(
                rows.size(),
                snapshot.attention().size(),
                silent(rows),
                count(rows, EnumSet.of(Condition.PUBLISHED_ONLY)),
                count(rows, EnumSet.of(Condition.LEARNING)),
                count(rows, EnumSet.of(Condition.TOO_FEW)),
                count(rows, UNJUDGED),
                lost.size());
        Optional<Instant> newest = rows.stream()
                .map(OverviewRow::lastAnswer)
                .flatMap(answer -> Optional.ofNullable(answer).stream())
                .max(Comparator.naturalOrder());
        return new Outlook(
                headline(counts, report, lost, names.zone()), lines(counts, report, lost, newest, names.zone()));
    }

    /**
     * Counts hospitals.
     *
     * @param flagged those that somebody should look at
     * @param silent those of which nothing has come in lately
     * @param published those among the silent of which there are published months
     * @param unjudged those that report, and where nothing can be flagged or shown
     * @param lost those of which it is not known how they are now
     */
    private record Counts(
            int all, int flagged, int silent, int published, int learning, int few, int unjudged, int lost) {

        int reporting() {
            return all - silent;
        }

        /** Names some of the silent: as the others where they are all that do not report. */
        String silent(int number) {
            if (number < silent) {
                return English.hospitals(number);
            }
            return reporting() == 0 ? "them" : "the other " + (number == 1 ? "one" : English.count(number));
        }
    }

    /** A hospital that has fallen or gone quiet is not one that reports for that. */
    private static int silent(List<OverviewRow> rows) {
        return Math.toIntExact(rows.stream()
                .filter(row -> row.month28() instanceof Reading.NoResponses)
                .count());
    }

    private static int count(List<OverviewRow> rows, Set<Condition> conditions) {
        return Math.toIntExact(rows.stream()
                .filter(row -> conditions.contains(row.condition()))
                .count());
    }

    /** Says how hospitals stand to those who are told of closed months: not whether answers come in. */
    static Outlook byRelease(Snapshot snapshot, Names names) {
        int hospitals = rows(snapshot, names).size();
        int flagged = snapshot.attention().size();
        return new Outlook(
                flagged > 0 ? Headline.needAttention(flagged, hospitals) : Headline.closedMonths(hospitals),
                List.of("Figures are of whole months, and appear once a month is closed."));
    }

    private static Outlook nobody(PipelineReport report, ZoneId zone) {
        return report.lostSince()
                .map(since -> new Outlook(
                        Headline.nobodyHeardAndNotListeningSince(since.atZone(zone)),
                        List.of("What hospitals send now is not worked on.")))
                .orElseGet(() -> report.isStarting()
                        ? new Outlook(
                                Headline.startingWithNothing(), List.of("What has come in so far is still being read."))
                        : new Outlook(
                                Headline.nobodyHeardYet(), List.of("Scores appear here as soon as patients answer.")));
    }

    private static Headline headline(Counts counts, PipelineReport report, List<Instant> lost, ZoneId zone) {
        if (report.lostSince().isPresent()) {
            return Headline.notKnownSince(counts.all(), report.lostSince().get().atZone(zone));
        }
        if (report.isStarting()) {
            return Headline.starting();
        }
        if (counts.flagged() > 0) {
            return Headline.needAttention(counts.flagged(), counts.all());
        }
        if (counts.lost() > 0) {
            return Headline.nothingKnownOf(
                    counts.lost(), counts.all(), lost.get(0).atZone(zone));
        }
        if (counts.reporting() == 0) {
            return Headline.noneReports(counts.all());
        }
        if (counts.unjudged() == counts.reporting()) {
            return counts.few() == counts.reporting() ? Headline.tooFewAnswers() : Headline.nothingCanBeFlagged();
        }
        return counts.silent() > 0
                ? Headline.noneThatReportsNeedsAttention(counts.reporting())
                : Headline.noneNeedsAttention(counts.all());
    }

    private static List<String> lines(
            Counts counts, PipelineReport report, List<Instant> lost, Optional<Instant> newest, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        if (report.lostSince().isPresent()) {
            lines.add("Care goes on; what is shown was known then: " + needed(counts) + ".");
        } else if (counts.lost() > 0) {
            lines.add("Of " + English.hospitals(counts.lost()) + " nothing is known since "
                    + Words.moment(lost.get(0), zone) + ": what they send is not worked on.");
        }
        lines.add(English.count(counts.reporting()) + " of " + English.hospitals(counts.all())
                + (counts.reporting() == 1 ? " has" : " have") + " had responses" + Words.LATELY
                + newest.map(at -> ", the newest at " + Words.moment(at, zone)).orElse("") + ".");
        if (counts.published() > 0) {
            lines.add("Of " + counts.silent(counts.published()) + " only published months are known.");
        }
        if (counts.silent() > counts.published()) {
            lines.add("Of " + counts.silent(counts.silent() - counts.published()) + " nothing is known.");
        }
        if (counts.learning() > 0) {
            lines.add(hospitalsThat(counts.learning(), "is", "are")
                    + " still learned about: nothing can be flagged there yet.");
        }
        if (counts.few() > 0) {
            lines.add(hospitalsThat(counts.few(), "has", "have") + " too few answers to show.");
        }
        return lines;
    }

    private static String needed(Counts counts) {
        return counts.flagged() == 0
                ? "nothing was flagged"
                : hospitalsThat(counts.flagged(), "needed", "needed") + " attention";
    }

    private static String hospitalsThat(int number, String one, String many) {
        return English.hospitals(number) + " " + (number == 1 ? one : many);
    }
}
