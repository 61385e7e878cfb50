package heed.monitoring.api;

import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.spc.Assurance;
import heed.monitoring.spc.Variation;
import heed.monitoring.spc.XmrChart;
import heed.monitoring.spc.XmrLimits;
import heed.monitoring.view.ChartRange;
import heed.monitoring.view.Names;
import heed.monitoring.view.chart.OthersLine;
import heed.monitoring.view.spc.SpcQuery;
import heed.monitoring.view.spc.SpcSeries;
import heed.monitoring.view.spc.SpcView;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.ViewedModels;
import heed.schemas.access.Right;
import heed.schemas.disclosure.Reading;
import heed.schemas.key.SeriesKey;
import heed.schemas.questionnaire.Better;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Tells a measure of a hospital or of a unit as an SPC chart: an XmR chart by the rules of Making Data Count. */
final class SpcRoutes implements Routes {

    private final ViewedModels models;
    private final Names names;
    private final Replies replies;

    SpcRoutes(ViewedModels models, Names names, Replies replies) {
        this.models = models;
        this.names = names;
        this.replies = replies;
    }

    private record Chart(
            String hospital,
            @Nullable String unit,
            String measure,
            String measureTitle,
            SpcSeries.Per per,
            XmrChart.Limits limits,
            Better better,
            @Nullable Double target,
            @Nullable Variation variation,
            @Nullable Assurance assurance,
            List<Map<String, Object>> points) {}

    /** A point, with what kind of variation it shows and how all hospitals moved. */
    private record Point(SpcView.Point point, Optional<Variation> variation, Optional<OthersLine.Week> others) {

        private Optional<XmrLimits> limits() {
            return point.drawn().limits();
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/hospitals/{code}/spc", this::chart, Rule.of(Right.FIGURES));
    }

    private void chart(Context ctx) {
        Parameters asked = Parameters.of(ctx, "measure", "unit", "per", "limits", "from", "to");
        var query = new SpcQuery(
                asked.text("unit"),
                asked.text("measure"),
                asked.oneOf("per", "week", "month"),
                asked.oneOf("limits", "all", "screened"));
        Snapshot snapshot = models.of(ctx).snapshot();
        LocalDate today = names.today(ctx.pathParam("code"), snapshot.now());
        ChartRange range = asked.range(today);
        SpcView view = snapshot.part(Hospitals.class)
                .of(ctx.pathParam("code"))
                .flatMap(figures -> SpcView.of(figures, snapshot, names, query.within(range)))
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no such hospital or unit, or it has no figures of that measure."));
        SeriesKey key = view.key();
        Sheet points = Sheet.ofLine("spc", key, columns(), points(view, others(view, snapshot)));
        OptionalDouble target = view.target();
        XmrChart chart = view.chart();
        replies.send(
                ctx,
                snapshot,
                new Chart(
                        key.hospital(),
                        key.unit(),
                        key.measure(),
                        names.measure(key.measure()),
                        view.series().per(),
                        view.limits(),
                        chart.better(),
                        target.isPresent() ? target.getAsDouble() : null,
                        chart.variation().orElse(null),
                        target.isPresent()
                                ? chart.assurance(target.getAsDouble()).orElse(null)
                                : null,
                        points.rows()),
                points);
    }

    private static OthersLine others(SpcView view, Snapshot snapshot) {
        List<SpcView.Point> points = view.points();
        return points.isEmpty()
                ? OthersLine.NONE
                : snapshot.part(Hospitals.class)
                        .line(view.key())
                        .map(series -> OthersLine.of(
                                series,
                                points.get(0).read().first(),
                                view.last(points.get(points.size() - 1)),
                                snapshot))
                        .orElse(OthersLine.NONE);
    }

    private static List<Point> points(SpcView view, OthersLine others) {
        return view.points().stream()
                .map(point -> new Point(point, variation(view.chart(), point.drawn()), others.upTo(view.last(point))))
                .toList();
    }

    private static Optional<Variation> variation(XmrChart chart, XmrChart.Point point) {
        return point.isKnown() && point.limits().isPresent() ? Optional.of(chart.variation(point)) : Optional.empty();
    }

    private static Columns<Point> columns() {
        return new Columns<Point>()
                .add("first", point -> point.point().read().first())
                .addReading(
                        "", point -> Optional.<Reading>of(point.point().read().reading()))
                .add("mean", point -> point.limits().map(XmrLimits::mean).orElse(null))
                .add("lower", point -> point.limits().map(XmrLimits::lower).orElse(null))
                .add("upper", point -> point.limits().map(XmrLimits::upper).orElse(null))
                .add("variation", point -> point.variation().orElse(null))
                .add("signals", point -> point.point().drawn().signals().stream()
                        .map(signal -> signal.rule() + "_" + signal.way())
                        .sorted()
                        .toList())
                .add(
                        "others",
                        point -> point.others().map(OthersLine.Week::rounded).orElse(null));
    }
}
