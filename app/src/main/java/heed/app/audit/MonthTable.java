package heed.app.audit;

import heed.schemas.key.ComparisonKey;
import heed.schemas.questionnaire.Better;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares hospitals in one measure and month, among those with as many answers as may be published, by the formulas of
 * docs/statistics.md.
 */
final class MonthTable {

    private static final double FULL = 10_000;
    private static final double Z = 1.96;
    private static final int FIFTH = 5;
    private final ComparisonKey of;
    private final Better better;
    private final int minimum;
    private final List<Entrant> all;
    private final Map<String, Entrant> compared;
    private final Map<String, Integer> betterThan = new TreeMap<>();
    private final Map<String, Integer> equalTo = new TreeMap<>();
    private final @Nullable Double correlation;
    private final Entrant together;
    private final double tau2;

    MonthTable(ComparisonKey of, Better better, int minimum, Collection<Entrant> entrants) {
        this.of = of;
        this.better = better;
        this.minimum = minimum;
        this.all = List.copyOf(entrants);
        this.compared = all.stream()
                .filter(entrant -> entrant.n() >= minimum)
                .collect(Collectors.toMap(Entrant::hospital, entrant -> entrant, (a, b) -> a, TreeMap::new));
        this.correlation = correlation(compared.values());
        this.together = compared.values().stream().reduce(Entrant.NOBODY, Entrant::plus);
        this.tau2 = compared.isEmpty() ? 0 : tau2();
        compared.forEach((code, entrant) -> {
            betterThan.put(code, (int) compared.values().stream()
                    .filter(other -> isBetter(other, entrant))
                    .count());
            equalTo.put(code, (int) compared.values().stream()
                    .filter(other -> order(other, entrant) == 0)
                    .count());
        });
    }

    /**
     * A hospital's month.
     *
     * @param dated how many of its answers have a day
     * @param squaredN sum over the days of the squares of their numbers of answers
     * @param squaredSum sum over the days of the squares of their sums
     */
    record Entrant(
            String hospital,
            long n,
            long sum,
            long sumOfSquares,
            long dated,
            long squaredN,
            long squaredSum,
            long asOfMs,
            long restatements) {

        private static final Entrant NOBODY = new Entrant("", 0, 0, 0, 0, 0, 0, 0, 0);

        private Entrant plus(Entrant other) {
            return new Entrant("", n + other.n, sum + other.sum, sumOfSquares + other.sumOfSquares, 0, 0, 0, 0, 0);
        }

        double score() {
            return sum / FULL / n;
        }
    }

    /** Returns which measure and month is compared: its text is the key of the record of all hospitals. */
    ComparisonKey of() {
        return of;
    }

    String key() {
        return of.text();
    }

    /** Returns the hospitals that are compared, by code. */
    Map<String, Entrant> compared() {
        return compared;
    }

    /** Returns what all that are compared counted. */
    Entrant together() {
        return together;
    }

    /** Returns how many hospitals have answers, but too few. */
    int belowMinimum() {
        return (int) all.stream()
                .filter(entrant -> entrant.n() > 0 && entrant.n() < minimum)
                .count();
    }

    long restatements() {
        return all.stream().mapToLong(Entrant::restatements).sum();
    }

    long asOfMs() {
        return all.stream().mapToLong(Entrant::asOfMs).max().orElse(0);
    }

    /** Returns the correlation of the answers of one day; null where it is not known. */
    @Nullable
    Double correlation() {
        return correlation;
    }

    double p0() {
        return together.score();
    }

    double answerRatio() {
        return PlainFigures.ratio(together.n(), together.sum(), together.sumOfSquares());
    }

    double tauSquared() {
        return tau2;
    }

    double designEffect(Entrant of) {
        return 1 + (correlation == null ? 0 : correlation) * (of.squaredN() - of.dated()) / of.n();
    }

    double effectiveN(Entrant of) {
        return of.n() / designEffect(of);
    }

    double expectedLow(Entrant of) {
        return Math.max(0, p0() - reach(of));
    }

    double expectedHigh(Entrant of) {
        return Math.min(1, p0() + reach(of));
    }

    private double reach(Entrant of) {
        return Z * Math.sqrt(chance() / effectiveN(of) + tau2);
    }

    int rank(Entrant of) {
        return 1 + betterThan.getOrDefault(of.hospital(), 0);
    }

    int tied(Entrant of) {
        return equalTo.getOrDefault(of.hospital(), 0);
    }

    /** Returns 1 where the score is better than those of four fifths, -1 where it is worse, else 0. */
    int fifth(Entrant of) {
        int hospitals = compared.size();
        int worse = hospitals - betterThan.getOrDefault(of.hospital(), 0) - tied(of);
        if (FIFTH * worse >= (FIFTH - 1) * hospitals) {
            return 1;
        }
        return FIFTH * (rank(of) - 1) >= (FIFTH - 1) * hospitals ? -1 : 0;
    }

    private boolean isBetter(Entrant one, Entrant other) {
        return better == Better.HIGHER ? order(one, other) > 0 : order(one, other) < 0;
    }

    /** Compares the scores as fractions. */
    private static int order(Entrant one, Entrant other) {
        return Long.compare(Math.multiplyExact(one.sum(), other.n()), Math.multiplyExact(other.sum(), one.n()));
    }

    private static @Nullable Double correlation(Collection<Entrant> hospitals) {
        double common = 0;
        double whole = 0;
        boolean known = false;
        for (Entrant each : hospitals) {
            double n = each.n();
            double others = each.squaredN() - n;
            if (each.dated() == each.n() && others > 0 && each.squaredN() < n * n) {
                known = true;
                double sum = each.sum() / FULL;
                double squares = each.sumOfSquares() / FULL / FULL;
                double ofDays = each.squaredSum() / FULL / FULL;
                double level2 = (sum * sum - ofDays) / (n * n - each.squaredN());
                double weight = others / n;
                common += weight * ((ofDays - squares) / others - level2);
                whole += weight * (squares / n - level2);
            }
        }
        if (!known) {
            return null;
        }
        return whole > 0 ? Math.max(0, Math.min(1, common / whole)) : 0;
    }

    /** Returns the variance of an answer by chance. */
    private double chance() {
        return answerRatio() * p0() * (1 - p0());
    }

    private double tau2() {
        int hospitals = compared.size();
        if (hospitals == 1 || together.sum() == 0 || together.sum() == FULL * together.n()) {
            return 0;
        }
        double[] weights = compared.values().stream()
                .mapToDouble(entrant -> effectiveN(entrant) / chance())
                .toArray();
        double[] z = compared.values().stream()
                .mapToDouble(entrant -> (entrant.score() - p0()) * Math.sqrt(effectiveN(entrant) / chance()))
                .sorted()
                .toArray();
        int cut = hospitals / FIFTH;
        double phi = Arrays.stream(z)
                .map(value -> Math.max(z[cut], Math.min(z[hospitals - 1 - cut], value)))
                .map(value -> value * value)
                .average()
                .orElse(0);
        double sum = Arrays.stream(weights).sum();
        double squares = Arrays.stream(weights).map(weight -> weight * weight).sum();
        return Math.max(0, (phi * hospitals - (hospitals - 1)) / (sum - squares / sum));
    }
}
