package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows a drop from its first alarm until the score is back at what was usual before it, over all alarms and
 * recoveries of the detector in between.
 *
 * <p>The detector's recovery says that at least half of a fall is gone, measured by a baseline that goes on learning.
 * Of a fall that comes slowly it learns the lower score, recovers from what is no recovery and raises the same fall
 * again. So the baseline of the first alarm is kept as it was, and the drop ends by it alone: a Shiryaev-Roberts
 * statistic for "the score is usual again" against "half of the fall is left", which is wrong at most once a year while
 * half is left. A fall that began within learning has been learned in part by then; so while the baseline is younger
 * than a year, what was usual when learning ended is kept too, and the better of the two is what the score must be back
 * at.
 *
 * <p>It stands beside the detector and changes nothing that this one says. It goes by whole days after that of the
 * newest alarm: their tallies are integers, so within the open days no order matters and a retraction is exact.
 */
public final class Comeback {

    /** Days between wrong ends of a drop, at least, while half of the fall is left. */
    private static final double TARGET_DAYS = 365;

    /** A larger fall counts as one of this size: at most half of it may be left. */
    private static final double LARGEST_FALL = .10;

    /** An alarm that follows the end within a quarter of a year raises the same drop again. */
    private static final int REOPENING_DAYS = 91;

    private final RecoveryOdds[] odds = new RecoveryOdds[Tally.WEEKDAYS];
    private boolean open;
    /** What was usual before the drop; null where none is followed, nor one that has ended lately. */
    private @Nullable Baseline reference;
    /** By how much more loss the score must be back at than the kept baseline says: for a fall in learning or since. */
    private double shift;

    /** The usual mean loss and one standard error when learning ended; infinite before, and after a year of it. */
    private double first = Double.POSITIVE_INFINITY;

    private double fall;
    /** The newest day that was taken in for good, at first that of the alarm; after the end the day of the end. */
    private long newest;

    /** The evidence of the days that were taken in for good. */
    private BackEvidence sealed = BackEvidence.NONE;

    /**
     * How it is since the score is back: what the evidence says of the answers since then.
     *
     * @param score estimated score since then, 0 to 1
     * @param responses expected number of responses since then
     */
    public record Back(double score, double responses) {}

    /** Tells whether a drop is open. */
    public boolean isOpen() {
        return open;
    }

    /** Tells whether a drop is open, or has ended so lately that an alarm may raise it again. */
    public boolean isRemembered() {
        return reference != null;
    }

    /**
     * Tells whether an alarm raises again the drop that is followed: it is still open, or ended within 91 days, and the
     * score since is lower than was usual before it.
     *
     * @param score since the fall, 0 to 1
     * @param day local day of the alarm
     */
    public boolean raisesAgain(double score, long day) {
        return open || (reference != null && day - newest <= REOPENING_DAYS && 1 - score > saidLoss());
    }

    /** Returns the usual loss that the drop's records say. */
    private double saidLoss() {
        return reference().mean() + Math.max(0, shift);
    }

    private Baseline reference() {
        return Objects.requireNonNull(reference, "no drop is followed");
    }

    /** Keeps what {@code watch} has just learned, as the usual score before anything that it learns from now on. */
    public void learned(MeasureWatch watch) {
        first = watch.baseline().cautiousMean();
    }

    /** Takes an alarm in, which begins a drop at what was usual at the key, or raises the same one again. */
    public void alarm(MeasureWatch watch, double score, long day) {
        if (!raisesAgain(score, day)) {
            reference = watch.baseline().copy();
            shift = Math.min(0, first - reference.cautiousMean());
        }
        follow(score, day);
    }

    /**
     * Begins with a fall that the learning days themselves have. What was usual is the score of the days before it,
     * less its standard error: of all days the test chose those between which the fall looks largest.
     */
    public void begin(MeasureWatch watch, WatchEvent.LearnedFall fallen, long day) {
        reference = watch.baseline().copy();
        shift = 1 - fallen.usual() + fallen.usualError() - reference.mean();
        follow(fallen.score(), day);
    }

