package heed.bench.limit;

import heed.schemas.Audience;
import heed.schemas.disclosure.Minimums;
import heed.schemas.figures.ScoreFigures;

/** Writes a row's measure as key and value of the scores' topic: the bytes that Avro would write. */
final class ScoreBytes {

    private static final int NOBODY = symbol(Audience.NOBODY);
    private static final int INTERNAL = symbol(Audience.INTERNAL);
    private static final int PUBLISHED = symbol(Audience.PUBLISHED);

    private final Minimums minimums;
    private final PlaceTable places;
    private final WindowTable windows;
    private final LimitPanes panes;
    private final ByteSink sink = new ByteSink();

    ScoreBytes(Minimums minimums, PlaceTable places, WindowTable windows, LimitPanes panes) {
        this.minimums = minimums;
        this.places = places;
        this.windows = windows;
        this.panes = panes;
    }

    byte[] key(int row, int slot) {
        return sink.clear()
                .raw(places.get(panes.place(row)).keys()[slot])
                .raw(windows.get(panes.window(row)).keyEnding)
                .toBytes();
    }

    byte[] value(int row, int slot) {
        long n = panes.get(row, slot, LimitPanes.N);
        long sum = panes.get(row, slot, LimitPanes.SUM);
        long squares = panes.get(row, slot, LimitPanes.SQUARES);
        sink.clear()
                .raw(places.get(panes.place(row)).values()[slot])
                .raw(windows.get(panes.window(row)).part)
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
                .octet(panes.isFinal(windows.get(panes.window(row)).endMs) ? 1 : 0)
                .number(panes.get(row, slot, LimitPanes.AS_OF))
                .number(panes.restatements(row, slot))
                .number(audience(n));
        long[] days = panes.days(row);
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
