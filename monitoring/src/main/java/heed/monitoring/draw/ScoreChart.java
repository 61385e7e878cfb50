package heed.monitoring.draw;

import heed.monitoring.draw.Plot.Frame;
import heed.monitoring.draw.Plot.Span;
import heed.monitoring.draw.Svg.Anchor;
import heed.monitoring.draw.Svg.Point;
import heed.monitoring.html.Html;
import heed.schemas.sentence.English;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Draws a score over days, or over weeks or months by their last days: the score, the range that is usual, or else the
 * band of what chance can do, the usual score where it is known, and when something happened to it. Days that may not
 * be shown leave a gap.
 */
public final class ScoreChart {

    private static final Frame FRAME = new Frame(48, 700, 24, 232);
    private static final double ROOM_BELOW = .02;
    private static final double WIDEST_WORDS = 170;

    private final List<Day> days;
    private final OptionalDouble usual;
    private final List<Event> events;
    private final List<LocalDate> notes;
    private final List<Level> others;
    private final Ticks ticks;
    private final Plot plot;

    /** Takes days in their order, at least one, of which at least one may be shown. */
    public ScoreChart(List<Day> days, OptionalDouble usual, List<Event> events) {
        this(days, usual, events, List.of(), List.of());
    }

    /**
     * Takes also the days that staff noted, in their order, which get numbers from 1 on, and by weeks where others
     * were.
     */
    public ScoreChart(
            List<Day> days, OptionalDouble usual, List<Event> events, List<LocalDate> notes, List<Level> others) {
        this.days = days;
        this.usual = usual;
        this.events = events;
        this.notes = notes;
        this.others = others;
        this.ticks = Ticks.upToAll(DoubleStream.concat(
                                days.stream()
                                        .flatMap(day -> Stream.concat(day.score().stream(), day.usual().stream()))
                                        .mapToDouble(Spread::low),
                                DoubleStream.concat(
                                        usual.stream(), others.stream().mapToDouble(Level::share)))
                        .min()
                        .orElse(0)
                - ROOM_BELOW);
        this.plot = new Plot(FRAME, Scale.days(first(), last()), ticks.scale());
    }

    /**
     * One day.
     *
     * @param score nothing where it may not be shown
     * @param usual the range that is usual of so many answers; nothing where that is not known
     */
    public record Day(LocalDate date, Optional<Spread> score, Optional<Spread> usual) {

        private double place() {
            return (double) date.toEpochDay();
        }
    }

    /** Where others were at the end of a week. */
    public record Level(LocalDate date, double share) {}

    /** What may happen to a score, with how it is drawn and told. */
    public enum Turn {
        BEGAN("began", "began about ", FRAME.top() + 12),
        FLAGGED("flagged", "flagged ", FRAME.bottom() - 22),
        RECOVERED("back", "recovered ", FRAME.bottom() - 6);

        private final String kind;
        private final String words;
        private final double height;

        Turn(String kind, String words, double height) {
            this.kind = kind;
            this.words = words;
            this.height = height;
        }
    }

    /** When a turn was. */
    public record Event(Turn turn, LocalDate date) {}

    /** Returns the chart, which {@code label} tells in words. */
    public Html draw(String label) {
        plot.grid(ticks);
        List<List<Day>> runs = Runs.of(days, day -> day.score().isPresent());
        boolean known = days.stream().anyMatch(day -> day.usual().isPresent());
        Function<Day, Optional<Spread>> behind = known ? Day::usual : Day::score;
        Runs.of(days, day -> behind.apply(day).isPresent()).forEach(run -> band(run, behind));
        usual.ifPresent(share -> plot.across("usual", share).over(share, "good", "usual " + English.percent(share)));
        weeks().forEach(run -> plot.line("others", run));
        new NoteMarks(plot, FRAME, notes, LocalDate::toEpochDay).draw();
        runs.forEach(this::line);
        events.forEach(this::event);
        Day middle = days.get((days.size() - 1) / 2);
        plot.ends(words(first()), words(last())).under(middle.place(), words(middle.date()));
        return Svg.filling("chart", 720, 270).image(label, plot.parts());
    }

    /** Says a day, with its year where the days are of more than one. */
    private String words(LocalDate day) {
        return first().getYear() == last().getYear() ? English.dayAndMonth(day) : English.shortDate(day);
    }

    /** Returns the coordinate of a day from the left, as it stands in the drawing. */
    public String x(LocalDate day) {
        return Svg.px(plot.px((double) day.toEpochDay()));
    }

    private void band(List<Day> run, Function<Day, Optional<Spread>> behind) {
        plot.band(
                "band",
                run.stream()
                        .map(day -> {
                            Spread spread = behind.apply(day).orElseThrow();
                            return new Span(day.place(), spread.low(), spread.high());
                        })
                        .toList());
    }

    /** A week that is not known leaves a gap. */
    private List<List<Point>> weeks() {
        List<List<Point>> runs = new ArrayList<>();
        LocalDate before = null;
        for (Level week : others) {
            if (before == null || !before.plusWeeks(1).equals(week.date())) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(new Point((double) week.date().toEpochDay(), week.share()));
            before = week.date();
        }
        return runs;
    }

    private void line(List<Day> run) {
        List<Point> points = run.stream()
                .map(day -> new Point(day.place(), day.score().orElseThrow().share()))
                .toList();
        if (points.size() == 1) {
            plot.mark(
                    new Marker(Marker.Shape.DOT, "score-dot", 3),
                    points.get(0).x(),
                    points.get(0).y());
        } else {
            plot.line("score", points);
        }
    }

    /** Marks an event on one of the days; its words are on the side that has room. */
    private void event(Event event) {
        if (event.date().isBefore(first()) || event.date().isAfter(last())) {
            return;
        }
        Turn turn = event.turn();
        double place = (double) event.date().toEpochDay();
        double x = plot.px(place);
        boolean right = x < FRAME.left() + WIDEST_WORDS;
        plot.upright("mark " + turn.kind, place)
                .text(
                        right ? x + 6 : x - 6,
                        turn.height,
                        right ? Anchor.START : Anchor.END,
                        turn.kind,
                        turn.words + words(event.date()));
    }

    private LocalDate first() {
        return days.get(0).date();
    }

    private LocalDate last() {
        return days.get(days.size() - 1).date();
    }
}
