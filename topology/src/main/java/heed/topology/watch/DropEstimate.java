package heed.topology.watch;

/** Says what a drop is, at the moment it opens: since when, how deep, how sure. */
final class DropEstimate {

    private static final double DAY_MS = 86_400_000;

    private DropEstimate() {}

    /**
     * Describes the drop that {@code evidence}, all open days included, has opened.
     *
     * @param day local day of the response that opened it
     */
    static WatchEvent.Alarm describe(Evidence evidence, Baseline baseline, long day, long at, WatchRule rule) {
        double level = evidence.level();
        double count = evidence.countSince();
        double loss = evidence.lossSince();
        double since = evidence.since();
        Wilson score = Wilson.of(loss, worth(count, day + 1 - since, baseline), Wilson.Z99)
                .mirrored();
        return new WatchEvent.Alarm(
                at,
                level,
                rule.years(level),
                evidence.tunedFall(),
                (long) StrictMath.floor(since * DAY_MS),
                count,
                1 - loss,
                score.low(),
                score.high(),
                1 - baseline.mean(),
                loss - baseline.mean(),
                baseline.correlation());
    }

    /** Returns how many independent 0-or-1 answers so many answers of so many days are worth. */
    private static double worth(double count, double days, Baseline baseline) {
        double ofADay = count / Math.max(1, days);
        double mean = baseline.mean();
        double spread = Clip.between(.05, baseline.variance() / (mean * (1 - mean)), 1);
        return count / (1 + Math.max(ofADay - 1, 0) * baseline.correlation()) / spread;
    }
}
