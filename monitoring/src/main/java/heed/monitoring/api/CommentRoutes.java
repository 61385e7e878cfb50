package heed.monitoring.api;

import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.readmodel.SeenComments;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.CommentDays;
import heed.monitoring.view.Names;
import heed.monitoring.view.OverviewRow;
import heed.monitoring.view.ThemeShift;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.ViewedModels;
import heed.schemas.Comment;
import heed.schemas.Drop;
import heed.schemas.access.Right;
import heed.schemas.key.SeriesKey;
import heed.schemas.theme.Theme;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what patients wrote, to those who were granted the right; nothing of days in which too few answered. */
final class CommentRoutes implements Routes {

    private static final String SINCE = "SINCE";

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
        Parameters asked = Parameters.of(ctx, "unit", Parameters.THEME);
        Snapshot snapshot = models.of(ctx).snapshot();
        HospitalFigures figures = HospitalRoutes.figures(ctx, snapshot);
        LocalDate today = names.today(figures.code(), snapshot.now());
        var key = new SeriesKey(figures.code(), asked.text("unit"), OverviewRow.overall(figures, names, today));
        SeenComments seen = models.comments(ctx);
        Optional<List<Comment>> comments = Optional.ofNullable(figures.series().get(key))
                .flatMap(line -> seen.of(line, today, RecentDays.SCORE, names.zone(figures.code())));
        send(
                ctx,
                snapshot,
                seen,
                figures.code(),
                said(SINCE, about(asked, seen, comments)).toList());
    }

    private void ofDrop(Context ctx) {
        Parameters asked = Parameters.of(ctx, Parameters.THEME);
        Snapshot snapshot = models.of(ctx).snapshot();
        Drop drop = snapshot.part(Drops.class)
                .named(ctx.pathParam("id"))
                .orElseThrow(() -> ProblemException.notFound("There is no drop with that id."));
        ZoneId zone = names.zone(drop.getHospital());
        SeenComments seen = models.comments(ctx);
        send(
                ctx,
                snapshot,
                seen,
                drop.getHospital(),
                Stream.concat(
                                said(
                                        SINCE,
                                        about(
                                                asked,
                                                seen,
                                                CommentDays.since(drop, names, snapshot)
                                                        .of(drop, seen, snapshot, zone)
                                                        .comments())),
                                said(
                                        "BEFORE",
                                        about(
                                                asked,
                                                seen,
                                                CommentDays.before(drop, names)
                                                        .of(drop, seen, snapshot, zone)
                                                        .comments())))
                        .toList());
    }

    /**
     * Returns those that are about the theme that is asked for; none where fewer are than are told of by themselves.
     */
    private Optional<List<Comment>> about(Parameters asked, SeenComments seen, Optional<List<Comment>> comments) {
        Optional<Theme> theme = asked.theme();
        return theme.isEmpty()
                ? comments
                : comments.map(all -> ThemeShift.about(theme.get(), all, seen))
                        .filter(about -> models.disclosure().tells(about.size()));
    }

    private static Stream<Said> said(String when, Optional<List<Comment>> comments) {
        return comments.stream().flatMap(List::stream).map(comment -> new Said(when, comment));
    }

    /** Sends them by the day, as the page has them: the minute would tell who somebody is to whoever saw them. */
    private void send(Context ctx, Snapshot snapshot, SeenComments seen, String hospital, List<Said> said) {
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
                                        .add("themes", each -> themes(seen, each))
                                        .add("text", each -> each.comment().getText())
                                        .add("given_on", each -> each.comment()
                                                .getGivenAt()
                                                .atZone(zone)
                                                .toLocalDate()),
                                said)
                        .with("hospital", hospital));
    }

    private static String themes(SeenComments seen, Said said) {
        return seen.themes(said.comment()).stream().map(Theme::code).collect(Collectors.joining(" "));
    }
}
