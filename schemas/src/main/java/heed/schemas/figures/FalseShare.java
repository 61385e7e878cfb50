package heed.schemas.figures;

import java.util.Arrays;

/**
 * Chooses of many lines those whose evidence of a fall is so strong that on average at most a stated share of the
 * chosen is there by chance: the procedure e-d-BH of S. Dandapanthula and A. Ramdas, <i>Multiple testing in
 * multi-stream sequential change detection</i> (2025), arXiv 2501.04130.
 *
 * <p>Of k lines chosen each has at least {@code lines * PATIENCE_YEARS / (most * k)} years of evidence, and k is the
 * largest number of which that is so. What that holds to, and what it takes for granted, is in docs/watch.md.
 *
 * @param most share of the chosen that may be there by chance, above 0 and below 1
 */
public record FalseShare(double most) {

    /** Years of watching over which the share holds; beyond them it may grow in proportion. */
    public static final double PATIENCE_YEARS = 10;

    public FalseShare {
        if (!(most > 0 && most < 1)) {
            throw new IllegalArgumentException("The share that may be false must be above 0 and below 1, was " + most);
        }
    }

    /**
     * Returns how many lines are chosen, which are those with the most evidence.
     *
     * @param lines how many there are to choose from
     * @param evidenceYears of all that have any, in any order
     */
    public int chosen(int lines, double[] evidenceYears) {
        double[] sorted = evidenceYears.clone();
        Arrays.sort(sorted);
        int chosen = sorted.length;
        while (chosen > 0 && sorted[sorted.length - chosen] < least(lines, chosen)) {
            chosen--;
        }
        return chosen;
    }

    /** Returns the years of evidence that each line has at least where {@code chosen} of {@code lines} are. */
    public double least(int lines, int chosen) {
        return lines * PATIENCE_YEARS / (most * chosen);
    }
}
