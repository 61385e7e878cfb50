package heed.monitoring.api;

import heed.monitoring.page.Names;
import heed.monitoring.page.SpcSeries;
import heed.monitoring.page.SpcView;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Reading;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.readmodel.ViewedModel;
import heed.monitoring.spc.Assurance;
import heed.monitoring.spc.Variation;
import heed.monitoring.spc.XmrChart;
import heed.monitoring.spc.XmrLimits;
import heed.monitoring.spc.XmrSignal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Tells a hospital's measure as an XmR chart. */
final class SpcRoute {

    private final ViewedModel model;
    private final Names names;
    private final Replies replies;

    SpcRoute(ViewedModel model, Names names, Replies replies) {
        this.model = model;
        this.names = names;
        this.replies = replies;
    }

    private record Chart(
            String hospital,
            String measure,
            String measureTitle,
            SpcSeries.Per per,
            XmrChart.Limits limits,
            Double target,
            Variation variation,
            Assurance assurance,
            List<Map<String, Object>> points) {}

    private record Point(LocalDate first, Reading reading, XmrChart.Point charted, Variation variation) {

        private Object limit(Function<XmrLimits, Double> value) {
            return charted.limits().map(value).orElse(null);
        }

        /** Returns the rules broken, as one text so that a file has it in a cell. */
        private String signals() {
            return String.join(
                    " ",
                    charted.signals().stream()
                            .map(XmrSignal::rule)
                            .map(XmrSignal.Rule::name)
                            .sorted()
                            .distinct()
                            .toList());
        }
    }

    void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/hospitals/{code}/spc", this::spc);
    }

    private void spc(Context ctx) {
        Parameters asked = Parameters.of(ctx, "measure", "per", "limits");
        String measure = asked.required("measure");
        Optional<SpcSeries.Per> per = asked.oneOf("per", SpcSeries.Per.class);
        XmrChart.Limits limits = asked.oneOf("limits", XmrChart.Limits.class).orElse(XmrChart.Limits.ALL_RANGES);
        Snapshot snapshot = model.snapshot();
        HospitalFigures figures = Optional.ofNullable(snapshot.hospitals().get(ctx.pathParam("code")))
                .orElseThrow(() -> ProblemException.notFound("No hospital with that code has been heard from."));
        SpcView view = SpcView.of(figures, measure, per, limits, snapshot, names)
                .orElseThrow(() -> ProblemException.notFound("The hospital has no figures of that measure."));
        String code = figures.code();
        OptionalDouble target = names.target(measure);
        Sheet points = Sheet.of("spc-" + code + "-" + measure, columns(), points(view))
                .with("hospital", code)
                .with("measure", measure);
        var chart = new Chart(
                code,
                measure,
                names.measure(measure),
                view.series().per(),
                limits,
                target.isPresent() ? target.getAsDouble() : null,
                view.chart().variation().orElse(null),
                target.isPresent()
                        ? view.chart().assurance(target.getAsDouble()).orElse(null)
                        : null,
                points.rows());
        replies.send(ctx, snapshot, chart, points);
    }

    private static List<Point> points(SpcView view) {
        List<Point> points = new ArrayList<>();
        for (int at = 0; at < view.series().points().size(); at++) {
            SpcSeries.Point point = view.series().points().get(at);
            XmrChart.Point charted = view.chart().points().get(at);
            boolean judged = charted.isKnown() && charted.limits().isPresent();
            points.add(new Point(
                    point.first(),
                    point.reading(),
                    charted,
                    judged ? view.chart().variation(charted) : null));
        }
        return points;
    }

    private static Columns<Point> columns() {
        return new Columns<Point>()
                .add("first_day", Point::first)
                .addReading("", point -> Optional.of(point.reading()))
                .add("mean", point -> point.limit(XmrLimits::mean))
                .add("lower_limit", point -> point.limit(XmrLimits::lower))
                .add("upper_limit", point -> point.limit(XmrLimits::upper))
                .add("variation", Point::variation)
                .add("signals", Point::signals);
    }
}
