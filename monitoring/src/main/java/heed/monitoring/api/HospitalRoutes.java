package heed.monitoring.api;

import heed.monitoring.readmodel.Baselines;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Leagues;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Condition;
import heed.monitoring.view.Line;
import heed.monitoring.view.Names;
import heed.monitoring.view.OverviewQuery;
import heed.monitoring.view.OverviewRow;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.ViewedModels;
import heed.schemas.Baseline;
import heed.schemas.LeagueRow;
import heed.schemas.Standing;
import heed.schemas.UsualFigures;
import heed.schemas.access.Right;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells how hospitals stand: all of them, and all that there is of one. */
final class HospitalRoutes implements Routes {

    private final ViewedModels models;
    private final Names names;
    private final PipelineSources pipeline;
    private final Replies replies;
    private final Contracts contracts;

    HospitalRoutes(ViewedModels models, Names names, PipelineSources pipeline, Replies replies) {
        this.models = models;
        this.names = names;
        this.pipeline = pipeline;
        this.replies = replies;
        this.contracts = new Contracts(names);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/hospitals", this::all, Rule.of(Right.FIGURES));
        routes.get(Api.ROOT + "/hospitals/{code}", this::one, Rule.of(Right.FIGURES));
    }

    private void all(Context ctx) {
        Parameters asked = Parameters.ofList(ctx, "find", "measure", "region", "state", "order");
        String state = asked.text("state");
        if (state != null && Condition.named(state).isEmpty()) {
            throw ProblemException.badRequest("state must be one of " + List.of(Condition.values()) + ".");
        }
        Snapshot snapshot = models.of(ctx).snapshot();
        replies.send(
                ctx,
                snapshot,
                Sheet.of(
                        "hospitals",
                        overview(),
                        ListPart.of(
                                ctx,
                                asked,
                                OverviewQuery.of(asked::text).rows(snapshot, names, pipeline.known()),
                                OverviewRow::code)));
    }

    private Columns<OverviewRow> overview() {
        return new Columns<OverviewRow>()
                .add("hospital", OverviewRow::code)
                .add("hospital_name", OverviewRow::name)
                .add("simulated", row -> names.isSimulated(row.code()))
                .add("region", row -> region(row.code()))
                .add("measure", OverviewRow::measure)
                .add("measure_title", row -> names.measure(row.measure()))
                .add("state", OverviewRow::condition)
                .addReading("", row -> Optional.of(row.month28()))
                .addReading("week_", row -> Optional.of(row.week()))
                .add(
                        "month",
                        row -> row.month() == null
                                ? null
                                : YearMonth.from(row.month().start().atZone(names.zone(row.code())))
                                        .toString())
                .addReading("month_", row -> Optional.ofNullable(row.month()).map(Series.NewestMonth::reading))
                .add("last_answer", OverviewRow::lastAnswer);
    }

    private @Nullable String region(String hospital) {
        String region = names.region(hospital);
        return region.isEmpty() ? null : region;
    }

    /** Returns the figures of the hospital that the address names. */
    static HospitalFigures figures(Context ctx, Snapshot snapshot) {
        return snapshot.part(Hospitals.class)
                .of(ctx.pathParam("code"))
                .orElseThrow(() -> ProblemException.notFound("No hospital with that code has been heard from."));
    }

    private void one(Context ctx) {
        Parameters.of(ctx);
        Snapshot snapshot = models.of(ctx).snapshot();
        HospitalFigures figures = figures(ctx, snapshot);
        String code = figures.code();
        Sheet lines = Sheet.of(
                        "hospital-" + code, lineColumns(snapshot), Line.all(figures, snapshot, names, pipeline.known()))
                .with("hospital", code);
        Columns<HospitalFigures> columns = hospitalColumns(lines, snapshot);
        replies.send(ctx, snapshot, columns.of(figures), lines);
    }

    private Columns<HospitalFigures> hospitalColumns(Sheet lines, Snapshot snapshot) {
        Columns<HospitalFigures> columns = new Columns<HospitalFigures>()
                .add("hospital", HospitalFigures::code)
                .add("hospital_name", each -> names.hospital(each.code()))
                .add("simulated", each -> names.isSimulated(each.code()))
                .add("region", each -> region(each.code()))
                .add("last_answer", each -> each.lastAnswer().orElse(null))
                .add("lines", each -> lines.rows())
                .add("drops", each -> drops(each.code(), snapshot).rows());
        for (DetectorTable<?> detector : DetectorTable.ALL) {
            columns.add(detector.name(), each -> detector.table(snapshot, names, each.code())
                    .rows());
        }
        return columns.add("places", each -> places(each.code(), snapshot).rows())
                .add("standings", each -> standings(each.code(), snapshot).rows());
    }

    private Sheet drops(String hospital, Snapshot snapshot) {
        return contracts.drops(snapshot.part(Drops.class).newestFirst(hospital), snapshot, pipeline.known());
    }

    private Sheet places(String hospital, Snapshot snapshot) {
        List<LeagueRow> rows = snapshot.part(Leagues.class).firstMonths().stream()
                .flatMap(month -> month.rows().stream())
                .filter(row -> row.getHospital().equals(hospital))
                .toList();
        return contracts.places(rows, snapshot);
    }

    private Sheet standings(String hospital, Snapshot snapshot) {
        List<Standing> rows = snapshot.part(Leagues.class).questionnaires().values().stream()
                .flatMap(months -> Leagues.first(months).stream())
                .flatMap(month -> month.rows().stream())
                .filter(row -> row.getHospital().equals(hospital))
                .toList();
        return contracts.standings(rows, snapshot);
    }

    private Columns<Line> lineColumns(Snapshot snapshot) {
        Baselines baselines = snapshot.part(Baselines.class);
        return new Columns<Line>()
                .add("unit", line -> line.key().unit())
                .add("measure", line -> line.key().measure())
                .add("measure_title", line -> names.measure(line.key().measure()))
                .add("state", Line::condition)
                .addReading("", line -> Optional.of(line.month28()))
                .addReading("week_", line -> Optional.of(line.week()))
                .add(
                        "watch",
                        line -> baselines.of(line.key()).map(Baseline::getState).orElse(null))
                .add(
                        "watch_since",
                        line -> baselines.of(line.key()).map(Baseline::getSince).orElse(null))
                .add("usual", line -> baselines
                        .usual(line.key())
                        .map(UsualFigures::getScore)
                        .orElse(null));
    }
}
