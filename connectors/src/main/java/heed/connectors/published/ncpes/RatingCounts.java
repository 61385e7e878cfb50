package heed.connectors.published.ncpes;

/**
 * Makes up ratings from 0 to 10 that have a published mean and, as nearly as its rounding tells, its spread.
 *
 * <p>How many patients gave which rating is not published. The mean is met as nearly as whole ratings allow, within
 * 1/2n. The spread is that of the published interval of the mean ({@code mean ± 1.96·sd/√n}), which is given to a
 * tenth: so the interval that Heed computes is about the published one, and not the far too narrow one of ratings that
 * are all alike. The shape is invented.
 */
final class RatingCounts {

    static final int BEST = 10;

    private static final double Z = 1.96;

    private RatingCounts() {}

    /** Returns how many answers give each rating from 0 to 10. */
    static int[] of(int answers, double mean, double low, double high) {
        long sum = Math.round(mean * answers);
        int[] counts = new int[BEST + 1];
        int floor = (int) Math.floorDiv(sum, answers);
        int above = Math.floorMod(sum, answers);
        counts[floor] = answers - above;
        if (above > 0) {
            counts[floor + 1] = above;
        }
        double variance = Math.pow((high - low) / (2 * Z), 2) * answers;
        spread(counts, (double) sum * sum / answers + variance * (answers - 1));
        return counts;
    }

    /** Moves two answers apart by one rating each, from where most are, until their squares sum to {@code target}. */
    private static void spread(int[] counts, double target) {
        long squares = 0;
        for (int rating = 0; rating <= BEST; rating++) {
            squares += (long) counts[rating] * rating * rating;
        }
        int from = fullest(counts);
        while (from > 0 && squares + 1 <= target) {
            counts[from] -= 2;
            counts[from - 1]++;
            counts[from + 1]++;
            squares += 2;
            from = fullest(counts);
        }
    }

    /** Returns the rating between the ends that most give, or 0 where none of them has two. */
    private static int fullest(int[] counts) {
        int fullest = 0;
        for (int rating = 1; rating < BEST; rating++) {
            if (counts[rating] >= 2 && (fullest == 0 || counts[rating] > counts[fullest])) {
                fullest = rating;
            }
        }
        return fullest;
    }
}
