package heed.topology.detect;

import heed.schemas.figures.Interval;
import heed.schemas.figures.Wilson;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Says what a drop is, at the moment it opens: since when, how deep, how sure. */
final class DropEstimate {

    /** Normal quantile of a two-sided 99% interval. */
    private static final double Z99 = 2.5758293035489004;

    static final long DAY_MS = TimeUnit.DAYS.toMillis(1);

    private DropEstimate() {}

    /**
     * Describes the drop that {@code evidence}, all open days included, has opened.
     *
     * @param day local day of the response that opened it
     * @param trail how the evidence grew
     */
    static WatchEvent.Alarm describe(
            Evidence evidence, Baseline baseline, long day, long atMs, WatchRule rule, List<TrailDay> trail) {
        double level = evidence.level();
        double count = evidence.countSince();
        double loss = evidence.lossSince();
        double since = evidence.since();
        Interval score = scoreRange(loss, count, day + 1 - since, baseline);
        return new WatchEvent.Alarm(
                atMs,
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
                baseline.correlation(),
                rule.isPublished(level),
                trail);
    }

    /** Describes what is usual at a key that is watched from now on. */
    static WatchEvent.Learned describe(Baseline baseline, long atMs) {
        double worth = baseline.count() / baseline.designEffect() / spread(baseline);
        Interval score = score(baseline.mean(), worth, Z99);
        return new WatchEvent.Learned(
                atMs, baseline.count(), 1 - baseline.mean(), score.low(), score.high(), baseline.correlation());
    }

    /** Returns the 99% range of the mean of so many answers of so many days, as a score. */
    static Interval scoreRange(double loss, double count, double days, Baseline baseline) {
        return score(loss, worth(count, days, baseline), Z99);
    }

    /** Returns Wilson's range of a score, where so many independent answers have that mean loss. */
    static Interval score(double loss, double answers, double z) {
        return new Interval(
                1 - Clip.toUnit(Wilson.high(loss, answers, z)), 1 - Clip.toUnit(Wilson.low(loss, answers, z)));
    }

    /** Returns how many independent 0-or-1 answers so many answers of so many days are worth. */
    private static double worth(double count, double days, Baseline baseline) {
        double ofADay = count / Math.max(1, days);
        return count / (1 + Math.max(ofADay - 1, 0) * baseline.correlation()) / spread(baseline);
    }

    /** Returns the variance of an answer, as a share of that of 0-or-1 answers with the same mean. */
    static double spread(Baseline baseline) {
        double mean = baseline.mean();
        return Clip.between(.05, baseline.variance() / (mean * (1 - mean)), 1);
    }
}
