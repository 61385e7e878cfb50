package heed.schemas.disclosure;

import heed.schemas.Audience;
import heed.schemas.Baseline;
import heed.schemas.Drop;
import heed.schemas.Episode;
import heed.schemas.LeagueRow;
import heed.schemas.Movement;
import heed.schemas.National;
import heed.schemas.Rise;
import heed.schemas.Score;
import heed.schemas.Standing;
import heed.schemas.Window;
import heed.schemas.figures.Counted;
import heed.schemas.figures.ScoreFigures;
import heed.schemas.record.RecordCopy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an audience may be shown: the one place where a {@link Reading} is made. The method, its sources and
 * what it does not prevent are in docs/disclosure.md.
 *
 * <p>{@link Audience#PUBLISHED} is told of whole hospitals and closed calendar months alone, which do not overlap and
 * so have no differences, each as its {@link Release} says. Staff are told of days, units and channels too; of units
 * not more than leaves enough answers to the others, as {@link Remainder} says.
 *
 * @param audience who reads
 * @param minimum fewest answers that the audience is shown figures of
 * @param lateness how long after its end a month is closed
 */
public record Disclosure(Audience audience, int minimum, Duration lateness) {

    /** Stands in a count for one that an audience is not told. */
    public static final int NOT_TOLD = -1;

    private static final Duration USUAL_LATENESS = Duration.ofDays(45);

    public Disclosure {
        if (audience == Audience.NOBODY || minimum < 1) {
            throw new IllegalArgumentException("needs somebody who reads and a minimum of at least 1: audience="
                    + audience + " minimum=" + minimum);
        }
    }

    /** Decides for an audience by a minimum, where months close as they usually do. */
    public Disclosure(Audience audience, int minimum) {
        this(audience, minimum, USUAL_LATENESS);
    }

    /** Returns what holds for {@code audience}. */
    public static Disclosure to(Audience audience, Minimums minimums) {
        return new Disclosure(audience, minimums.of(audience));
    }

    /** Returns the same where a month is closed {@code after} its end. */
    public Disclosure closing(Duration after) {
        return new Disclosure(audience, minimum, after);
    }

    /** Tells whether this audience is told of windows that are released, and of nothing else. */
    public boolean isByRelease() {
        return audience == Audience.PUBLISHED;
    }

    /** Tells whether a row of scores is of a kind of window that this audience is told of. */
    public boolean takes(Score score) {
        return !isByRelease() || (takesUnit(score.getUnit()) && score.getWindow() == Window.MONTH);
    }

    /**
     * Returns what may be said of days that are summed up as somebody asks for them: nothing to those who are told of
     * released windows alone.
     *
     * @param written the minimum that its rows were written with
     */
    public Reading readDays(Counted tally, int written) {
        return isByRelease() ? new Reading.Withheld(Reading.Why.NOT_RELEASED) : read(tally, written);
    }

    /** Tells whether a number of people, or of what people wrote, is told by itself. */
    public boolean tells(int people) {
        return people >= minimum;
    }

    /** Returns what may be said of a window that there is no row of. */
    public Reading readMissing() {
        return isByRelease() ? new Reading.Withheld(Reading.Why.NOT_RELEASED) : new Reading.NoResponses();
    }

    /**
     * Returns how much of a count of answers is told where it stands for no score, so that two of them, or one and a
     * score, have no small difference: whole steps of the minimum.
     */
    public long inSteps(long count) {
        return count - count % minimum;
    }

    /** Returns how much of a count of records is told: each may be one answer, which staff see come and nobody else. */
    public long ofRecords(long count) {
        return isByRelease() ? inSteps(count) : count;
    }

    /**
     * Returns what may be said of a tally.
     *
     * @param written the minimum that its rows were written with; the larger of it and this audience's own counts
     */
    public Reading read(Counted tally, int written) {
        int least = Math.max(minimum, written);
        if (tally.n() < least) {
            return tally.n() == 0 ? new Reading.NoResponses() : new Reading.TooFew(least);
        }
        return new Reading.Shown(
                tally.n(),
                ScoreFigures.percentHalfUp(tally.sum(), tally.n()),
                ScoreFigures.of(tally.n(), tally.sum(), tally.sumOfSquares()));
    }

    /** Null is a hospital as a whole, which all are told of. */
    private boolean takesUnit(@Nullable String unit) {
        return !isByRelease() || unit == null;
    }

    /** Tells whether a drop, which states scores before and after, is for this audience. Staff see every drop. */
    public boolean takes(Drop drop) {
        return !isByRelease() || (takesUnit(drop.getUnit()) && drop.getResponsesUsed() >= minimum);
    }

    /** Returns what of a drop this audience may read: published, estimates in whole percent and days. */
    public Drop cleared(Drop drop) {
        return isByRelease() ? Coarse.drop(drop, minimum) : StaffDrop.of(drop, minimum);
    }

    /**
     * Tells whether a drop, rise or episode as of an answer that came in at {@code asOf} is not told yet: published, on
     * the day of that answer, in UTC, or before it, where the clock by which it came in is ahead. Told at once it would
     * tell whether that answer was a good one.
     */
    public boolean holds(Instant asOf, Instant now) {
        return isByRelease() && !asOf.truncatedTo(ChronoUnit.DAYS).isBefore(now.truncatedTo(ChronoUnit.DAYS));
    }

    /** Tells whether a rise, which states scores before and after, is for this audience. Staff see every rise. */
    public boolean takes(Rise rise) {
        return !isByRelease() || (takesUnit(rise.getUnit()) && rise.getResponsesUsed() >= minimum);
    }

    /** Returns what of a rise this audience may read, as of a drop. */
    public Rise cleared(Rise rise) {
        return isByRelease() ? Coarse.of(RecordCopy.of(rise, Rise.newBuilder()).build(), minimum) : rise;
    }

    /** Returns what of an episode this audience may read: published, how many hospitals, not which, and days. */
    public Episode cleared(Episode episode) {
        return isByRelease()
                ? Coarse.of(RecordCopy.of(episode, Episode.newBuilder()).build(), minimum)
                : episode;
    }

    /**
     * Tells whether a week of all hospitals is for this audience, whose rows are to be of as many answers as its
     * minimum: staff alone, since each answer moves it, and an edge of rounding tells whether that one was good.
     */
    public boolean takes(Movement week) {
        return !isByRelease() && week.getMinimum() >= minimum;
    }

    /**
     * Returns what of a hospital's row this audience may read: as of its month, in steps, since the newest response and
     * the newest correction of a comparison may be of a hospital with too few answers; published, nothing that tells of
     * days either.
     */
    public LeagueRow cleared(LeagueRow row) {
        return isByRelease() ? Coarse.month(row, minimum) : Coarse.compared(row, minimum);
    }

    /** Returns what of all hospitals compared this audience may read, as of one. */
    public National cleared(National row) {
        return isByRelease() ? Coarse.month(row, minimum) : Coarse.compared(row, minimum);
    }

    /** Returns what of a hospital's row over all measures this audience may read, as of one measure. */
    public Standing cleared(Standing row) {
        return Coarse.compared(row, minimum);
    }

    /** Tells whether how a line is watched is for this audience: staff alone, of enough answers or of none. */
    public boolean takes(Baseline baseline) {
        return !isByRelease() && ToldBaseline.isTold(baseline, minimum);
    }

    /** Returns what of how a line is watched this audience may read. */
    public Baseline cleared(Baseline baseline) {
        return ToldBaseline.of(baseline, minimum);
    }

    /** Tells whether this audience is told when answers came in, and so of silences and of the newest: staff alone. */
    public boolean takesArrivals() {
        return !isByRelease();
    }

    /** Tells whether this audience is told by which channels answers came in: they are told by days, so staff alone. */
    public boolean takesChannels() {
        return !isByRelease();
    }

    /** Tells whether this audience is told what people did about drops, and may do something: staff alone. */
    public boolean takesActions() {
        return !isByRelease();
    }

    /** Tells whether this audience is told of ranks over all measures, which may stand on withheld ones: staff. */
    public boolean takesStandings() {
        return !isByRelease();
    }
}
