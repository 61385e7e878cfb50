package heed.app.audit;

import java.util.List;

/**
 * What a recount found.
 *
 * @param tally what became of the input's records
 * @param sharedIds ids that are remembered of more than one hospital
 * @param partitions partitions of the input
 * @param scores rows on the score topic
 * @param counts what became of the rows of each topic, scores first
 * @param untold tables of the league of closed months that are missing or of an earlier moment
 * @param reasons why some could not be judged, in words
 * @param differences the differences of the first rows that have some
 */
public record RecountReport(
        RecountTally tally,
        long sharedIds,
        int partitions,
        long scores,
        List<Count> counts,
        long untold,
        List<String> reasons,
        List<Difference> differences) {

    /**
     * What became of the rows of one topic.
     *
     * @param rows the word for them
     * @param compared how many were compared
     * @param inMotion how many were left out because they changed while they were compared
     * @param unjudged how many were left out because the input does not tell what they should be
     * @param differing how many of those compared differ
     */
    public record Count(String rows, long compared, long inMotion, long unjudged, long differing) {}

    /** One field of one row that is not what the recount comes to. */
    public record Difference(String key, String field, String streamed, String recounted) {

        @Override
        public String toString() {
            return key + ": " + field + " is " + streamed + ", recounted " + recounted;
        }
    }

    /** Returns how many rows of all topics differ. */
    public long differing() {
        return counts.stream().mapToLong(Count::differing).sum();
    }

    /** Returns how many rows of all topics were compared. */
    public long compared() {
        return counts.stream().mapToLong(Count::compared).sum();
    }

    /** Says whether every row was judged or in motion, and none differs. */
    public boolean verified() {
        return differing() == 0 && reasons.isEmpty();
    }
}
