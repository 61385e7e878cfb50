package heed.monitoring.meters;

import heed.monitoring.readmodel.Episodes;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Episode;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Exposes in which measures many hospitals have fallen at once. A measure that never had an episode has no series. */
final class EpisodeMeters {

    private final ReadModel model;
    private final MultiGauge flagged;
    private final MultiGauge watched;

    EpisodeMeters(PrometheusMeterRegistry registry, ReadModel model) {
        this.model = model;
        this.flagged = MeterNames.EPISODE_HOSPITALS.family(registry);
        this.watched = MeterNames.EPISODE_WATCHED.family(registry);
    }

    void refresh() {
        Snapshot snapshot = model.snapshot();
        Map<String, Episode> newest = new TreeMap<>();
        snapshot.part(Episodes.class).newestFirst().forEach(each -> newest.putIfAbsent(each.getMeasure(), each));
        List<MultiGauge.Row<?>> fallen = new ArrayList<>();
        List<MultiGauge.Row<?>> all = new ArrayList<>();
        newest.forEach((measure, episode) -> {
            Tags tags = Tags.of("measure", measure);
            fallen.add(MultiGauge.Row.of(tags, Episodes.lasts(episode, snapshot.now()) ? episode.getFlagged() : 0));
            all.add(MultiGauge.Row.of(tags, episode.getWatched()));
        });
        flagged.register(fallen, true);
        watched.register(all, true);
    }
}
