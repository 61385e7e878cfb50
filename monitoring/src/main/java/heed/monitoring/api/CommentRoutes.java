package heed.monitoring.api;

import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.CommentDays;
import heed.monitoring.view.Names;
import heed.monitoring.view.OverviewRow;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.ViewedModels;
import heed.schemas.Comment;
import heed.schemas.Drop;
import heed.schemas.access.Right;
import heed.schemas.key.SeriesKey;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what patients wrote, to those who were granted the right; nothing of days in which too few answered. */
final class CommentRoutes implements Routes {

    private final ViewedModels models;
    private final Names names;
    private final Replies replies;

    CommentRoutes(ViewedModels models, Names names, Replies replies) {
        this.models = models;
        this.names = names;
        this.replies = replies;
    }

    /** A comment, and whether it is of the days before a fall or since. */
    private record Said(String when, Comment comment) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/hospitals/{code}/comments", this::ofHospital, Rule.of(Right.COMMENTS));
        routes.get(Api.ROOT + "/drops/{id}/comments", this::ofDrop, Rule.of(Right.COMMENTS));
    }

    private void ofHospital(Context ctx) {
        Parameters asked = Parameters.of(ctx, "unit");
        Snapshot snapshot = models.of(ctx).snapshot();
        HospitalFigures figures = HospitalRoutes.figures(ctx, snapshot);
        LocalDate today = names.today(figures.code(), snapshot.now());
        var key = new SeriesKey(figures.code(), asked.text("unit"), OverviewRow.overall(figures, names, today));
        Optional<List<Comment>> comments = Optional.ofNullable(figures.series().get(key))
                .flatMap(line -> models.comments(ctx).of(line, today, RecentDays.SCORE, names.zone(figures.code())));
        send(ctx, snapshot, figures.code(), said("SINCE", comments).toList());
    }

    private void ofDrop(Context ctx) {
        Parameters.of(ctx);
        Snapshot snapshot = models.of(ctx).snapshot();
        Drop drop = snapshot.part(Drops.class)
                .named(ctx.pathParam("id"))
                .orElseThrow(() -> ProblemException.notFound("There is no drop with that id."));
        ZoneId zone = names.zone(drop.getHospital());
        var seen = models.comments(ctx);
        send(
                ctx,
                snapshot,
                drop.getHospital(),
                Stream.concat(
                                said(
                                        "SINCE",
                                        CommentDays.since(drop, names, snapshot).of(drop, seen, snapshot, zone)),
                                said("BEFORE", CommentDays.before(drop, names).of(drop, seen, snapshot, zone)))
                        .toList());
    }

    private static Stream<Said> said(String when, Optional<List<Comment>> comments) {
        return comments.stream().flatMap(List::stream).map(comment -> new Said(when, comment));
    }

    /** Sends them by the day, as the page has them: the minute would tell who somebody is to whoever saw them. */
    private void send(Context ctx, Snapshot snapshot, String hospital, List<Said> said) {
        ZoneId zone = names.zone(hospital);
        replies.send(
                ctx,
                snapshot,
                Sheet.of(
                                "comments-" + hospital,
                                new Columns<Said>()
                                        .add("when", Said::when)
                                        .add("rated", each -> each.comment().getRated())
                                        .add("question", each -> each.comment().getQuestion())
                                        .add("language", each -> each.comment().getLanguage())
                                        .add("text", each -> each.comment().getText())
                                        .add("given_on", each -> each.comment()
                                                .getGivenAt()
                                                .atZone(zone)
                                                .toLocalDate()),
                                said)
                        .with("hospital", hospital));
    }
}
