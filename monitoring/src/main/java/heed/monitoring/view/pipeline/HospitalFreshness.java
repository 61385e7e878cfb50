package heed.monitoring.view.pipeline;

import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Silences;
import heed.monitoring.readmodel.Snapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How fresh a hospital's figures are, and why.
 *
 * @param newest arrival of its newest response; null where only published months are known
 * @param partition the partition that its responses are on
 */
public record HospitalFreshness(String hospital, Kind kind, @Nullable Instant newest, int partition) {

    /** How fresh a hospital's figures are; what needs attention comes first. */
    public enum Kind {
        STUCK("Stuck"),
        QUIET("Quiet"),
        WAITS("Waits for the start"),
        ELSEWHERE("On another instance"),
        WITHIN("Nothing flagged"),
        PUBLISHED_ONLY("Only published months");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns it as readers are told it. */
        public String words() {
            return words;
        }
    }

    /**
     * Returns the freshness of every hospital, what needs attention first, of those the one that has been quiet
     * longest.
     */
    public static List<HospitalFreshness> all(
            PipelineReport report, Snapshot snapshot, ToIntFunction<String> partitionOf) {
        return snapshot.part(Hospitals.class).byCode().values().stream()
                .map(each -> of(each, report, snapshot, partitionOf.applyAsInt(each.code())))
                .sorted(Comparator.comparing(HospitalFreshness::kind)
                        .thenComparing(HospitalFreshness::newest, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(HospitalFreshness::hospital))
                .toList();
    }

    private static HospitalFreshness of(
            HospitalFigures figures, PipelineReport report, Snapshot snapshot, int partition) {
        return new HospitalFreshness(
                figures.code(),
                judge(figures, partition, report, snapshot),
                figures.lastAnswer().orElse(null),
                partition);
    }

    private static Kind judge(HospitalFigures figures, int partition, PipelineReport report, Snapshot snapshot) {
        if (report.isStuck(partition)) {
            return Kind.STUCK;
        }
        if (report.status().state() == PipelineStatus.State.STARTING) {
            return Kind.WAITS;
        }
        if (figures.isPublishedOnly()) {
            return Kind.PUBLISHED_ONLY;
        }
        if (snapshot.part(Silences.class).isQuiet(figures.code())) {
            return Kind.QUIET;
        }
        return report.parts().partitions().containsKey(partition) ? Kind.WITHIN : Kind.ELSEWHERE;
    }
}
