package heed.topology.score;

import heed.schemas.Score;
import heed.schemas.disclosure.Minimums;
import heed.schemas.figures.ScoreFigures;
import heed.schemas.serde.WireFormat;
import heed.schemas.topic.Topics;
import heed.topology.response.Place;
import heed.topology.row.RowWriter;
import java.util.Arrays;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a pane's measures as the values of the output topic, byte for byte as the topic's serializer writes what
 * {@link ScoreRecords} makes of them.
 *
 * <p>Scores are two thirds of all that the pipeline writes. A record of one, with a number in an object for each field,
 * costs as much as everything else that Heed does about it. {@code ScoreValuesTest} holds the bytes to the
 * serializer's, also where the contract gets a field more.
 */
final class ScoreValues {

    private final ScoreRecords records;
    private final Minimums minimums;
    private final Serializer<Score> serializer;
    private final RowWriter row = new RowWriter();
    /** What every value begins with, which the serializer knows; null until there is a score to ask it with. */
    private byte @Nullable [] header;

    /** Writes what {@code records} has turned to. */
    ScoreValues(ScoreRecords records, Minimums minimums, Serializer<Score> serializer) {
        this.records = records;
        this.minimums = minimums;
        this.serializer = serializer;
    }

    /** Returns a measure's score, final where its window ended by {@code closedThroughMs}. */
    byte[] of(int slot, long closedThroughMs) {
        PaneRow pane = records.pane();
        header(slot);
        whole(records.valueBeginning(slot));
        whole(records.window().valuePart());
        figures(pane, slot);
        row.octet(pane.endsBy(closedThroughMs) ? 1 : 0)
                .number(pane.asOfMs(slot))
                .number(pane.restatements(slot));
        symbol(row, minimums.audienceOf(pane.n(slot)));
        days(pane, slot);
        return row.toBytes();
    }

    private void header(int slot) {
        if (header == null) {
            byte[] whole = serializer.serialize(Topics.SCORES.name(), records.score(slot, Long.MIN_VALUE));
            header = Arrays.copyOf(whole, WireFormat.HEADER_LENGTH);
        }
        row.clear();
        whole(header);
    }

    private void whole(byte[] part) {
        row.raw(part, 0, part.length);
    }

    /** Returns what values have of a place and a measure: there are thousands of such parts, and millions of values. */
    static byte[] place(Place place, String measure) {
        RowWriter part = new RowWriter().text(place.hospital());
        String unit = place.unit();
        presence(part, unit != null);
        if (unit != null) {
            part.text(unit);
        }
        return part.text(measure).toBytes();
    }

    /** Returns what values have of a pane's window. */
    static byte[] window(PaneRow pane, String label) {
        RowWriter part = new RowWriter();
        symbol(part, pane.window);
        return part.number(pane.span.startMs())
                .number(pane.span.endMs())
                .text(label)
                .toBytes();
    }

    private void figures(PaneRow pane, int slot) {
        long n = pane.n(slot);
        row.number(n).number(pane.sum(slot)).number(pane.sumOfSquares(slot));
        boolean shown = n >= minimums.internal();
        if (shown) {
            ScoreFigures figures = ScoreFigures.of(n, pane.sum(slot), pane.sumOfSquares(slot));
            optional(figures.scoreBasisPoints());
            optional(figures.lowBasisPoints());
            optional(figures.highBasisPoints());
        } else {
            presence(row, false);
            presence(row, false);
            presence(row, false);
        }
        row.octet(n > 0 && !shown ? 1 : 0).number(minimums.internal());
    }

    private void days(PaneRow pane, int slot) {
        presence(row, pane.hasDays());
        if (pane.hasDays()) {
            row.number(pane.dated(slot)).number(pane.squaredN(slot)).number(pane.squaredSum(slot));
        }
    }

    private void optional(int value) {
        presence(row, true);
        row.number(value);
    }

    /** Writes which type of a union follows: none, or the other. */
    private static void presence(RowWriter row, boolean isThere) {
        row.number(isThere ? 1 : 0);
    }

    /** Writes the place of a symbol in its schema, which generated enums have their constants in the order of. */
    @SuppressWarnings("EnumOrdinal")
    private static void symbol(RowWriter row, Enum<?> value) {
        row.number(value.ordinal());
    }
}
