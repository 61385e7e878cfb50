package heed.monitoring.page;

import heed.monitoring.html.Html;
import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Snapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How fresh a hospital's figures are, and why.
 *
 * @param newest arrival of its newest response
 * @param partition the partition that its responses are on
 */
public record HospitalFreshness(String hospital, Kind kind, Instant newest, int partition) {

    /** How fresh a hospital's figures are; what needs attention comes first. */
    public enum Kind {
        STUCK("Stuck", "red"),
        QUIET("Quiet", "amber"),
        WAITS("Waits for the start", "blue"),
        ELSEWHERE("On another instance", "grey"),
        WITHIN("Nothing flagged", "green");

        private final String words;
        private final String colour;

        Kind(String words, String colour) {
            this.words = words;
            this.colour = colour;
        }

        Html chip() {
            return Condition.chip(words, colour);
        }
    }

    /** Returns the freshness of every hospital, what needs attention first, of those the one that has been quiet longest. */
    public static List<HospitalFreshness> all(
            PipelineState state, Snapshot snapshot, ToIntFunction<String> partitionOf) {
        return snapshot.hospitals().values().stream()
                .map(each -> of(each, state, snapshot, partitionOf.applyAsInt(each.code())))
                .sorted(Comparator.comparing(HospitalFreshness::kind)
                        .thenComparing(HospitalFreshness::newest)
                        .thenComparing(HospitalFreshness::hospital))
                .toList();
    }

    private static HospitalFreshness of(
            HospitalFigures figures, PipelineState state, Snapshot snapshot, int partition) {
        return new HospitalFreshness(
                figures.code(), judge(figures.code(), partition, state, snapshot), figures.lastAnswer(), partition);
    }

    private static Kind judge(String code, int partition, PipelineState state, Snapshot snapshot) {
        if (state.isStuck(partition)) {
            return Kind.STUCK;
        }
        if (state.status().state() == PipelineStatus.State.STARTING) {
            return Kind.WAITS;
        }
        if (snapshot.watch().isQuiet(code)) {
            return Kind.QUIET;
        }
        return state.parts().partitions().containsKey(partition) ? Kind.WITHIN : Kind.ELSEWHERE;
    }
}
