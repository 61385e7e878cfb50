package heed.monitoring.pipeline;

import heed.schemas.disclosure.Disclosure;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts what became of the responses, by input partition; whoever runs the pipeline implements this. Must not block.
 */
@FunctionalInterface
public interface TallySource {

    /** Returns the tallies of the partitions that this instance owns now; one that it no longer owns is absent. */
    Map<Integer, Tally> owned();

    /**
     * What became of one partition's responses since this instance took it over. At any quiescent moment {@code in} is
     * the sum of the rest.
     *
     * @param rejected by the reason's wire code, for example {@code bad_unit}
     */
    record Tally(
            long in,
            long counted,
            long duplicate,
            long conflict,
            long corrected,
            long withdrawn,
            Map<String, Long> rejected) {

        public Tally {
            rejected = Map.copyOf(rejected);
        }

        /** Returns of how many records it is known what became of them. */
        public long accountedFor() {
            return counted + duplicate + conflict + corrected + withdrawn + rejections();
        }

        /**
         * Returns the same as far as it may be told: what was counted in steps, to everybody all else too, and
         * {@code in} with as much left out, so that both sides still agree and what is missing still shows.
         */
        public Tally told(Disclosure disclosure) {
            Map<String, Long> toldRejected = new HashMap<>();
            rejected.forEach((reason, records) -> toldRejected.put(reason, disclosure.ofRecords(records)));
            toldRejected.values().removeIf(records -> records == 0);
            Tally told = new Tally(
                    disclosure.ofRecords(missing()),
                    disclosure.inSteps(counted),
                    disclosure.ofRecords(duplicate),
                    disclosure.ofRecords(conflict),
                    disclosure.inSteps(corrected),
                    disclosure.inSteps(withdrawn),
                    toldRejected);
            return told.withIn(told.accountedFor() + told.in());
        }

        private Tally withIn(long all) {
            return new Tally(all, counted, duplicate, conflict, corrected, withdrawn, rejected);
        }

        /** Returns the sum of two tallies. */
        public Tally plus(Tally other) {
            Map<String, Long> reasons = new HashMap<>(rejected);
            other.rejected.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
            return new Tally(
                    in + other.in,
                    counted + other.counted,
                    duplicate + other.duplicate,
                    conflict + other.conflict,
                    corrected + other.corrected,
                    withdrawn + other.withdrawn,
                    reasons);
        }

        /** Returns how many records were rejected, for whatever reason. */
        public long rejections() {
            return rejected.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Returns how many records came in of which nothing is known; a record in work is one for a moment. */
        public long missing() {
            return Math.max(0, in - accountedFor());
        }
    }
}
