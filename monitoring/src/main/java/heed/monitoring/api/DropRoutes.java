package heed.monitoring.api;

import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Names;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.ViewedModels;
import heed.schemas.Drop;
import heed.schemas.EvidenceDay;
import heed.schemas.MixCheck;
import heed.schemas.MixDimension;
import heed.schemas.MixVerdict;
import heed.schemas.access.Right;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Tells of drops: all that are remembered, and all that there is of one. */
final class DropRoutes implements Routes {

    private final ViewedModels models;
    private final PipelineSources pipeline;
    private final Replies replies;
    private final Contracts contracts;

    DropRoutes(ViewedModels models, Names names, PipelineSources pipeline, Replies replies) {
        this.models = models;
        this.pipeline = pipeline;
        this.replies = replies;
        this.contracts = new Contracts(names);
    }

    private record Mix(MixDimension dimension, double fall, Double fallHeld, double covered, MixVerdict verdict) {

        static Mix of(MixCheck check) {
            return new Mix(
                    check.getDimension(), check.getFall(), check.getFallHeld(), check.getCovered(), check.getVerdict());
        }
    }

    private record Detail(
            Map<String, Object> drop, List<Map<String, Object>> trail, List<Mix> mix, List<Map<String, Object>> acts) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/drops", this::drops, Rule.of(Right.FIGURES));
        routes.get(Api.ROOT + "/drops/{id}", this::drop, Rule.of(Right.FIGURES));
    }

    private void drops(Context ctx) {
        Parameters asked = Parameters.ofList(ctx);
        Snapshot snapshot = models.of(ctx).snapshot();
        ListPart<Drop> page = ListPart.of(ctx, asked, snapshot.part(Drops.class).newestFirst(), Drop::getDropId);
        replies.send(
                ctx,
                snapshot,
                contracts.drops(page.rows(), snapshot, pipeline.known()).followedBy(page));
    }

    private void drop(Context ctx) {
        Parameters.of(ctx);
        Snapshot snapshot = models.of(ctx).snapshot();
        Drop drop = snapshot.part(Drops.class)
                .named(ctx.pathParam("id"))
                .orElseThrow(() -> ProblemException.notFound("No drop of that id is remembered."));
        Sheet trail = Sheet.of("drop-" + drop.getDropId(), trailColumns(), drop.getTrail())
                .with("drop_id", drop.getDropId());
        List<Mix> mix = drop.getMix().stream().map(Mix::of).toList();
        replies.send(
                ctx,
                snapshot,
                new Detail(
                        contracts.drop(drop, snapshot, pipeline.known()),
                        trail.rows(),
                        mix,
                        contracts.actions(drop, snapshot)),
                trail);
    }

    /** The score of a day of few answers is no more shown here than on the page, nor how few they are. */
    private Columns<EvidenceDay> trailColumns() {
        int minimum = models.disclosure().minimum();
        return new Columns<EvidenceDay>()
                .add("day", each -> LocalDate.ofEpochDay(each.getDay()))
                .add("n", each -> each.getN() < minimum ? null : each.getN())
                .add("suppressed", each -> each.getN() < minimum)
                .add("minimum", each -> each.getN() < minimum ? minimum : null)
                .add("score", each -> each.getN() < minimum ? null : each.getScore())
                .add("usual", EvidenceDay::getUsual)
                .add("evidence", EvidenceDay::getEvidence);
    }
}
