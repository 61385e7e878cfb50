package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The odds of watch-2: the exact likelihood of answers whose spread is drawn for each day from a Dirichlet
 * distribution.
 *
 * <p>Given the day's answers before it, an answer of the loss q has the odds (w·f + c) / (w·u + c): u is the share of q
 * usually and f after the fall, c is how many answers of that day had the loss q before, and w = 1 / correlation - 1 (a
 * Pólya urn). So the second bad answer of a day says less than the first, as much as days differ. The product does not
 * depend on the order within an hour. It knows nothing of what a day carries into the next: for that, its exponent is
 * divided by the ratio of the design effects with it and without.
 */
final class PolyaOdds implements DropOdds {

    private static final double LARGEST_EXPONENT = 600;

    /** The share of a loss that was never seen, so that its first answer of a day has the odds of the tilt. */
    private static final double UNSEEN = 1e-9;

    /** Factors of one logarithm; so few neither overflow nor vanish. */
    private static final int AT_ONCE = 8;

    /** Index of what is usual among the distributions; the falls come before it. */
    private static final int USUAL = FALLS;

    /** Distributions: after each fall, and the usual one. */
    private static final int DISTRIBUTIONS = FALLS + 1;

    private final double[] tilt = new double[DISTRIBUTIONS];
    private final double[] logSum = new double[DISTRIBUTIONS];
    private final LearnedLosses learned = new LearnedLosses();
    private final double[] growth = new double[FALLS];
    private final double[] least = new double[FALLS];
    private double weight;
    private double carried;
    /** What {@link #share} has returned of learned losses, else 0: each answer of a day asks, and a power costs. */
    private double[] shares = {};

    private PolyaOdds() {}

    /**
     * Freezes the odds for a day that opens on {@code weekday}, in the room of {@code spent} ones where they are of
     * this kind: a backlog opens days of thousands of keys at once, and what lives until they are sealed would be
     * copied twice by the collector before it is garbage.
     */
    static PolyaOdds freeze(Baseline baseline, int weekday, @Nullable DropOdds spent) {
        PolyaOdds odds = spent instanceof PolyaOdds room ? room : new PolyaOdds();
        odds.freeze(baseline, weekday);
        return odds;
    }

    private void freeze(Baseline baseline, int weekday) {
        weight = 1 / baseline.heldSameDay() - 1;
        carried = baseline.heldCarrying();
        learned.set(baseline);
        Tilt of = new Tilt(baseline);
        double usual = baseline.heldMean(weekday);
        tilt[USUAL] = of.reaching(usual, 0);
        double from = tilt[USUAL];
        for (int j = 0; j < FALLS; j++) {
            tilt[j] = of.reaching(DropOdds.fallen(usual, j), from);
            from = tilt[j];
        }
        for (int i = 0; i <= USUAL; i++) {
            logSum[i] = of.logSum(tilt[i]);
        }
        bound();
    }

    /** Works out what follows from the rest. */
    private void bound() {
        for (int j = 0; j < FALLS; j++) {
            double best = StrictMath.exp((logSum[USUAL] - logSum[j]) / carried);
            least[j] = best;
            growth[j] = (StrictMath.exp((tilt[j] - tilt[USUAL]) / carried) - 1) / Loss.WORST;
        }
        int room = learned.size() * DISTRIBUTIONS;
        if (shares.length < room) {
            shares = new double[room];
        } else {
            Arrays.fill(shares, 0);
        }
    }

    /** Returns w times the share of a loss in a distribution. */
    private double share(int distribution, int loss) {
        int index = learned.indexOf(loss);
        if (index < 0) {
            return share(distribution, loss, 0);
        }
        int at = index * DISTRIBUTIONS + distribution;
        if (shares[at] == 0) {
            shares[at] = share(distribution, loss, learned.count(index));
        }
        return shares[at];
    }

    private double share(int distribution, int loss, int count) {
        double seen = count + (loss == 0 || loss == Loss.WORST ? .5 : 0);
        double tilted = tilt[distribution] * loss / Loss.WORST - logSum[distribution];
        return weight * Math.max(UNSEEN, seen) * StrictMath.exp(tilted);
    }

    @Override
    public boolean lookAtEachLoss() {
        return true;
    }

    @Override
    public void weigh(HourTally hours, double[][] odds, int[] zeros) {
        for (double[] ofFall : odds) {
            Arrays.fill(ofFall, 0);
        }
        hours.eachLoss(zeros, (hour, loss, before, count) -> {
            double usual = share(USUAL, loss);
            for (int j = 0; j < FALLS; j++) {
                odds[j][hour] += logOdds(share(j, loss), usual, before, count);
            }
        });
        for (double[] ofFall : odds) {
            double exponent = 0;
            double later = 1;
            for (int hour = WatchRule.BLOCKS - 1; hour >= 0; hour--) {
                // Most hours of a day have no answers, and a power costs more than all else here.
                if (ofFall[hour] != 0) {
                    exponent += ofFall[hour];
                    later = StrictMath.exp(Math.min(LARGEST_EXPONENT, exponent / carried));
                }
                ofFall[hour] = later;
            }
        }
    }

    /** Returns the logarithm of the odds of {@code count} answers after {@code before} others that were the same. */
    private static double logOdds(double fallen, double usual, int before, int count) {
        double sum = 0;
        for (int first = before; first < before + count; first += AT_ONCE) {
            double product = 1;
            for (int c = first; c < Math.min(first + AT_ONCE, before + count); c++) {
                product *= (fallen + c) / (usual + c);
            }
            sum += StrictMath.log(product);
        }
        return sum;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The odds of an answer are the largest where it is the first of its loss: e^(alpha·y - beta), and e^(alpha·y)
     * is at most 1 + y·(e^alpha - 1) because it is convex.
     */
    @Override
    public double largestRise(int j, int loss) {
        return Math.max(1, (1 + loss * growth[j]) * least[j]);
    }

    /**
     * {@inheritDoc}
     *
     * <p>It also weakens what like answers of later hours say, and where these are good, that raises the odds.
     */
    @Override
    public double largestLateRise(int j, int loss) {
        return Math.max(largestRise(j, loss), 1 / least[j]);
    }

    @Override
    public void write(RowWriter out) {
        out.real(weight);
        out.real(carried);
        for (int i = 0; i <= USUAL; i++) {
            out.real(tilt[i]);
            out.real(logSum[i]);
        }
        learned.write(out);
    }

    static PolyaOdds read(RowReader in) {
        PolyaOdds odds = new PolyaOdds();
        odds.weight = in.real();
        odds.carried = in.real();
        for (int i = 0; i <= USUAL; i++) {
            odds.tilt[i] = in.real();
            odds.logSum[i] = in.real();
        }
        odds.learned.read(in);
        odds.bound();
        return odds;
    }
}
