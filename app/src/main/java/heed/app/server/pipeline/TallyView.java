package heed.app.server.pipeline;

import heed.monitoring.pipeline.TallySource;
import heed.schemas.rejected.RejectionReason;
import heed.topology.tally.Outcome;
import heed.topology.tally.PartitionTally;
import heed.topology.tally.PipelineTallies;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows the topology's tallies as the metrics want them; the two modules do not know each other. */
final class TallyView implements TallySource {

    private final PipelineTallies tallies;

    TallyView(PipelineTallies tallies) {
        this.tallies = tallies;
    }

    @Override
    public Map<Integer, Tally> owned() {
        return tallies.byPartition().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> view(entry.getValue())));
    }

    private static Tally view(PartitionTally tally) {
        return new Tally(
                tally.in(),
                tally.of(Outcome.COUNTED),
                tally.of(Outcome.DUPLICATE),
                tally.of(Outcome.CONFLICT),
                tally.of(Outcome.CORRECTED),
                tally.of(Outcome.WITHDRAWN),
                Arrays.stream(RejectionReason.values())
                        .filter(reason -> tally.of(reason) > 0)
                        .collect(Collectors.toMap(RejectionReason::code, tally::of)));
    }
}
