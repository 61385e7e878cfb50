package heed.monitoring.api;

import heed.monitoring.pipeline.PipelineParts;
import heed.monitoring.pipeline.TallySource;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Names;
import heed.monitoring.view.pipeline.HospitalFreshness;
import heed.monitoring.view.pipeline.PipelineReport;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.ViewedModels;
import heed.schemas.access.Right;
import heed.schemas.rejected.RejectionReason;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells how the pipeline of this instance stands: what is wrong, every part, and which hospitals are quiet or stuck.
 */
final class PipelineRoutes implements Routes {

    private final ViewedModels models;
    private final Names names;
    private final PipelineSources pipeline;
    private final Replies replies;

    PipelineRoutes(ViewedModels models, Names names, PipelineSources pipeline, Replies replies) {
        this.models = models;
        this.names = names;
        this.pipeline = pipeline;
        this.replies = replies;
    }

    private record Pipeline(
            String title,
            List<String> troubles,
            int threads,
            int threadsWanted,
            List<PipelineParts.Restoring> restoring,
            Registry registry,
            long unreadable,
            List<Partition> partitions,
            List<Rejected> rejected,
            List<Hospital> hospitals) {}

    private record Registry(boolean failing, @Nullable Instant answered, @Nullable Instant failed) {}

    private record Partition(
            int partition,
            @Nullable Long waiting,
            @Nullable Instant progressed,
            boolean stuck,
            long in,
            long counted,
            long duplicate,
            long conflict,
            long corrected,
            long withdrawn,
            long rejected,
            long missing) {}

    private record Rejected(String reason, @Nullable String description, long records) {}

    private record Hospital(
            String hospital,
            String hospitalName,
            HospitalFreshness.Kind freshness,
            @Nullable Instant lastAnswer,
            int partition) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/pipeline", this::pipeline, Rule.of(Right.PIPELINE));
    }

    private void pipeline(Context ctx) {
        Parameters.none(ctx);
        Snapshot snapshot = models.of(ctx).snapshot();
        PipelineReport report = pipeline.report();
        PipelineParts.Registry registry = report.parts().registry();
        replies.send(
                ctx,
                snapshot,
                new Pipeline(
                        report.title(),
                        report.troubles(),
                        report.parts().threads(),
                        report.parts().threadsWanted(),
                        report.parts().restoring(),
                        new Registry(
                                registry.isFailing(),
                                registry.answered().orElse(null),
                                registry.failed().orElse(null)),
                        report.reader().unreadable(),
                        partitions(report),
                        rejected(report.total()),
                        HospitalFreshness.all(report, snapshot, pipeline.parts()::partitionOf).stream()
                                .map(this::hospital)
                                .toList()));
    }

    private static List<Partition> partitions(PipelineReport report) {
        TreeSet<Integer> numbers = new TreeSet<>(report.parts().partitions().keySet());
        numbers.addAll(report.parts().tallies().keySet());
        return numbers.stream().map(number -> partition(number, report)).toList();
    }

    private static Partition partition(int number, PipelineReport report) {
        PipelineParts.Partition worked = report.parts().partitions().get(number);
        TallySource.Tally tally =
                report.parts().tallies().getOrDefault(number, new TallySource.Tally(0, 0, 0, 0, 0, 0, Map.of()));
        return new Partition(
                number,
                worked == null ? null : worked.waiting(),
                // Where nothing waits it is the moment of asking, or of an answer that is not told.
                worked == null || worked.waiting() == 0 ? null : worked.progressed(),
                report.stuck().contains(number),
                tally.in(),
                tally.counted(),
                tally.duplicate(),
                tally.conflict(),
                tally.corrected(),
                tally.withdrawn(),
                tally.rejections(),
                tally.missing());
    }

    private static List<Rejected> rejected(TallySource.Tally total) {
        return total.rejected().entrySet().stream()
                .map(each -> new Rejected(
                        each.getKey(),
                        RejectionReason.ofCode(each.getKey())
                                .map(RejectionReason::description)
                                .orElse(null),
                        each.getValue()))
                .sorted(Comparator.comparingLong(Rejected::records).reversed().thenComparing(Rejected::reason))
                .toList();
    }

    private Hospital hospital(HospitalFreshness each) {
        return new Hospital(
                each.hospital(), names.hospital(each.hospital()), each.kind(), each.newest(), each.partition());
    }
}
