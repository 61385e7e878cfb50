package heed.app.audit;

import java.util.List;

/**
 * What a recount found.
 *
 * @param tally what became of the input's records
 * @param sharedIds ids that are remembered of more than one hospital
 * @param partitions partitions of the input
 * @param scores rows on the score topic
 * @param compared rows compared
 * @param inMotion rows left out because they changed while they were compared
 * @param unjudged rows left out because the input does not tell what they should be
 * @param reasons why some could not be judged, in words
 * @param differing rows with differences
 * @param differences the differences of the first of them
 */
public record RecountReport(
        RecountTally tally,
        long sharedIds,
        int partitions,
        long scores,
        long compared,
        long inMotion,
        long unjudged,
        List<String> reasons,
        long differing,
        List<Difference> differences) {

    /** One field of one row that is not what the recount comes to. */
    public record Difference(String key, String field, String streamed, String recounted) {

        @Override
        public String toString() {
            return key + ": " + field + " is " + streamed + ", recounted " + recounted;
        }
    }

    /** Says whether every row was judged or in motion, and none differs. */
    public boolean verified() {
        return differing == 0 && reasons.isEmpty();
    }
}
