package heed.monitoring;

import java.util.Map;

/** Counts what became of the responses, by input partition; whoever runs the pipeline implements this. Must not block. */
@FunctionalInterface
public interface TallySource {

    /** Returns the tallies of the partitions that this instance owns now; one that it no longer owns is absent. */
    Map<Integer, Tally> owned();

    /**
     * What became of one partition's responses since this instance took it over. At any quiescent moment {@code in} is the
     * sum of the rest.
     *
     * @param rejected by the reason's wire code, for example {@code bad_unit}
     */
    record Tally(long in, long counted, long duplicate, long corrected, long withdrawn, Map<String, Long> rejected) {

        public Tally {
            rejected = Map.copyOf(rejected);
        }
    }
}
