package heed.schemas.disclosure;

import heed.schemas.Audience;
import heed.schemas.Baseline;
import heed.schemas.Drop;
import heed.schemas.LeagueRow;
import heed.schemas.Rise;
import heed.schemas.figures.Counted;
import heed.schemas.figures.ScoreFigures;
import heed.schemas.record.RecordCopy;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an audience may be shown: the one place where a {@link Reading} is made.
 *
 * <p>For {@link Audience#PUBLISHED} figures of units are not taken in at all: a unit that is hidden could be computed
 * back from the hospital's total and the other units. What can be computed back from the same window seen at two
 * moments, or from two windows that overlap, is not prevented here.
 *
 * @param audience who reads
 * @param minimum fewest answers that the audience is shown figures of
 */
public record Disclosure(Audience audience, int minimum) {

    public Disclosure {
        if (audience == Audience.NOBODY || minimum < 1) {
            throw new IllegalArgumentException("needs somebody who reads and a minimum of at least 1: audience="
                    + audience + " minimum=" + minimum);
        }
    }

    /** Returns what holds for {@code audience}. */
    public static Disclosure to(Audience audience, Minimums minimums) {
        return new Disclosure(audience, minimums.of(audience));
    }

    /**
     * Returns what may be said of a tally.
     *
     * @param written the minimum that its rows were written with; the larger of it and this audience's own counts
     */
    public Reading read(Counted tally, int written) {
        int least = Math.max(minimum, written);
        if (tally.n() == 0) {
            return new Reading.NoResponses();
        }
        if (tally.n() < least) {
            return new Reading.TooFew(least);
        }
        return new Reading.Shown(
                tally.n(),
                ScoreFigures.percentHalfUp(tally.sum(), tally.n()),
                ScoreFigures.of(tally.n(), tally.sum(), tally.sumOfSquares()));
    }

    /**
     * Tells whether this audience is told of a unit by itself; {@code unit} is null for a hospital as a whole, which
     * all are told of.
     */
    public boolean takesUnit(@Nullable String unit) {
        return audience != Audience.PUBLISHED || unit == null;
    }

    /** Tells whether a drop, which states scores before and after, is for this audience. Staff see every drop. */
    public boolean takes(Drop drop) {
        return audience != Audience.PUBLISHED || (takesUnit(drop.getUnit()) && drop.getResponsesUsed() >= minimum);
    }

    /**
     * Returns what of a drop this audience may read. The days that led to it, and the groups that it was compared in,
     * are small: published, either all of them have enough answers or none is told. Staff are told the evidence of
     * every day. A score since it is back of too few answers is told nobody.
     */
    public Drop cleared(Drop whole) {
        Drop drop = withoutFewSinceBack(whole);
        if (audience != Audience.PUBLISHED) {
            return drop;
        }
        boolean enough = drop.getTrail().stream().allMatch(day -> day.getN() >= minimum);
        return RecordCopy.of(drop, Drop.newBuilder())
                .setTrail(enough ? drop.getTrail() : List.of())
                .setMix(drop.getMix().stream()
                        .filter(check -> check.getNBefore() >= minimum && check.getNSince() >= minimum)
                        .toList())
                .build();
    }

    private Drop withoutFewSinceBack(Drop drop) {
        return drop.getResponsesBack() == null || drop.getResponsesBack() >= minimum
                ? drop
                : RecordCopy.of(drop, Drop.newBuilder())
                        .setScoreBack(null)
                        .setResponsesBack(null)
                        .build();
    }

    /** Tells whether a rise, which states scores before and after, is for this audience. Staff see every rise. */
    public boolean takes(Rise rise) {
        return audience != Audience.PUBLISHED || (takesUnit(rise.getUnit()) && rise.getResponsesUsed() >= minimum);
    }

    /**
     * Tells whether what is usual somewhere is for this audience. Of too few answers not even how many there are is
     * told; that there are none is no secret.
     */
    public boolean takes(Baseline baseline) {
        return takesUnit(baseline.getUnit()) && (baseline.getN() == 0 || baseline.getN() >= minimum);
    }

    /** Tells whether this audience is told what people did about drops, and may do something: staff alone. */
    public boolean takesActions() {
        return audience != Audience.PUBLISHED;
    }

    /**
     * Tells whether a comparison may be shown: all of it, or nothing, since one hidden row could be computed back from
     * the national one.
     */
    public boolean showsAll(Collection<LeagueRow> rows) {
        return rows.stream().allMatch(row -> row.getN() >= Math.max(minimum, row.getMinimum()));
    }
}
