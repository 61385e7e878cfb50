package heed.topology.score;

import heed.schemas.Window;
import heed.topology.response.Answers;
import heed.topology.response.MeasureGroup;
import heed.topology.response.Place;
import heed.topology.time.ZoneCalendar.Span;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One pane: the integers of all measures of one questionnaire at one place in one window.
 *
 * <p>Integers only, so that order does not matter and a withdrawal takes out exactly what was put in.
 */
final class PaneRow {

    /** A measure that no response has touched. */
    static final long UNTOUCHED = Long.MIN_VALUE;

    private static final int WIDTH = 4;
    private static final int N = 0;
    private static final int SUM = 1;
    private static final int SQUARES = 2;
    private static final int AS_OF = 3;
    private static final int DAY_WIDTH = 3;

    final Place place;
    final MeasureGroup group;
    final Window window;
    final Span span;
    /** Slots whose score has changed since the last commit, as bits. */
    long changed;

    /** Whether the pane is listed for the next commit. */
    boolean listed;

    /** Whether the changelog lacks the newest integers. That a pane has become final needs no row of its own. */
    boolean dirty;

    /** Newest ledger day of a response in the pane; once it is closed the pane cannot change. */
    long ledgerDay = Long.MIN_VALUE;

    /** The measures' integers, four a slot: panes are many, and four arrays would be four headers. */
    private long[] figures;

    /** Restatements of each slot; null while there are none, as nearly always. */
    private long @Nullable [] restatements;

    /** Sums over the days of a whole hospital's month, three a slot; null until there is one. */
    private long @Nullable [] days;

    PaneRow(Place place, MeasureGroup group, Window window, Span span) {
        this.place = place;
        this.group = group;
        this.window = window;
        this.span = span;
        figures = new long[group.measures().size() * WIDTH];
        untouchedFrom(0);
    }

    /** Returns how many slots there is room for. */
    int slots() {
        return figures.length / WIDTH;
    }

    /** Returns the number of answers. */
    long n(int slot) {
        return figures[slot * WIDTH + N];
    }

    /** Returns the sum of their points. */
    long sum(int slot) {
        return figures[slot * WIDTH + SUM];
    }

    /** Returns the sum of their squared points. */
    long sumOfSquares(int slot) {
        return figures[slot * WIDTH + SQUARES];
    }

    /** Returns the arrival of the newest response that changed the slot, ms, or {@link #UNTOUCHED}. */
    long asOfMs(int slot) {
        return figures[slot * WIDTH + AS_OF];
    }

    /** Puts points in (sign 1) or takes them out (sign -1). */
    void add(int slot, int sign, int points, long arrivedMs) {
        ensure(slot);
        int at = slot * WIDTH;
        figures[at + N] += sign;
        figures[at + SUM] += (long) sign * points;
        figures[at + SQUARES] += (long) sign * points * points;
        figures[at + AS_OF] = Math.max(figures[at + AS_OF], arrivedMs);
        changed |= 1L << slot;
        dirty = true;
    }

    /** Says whether a response's answers are in the pane. */
    boolean holds(@Nullable Answers answers) {
        return answers != null
                && answers.countIn(window)
                && span.contains(answers.givenAtMs())
                && (place.isWhole() || place.equals(answers.place()));
    }

    /** Says whether the window had ended by {@code instantMs}. */
    boolean endsBy(long instantMs) {
        return span.endMs() <= instantMs;
    }

    /** Returns whether this is a whole hospital's month, which has sums over its days. */
    boolean hasDays() {
        return window == Window.MONTH && place.isWhole();
    }

    /** Returns the number of answers whose day is known. */
    long dated(int slot) {
        return ofDays(slot, N);
    }

    /** Returns the sum over the days of the square of the day's number of answers. */
    long squaredN(int slot) {
        return ofDays(slot, SUM);
    }

    /** Returns the sum over the days of the square of the day's sum of points. */
    long squaredSum(int slot) {
        return ofDays(slot, SQUARES);
    }

    private long ofDays(int slot, int which) {
        return days == null || slot * DAY_WIDTH >= days.length ? 0 : days[slot * DAY_WIDTH + which];
    }

    /** Follows what {@code day} has just taken in (sign 1) or given up (sign -1). */
    void follow(PaneRow day, int slot, int sign, int points) {
        long n = day.n(slot);
        long sum = day.sum(slot);
        long nBefore = n - sign;
        long sumBefore = sum - (long) sign * points;
        setDays(
                slot,
                dated(slot) + sign,
                squaredN(slot) + n * n - nBefore * nBefore,
                squaredSum(slot) + sum * sum - sumBefore * sumBefore);
    }

    /** Takes the sums over the days from the changelog. */
    void setDays(int slot, long dated, long squaredN, long squaredSum) {
        if (days == null) {
            days = new long[slots() * DAY_WIDTH];
        } else if (slot * DAY_WIDTH >= days.length) {
            days = Arrays.copyOf(days, slots() * DAY_WIDTH);
        }
        int at = slot * DAY_WIDTH;
        days[at + N] = dated;
        days[at + SUM] = squaredN;
        days[at + SQUARES] = squaredSum;
    }

    /** Counts a correction or withdrawal of a slot that has just been changed. */
    void restate(int slot) {
        restore(slot, restatements(slot) + 1);
    }

    /** Takes a measure's integers from the changelog. */
    void set(int slot, long count, long total, long squares, long arrivedMs) {
        ensure(slot);
        int at = slot * WIDTH;
        figures[at + N] = count;
        figures[at + SUM] = total;
        figures[at + SQUARES] = squares;
        figures[at + AS_OF] = arrivedMs;
    }

    /** Returns how many corrections and withdrawals have changed the slot. */
    long restatements(int slot) {
        return restatements == null || slot >= restatements.length ? 0 : restatements[slot];
    }

    /** Takes a measure's restatements from the changelog. */
    void restore(int slot, long count) {
        if (restatements == null) {
            restatements = new long[slots()];
        } else if (slot >= restatements.length) {
            restatements = Arrays.copyOf(restatements, slots());
        }
        restatements[slot] = count;
    }

    /** Has every score in it said once more. */
    void sayAll() {
        for (int slot = 0; slot < slots(); slot++) {
            if (asOfMs(slot) != UNTOUCHED) {
                changed |= 1L << slot;
            }
        }
    }

    private void ensure(int slot) {
        int had = slots();
        if (slot >= had) {
            figures = Arrays.copyOf(figures, group.measures().size() * WIDTH);
            untouchedFrom(had);
        }
    }

    private void untouchedFrom(int first) {
        for (int slot = first; slot < slots(); slot++) {
            figures[slot * WIDTH + AS_OF] = UNTOUCHED;
        }
    }
}
