package heed.topology.league;

/**
 * Holds the ranks that a hospital may hold in truth, 95% sure.
 *
 * @param best the better end, 1 is the best there is
 * @param worst the worse end
 */
record RankInterval(int best, int worst) {

    RankInterval {
        if (best < 1 || worst < best) {
            throw new IllegalArgumentException("not a range of ranks: " + best + " to " + worst);
        }
    }
}
