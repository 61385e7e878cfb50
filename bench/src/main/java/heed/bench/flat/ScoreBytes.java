package heed.bench.flat;

import heed.schemas.Audience;
import heed.schemas.disclosure.Minimums;
import heed.schemas.figures.ScoreFigures;

/** Writes what is known of a row as key and value of the scores' topic: the bytes that Avro would write. */
public final class ScoreBytes {

    private static final int NOBODY = symbol(Audience.NOBODY);
    private static final int INTERNAL = symbol(Audience.INTERNAL);
    private static final int PUBLISHED = symbol(Audience.PUBLISHED);

    private final Minimums minimums;
    private final PlaceTable places;
    private final WindowTable windows;
    private final ByteSink sink = new ByteSink();

    /** Writes rows of such places and windows. */
    public ScoreBytes(Minimums minimums, PlaceTable places, WindowTable windows) {
        this.minimums = minimums;
        this.places = places;
        this.windows = windows;
    }

    /** Returns the key of a measure's row. */
    public byte[] key(ScoreRow row, int slot) {
        return sink.clear()
                .raw(places.get(row.place()).keys()[slot])
                .raw(windows.get(row.window()).keyEnding())
                .toBytes();
    }

    /** Returns the value of a measure's row. */
    public byte[] value(ScoreRow row, int slot) {
        long n = row.n(slot);
        long sum = row.sum(slot);
        long squares = row.squares(slot);
        sink.clear()
                .raw(places.get(row.place()).values()[slot])
                .raw(windows.get(row.window()).part())
                .number(n)
                .number(sum)
                .number(squares);
        if (n < minimums.internal()) {
            sink.number(0).number(0).number(0);
        } else {
            ScoreFigures figures = ScoreFigures.of(n, sum, squares);
            sink.number(1).number(figures.scoreBasisPoints());
            sink.number(1).number(figures.lowBasisPoints());
            sink.number(1).number(figures.highBasisPoints());
        }
        sink.octet(n > 0 && n < minimums.internal() ? 1 : 0)
                .number(minimums.internal())
                .octet(row.isFinal() ? 1 : 0)
                .number(row.asOfMs(slot))
                .number(row.restatements(slot))
                .number(audience(n));
        long[] days = row.days();
        if (days.length == 0) {
            sink.number(0);
        } else {
            sink.number(1).number(days[slot * 3]).number(days[slot * 3 + 1]).number(days[slot * 3 + 2]);
        }
        return sink.toBytes();
    }

    private int audience(long n) {
        if (n >= minimums.published()) {
            return PUBLISHED;
        }
        return n >= minimums.internal() ? INTERNAL : NOBODY;
    }

    private static int symbol(Audience audience) {
        return Audience.getClassSchema().getEnumOrdinal(audience.name());
    }
}
