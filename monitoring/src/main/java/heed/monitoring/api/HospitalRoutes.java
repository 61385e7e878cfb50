package heed.monitoring.api;

import heed.monitoring.readmodel.ChannelMix;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.HospitalChannels;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Leagues;
import heed.monitoring.readmodel.Learned;
import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.readmodel.Rises;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.SeriesKey;
import heed.monitoring.readmodel.Silences;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Condition;
import heed.monitoring.view.Line;
import heed.monitoring.view.Names;
import heed.monitoring.view.OverviewQuery;
import heed.monitoring.view.OverviewRow;
import heed.monitoring.web.ViewedModels;
import heed.schemas.Channel;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells how hospitals stand: all of them, one, and one line of its figures day by day. */
final class HospitalRoutes {

    private final ViewedModels models;
    private final Names names;
    private final Replies replies;
    private final Contracts contracts;

    HospitalRoutes(ViewedModels models, Names names, Replies replies) {
        this.models = models;
        this.names = names;
        this.replies = replies;
        this.contracts = new Contracts(names);
    }

    private record Hospital(
            String hospital,
            String hospitalName,
            boolean simulated,
            String region,
            Instant lastAnswer,
            List<Map<String, Object>> lines,
            List<Map<String, Object>> drops,
            List<Map<String, Object>> rises,
            List<Map<String, Object>> silences,
            List<Map<String, Object>> places,
            List<Map<String, Object>> standings) {}

    private record Days(
            String hospital,
            String unit,
            String measure,
            String measureTitle,
            int daysEach,
            List<Map<String, Object>> points) {}

    private record Mix(
            String hospital, String measure, String measureTitle, int days, List<Map<String, Object>> channels) {}

    void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/hospitals", this::all);
        routes.get(Api.ROOT + "/hospitals/{code}", this::one);
        routes.get(Api.ROOT + "/hospitals/{code}/series", this::series);
        routes.get(Api.ROOT + "/hospitals/{code}/channels", this::channels);
    }

    private void all(Context ctx) {
        Parameters asked = Parameters.of(ctx, "find", "measure", "region", "state", "order");
        String state = asked.text("state");
        if (state != null && Condition.named(state).isEmpty()) {
            throw ProblemException.badRequest("state must be one of " + List.of(Condition.values()) + ".");
        }
        Snapshot snapshot = models.of(ctx).snapshot();
        replies.send(
                ctx,
                snapshot,
                Sheet.of("hospitals", overview(), OverviewQuery.of(asked::text).rows(snapshot, names)));
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

    private String region(String hospital) {
        String region = names.region(hospital);
        return region.isEmpty() ? null : region;
    }

    private HospitalFigures figures(Context ctx, Snapshot snapshot) {
        HospitalFigures figures = snapshot.part(Hospitals.class).byCode().get(ctx.pathParam("code"));
        if (figures == null) {
            throw ProblemException.notFound("No hospital with that code has been heard from.");
        }
        return figures;
    }

    private void one(Context ctx) {
        Parameters.of(ctx);
        Snapshot snapshot = models.of(ctx).snapshot();
        HospitalFigures figures = figures(ctx, snapshot);
        String code = figures.code();
        Sheet lines = Sheet.of("hospital-" + code, lineColumns(snapshot), Line.all(figures, snapshot, names))
                .with("hospital", code);
        Leagues leagues = snapshot.part(Leagues.class);
        var hospital = new Hospital(
                code,
                names.hospital(code),
                names.isSimulated(code),
                region(code),
                figures.lastAnswer(),
                lines.rows(),
                contracts
                        .drops(snapshot.part(Drops.class).newestFirst(code), snapshot)
                        .rows(),
                contracts.rises(snapshot.part(Rises.class).open(code)).rows(),
                contracts.silences(snapshot.part(Silences.class).open(code)).rows(),
                contracts
                        .places(leagues.newestMonths().stream()
                                .flatMap(month -> month.rows().stream())
                                .filter(row -> row.getHospital().equals(code))
                                .toList())
                        .rows(),
                contracts
                        .standings(leagues.questionnaires().values().stream()
                                .flatMap(months -> Leagues.newest(months).stream())
                                .flatMap(month -> month.rows().stream())
                                .filter(row -> row.getHospital().equals(code))
                                .toList())
                        .rows());
        replies.send(ctx, snapshot, hospital, lines);
    }

    private Columns<Line> lineColumns(Snapshot snapshot) {
        return new Columns<Line>()
                .add("unit", line -> line.key().unit())
                .add("measure", line -> line.key().measure())
                .add("measure_title", line -> names.measure(line.key().measure()))
                .add("state", Line::condition)
                .addReading("", line -> Optional.of(line.month28()))
                .addReading("week_", line -> Optional.of(line.week()))
                .add("watched_since", line -> snapshot.part(Drops.class)
                        .learned(line.key())
                        .map(Learned::since)
                        .orElse(null))
                .add("usual_when_learned", line -> snapshot.part(Drops.class)
                        .learned(line.key())
                        .map(Learned::usual)
                        .orElse(null));
    }

    private void series(Context ctx) {
        Parameters asked = Parameters.of(ctx, "measure", "unit", "days");
        Snapshot snapshot = models.of(ctx).snapshot();
        HospitalFigures figures = figures(ctx, snapshot);
        String unit = asked.text("unit");
        String measure = asked.required("measure");
        int days = asked.number("days", RecentDays.LINE, RecentDays.LONGEST_LINE);
        Series series = figures.unit(unit, measure)
                .orElseThrow(() -> ProblemException.notFound("The hospital has no figures of that measure and unit."));
        SeriesKey key = series.key();
        LocalDate today = names.today(key.hospital(), snapshot.now());
        Sheet points = Sheet.ofLine(
                "series",
                key,
                new Columns<Series.Point>()
                        .add("date", Series.Point::date)
                        .addReading("", point -> Optional.of(point.reading())),
                series.rolling(today, RecentDays.SHORT, days));
        replies.send(
                ctx,
                snapshot,
                new Days(key.hospital(), key.unit(), measure, names.measure(measure), RecentDays.SHORT, points.rows()),
                points);
    }

    private void channels(Context ctx) {
        Parameters asked = Parameters.of(ctx, "measure");
        Snapshot snapshot = models.of(ctx).snapshot();
        HospitalFigures figures = figures(ctx, snapshot);
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
                                .add("channels", HospitalRoutes::joined)
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
