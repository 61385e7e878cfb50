package heed.topology.detect.mix;

import heed.topology.detect.AnswerNoise;
import heed.topology.detect.WatchRule;
import heed.topology.detect.mix.MixFinding.Verdict;
import heed.topology.respondent.Trait;
import java.util.List;

/**
 * Compares the fall as counted with the fall that is left when each category has its share of before.
 *
 * <p>A verdict needs more than the two figures, because both err: of a few answers the fall that is left may be near
 * nothing by chance, and that would excuse a real fall. With T(k) = held - k · fall, whose error {@link #error} tells,
 * it is said with 95% confidence on one side that more or less than the share k of the fall is left.
 */
final class MixComparison {

    private static final double Z95_ONE_SIDED = 1.6448536269514722;

    private final List<Stratum> strata;
    private final long before;
    private final long since;
    private final long comparedBefore;
    private final long comparedSince;
    private final double effectBefore;
    private final double effectSince;
    private final AnswerNoise noise;
    private final double fall;
    private final double held;

    /**
     * Compares {@code strata}, into which all answers of so many days before and since fall. Needs answers on both
     * sides.
     */
    MixComparison(List<Stratum> strata, long daysBefore, long daysSince, AnswerNoise noise) {
        this.strata = List.copyOf(strata);
        this.noise = noise;
        before = strata.stream().mapToLong(Stratum::before).sum();
        since = strata.stream().mapToLong(Stratum::since).sum();
        comparedBefore = strata.stream()
                .filter(Stratum::isCompared)
                .mapToLong(Stratum::before)
                .sum();
        comparedSince = strata.stream()
                .filter(Stratum::isCompared)
                .mapToLong(Stratum::since)
                .sum();
        effectBefore = noise.designEffect(before, daysBefore);
        effectSince = noise.designEffect(since, daysSince);
        fall = Stratum.mean(since, strata.stream().mapToLong(Stratum::lossSince).sum())
                - Stratum.mean(
                        before, strata.stream().mapToLong(Stratum::lossBefore).sum());
        double sum = 0;
        for (Stratum stratum : strata) {
            if (stratum.isCompared()) {
                sum += weight(stratum) * stratum.fall();
            }
        }
        held = sum;
    }

    /** Returns the weight of a category when the make-up is held: its share before among those compared. */
    private double weight(Stratum stratum) {
        return stratum.isCompared() ? stratum.before() / (double) comparedBefore : 0;
    }

    /** Returns the fall as counted, of all answers. */
    double fall() {
        return fall;
    }

    /** Returns the fall that is left with the make-up held. */
    double held() {
        return held;
    }

    /** Returns the share of the answers before that are compared. */
    double covered() {
        return comparedBefore / (double) before;
    }

    /** Returns the standard error of {@code held - k * fall}, the make-up taken as given. */
    double error(double k) {
        double sum = 0;
        for (Stratum stratum : strata) {
            if (stratum.before() > 0) {
                double share = weight(stratum) - k * stratum.before() / before;
                sum += share * share * stratum.varianceBefore() * effectBefore;
            }
            if (stratum.since() > 0) {
                double share = weight(stratum) - k * stratum.since() / since;
                sum += share * share * stratum.varianceSince() * effectSince;
            }
        }
        return StrictMath.sqrt(noise.spread() * sum);
    }

    /** Tells whether more than the share {@code k} of the fall is left, with 95% confidence. */
    private boolean surelyMoreThan(double k) {
        return held - k * fall - Z95_ONE_SIDED * error(k) > 0;
    }

    /** Tells whether less than the share {@code k} of the fall is left, with 95% confidence. */
    private boolean surelyLessThan(double k) {
        return held - k * fall + Z95_ONE_SIDED * error(k) < 0;
    }

    Verdict verdict() {
        if (covered() < MixFinding.LEAST_COVERED || fall <= 0) {
            return Verdict.UNKNOWN;
        }
        if (held <= fall / 4) {
            boolean nothingHidden = held + Z95_ONE_SIDED * error(0) < WatchRule.SMALLEST_FALL;
            return nothingHidden && surelyLessThan(.5) ? Verdict.EXPLAINED : Verdict.UNKNOWN;
        }
        if (held >= fall * 3 / 4) {
            return surelyMoreThan(.25) ? Verdict.REMAINS : Verdict.UNKNOWN;
        }
        return surelyMoreThan(0) && surelyLessThan(1) ? Verdict.PARTLY : Verdict.UNKNOWN;
    }

    MixFinding finding(Trait trait) {
        return new MixFinding(trait, fall, held, covered(), comparedBefore, comparedSince, verdict());
    }
}
