package heed.monitoring.api;

import heed.monitoring.readmodel.ChannelMix;
import heed.monitoring.readmodel.HospitalChannels;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.ChartRange;
import heed.monitoring.view.Grain;
import heed.monitoring.view.Names;
import heed.monitoring.view.Reference;
import heed.monitoring.view.chart.OthersLine;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.ViewedModels;
import heed.schemas.Channel;
import heed.schemas.access.Right;
import heed.schemas.figures.UsualRange;
import heed.schemas.key.SeriesKey;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells of one line of figures: day by day, and how its answers came in. */
final class LineRoutes implements Routes {

    private final ViewedModels models;
    private final Names names;
    private final Replies replies;

    LineRoutes(ViewedModels models, Names names, Replies replies) {
        this.models = models;
        this.names = names;
        this.replies = replies;
    }

    private record Days(
            String hospital,
            @Nullable String unit,
            String measure,
            String measureTitle,
            int daysEach,
            List<Map<String, Object>> points) {}

    private record Mix(
            String hospital, String measure, String measureTitle, int days, List<Map<String, Object>> channels) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/hospitals/{code}/series", this::series, Rule.of(Right.FIGURES));
        routes.get(Api.ROOT + "/hospitals/{code}/channels", this::channels, Rule.of(Right.FIGURES));
    }

    private void series(Context ctx) {
        Parameters asked = Parameters.of(ctx, "measure", "unit", "days", "from", "to");
        Snapshot snapshot = models.of(ctx).snapshot();
        HospitalFigures figures = HospitalRoutes.figures(ctx, snapshot);
        String unit = asked.text("unit");
        String measure = asked.required("measure");
        Series series = figures.unit(unit, measure)
                .orElseThrow(() -> ProblemException.notFound("The hospital has no figures of that measure and unit."));
        SeriesKey key = series.key();
        LocalDate today = names.today(key.hospital(), snapshot.now());
        ChartRange range = days(asked, today);
        OthersLine others = OthersLine.of(series, range.first(), range.last(), snapshot);
        Reference reference = Reference.of(key, snapshot);
        Sheet points = Sheet.ofLine(
                "series",
                key,
                new Columns<Series.Point>()
                        .add("date", Series.Point::date)
                        .addReading("", point -> Optional.of(point.reading()))
                        .add("usual", usual(series, reference, UsualRange::expected))
                        .add("usual_low", usual(series, reference, UsualRange::low95))
                        .add("usual_high", usual(series, reference, UsualRange::high95))
                        .add("usual_band", usual(series, reference, UsualRange::band))
                        .add("others", point -> others.upTo(point.date())
                                .map(OthersLine.Week::rounded)
                                .orElse(null)),
                series.rolling(range.last(), (int) ChronoUnit.DAYS.between(range.first(), range.last()) + 1, today));
        replies.send(
                ctx,
                snapshot,
                new Days(key.hospital(), key.unit(), measure, names.measure(measure), RecentDays.SHORT, points.rows()),
                points);
    }

    /** Returns which days are asked for, by their number or by the first of them. */
    private static ChartRange days(Parameters asked, LocalDate today) {
        if (asked.text("from") == null && asked.text("to") == null) {
            int days = asked.number("days", RecentDays.LINE, RecentDays.LONGEST_LINE);
            return ChartRange.since(today.minusDays(days - 1L), today);
        }
        if (asked.text("days") != null) {
            throw ProblemException.badRequest("Ask for days, or from a day on; not for both.");
        }
        ChartRange range = asked.range(today);
        if (range.grain() != Grain.DAYS) {
            throw ProblemException.badRequest("from must be " + today.minusDays(RecentDays.LONGEST_LINE - 1L)
                    + " or later: figures of days are kept for " + RecentDays.LONGEST_LINE
                    + " days. Weeks and months are told by the address that ends in spc.");
        }
        return range;
    }

    private static Function<Series.Point, Object> usual(
            Series series, Reference reference, Function<UsualRange, Object> value) {
        return point -> reference.range(series, point).map(value).orElse(null);
    }

    private void channels(Context ctx) {
        Parameters asked = Parameters.of(ctx, "measure");
        Snapshot snapshot = models.of(ctx).snapshot();
        HospitalFigures figures = HospitalRoutes.figures(ctx, snapshot);
        String measure = asked.required("measure");
        SeriesKey key = figures.whole(measure)
                .orElseThrow(() -> ProblemException.notFound("The hospital has no figures of that measure."))
                .key();
        ChannelMix mix = snapshot.part(HospitalChannels.class)
                .of(figures.code())
                .mix(measure, names.today(key.hospital(), snapshot.now()), RecentDays.SCORE);
        Sheet channels = Sheet.of(
                        "channels-" + key.hospital() + "-" + measure,
                        new Columns<ChannelMix.Group>()
                                .add("channels", LineRoutes::joined)
                                .add("share", ChannelMix.Group::share)
                                .add("share_before", group -> group.before().orElse(null))
                                .addReading("", group -> Optional.of(group.reading())),
                        mix.groups())
                .with("hospital", key.hospital())
                .with("measure", measure);
        replies.send(
                ctx,
                snapshot,
                new Mix(key.hospital(), measure, names.measure(measure), RecentDays.SCORE, channels.rows()),
                channels);
    }

    private static String joined(ChannelMix.Group group) {
        return group.channels().stream().map(Channel::name).collect(Collectors.joining("+"));
    }
}
