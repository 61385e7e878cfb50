package heed.topology.score;

import heed.schemas.Score;
import heed.schemas.disclosure.Minimums;
import heed.schemas.figures.ScoreFigures;
import heed.schemas.serde.WireFormat;
import heed.schemas.topic.Topics;
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
        place(pane, slot);
        window(pane, records.window());
        figures(pane, slot);
        row.octet(pane.endsBy(closedThroughMs) ? 1 : 0)
                .number(pane.asOfMs(slot))
                .number(pane.restatements(slot));
        symbol(minimums.audienceOf(pane.n(slot)));
        days(pane, slot);
        return row.toBytes();
    }

    private void header(int slot) {
        if (header == null) {
            byte[] whole = serializer.serialize(Topics.SCORES.name(), records.score(slot, Long.MIN_VALUE));
            header = Arrays.copyOf(whole, WireFormat.HEADER_LENGTH);
        }
        row.clear().raw(header, 0, header.length);
    }

    private void place(PaneRow pane, int slot) {
        row.text(pane.place.hospital());
        String unit = pane.place.unit();
        presence(unit != null);
        if (unit != null) {
            row.text(unit);
        }
        row.text(pane.group.measures().get(slot).name());
    }

    private void window(PaneRow pane, WindowTexts.Texts texts) {
        symbol(pane.window);
        row.number(pane.span.startMs()).number(pane.span.endMs()).text(texts.label());
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
            presence(false);
            presence(false);
            presence(false);
        }
        row.octet(n > 0 && !shown ? 1 : 0).number(minimums.internal());
    }

    private void days(PaneRow pane, int slot) {
        presence(pane.hasDays());
        if (pane.hasDays()) {
            row.number(pane.dated(slot)).number(pane.squaredN(slot)).number(pane.squaredSum(slot));
        }
    }

    private void optional(int value) {
        presence(true);
        row.number(value);
    }

    /** Writes which type of a union follows: none, or the other. */
    private void presence(boolean isThere) {
        row.number(isThere ? 1 : 0);
    }

    /** Writes the place of a symbol in its schema, which generated enums have their constants in the order of. */
    @SuppressWarnings("EnumOrdinal")
    private void symbol(Enum<?> value) {
        row.number(value.ordinal());
    }
}
