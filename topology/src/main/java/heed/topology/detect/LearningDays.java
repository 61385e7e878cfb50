package heed.topology.detect;

import heed.schemas.figures.Interval;
import heed.schemas.sentence.Rarity;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.Arrays;
import java.util.Optional;

/**
 * Keeps the days that are learned from until enough is known, and then tests them against themselves: has the score
 * fallen while it was learned?
 *
 * <p>For each way to part the days in earlier and later ones, the standardised difference of their means; the largest
 * decides. Whole days are compared, so answers that move together within a day count as what they are: the scatter of
 * days around the two means says how much a day's mean errs. A tally is an integer and a day is taken in once it is
 * sealed, so no order matters and a retraction within the open days is exact.
 */
public final class LearningDays {

    /**
     * Standard errors at which a fall is said. In simulation about one key of fifty shows as much where nothing has
     * changed and days do not resemble their neighbours.
     */
    static final double LIMIT = 3;

    /** Of how many keys chance alone shows as much at one. */
    private static final int KEYS = 50;

    /** The correlation that days are weighted by, and the scatter that is taken for granted, as in a young baseline. */
    private static final double CORRELATION = .01;

    /** How many days the scatter that is taken for granted counts as. */
    private static final double PRIOR_DAYS = 10;

    /** Days of which the test is made, at least: as many are learned from. */
    private static final int FEWEST = WatchRule.LEAST_LEARNED_DAYS;

    /** Answers that either part has, at least: a mean of fewer may be far off by chance, whatever the days scatter. */
    private static final int FEWEST_ANSWERS = WatchRule.LEAST_LEARNED_ANSWERS / 4;

    /** By so many days the arrays grow: each key seals one a day. */
    private static final int GROWTH = 7;

    private long[] days = {};
    private int[] counts = {};
    private int[] losses = {};
    private int size;

    /** Takes a day in for good, where {@code watch} still learns. A day without answers is none. */
    public void seal(MeasureWatch watch, WatchEvent.Sealed day) {
        if (day.n() > 0 && watch.isLearning()) {
            add(day.day(), day.n(), day.loss());
        }
    }

    private void add(long day, int n, int loss) {
        if (size == days.length) {
            days = Arrays.copyOf(days, size + GROWTH);
            counts = Arrays.copyOf(counts, size + GROWTH);
            losses = Arrays.copyOf(losses, size + GROWTH);
        }
        days[size] = day;
        counts[size] = n;
        losses[size++] = loss;
    }

    /** Forgets all days. */
    public void clear() {
        days = new long[0];
        counts = new int[0];
        losses = new int[0];
        size = 0;
    }

    /**
     * Tells the fall that the days have, where they have one; for when {@code watch} has just learned from them what is
     * usual, at {@code atMs}.
     */
    public Optional<WatchEvent.LearnedFall> fall(MeasureWatch watch, long atMs) {
        Baseline learned = watch.baseline();
        if (size < FEWEST || size != learned.days()) {
            return Optional.empty();
        }
        Parting best = null;
        int edge = (size + 3) / 4;
        long answers = answers(0, size);
        for (int first = edge; first <= size - edge; first++) {
            long earlier = answers(0, first);
            if (Math.min(earlier, answers - earlier) < FEWEST_ANSWERS) {
                continue;
            }
            Parting parting = parting(first, learned.variance());
            if (best == null || parting.distance() > best.distance()) {
                best = parting;
            }
        }
        return best == null || best.distance() < LIMIT ? Optional.empty() : Optional.of(describe(best, learned, atMs));
    }

    /**
     * Two parts of the days.
     *
     * @param first place of the first day of the later part
     * @param error standard error of the earlier mean
     */
    private record Parting(int first, double earlier, double later, double error, double distance) {}

    private Parting parting(int first, double variance) {
        Part earlier = new Part();
        Part later = new Part();
        for (int i = 0; i < size; i++) {
            double worth = counts[i] / (1 + (counts[i] - 1) * CORRELATION);
            (i < first ? earlier : later).add(worth, losses[i] / (double) Loss.WORST / counts[i]);
        }
        double scatter = (PRIOR_DAYS * variance + earlier.squares() + later.squares()) / (PRIOR_DAYS + size - 2);
        double fall = later.mean() - earlier.mean();
        return new Parting(
                first,
                earlier.mean(),
                later.mean(),
                StrictMath.sqrt(scatter / earlier.weight),
                fall / StrictMath.sqrt(scatter / earlier.weight + scatter / later.weight));
    }

    /** A weighted mean and the squares around it. */
    private static final class Part {

        private double weight;
        private double sum;
        private double squared;

        void add(double worth, double mean) {
            weight += worth;
            sum += worth * mean;
            squared += worth * mean * mean;
        }

        double mean() {
            return sum / weight;
        }

        double squares() {
            return Math.max(0, squared - weight * mean() * mean());
        }
    }

    private long answers(int first, int end) {
        long n = 0;
        for (int i = first; i < end; i++) {
            n += counts[i];
        }
        return n;
    }

    private WatchEvent.LearnedFall describe(Parting best, Baseline learned, long atMs) {
        long n = answers(best.first(), size);
        Interval score = DropEstimate.scoreRange(best.later(), (double) n, size - best.first(), learned);
        return new WatchEvent.LearnedFall(
                atMs,
                days[best.first()],
                n,
                1 - best.later(),
                score.low(),
                score.high(),
                1 - best.earlier(),
                best.error(),
                best.distance(),
                KEYS * size / Rarity.DAYS_A_YEAR,
                learned.correlation());
    }

    /** Writes the days; nothing where there are none. */
    public void write(RowWriter row) {
        for (int i = 0; i < size; i++) {
            row.number(days[i]).unsigned(counts[i]).unsigned(losses[i]);
        }
    }

    /** Takes over what was written. */
    public void read(byte[] bytes) {
        clear();
        RowReader row = new RowReader().of(bytes);
        while (row.hasMore()) {
            add(row.number(), row.unsignedInt(), row.unsignedInt());
        }
    }
}
