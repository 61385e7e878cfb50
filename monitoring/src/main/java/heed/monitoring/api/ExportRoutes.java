package heed.monitoring.api;

import heed.monitoring.readmodel.Comparison;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Leagues;
import heed.monitoring.readmodel.Pane;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Names;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.ViewedModels;
import heed.schemas.Drop;
import heed.schemas.LeagueRow;
import heed.schemas.Window;
import heed.schemas.access.Right;
import heed.schemas.flat.DaySpan;
import heed.schemas.key.SeriesKey;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells everything of one kind that a viewer sees as one file: the weeks or months of all lines, all drops, or all
 * comparisons, of the days asked for.
 */
final class ExportRoutes implements Routes {

    private final ViewedModels models;
    private final Names names;
    private final PipelineSources pipeline;
    private final Replies replies;
    private final Contracts contracts;

    ExportRoutes(ViewedModels models, Names names, PipelineSources pipeline, Replies replies) {
        this.models = models;
        this.names = names;
        this.pipeline = pipeline;
        this.replies = replies;
        this.contracts = new Contracts(names);
    }

    /** A week or month of a line of figures. */
    private record Line(SeriesKey key, Series.Period period) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/export", this::export, Rule.of(Right.FIGURES));
    }

    private void export(Context ctx) {
        Parameters asked = Parameters.of(ctx, "table", "window", "measure", "from", "to");
        asked.oneOf(Parameters.FORMAT, "csv");
        DaySpan span = asked.span();
        Optional<String> measure = Optional.ofNullable(asked.text("measure"));
        Snapshot snapshot = models.of(ctx).snapshot();
        String table = Optional.ofNullable(asked.oneOf("table", "scores", "drops", "league"))
                .orElse("scores");
        Optional<String> window = Optional.ofNullable(asked.oneOf("window", "month", "week"));
        if (window.isPresent() && !table.equals("scores")) {
            throw ProblemException.badRequest("window is of scores alone.");
        }
        switch (table) {
            case "drops" -> drops(ctx, snapshot, span, measure);
            case "league" -> league(ctx, snapshot, span, measure);
            default -> scores(ctx, snapshot, span, measure, window.orElse("month"));
        }
    }

    private void scores(Context ctx, Snapshot snapshot, DaySpan span, Optional<String> measure, String window) {
        Window kind = Window.valueOf(window.toUpperCase(Locale.ROOT));
        Function<Series, List<Pane>> panes = kind == Window.WEEK ? Series::weeks : Series::months;
        Columns<Line> columns = lineColumns(kind);
        replies.stream(
                ctx,
                snapshot,
                Sheet.of("export-scores", columns, List.of()),
                snapshot.part(Hospitals.class).byCode().values().stream()
                        .sorted(Comparator.comparing(HospitalFigures::code))
                        .map(hospital -> Sheet.of(
                                "export-scores", columns, lines(hospital, panes, snapshot.now(), span, measure))));
    }

    private List<Line> lines(
            HospitalFigures hospital,
            Function<Series, List<Pane>> panes,
            Instant now,
            DaySpan span,
            Optional<String> measure) {
        return hospital.series().values().stream()
                .filter(line -> isOf(line.key().measure(), measure))
                .sorted(Comparator.comparing(line -> line.key().text()))
                .flatMap(line -> line.over(panes, now, names.today(hospital.code(), now)).stream()
                        .map(period -> new Line(line.key(), period)))
                .filter(line -> span.has(first(line)))
                .toList();
    }

    private static boolean isOf(String measure, Optional<String> asked) {
        return asked.map(measure::equals).orElse(true);
    }

    private LocalDate first(Line line) {
        return names.today(line.key().hospital(), line.period().start());
    }

    private Columns<Line> lineColumns(Window kind) {
        return new Columns<Line>()
                .add("hospital", line -> line.key().hospital())
                .add("hospital_name", line -> names.hospital(line.key().hospital()))
                .add("unit", line -> unit(line.key()))
                .add("measure", line -> line.key().measure())
                .add("measure_title", line -> names.measure(line.key().measure()))
                .add("window", line -> kind)
                .add("first", this::first)
                .add("start", line -> line.period().start())
                .add("end", line -> line.period().end())
                .addReading("", line -> Optional.of(line.period().reading()));
    }

    private static @Nullable String unit(SeriesKey key) {
        return key.unit();
    }

    private void drops(Context ctx, Snapshot snapshot, DaySpan span, Optional<String> measure) {
        List<Drop> drops = snapshot.part(Drops.class).newestFirst().stream()
                .filter(drop -> isOf(drop.getMeasure(), measure))
                .filter(drop -> span.has(names.today(drop.getHospital(), drop.getOpenedAt())))
                .toList();
        Sheet sheet = contracts.drops(drops, snapshot, pipeline.known()).named("export-drops");
        replies.stream(ctx, snapshot, sheet, Stream.of(sheet));
    }

    private void league(Context ctx, Snapshot snapshot, DaySpan span, Optional<String> measure) {
        Stream<Comparison<LeagueRow>> comparisons = snapshot.part(Leagues.class).measures().values().stream()
                .flatMap(months -> months.values().stream())
                .filter(each -> isOf(each.compared(), measure))
                .filter(each -> span.has(YearMonth.parse(each.month()).atDay(1)))
                .sorted(Comparator.comparing((Comparison<LeagueRow> each) -> each.compared())
                        .thenComparing(Comparison::month));
        replies.stream(
                ctx,
                snapshot,
                contracts.places(List.of(), snapshot).named("export-league"),
                comparisons.map(each -> contracts.places(each.rows(), snapshot)));
    }
}
