package heed.monitoring.api;

import heed.monitoring.readmodel.Episodes;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.EpisodeWords;
import heed.monitoring.view.Names;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.ViewedModels;
import heed.schemas.Episode;
import heed.schemas.access.Right;
import heed.schemas.key.WeekKey;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
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

    private record Said(Episode episode, EpisodeWords words) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/episodes", this::episodes, Rule.of(Right.FIGURES));
    }

    private void episodes(Context ctx) {
        Parameters asked = Parameters.ofList(ctx);
        Snapshot snapshot = models.of(ctx).snapshot();
        ListPart<Episode> page =
                ListPart.of(ctx, asked, snapshot.part(Episodes.class).newestFirst(), episode -> WeekKey.of(episode)
                        .text());
        List<Said> said = page.rows().stream()
                .map(episode -> new Said(episode, EpisodeWords.of(episode, snapshot)))
                .toList();
        replies.send(
                ctx, snapshot, Sheet.of("episodes", columns(snapshot), said).followedBy(page));
    }

    private Columns<Said> columns(Snapshot snapshot) {
        return new Columns<Said>()
                .addFields(Episode.getClassSchema(), Set.of(), Said::episode)
                .add("measure_title", said -> names.measure(said.episode().getMeasure()))
                .add("lasts", said -> Episodes.lasts(said.episode(), snapshot.now()))
                .add("hospitals", said -> String.join(" ", said.episode().getHospitals()))
                .add("said_en", said -> said.words().english())
                .add("said_cy", said -> said.words().welsh());
    }
}
