package heed.app.study;

import heed.topology.detect.WatchRule;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Lets one simulated key live through a slow fall and half a year beyond it. What happens depends on the seed alone.
 */
final class SlowLife {

    private static final int HOURS = 24;

    /** A day on which a week begins. */
    private static final long FIRST_DAY = 19_999;

    private final Scenario scenario;
    private final double[] scores;
    private final UniformRandomProvider random;
    private final SharedStateDiscreteSampler answersOfAnHour;

    SlowLife(Scenario scenario, double volume, long seed) {
        this.scenario = scenario;
        this.scores = scenario.scores();
        this.random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        this.answersOfAnHour = PoissonSampler.of(random, volume / HOURS);
    }

    /** Lives through a fall, by the watch that is held to a rule. */
    Outcome of(SlowFall fall, WatchRule rule) {
        FollowedWatch watch = new FollowedWatch(rule);
        Outcome.Notes notes = new Outcome.Notes(fall);
        DayShares shares = new DayShares(scenario, fall.on(0), random);
        for (int i = 0; i < fall.back() + SimulatedKey.HISTORY_DAYS; i++) {
            if (i > 0 && fall.on(i) != fall.on(i - 1)) {
                DayShares now = new DayShares(scenario, fall.on(i), random);
                now.after(shares);
                shares = now;
            }
            liveDay(FIRST_DAY + i, shares, watch);
            notes.take(i, watch);
        }
        return notes.outcome();
    }

    private void liveDay(long day, DayShares shares, FollowedWatch watch) {
        double[] drawn = shares.draw(day % 7);
        for (int hour = 0; hour < HOURS; hour++) {
            int answers = answersOfAnHour.sample();
            for (int each = 0; each < answers; each++) {
                watch.answer(day, hour + (each + .5) / answers, scores[shares.answer(drawn)]);
            }
        }
    }

    /**
     * What became of a fall.
     *
     * @param foundAfter days until a drop was open, infinite where none was before the score was back; 0 where a drop
     *     was open when it began
     * @param inLearning whether the end of learning said the fall
     * @param drops open at or after its beginning and before the score was back
     * @param open share of the days from the first drop until the score was back on which a drop was open
     * @param alarmOpen the same of the detector's alarms alone
     * @param endedAfter days from when the score was back until no drop was open, infinite where half a year was not
     *     enough, NaN where none was open then
     */
    record Outcome(double foundAfter, boolean inLearning, int drops, double open, double alarmOpen, double endedAfter) {

        /** Notes how each day of a life ends. */
        static final class Notes {

            private final SlowFall fall;
            private boolean inLearning;
            private int found = -1;
            private int before;
            /** Whether a drop was open that had begun before the fall, or that the fall raised again. */
            private boolean earlier;

            private int drops;
            private int open;
            private int alarms;
            private boolean lowAtTheEnd;
            private int ended = -1;

            Notes(SlowFall fall) {
                this.fall = fall;
            }

            void take(int day, FollowedWatch watch) {
                inLearning = watch.fellInLearning();
                if (day < fall.first()) {
                    before = watch.drops();
                    return;
                }
                if (day >= fall.back()) {
                    if (ended < 0 && !watch.open()) {
                        ended = day;
                    }
                    return;
                }
                earlier |= watch.open() && watch.drops() == before;
                drops = watch.drops() - before + (earlier ? 1 : 0);
                if (found < 0 && drops > 0) {
                    found = day;
                }
                open += watch.open() ? 1 : 0;
                alarms += found >= 0 && watch.alarmOpen() ? 1 : 0;
                lowAtTheEnd = watch.open();
            }

            Outcome outcome() {
                double days = fall.back() - found;
                double wait = ended < 0 ? Double.POSITIVE_INFINITY : ended - fall.back();
                return new Outcome(
                        found < 0 ? Double.POSITIVE_INFINITY : found - fall.first(),
                        inLearning,
                        drops,
                        found < 0 ? Double.NaN : open / days,
                        found < 0 ? Double.NaN : alarms / days,
                        lowAtTheEnd ? wait : Double.NaN);
            }
        }
    }
}
