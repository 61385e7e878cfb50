package heed.connectors.backfill;

import java.time.Instant;
import java.util.List;

/**
 * What came of bringing in a history.
 *
 * @param written responses that are safe on the topic now
 * @param known responses that had been there before
 * @param hospitals how many hospitals they are of
 * @param first when the first of the file was given
 * @param last when the last of the file was given
 * @param overtaken hospitals whose own responses began to arrive meanwhile, so that the watch may have missed days
 */
public record BackfillSummary(
        long written, long known, int hospitals, Instant first, Instant last, List<String> overtaken) {

    public BackfillSummary {
        overtaken = List.copyOf(overtaken);
    }
}
