package heed.monitoring.api;

import heed.monitoring.readmodel.Episodes;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.EpisodeWords;
import heed.monitoring.view.Names;
import heed.monitoring.web.Routes;
import heed.monitoring.web.ViewedModels;
import heed.schemas.Episode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;

/** Tells when many hospitals fell at once. */
final class EpisodeRoutes implements Routes {

    private final ViewedModels models;
    private final Names names;
    private final Replies replies;

    EpisodeRoutes(ViewedModels models, Names names, Replies replies) {
        this.models = models;
        this.names = names;
        this.replies = replies;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/episodes", this::episodes);
    }

    private void episodes(Context ctx) {
        Parameters.of(ctx);
        Snapshot snapshot = models.of(ctx).snapshot();
        replies.send(
                ctx,
                snapshot,
                Sheet.of(
                        "episodes",
                        columns(snapshot),
                        snapshot.part(Episodes.class).newestFirst()));
    }

    private Columns<Episode> columns(Snapshot snapshot) {
        return new Columns<Episode>()
                .addFields(Episode.getClassSchema(), Set.of(), episode -> episode)
                .add("measure_title", episode -> names.measure(episode.getMeasure()))
                .add("lasts", episode -> snapshot.now().isBefore(episode.getEndsAt()))
                .add("hospitals", episode -> String.join(" ", episode.getHospitals()))
                .add("said_en", episode -> EpisodeWords.of(episode, snapshot).english())
                .add("said_cy", episode -> EpisodeWords.of(episode, snapshot).welsh());
    }
}
