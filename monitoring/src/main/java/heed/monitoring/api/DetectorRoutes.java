package heed.monitoring.api;

import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Names;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.ViewedModels;
import heed.schemas.access.Right;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Tells what detectors beside the watch have found and still lasts, each at an address of its own. */
final class DetectorRoutes implements Routes {

    private final ViewedModels models;
    private final Names names;
    private final Replies replies;

    DetectorRoutes(ViewedModels models, Names names, Replies replies) {
        this.models = models;
        this.names = names;
        this.replies = replies;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        DetectorTable.ALL.forEach(detector ->
                routes.get(Api.ROOT + "/" + detector.name(), ctx -> found(detector, ctx), Rule.of(Right.FIGURES)));
    }

    private void found(DetectorTable<?> detector, Context ctx) {
        Parameters asked = Parameters.ofList(ctx);
        Snapshot snapshot = models.of(ctx).snapshot();
        replies.send(ctx, snapshot, detector.table(snapshot, names, ctx, asked));
    }
}
