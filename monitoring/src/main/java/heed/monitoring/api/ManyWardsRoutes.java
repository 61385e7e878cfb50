package heed.monitoring.api;

import heed.monitoring.readmodel.SharedFalls;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.DropStand;
import heed.monitoring.view.FallList;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.ViewedModels;
import heed.schemas.Drop;
import heed.schemas.access.Right;
import heed.schemas.disclosure.Reading;
import heed.schemas.figures.FalseShare;
import heed.schemas.figures.SharedFall;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tells which lines have fallen, of which at most a stated share is there by chance. */
final class ManyWardsRoutes implements Routes {

    private final ViewedModels models;
    private final Names names;
    private final PipelineSources pipeline;
    private final FalseShare share;
    private final Replies replies;

    ManyWardsRoutes(ViewedModels models, Names names, PipelineSources pipeline, FalseShare share, Replies replies) {
        this.models = models;
        this.names = names;
        this.pipeline = pipeline;
        this.share = share;
        this.replies = replies;
    }

    private record Listed(double falseShare, int watched, double leastEvidenceYears, List<Map<String, Object>> lines) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + Paths.MANY_WARDS, this::list, Rule.of(Right.FIGURES));
    }

    private void list(Context ctx) {
        Parameters asked = Parameters.ofList(ctx);
        Snapshot snapshot = models.of(ctx).snapshot();
        FallList list = FallList.of(snapshot, share);
        Sheet lines = Sheet.of("many-wards", columns(snapshot), ListPart.of(ctx, asked, list.falls(), of -> of.drop()
                .getDropId()));
        replies.send(ctx, snapshot, new Listed(share.most(), list.lines(), list.leastYears(), lines.rows()), lines);
    }

    private Columns<FallList.Fall> columns(Snapshot snapshot) {
        return new Columns<FallList.Fall>()
                .add("drop_id", of(Drop::getDropId))
                .add("hospital", of(Drop::getHospital))
                .add("hospital_name", fall -> names.hospital(fall.drop().getHospital()))
                .add("unit", of(Drop::getUnit))
                .add("measure", of(Drop::getMeasure))
                .add("measure_title", fall -> names.measure(fall.drop().getMeasure()))
                .add("evidence_years", FallList.Fall::evidenceYears)
                .add("since", of(Drop::getSince))
                .add("opened_at", of(Drop::getOpenedAt))
                .add("severity", of(Drop::getSeverity))
                .add("baseline", of(Drop::getBaseline))
                .add("score", of(Drop::getScore))
                .addReading("now_", fall -> now(fall.drop(), snapshot))
                .add("fall_verdict", fall -> SharedFalls.of(
                                fall.drop(), snapshot, names.zone(fall.drop().getHospital()))
                        .map(SharedFall::verdict)
                        .orElse(null));
    }

    private static Function<FallList.Fall, Object> of(Function<Drop, Object> field) {
        return fall -> field.apply(fall.drop());
    }

    private Optional<Reading> now(Drop drop, Snapshot snapshot) {
        DropStand stand = DropStand.of(drop, snapshot, names, pipeline.known());
        return stand.lostSince().isPresent() ? Optional.empty() : Optional.of(stand.now());
    }
}
