package heed.connectors.rows;

import heed.connectors.deidentify.IdentifierKind;
import heed.connectors.submission.WrittenWords;
import java.util.EnumMap;
import java.util.Map;

/**
 * What came of the comments of a file's rows.
 *
 * @param kept comments that are safe on their topic now
 * @param refused comments that were not taken, while their rows were
 * @param takenOut how often each kind of what may tell who somebody is was taken out of those kept
 */
public record RowComments(long kept, long refused, Map<IdentifierKind, Integer> takenOut) {

    /** No row had one. */
    public static final RowComments NONE = new RowComments(0, 0, Map.of());

    public RowComments {
        takenOut = Map.copyOf(takenOut);
    }

    /** Returns these and what came of one more row. */
    RowComments and(WrittenWords words) {
        Map<IdentifierKind, Integer> sums = new EnumMap<>(IdentifierKind.class);
        sums.putAll(takenOut);
        words.takenOut().forEach((kind, times) -> sums.merge(kind, times, Integer::sum));
        return new RowComments(
                kept + words.comment().stream().count(),
                refused + words.refusal().stream().count(),
                sums);
    }
}
