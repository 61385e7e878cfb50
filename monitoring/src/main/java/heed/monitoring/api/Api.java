package heed.monitoring.api;

import heed.monitoring.actions.ActionDesk;
import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Names;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.monitoring.web.Endpoints;
import heed.monitoring.web.ProgramViewers;
import heed.monitoring.web.Rule;
import heed.monitoring.web.ViewedModels;
import heed.schemas.Audience;
import heed.schemas.access.Right;
import heed.schemas.figures.FalseShare;
import heed.schemas.reader.ReaderStatus;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answers programs: all that the pages show, as JSON or CSV, under {@link #ROOT}. {@code openapi.yaml} describes it,
 * and a test holds the two together.
 */
public final class Api implements Endpoints {

    static final String ROOT = ProgramViewers.API;

    private final ViewedModels models;
    private final PipelineSources pipeline;
    private final Names names;
    private final ActionDesk desk;
    private final FalseShare listed;
    private final Replies replies;

    /** Takes what an answer is made of. */
    public Api(ViewedModels models, Names names, ActionDesk desk, PipelineSources pipeline, FalseShare listed) {
        this.models = models;
        this.names = names;
        this.desk = desk;
        this.listed = listed;
        this.pipeline = pipeline;
        this.replies = new Replies(snapshot -> pipeline.live(snapshot, names.zone()));
    }

    private record Status(
            PipelineStatus.State pipeline,
            Instant pipelineSince,
            List<String> unready,
            ReaderStatus.Phase reader,
            long lag,
            @Nullable Instant lastContact,
            @Nullable Instant changedAt,
            Audience audience,
            int minimum) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(ROOT + "/status", this::status, Rule.anyOf(Right.FIGURES, Right.PIPELINE));
        routes.get(ROOT + "/openapi.yaml", Api::description, Rule.somebody());
        List.of(
                        new HospitalRoutes(models, names, pipeline, replies),
                        new LineRoutes(models, names, replies),
                        new SpcRoutes(models, names, replies),
                        new NoteRoutes(models, names, replies),
                        new DropRoutes(models, names, pipeline, replies),
                        new CommentRoutes(models, names, replies),
                        new ThemeRoutes(models, names, replies),
                        new RisenThemeRoutes(models, names, replies),
                        new EpisodeRoutes(models, names, replies),
                        new ActionRoutes(models, desk, replies),
                        new DetectorRoutes(models, names, replies),
                        new ManyWardsRoutes(models, names, pipeline, listed, replies),
                        new LeagueRoutes(models, names, replies),
                        new ExportRoutes(models, names, pipeline, replies),
                        new PipelineRoutes(models, names, pipeline, replies))
                .forEach(each -> each.addTo(routes));
        routes.exception(
                ProblemException.class,
                (problem, ctx) -> replies.problem(
                        ctx, problem.status(), Objects.requireNonNull(problem.getMessage(), "a problem has a detail")));
        routes.error(HttpStatus.INTERNAL_SERVER_ERROR.getCode(), ctx -> {
            if (owns(ctx.path())) {
                replies.problem(ctx, HttpStatus.INTERNAL_SERVER_ERROR, "Something is wrong here; the log says what.");
            }
        });
    }

    @Override
    public boolean owns(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    @Override
    public void answerNotFound(Context ctx) {
        replies.problem(
                ctx, HttpStatus.NOT_FOUND, "There is nothing here; " + ROOT + "/openapi.yaml says what there is.");
    }

    @Override
    public void askWho(Context ctx) {
        replies.problem(
                ctx,
                HttpStatus.UNAUTHORIZED,
                "Nobody who may read this is signed in, nor is there a key for reading that is good now.");
    }

    @Override
    public void askToWait(Context ctx) {
        replies.problem(ctx, HttpStatus.TOO_MANY_REQUESTS, "This key has made all its requests of this minute.");
    }

    @Override
    public void answerOtherMethod(Context ctx, String allowed) {
        replies.problem(ctx, HttpStatus.METHOD_NOT_ALLOWED, "This is answered to " + allowed + ".");
    }

    @Override
    public void refuseName(Context ctx, String words) {
        replies.problem(ctx, HttpStatus.MISDIRECTED_REQUEST, words);
    }

    private void status(Context ctx) {
        Parameters.none(ctx);
        Snapshot snapshot = models.of(ctx).snapshot();
        PipelineStatus.Status stands = pipeline.status().current();
        ReaderStatus reads = pipeline.reader().get();
        replies.send(
                ctx,
                snapshot,
                new Status(
                        stands.state(),
                        stands.since(),
                        stands.unready(),
                        reads.phase(),
                        reads.lag(),
                        reads.lastContact(),
                        snapshot.changedAt(),
                        models.disclosure().audience(),
                        models.disclosure().minimum()));
    }

    private static void description(Context ctx) throws IOException {
        try (InputStream in = Api.class.getResourceAsStream("openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the resource openapi.yaml");
            }
            ctx.header("Cache-Control", "no-cache")
                    .contentType("application/yaml")
                    .result(in.readAllBytes());
        }
    }
}
