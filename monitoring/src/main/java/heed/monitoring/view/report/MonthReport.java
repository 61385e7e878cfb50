package heed.monitoring.view.report;

import heed.monitoring.readmodel.Actions;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.SeenComments;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.DayNotes;
import heed.monitoring.view.Knowledge;
import heed.monitoring.view.Names;
import heed.monitoring.view.OverviewRow;
import heed.monitoring.view.Words;
import heed.schemas.Action;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Reading;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.English;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A hospital's month, for a board.
 *
 * @param lines its measures as a whole; those of the units that a reader sees who sees no more
 * @param overall the measure that sums it up
 * @param notes days of it that staff noted, as far as readers are told
 */
public record MonthReport(
        String hospital,
        ReportMonth month,
        List<MonthLine> lines,
        String overall,
        List<MonthNews> news,
        List<Action> notes) {

    /** Judges a month. */
    public static MonthReport of(
            HospitalFigures figures, ReportMonth month, Snapshot snapshot, Names names, Knowledge known) {
        List<MonthLine> lines = series(figures, names).stream()
                .map(line -> MonthLine.of(line, month, snapshot, names))
                .filter(MonthLine::isAsked)
                .toList();
        return new MonthReport(
                figures.code(),
                month,
                lines,
                OverviewRow.overall(figures, names, names.today(figures.code(), snapshot.now())),
                MonthNews.of(figures.code(), month, snapshot, names, known),
                new DayNotes(snapshot.part(Actions.class).notes(figures.code()))
                        .within(month.month().atDay(1), month.lastDay())
                        .notes());
    }

    private static List<Series> series(HospitalFigures figures, Names names) {
        boolean whole = !figures.measures().isEmpty();
        List<String> measures = names.ordered(figures.series().keySet().stream()
                .map(SeriesKey::measure)
                .distinct()
                .toList());
        return figures.series().values().stream()
                .filter(line -> line.key().isWhole() == whole)
                .sorted(Comparator.<Series, String>comparing(
                                line -> Objects.requireNonNullElse(line.key().unit(), ""))
                        .thenComparing(line -> measures.indexOf(line.key().measure())))
                .toList();
    }

    /** Returns what people wrote about, for whoever may read it. */
    public MonthThemes themes(HospitalFigures figures, SeenComments seen, Disclosure disclosure) {
        return MonthThemes.of(month, figures.whole(overall), seen, disclosure);
    }

    /** Returns the month in a sentence or two. */
    public String lead(Names names) {
        return summary(names) + " " + found();
    }

    private String summary(Names names) {
        Optional<MonthLine> sum = lines.stream()
                .filter(line -> line.key().isWhole() && line.key().measure().equals(overall))
                .findFirst()
                .or(() -> lines.stream().filter(line -> line.key().isWhole()).findFirst());
        if (sum.isEmpty()) {
            return lines.isEmpty()
                    ? "Nobody answered in " + month.name() + " or the month before."
                    : "What follows is of the units that you may see.";
        }
        MonthLine line = sum.get();
        Reading now = line.now();
        String measure = names.measure(line.key().measure()) + ", " + month.said() + ": ";
        return measure
                + now.shown()
                        .map(shown -> Words.percent(shown) + " of " + English.answers(shown.answers()) + " ("
                                + Words.range(shown) + ")")
                        .orElseGet(() -> Words.whyNone(now))
                + "; " + line.change() + ".";
    }

    /** Returns how many drops and rises there were, in a sentence. */
    private String found() {
        if (news.isEmpty()) {
            return "No drop or rise is remembered that was open in it"
                    + (month.state() == ReportMonth.State.SO_FAR ? " so far." : ".");
        }
        return counted(MonthNews.Kind.DROP, "drop") + "; " + counted(MonthNews.Kind.RISE, "rise") + ".";
    }

    private String counted(MonthNews.Kind kind, String word) {
        List<MonthNews> these =
                news.stream().filter(each -> each.kind() == kind).toList();
        if (these.isEmpty()) {
            return "no " + word;
        }
        long began = these.stream().filter(MonthNews::began).count();
        long ended = these.stream().filter(MonthNews::ended).count();
        return English.count(these.size()) + " " + word + (these.size() == 1 ? " was" : "s were")
                + " open in the month (" + orNone(began) + " flagged, " + orNone(ended) + " ended in it)";
    }

    private static String orNone(long count) {
        return count == 0 ? "none" : English.count(count);
    }
}