    private void follow(double score, long day) {
        fall = Clip.between(WatchRule.SMALLEST_FALL, 1 - score - reference().mean() - shift, LARGEST_FALL);
        open = true;
        newest = day;
        sealed = BackEvidence.NONE;
        Arrays.fill(odds, null);
    }

    /** Takes a day of {@code watch} in for good. */
    public void seal(MeasureWatch watch, WatchEvent.Sealed day) {
        if (watch.baseline().days() >= WatchRule.MOST_LEARNED_DAYS) {
            first = Double.POSITIVE_INFINITY;
        }
        if (!open) {
            if (reference != null && day.day() - newest > REOPENING_DAYS) {
                stop();
            }
        } else if (counts(day.day(), day.n(), newest)) {
            sealed = absorb(sealed, day.day() - newest, day.day(), day.n(), day.loss());
            newest = day.day();
        }
    }

    /** Tells whether the score is back, by the sealed days and those that {@code watch} has open. */
    public boolean isBack(MeasureWatch watch) {
        return back(watch).isPresent();
    }

    /** Returns how it is since the score is back; nothing where it isn't, or no drop is open. */
    public Optional<Back> back(MeasureWatch watch) {
        if (!open || watch.isAlarmOpen()) {
            return Optional.empty();
        }
        BackEvidence all = evidence(watch.days());
        return all.level() >= 1
                ? Optional.of(new Back(1 - all.losses() / all.responses(), all.responses() / all.level()))
                : Optional.empty();
    }

    private BackEvidence evidence(OpenDays open) {
        BackEvidence sum = sealed;
        long last = newest;
        for (int i = 0; i < open.size(); i++) {
            OpenDay day = open.get(i);
            if (counts(day.day(), day.count(), last)) {
                sum = absorb(sum, day.day() - last, day.day(), day.count(), day.loss());
                last = day.day();
            }
        }
        return sum;
    }

    private static boolean counts(long day, int n, long last) {
        return n > 0 && day > last;
    }

    private BackEvidence absorb(BackEvidence before, long gap, long day, int n, int loss) {
        double prior = Math.min(gap, WatchRule.LONGEST_GAP) / TARGET_DAYS;
        double lost = loss / (double) Loss.WORST;
        return before.absorb(prior, n, lost, odds(OpenDay.weekdayOf(day)).of(n, lost));
    }

    private RecoveryOdds odds(int weekday) {
        RecoveryOdds known = odds[weekday];
        if (known == null) {
            known = RecoveryOdds.freeze(reference(), reference().heldMean(weekday, shift), fall);
            odds[weekday] = known;
        }
        return known;
    }

    /** Ends the drop on a local day; it can be raised again. */
    public void end(long day) {
        open = false;
        newest = day;
        sealed = BackEvidence.NONE;
    }

    /** Forgets the drop, which can't be raised again, and what was usual. */
    public void clear() {
        first = Double.POSITIVE_INFINITY;
        stop();
    }

    private void stop() {
        open = false;
        reference = null;
        sealed = BackEvidence.NONE;
        Arrays.fill(odds, null);
    }

    /** Returns what was usual first, to be kept beside what {@link #write} gives. */
    public double first() {
        return first;
    }

    /** Takes over what was usual first. */
    public void first(double kept) {
        first = kept;
    }

    /** Writes what is followed; nothing where that is no drop. */
    public void write(RowWriter row) {
        if (reference != null) {
            reference.write(row);
            row.octet(open ? 1 : 0).real(shift).real(fall).number(newest);
            row.real(sealed.level()).real(sealed.responses()).real(sealed.losses());
        }
    }

    /** Takes over what was written. */
    public void read(byte[] bytes) {
        stop();
        if (bytes.length == 0) {
            return;
        }
        RowReader row = new RowReader().of(bytes);
        reference = new Baseline();
        reference.read(row);
        open = row.octet() == 1;
        shift = row.real();
        fall = row.real();
        newest = row.number();
        sealed = new BackEvidence(row.real(), row.real(), row.real());
    }
}
